"""Turn a part of a scene into a scene of its own."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace

from cobrand.export.easel import Easel
from cobrand.model import text
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.model.scene import Drawing, Fill, Group, Item, Picture, Scene
from cobrand.pixels import array, encode
from cobrand.pixels.array import Bytes
from cobrand.render import Pen

_MOST_SIDE = 8000
PHOTO_QUALITY = 92


def embed(bitmap: Bitmap, lossy: bool = False) -> str:
    """Return a bitmap as a data URI: PNG, or JPEG of a quality that shows nothing."""
    if lossy:
        data = encode.encode(bitmap, "jpeg", quality=PHOTO_QUALITY)
        return "data:image/jpeg;base64," + base64.b64encode(data).decode()
    return "data:image/png;base64," + base64.b64encode(encode.encode(bitmap, "png")).decode()


def excerpt(scene: Scene, roles: tuple[str, ...], box: Box, ground: Colour | None) -> Scene:
    """Return what has one of these roles, on a page that is just this box of the scene."""
    items = tuple(moved(item, -box.left, -box.top) for item in _outermost(scene.items, roles))
    return replace(
        scene, size=box.size, ground=ground, items=items, bleed=0.0, promise=None, title="", alt=""
    )


def rastered(scene: Scene, scale: float) -> Bitmap:
    """Draw a scene with its bleed, `scale` pixels to a px."""
    return array.bitmap(pixels_of(scene, scale, Pen(embed), Easel()))


def pixels_of(scene: Scene, scale: float, pen: Pen, easel: Easel) -> Bytes:
    """Draw as `rastered` does; return the pixels, of shape (height, width, 4)."""
    return easel.draw(scene, *size_of(scene, scale), pen)


def size_of(scene: Scene, scale: float) -> tuple[int, int]:
    """Return the width and height in pixels of a scene with its bleed."""
    page = Box.of(scene.size).grown(scene.bleed)
    scale = min(scale, _MOST_SIDE / max(page.width, page.height))
    return max(1, round(page.width * scale)), max(1, round(page.height * scale))


def with_pictures(scene: Scene, ppi: float) -> Scene:
    """Return the scene with each drawing that the press would get wrong as a picture of it."""
    return replace(scene, items=tuple(_pictured(item, ppi) for item in scene.items))


def moved(item: Item, dx: float, dy: float) -> Item:
    """Return the item shifted, with everything in it."""
    box = item.box.moved(dx, dy)
    match item:
        case Group():
            inner = tuple(moved(child, dx, dy) for child in item.items)
            return replace(item, box=box, items=inner)
        case Fill():
            return replace(item, box=box, outline=text.moved(item.outline, dx, dy))
        case _:
            return replace(item, box=box)


def _outermost(items: tuple[Item, ...], roles: tuple[str, ...]) -> Iterator[Item]:
    for item in items:
        if item.role in roles:
            yield item
        elif isinstance(item, Group):
            yield from _outermost(item.items, roles)


def _pictured(item: Item, ppi: float) -> Item:
    match item:
        case Group():
            return replace(item, items=tuple(_pictured(child, ppi) for child in item.items))
        case Drawing() if not item.art.press:
            return _picture(item, ppi)
        case _:
            return item


def _picture(item: Drawing, ppi: float) -> Picture:
    alone = Scene(item.box.size, None, (moved(item, -item.box.left, -item.box.top),))
    bitmap = rastered(alone, ppi / 96)
    return Picture(item.box, bitmap, Box.of(bitmap.size), item.role)
