"""Turns PNG, JPEG and WebP bytes into upright sRGB pixels, and pixels into other sizes."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass

from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from cobrand.errors import LogoTooLarge, LogoUnreadable
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box, Size
from cobrand.pixels import profile

READERS: dict[str, type[ImageFile.ImageFile]] = {
    "png": PngImagePlugin.PngImageFile,
    "jpeg": JpegImagePlugin.JpegImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}
MOST_PIXELS = 64_000_000
LONGEST_KEPT = 4000
_ORIENTATION = 0x0112
_EVEN = frozenset(("L", "LA", "RGB", "RGBA", "CMYK"))
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError,
           OverflowError, Warning, struct.error, zlib.error)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded picture and what its file said.

    `stored` is the file's own size, `mode` Pillow's name of its pixels, `ppi` 0 if not said,
    `profile` the colour profile that was obeyed, `frames` how many pictures there are.
    """

    bitmap: Bitmap
    stored: Size
    mode: str
    alpha: bool
    ppi: float = 0.0
    profile: str = ""
    turned: bool = False
    frames: int = 1


def size(data: bytes, kind: str) -> Size:
    """Return what the file's head says of its width and height."""
    with _opened(data, kind) as picture:
        return Size(*picture.size)


def decode(data: bytes, kind: str, *, longest: int = LONGEST_KEPT, upright: bool = True) -> Decoded:
    """Decode a picture file of a known kind, no more than `longest` px on its longer side.

    `upright` obeys what the file says of the way it lies.
    """
    with _opened(data, kind) as picture:
        stored, mode = Size(*picture.size), picture.mode
        if stored.width * stored.height > MOST_PIXELS:
            raise LogoTooLarge("logo.too-many-pixels", width=picture.width, height=picture.height)
        try:
            return _decoded(picture, stored, mode, longest, upright)
        except _BROKEN as error:
            raise _unreadable(error, kind) from error


def resized(picture: Bitmap, width: int, height: int, box: Box | None = None) -> Bitmap:
    """Return the picture, or a box of it, at another size; clear pixels lend no colour."""
    edges = (box.left, box.top, box.right, box.bottom) if box else None
    shown = image(picture).resize((width, height), Image.Resampling.BICUBIC, box=edges)
    return Bitmap(width, height, shown.tobytes())


def image(picture: Bitmap) -> Image.Image:
    """Return the pixels as Pillow knows them, without a copy."""
    return Image.frombuffer(
        "RGBA", (picture.width, picture.height), picture.data, "raw", "RGBA", 0, 1
    )


def _opened(data: bytes, kind: str) -> ImageFile.ImageFile:
    """Open a file as this kind and no other; its size is checked by our own limit."""
    try:
        return READERS[kind](io.BytesIO(data))
    except _BROKEN as error:
        raise _unreadable(error, kind) from error


def _decoded(
    picture: ImageFile.ImageFile, stored: Size, mode: str, longest: int, upright: bool
) -> Decoded:
    orientation = _orientation(picture)
    ppi, frames = _ppi(picture), int(getattr(picture, "n_frames", 1))
    if picture.format == "JPEG":
        picture.draft(None, (longest, longest))
    picture.load()
    shown, name = profile.to_srgb(_at_most(profile.eight_bit(picture), longest))
    turn = _TURNS.get(orientation) if upright else None
    turned = shown if turn is None else shown.transpose(turn)
    alpha = shown.getchannel("A").getextrema() != (255, 255)
    pixels = Bitmap(*turned.size, turned.tobytes())
    return Decoded(pixels, stored, mode, alpha, ppi, name, orientation > 1, frames)


def _at_most(picture: Image.Image, longest: int) -> Image.Image:
    """Return the picture no longer than that; made smaller first, it needs less memory after."""
    if max(picture.size) <= longest:
        return picture
    as_is = picture.mode in _EVEN and "transparency" not in picture.info
    even = picture if as_is else picture.convert("RGBA")
    even.thumbnail((longest, longest), Image.Resampling.BICUBIC, reducing_gap=2.0)
    even.info["icc_profile"] = picture.info.get("icc_profile")
    return even


def _orientation(picture: Image.Image) -> int:
    try:
        said = picture.getexif().get(_ORIENTATION, 1)
    except _BROKEN:  # an unreadable tag is no reason to refuse the picture
        return 1
    return said if isinstance(said, int) and 1 <= said <= 8 else 1


def _ppi(picture: Image.Image) -> float:
    said = picture.info.get("dpi", (0.0, 0.0))
    try:
        ppi = float(said[0])
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        return 0.0
    return ppi if 1 < ppi < 100_000 else 0.0


def _unreadable(error: Exception, kind: str) -> LogoUnreadable:
    code = "logo.truncated" if "truncated" in str(error).lower() else "logo.damaged"
    return LogoUnreadable(code, kind=kind)
