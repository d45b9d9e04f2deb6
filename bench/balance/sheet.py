"""Turns logos at the sizes of one way into a contact sheet to look at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bench.balance.looks import Look
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.pixels import array, bitmap

CELL_WIDTH, CELL_HEIGHT, COLUMNS = 150, 96, 8
_SIDE = 56.0  # px: of a square as large as the middle hull
_MOST = 0.96  # of a cell


def sheet(looks: Sequence[Look], heights: Sequence[float], ground: Colour) -> Bitmap:
    """Return the logos in rows, all hulls together as large as with any other way.

    What would leave its cell is made as small as that: no way is shown worse for a sheet's sake.
    """
    hulls = [look.seen.hull * height**2 for look, height in zip(looks, heights, strict=True)]
    unit = _SIDE / np.sqrt(np.exp(np.mean(np.log(hulls))))
    rows = -(-len(looks) // COLUMNS)
    page = np.empty((rows * CELL_HEIGHT, COLUMNS * CELL_WIDTH, 3), np.uint8)
    page[:] = (ground.red, ground.green, ground.blue)
    for place, (look, height) in enumerate(zip(looks, heights, strict=True)):
        _put(page, look, height * float(unit), place, ground)
    return array.bitmap(np.dstack((page, np.full(page.shape[:2], 255, np.uint8))))


def _put(page: array.Bytes, look: Look, height: float, place: int, ground: Colour) -> None:
    fits = min(height, _MOST * CELL_HEIGHT, _MOST * CELL_WIDTH / look.aspect)
    sides = max(1, round(fits * look.aspect)), max(1, round(fits))
    pixels = array.over(array.pixels(bitmap.resized(look.sample, *sides)), ground)
    left = place % COLUMNS * CELL_WIDTH + (CELL_WIDTH - sides[0]) // 2
    top = place // COLUMNS * CELL_HEIGHT + (CELL_HEIGHT - sides[1]) // 2
    page[top : top + sides[1], left : left + sides[0]] = pixels
