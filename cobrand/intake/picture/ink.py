"""Finds the box of what is visible and draws it small for measuring."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cobrand.intake.picture import shadow
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box, Size
from cobrand.pixels import array, bitmap

Draw = Callable[[Box, int, int], Bitmap]
"""Draws a box of the artwork's page at a width and height in px."""

VISIBLE = 26
"""Alpha above 0.10 of 255: soft shadows are not the mark."""
SAMPLE_PIXELS = 60_000
FINE_PIXELS = 250_000
_LONGEST = 4_000


def edges(mask: NDArray[np.bool_]) -> Box | None:
    """Return the box of a mask in its own px."""
    ys, xs = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(ys):
        return None
    return Box.spanning(int(xs[0]), int(ys[0]), int(xs[-1]) + 1, int(ys[-1]) + 1)


def visible(picture: Bitmap) -> NDArray[np.bool_]:
    """Return where a picture is more than a shadow; if it is nothing else, where it is anything."""
    shown = array.pixels(picture)
    there = np.asarray(shown[..., 3] >= VISIBLE)
    firm = there & ~shadow.in_alpha(shown)
    return firm if firm.any() else there


def raster(view: Size, pixels: int) -> tuple[int, int]:
    """Return the width and height of about `pixels` px with the view's proportions."""
    scale = math.sqrt(pixels / (view.width * view.height))
    scale = min(scale, _LONGEST / max(view.width, view.height))
    return max(1, math.ceil(view.width * scale)), max(1, math.ceil(view.height * scale))


def refine(
    draw: Draw, coarse: Box, page: Box, mask: Callable[[Bitmap], NDArray[np.bool_]]
) -> tuple[Box, Bitmap] | None:
    """Return the exact box inside a roughly known one, with the drawing of that box."""
    view = _within(coarse.grown(0.02 * max(coarse.width, coarse.height)), page)
    width, height = raster(view.size, FINE_PIXELS)
    shown = draw(view, width, height)
    found = edges(mask(shown))
    if found is None:
        return None
    across, down = view.width / width, view.height / height
    box = Box(view.left + found.left * across, view.top + found.top * down,
              found.width * across, found.height * down)  # fmt: skip
    return box, cut(shown, found)


def cut(picture: Bitmap, box: Box) -> Bitmap:
    """Return the pixels inside a box of whole px."""
    if box == Box.of(picture.size):
        return picture
    rows = slice(int(box.top), int(box.bottom))
    return array.bitmap(array.pixels(picture)[rows, int(box.left) : int(box.right)])


def sample(picture: Bitmap) -> Bitmap:
    """Return a mark's own pixels at about the size for measuring."""
    width, height = raster(picture.size, SAMPLE_PIXELS)
    return (
        picture
        if (width, height) == (picture.width, picture.height)
        else bitmap.resized(picture, width, height)
    )


def scaled(box: Box, by_width: float, by_height: float) -> Box:
    """Return a box of px in page units."""
    return Box(
        box.left * by_width, box.top * by_height, box.width * by_width, box.height * by_height
    )


def _within(box: Box, page: Box) -> Box:
    return Box.spanning(
        max(box.left, page.left),
        max(box.top, page.top),
        min(box.right, page.right),
        min(box.bottom, page.bottom),
    )
