"""Work on masks of pixels: wider, without specks, and where two pictures differ."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure.view import Mask
from cobrand.pixels import array, near

_SPECK = 4  # of nine pixels; fewer are noise
SAME = 28  # of 255, by which a pixel may leave what its neighbours in the drawing span


def differing(here: array.Bytes, there: array.Bytes) -> Mask:
    """Return the pixels that leave what the other picture's neighbours span.

    Half a pixel's shift and soft edges pass; what covers, cuts, moves or recolours does not.
    """
    low, high = _span(there)
    outside = (here.astype(np.int16) < low - SAME) | (here.astype(np.int16) > high + SAME)
    return np.asarray(outside.any(axis=2))


def wider(mask: Mask, by: int) -> Mask:
    """Return the mask with `by` pixels more on every side."""
    return near.grown(mask, by)


def solid(mask: Mask) -> Mask:
    """Return the mask without specks."""
    count = np.pad(mask.astype(np.uint8), 1)
    count = count[:-2] + count[1:-1] + count[2:]
    count = count[:, :-2] + count[:, 1:-1] + count[:, 2:]
    return np.asarray(mask & (count >= _SPECK))


def _span(pixels: array.Bytes) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    low = high = pixels.astype(np.int16)
    for axis in (0, 1):
        low = np.minimum(low, np.minimum(np.roll(low, 1, axis), np.roll(low, -1, axis)))
        high = np.maximum(high, np.maximum(np.roll(high, 1, axis), np.roll(high, -1, axis)))
    return low, high
