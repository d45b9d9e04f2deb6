"""Turns a picture file into a photograph: upright sRGB pixels, whole, nothing lifted off."""

from __future__ import annotations

from cobrand.errors import CobrandError, LogoError, LogoTooLarge, LogoUnreadable
from cobrand.intake import size, sniff
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import WHITE
from cobrand.pixels import array, bitmap


def read(data: bytes) -> Bitmap:
    """Return a photograph's pixels, opaque, shape (h, w, 4); LogoError says what is wrong.

    It is reduced once, while it is read, as logos are: to 4000 px on its longer side and 8
    million in all. That is a sheet of A4 at 290 to the inch and four times a story.
    """
    size.check(len(data))
    kind = sniff.readable(data)
    if kind not in sniff.PICTURES:
        raise LogoUnreadable("logo.kind-not-read", kind=kind)
    try:
        return _opaque(bitmap.decode(data, kind).bitmap)
    except LogoError:
        raise
    except MemoryError as error:
        raise LogoTooLarge("logo.too-much-memory") from error
    except CobrandError as error:
        raise LogoUnreadable("logo.damaged", kind=kind) from error


def _opaque(picture: Bitmap) -> Bitmap:
    """Return the picture on white, as if it were printed, where it can be seen through."""
    pixels = array.pixels(picture)
    if pixels[..., 3].min(initial=255) == 255:
        return picture
    whole = pixels.copy()
    whole[..., :3], whole[..., 3] = array.over(pixels, WHITE), 255
    return array.bitmap(whole)
