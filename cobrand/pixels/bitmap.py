"""Turns picture files into upright sRGB pixels, and pixels into other sizes."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

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
MOST_KEPT = 8_000_000
"""A picture keeps so many pixels: no card needs more, and what measures them has to be bounded."""
_FURTHEST = 8

__all__ = [
    "LONGEST_KEPT",
    "MOST_KEPT",
    "MOST_PIXELS",
    "READERS",
    "Decoded",
    "decode",
    "image",
    "reduced",
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
    """Decode a page of a file of a known kind.

    It is made smaller while it is read, so that it has no more than `longest` px on its longer side
    and no more than MOST_KEPT in all.
    `upright` obeys what the file says of the way it lies. Raises LogoUnreadable or LogoTooLarge.
    """
    found = opening.opened(data, kind, page)
    stored = Size(found.image.width, found.image.height)
    scale = kept(stored, longest)
    shrink = _shrink(scale) if kind in opening.SHRINKING else 1
    if shrink > 1:
        found = opening.opened(data, kind, page, shrink)
    try:
        shown = profile.to_srgb(replace(found, image=_at_most(found.image, stored.scaled(scale))))
        pixels = shown.image.numpy()
    except opening.BROKEN as error:
        raise opening.unreadable(error, data, kind) from error
    return _decoded(found, shown, pixels, stored, upright)


def resized(picture: Bitmap, width: int, height: int, box: Box | None = None) -> Bitmap:
    """Return the picture, or a box of it, at another size; clear pixels lend no colour."""
    edges = (box.left, box.top, box.right, box.bottom) if box else None
    shown = image(picture).resize((width, height), Image.Resampling.BICUBIC, box=edges)
    return Bitmap(width, height, shown.tobytes())


def reduced(pixels: Bytes, step: int) -> Bytes:
    """Return a picture of shape (h, w, 4) with each block of `step` × `step` pixels as their mean.

    Clear pixels lend no colour; rows and columns that fill no block are left out.
    """
    rows, columns = pixels.shape[0] // step, pixels.shape[1] // step
    cut = np.ascontiguousarray(pixels[: rows * step, : columns * step])
    mode = "RGBX" if array.opaque(cut) else "RGBA"
    whole = Image.frombuffer(mode, (cut.shape[1], cut.shape[0]), cut, "raw", mode, 0, 1)
    return np.asarray(whole.reduce(step), np.uint8)


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


def kept(stored: Size, longest: int = LONGEST_KEPT) -> float:
    """Return how much of a picture's width and height is kept, 0–1."""
    area = math.sqrt(MOST_KEPT / (stored.width * stored.height))
    return min(1.0, area, longest / max(stored.width, stored.height))


def _shrink(scale: float) -> int:
    """Return how many pixels may be read as one, to each side, and still be enough."""
    shrink = 1
    while shrink < _FURTHEST and 2 * shrink * scale <= 1:
        shrink *= 2
    return shrink


def _at_most(image: pyvips.Image, size: Size) -> pyvips.Image:
    """Return a picture in its own colours, no larger than this; clear pixels lend no colour."""
    across, down = size.width / image.width, size.height / image.height
    if max(across, down) >= 1:
        return image
    if not image.hasalpha():
        return image.resize(across, vscale=down)
    small = image.premultiply().resize(across, vscale=down).unpremultiply()
    return (small.rint() if image.format in {"uchar", "ushort"} else small).cast(image.format)


def _turned(pixels: Bytes, orientation: int) -> Bytes:
    """Return pixels upright, as EXIF counts the ways they can lie."""
    if 5 <= orientation <= 8:
        pixels = pixels.transpose(1, 0, 2)
    if orientation in {2, 3, 6, 7}:
        pixels = pixels[:, ::-1]
    if orientation in {3, 4, 7, 8}:
        pixels = pixels[::-1]
    return np.asarray(pixels)
