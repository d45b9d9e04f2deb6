"""Turns picture files into upright sRGB pixels, and pixels into other sizes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyvips
from PIL import Image

from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box, Size
from cobrand.pixels import array
from cobrand.pixels.array import Bytes
from cobrand.pixels.files import opening, profile
from cobrand.pixels.files.opening import MOST_PIXELS, OPENERS, Opened
from cobrand.pixels.files.profile import Shown

READERS = frozenset(OPENERS)
LONGEST_KEPT = 4000
_FURTHEST = 8

__all__ = [
    "LONGEST_KEPT",
    "MOST_PIXELS",
    "READERS",
    "Decoded",
    "decode",
    "image",
    "resized",
    "size",
]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded picture and what its file said.

    `stored` is the file's own size, `space` what its colours were in (`grey`, `rgb`, `cmyk`,
    `lab`), `ppi` 0 if not said, `profile` the colour profile that was obeyed, `ignored` that
    there was one that does not fit, `shift` how far a main colour moved (ΔE) from what the plain
    formula says, `frames` how many pictures or pages there are.
    """

    bitmap: Bitmap
    stored: Size
    space: str
    alpha: bool
    ppi: float = 0.0
    profile: str = ""
    ignored: bool = False
    shift: float = 0.0
    turned: bool = False
    frames: int = 1


def size(data: bytes, kind: str) -> Size:
    """Return what the file's head says of its width and height."""
    found = opening.opened(data, kind).image
    return Size(found.width, found.height)


def decode(
    data: bytes,
    kind: str,
    *,
    longest: int = LONGEST_KEPT,
    page: int = 1,
    upright: bool = True,
) -> Decoded:
    """Decode a page of a file of a known kind, no more than `longest` px on its longer side.

    `upright` obeys what the file says of the way it lies. Raises LogoUnreadable or LogoTooLarge.
    """
    found = opening.opened(data, kind, page)
    stored = Size(found.image.width, found.image.height)
    shrink = _shrink(stored, longest) if kind == "jpeg" else 1
    if shrink > 1:
        found = opening.opened(data, kind, page, shrink)
    try:
        shown = profile.to_srgb(found)
        pixels = _at_most(shown.image, longest).numpy()
    except opening.BROKEN as error:
        raise opening.unreadable(error, data, kind) from error
    return _decoded(found, shown, pixels, stored, upright)


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


def _decoded(found: Opened, shown: Shown, pixels: Bytes, stored: Size, upright: bool) -> Decoded:
    turned = _turned(pixels, found.orientation) if upright else pixels
    return Decoded(
        bitmap=array.bitmap(np.asarray(turned)),
        stored=stored,
        space=shown.space,
        alpha=bool((pixels[..., 3] < 255).any()),
        ppi=found.ppi if 1 < found.ppi < 100_000 else 0.0,
        profile=shown.profile,
        ignored=shown.ignored,
        shift=shown.shift,
        turned=2 <= found.orientation <= 8,
        frames=found.frames,
    )


def _shrink(stored: Size, longest: int) -> int:
    """Return how many pixels a JPEG may read as one and still be large enough."""
    shrink = 1
    while shrink < _FURTHEST and max(stored.width, stored.height) / (2 * shrink) >= longest:
        shrink *= 2
    return shrink


def _at_most(image: pyvips.Image, longest: int) -> pyvips.Image:
    if max(image.width, image.height) <= longest:
        return image
    return image.thumbnail_image(longest, height=longest, size="down")


def _turned(pixels: Bytes, orientation: int) -> Bytes:
    """Return pixels upright, as EXIF counts the ways they can lie."""
    if 5 <= orientation <= 8:
        pixels = pixels.transpose(1, 0, 2)
    if orientation in {2, 3, 6, 7}:
        pixels = pixels[:, ::-1]
    if orientation in {3, 4, 7, 8}:
        pixels = pixels[::-1]
    return np.asarray(pixels)
