"""Turn the photographs of a PDF's pages into JPEG, as which they weigh a tenth."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf import PageObject
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from cobrand.export.excerpt import PHOTO_QUALITY
from cobrand.model.bitmap import Bitmap
from cobrand.model.scene import Picture, Scene
from cobrand.pixels import encode


def squeeze(sheet: PageObject, scene: Scene) -> None:
    """Write the scene's photographs into the sheet as JPEG, in place of their plain pixels.

    A picture is told by its size in pixels; one that can be seen through is left as it is.
    """
    photos = {
        (item.bitmap.width, item.bitmap.height): item.bitmap
        for item in scene.walk()
        if isinstance(item, Picture) and item.lossy
    }
    for image in _images(sheet, set()) if photos else ():
        photo = photos.get((_whole(image, "/Width"), _whole(image, "/Height")))
        if photo is not None and "/SMask" not in image:
            _write(image, photo)


def _images(holder: DictionaryObject, seen: set[int]) -> Iterator[StreamObject]:
    """Yield every picture that a page, or a form on it, draws."""
    resources = holder.get("/Resources", DictionaryObject()).get_object()
    named = resources.get("/XObject", DictionaryObject()).get_object()
    for reference in named.values():
        thing = reference.get_object()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if thing.get("/Subtype") == "/Image":
            yield thing
        elif thing.get("/Subtype") == "/Form":
            yield from _images(thing, seen)


def _whole(image: StreamObject, key: str) -> int:
    value = image[key]
    return int(value) if isinstance(value, NumberObject) else 0


def _write(image: StreamObject, photo: Bitmap) -> None:
    data = encode.encode(photo, "jpeg", quality=PHOTO_QUALITY)
    image.set_data(b"")
    image._data = data
    image[NameObject("/Filter")] = NameObject("/DCTDecode")
    image[NameObject("/ColorSpace")] = NameObject("/DeviceRGB")
    image[NameObject("/BitsPerComponent")] = NumberObject(8)
    for key in ("/DecodeParms", "/Decode"):
        image.pop(NameObject(key), None)
