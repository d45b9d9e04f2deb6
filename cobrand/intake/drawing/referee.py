"""Compares two drawings of the same thing and says whether an eye would see a difference."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.model.bitmap import Bitmap
from cobrand.pixels import array
from cobrand.pixels.array import Bytes

CELL = 8
MEAN, WORST = 2.0, 12.0
"""Of 255: the mean over the inked cells, and the mean over the worst cell of 8 x 8 px."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far two drawings are apart, 0–255."""

    mean: float
    worst: float

    @property
    def same(self) -> bool:
        """Say whether they count as the same drawing."""
        return self.mean <= MEAN and self.worst <= WORST


def compare(one: Bitmap, other: Bitmap) -> Verdict:
    """Compare two pictures of one size on every ground at once.

    A value counts as different only as far as no neighbour in the other picture has it: edges
    that two renderers smooth in two ways are the same drawing.
    """
    if one.data == other.data:
        return Verdict(0.0, 0.0)
    first, second = _premultiplied(one), _premultiplied(other)
    apart = np.maximum(_beyond(first, second), _beyond(second, first))
    colours = np.maximum(np.maximum(apart[:, ::4], apart[:, 1::4]), apart[:, 2::4])
    cells = _cells(np.maximum(colours, apart[:, 3::4]))
    inked = _cells(np.maximum(first[:, 3::4], second[:, 3::4])) > 0
    return Verdict(float(cells[inked].mean()) if inked.any() else 0.0, float(cells.max()))


def _beyond(values: Bytes, other: Bytes) -> Bytes:
    """Return how far each value lies outside the range of the other's 3 x 3 px round it."""
    low, high = _spread(other, np.minimum), _spread(other, np.maximum)
    return np.maximum(values - np.minimum(values, high), low - np.minimum(values, low))


def _spread(values: Bytes, pick: np.ufunc) -> Bytes:
    wide = values.copy()
    pick(wide[1:], values[:-1], out=wide[1:])
    pick(wide[:-1], values[1:], out=wide[:-1])
    tall = wide.copy()
    pick(tall[:, 4:], wide[:, :-4], out=tall[:, 4:])
    pick(tall[:, :-4], wide[:, 4:], out=tall[:, :-4])
    return tall


def _premultiplied(picture: Bitmap) -> Bytes:
    """Return colour times alpha, and alpha, in rows of shape (height, 4 width).

    What is equal here is equal on white, grey and black.
    """
    shown = array.pixels(picture).reshape(-1, 4).copy()
    shown.view(np.uint32)[shown[:, 3] == 0] = 0
    soft = np.flatnonzero((shown[:, 3] > 0) & (shown[:, 3] < 255))  # the rest stays what it is
    edge = shown[soft].astype(np.uint16)
    shown[soft, :3] = (edge[:, :3] * edge[:, 3:] + 255) >> 8
    return shown.reshape(picture.height, 4 * picture.width)


def _cells(values: Bytes) -> NDArray[np.float32]:
    height, width = (-(-side // CELL) * CELL for side in values.shape)
    padded = np.zeros((height, width), np.float32)
    padded[: values.shape[0], : values.shape[1]] = values
    rows = padded.reshape(height // CELL, CELL, width).sum(axis=1)
    cells = rows.reshape(height // CELL, width // CELL, CELL).sum(axis=2) / (CELL * CELL)
    return np.asarray(cells, np.float32)
