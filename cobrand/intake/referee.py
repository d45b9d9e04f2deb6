"""Compares two drawings of the same thing and says whether an eye would see a difference."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cobrand.model.bitmap import Bitmap
from cobrand.pixels import array
from cobrand.pixels.array import Floats

CELL = 8
MEAN, WORST = 2.0, 28.0
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
    """Compare two pictures of one size on every ground at once."""
    first, second = _premultiplied(one), _premultiplied(other)
    cells = _cells(np.abs(first - second).max(axis=-1))
    inked = _cells(np.maximum(first[..., 3], second[..., 3])) > 0
    return Verdict(float(cells[inked].mean()) if inked.any() else 0.0, float(cells.max()))


def _premultiplied(picture: Bitmap) -> Floats:
    """Return colour times alpha, and alpha: equal here means equal on white, grey and black."""
    shown = array.pixels(picture).astype(np.float32)
    shown[..., :3] *= shown[..., 3:] / 255
    return shown


def _cells(values: Floats) -> Floats:
    height, width = (-(-side // CELL) * CELL for side in values.shape)
    padded = np.zeros((height, width), np.float32)
    padded[: values.shape[0], : values.shape[1]] = values
    return np.asarray(padded.reshape(height // CELL, CELL, width // CELL, CELL).mean(axis=(1, 3)))
