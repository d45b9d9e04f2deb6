"""Turns a small drawing on a ground into what an eye sees of it: where, its hull and its ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.pixels import array

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

LIGHTNESS_STEP = 6.0  # ΔL* that an eye tells from the ground (RULES.md, prominence)
COLOUR_STEP = 8.0  # ΔE likewise
"""Defaults of ours; nobody has published a rule."""
_THINNINGS = 4  # rounds that leave out rows between their neighbours, all at once


@dataclass(frozen=True, slots=True)
class Seen:
    """A drawing laid on a ground.

    `light` holds each pixel's relative luminance there, `far` its ΔE from the ground, `mask` where
    it differs by ΔL* ≥ 6 or ΔE ≥ 8, `weight` how much ink each pixel shows, 0–1.
    """

    light: Array
    far: Array
    mask: Mask
    weight: Array

    @property
    def hull(self) -> float:
        """The area of the convex hull in squared heights of the drawing."""
        return hull_area(self.mask) / float(self.mask.shape[0]) ** 2

    @property
    def ink(self) -> float:
        """The ink in squared heights of the drawing."""
        return float(self.weight.sum()) / float(self.mask.shape[0]) ** 2


def see(drawing: Bitmap, ground: Colour, ink_full: float) -> Seen:
    """Lay a drawing on a ground; ΔL* of `ink_full` counts as full ink."""
    colours, lengths = runs(array.pixels(drawing))
    alpha = colours[:, 3:] / 255.0
    under = np.array([ground.red, ground.green, ground.blue])
    light = array.linear_light((colours[:, :3] * alpha + under * (1 - alpha)) / 255.0)
    lab, base = array.lab_of(light), np.array(ground.lab)
    step, far = np.abs(lab[:, 0] - base[0]), array.apart(lab, base)
    mask = (step >= LIGHTNESS_STEP) | (far >= COLOUR_STEP)
    shape = (drawing.height, drawing.width)
    return Seen(
        np.repeat(light @ array.LUMINANCE, lengths).reshape(shape),
        np.repeat(far, lengths).reshape(shape),
        np.repeat(mask, lengths).reshape(shape),
        np.repeat(np.minimum(1.0, step / ink_full) * mask, lengths).reshape(shape),
    )


def runs(pixels: array.Bytes) -> tuple[array.Bytes, NDArray[np.int64]]:
    """Return the colours, shape (n, 4), of runs of equal pixels, and how long each run is.

    What is flat is looked at once: a logo has ten times fewer runs than pixels.
    """
    whole = np.ascontiguousarray(pixels).view(np.uint32).ravel()
    starts = np.concatenate(([0], np.flatnonzero(whole[1:] != whole[:-1]) + 1))
    lengths = np.diff(starts, append=whole.size)
    return whole[starts].view(np.uint8).reshape(-1, 4), lengths


def hull_area(mask: Mask) -> float:
    """Return the area in px of the convex hull round all true pixels."""
    rows = np.flatnonzero(mask.any(axis=1))
    if rows.size == 0:
        return 0.0
    first = mask[rows].argmax(axis=1)
    last = mask.shape[1] - mask[rows][:, ::-1].argmax(axis=1)
    ring = _side(first, rows, -1)[::-1] + _side(last, rows, 1)
    xs, ys = np.array([p[0] for p in ring]), np.array([p[1] for p in ring])
    return abs(float(np.dot(xs, np.roll(ys, -1)) - np.dot(ys, np.roll(xs, -1)))) / 2


def _side(
    edge: NDArray[np.int64], rows: NDArray[np.int64], out: Literal[-1, 1]
) -> list[tuple[int, int]]:
    """Return the left (-1) or right side of the hull from above (Andrew's monotone chain).

    Each row of pixels has two corners there: where it begins and where it ends.
    """
    chain: list[tuple[int, int]] = []
    for x, row in _outermost(out * edge, rows):
        for y in (row, row + 1):
            while len(chain) > 1 and _hides(chain[-2], chain[-1], x, y):
                chain.pop()
            chain.append((x, y))
    return [(out * x, y) for x, y in chain]


def _outermost(xs: NDArray[np.int64], rows: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Yield the rows that may have a corner of the hull: further out than between neighbours."""
    for _ in range(_THINNINGS if xs.size > 2 else 0):
        steps, falls = np.diff(xs), np.diff(rows)
        out = steps[:-1] * falls[1:] > steps[1:] * falls[:-1]
        kept = np.concatenate(([True], out, [True]))
        xs, rows = xs[kept], rows[kept]
    return zip(xs.tolist(), rows.tolist(), strict=True)


def _hides(above: tuple[int, int], middle: tuple[int, int], x: int, y: int) -> bool:
    """Say whether a corner lies no further out than the line past it."""
    return (middle[0] - above[0]) * (y - above[1]) <= (middle[1] - above[1]) * (x - above[0])
