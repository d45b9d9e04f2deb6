"""Turns a small drawing on a ground into what an eye sees of it: where, its hull and its ink."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Seen:
    """A drawing laid on a ground.

    `over` holds its colours there (0–255), `far` each pixel's ΔE from the ground, `mask` where it
    differs by ΔL* ≥ 6 or ΔE ≥ 8, `weight` how much ink each pixel shows, 0–1.
    """

    over: Array
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
    pixels = array.pixels(drawing)
    alpha = pixels[..., 3:] / 255.0
    over = pixels[..., :3] * alpha + np.array([ground.red, ground.green, ground.blue]) * (1 - alpha)
    lab = array.lab_of(array.linear_light(over / 255.0))
    base = np.array(ground.lab)
    step, far = np.abs(lab[..., 0] - base[0]), np.linalg.norm(lab - base, axis=2)
    mask = (step >= LIGHTNESS_STEP) | (far >= COLOUR_STEP)
    return Seen(over, far, mask, np.minimum(1.0, step / ink_full) * mask)


def hull_area(mask: Mask) -> float:
    """Return the area in px of the convex hull round all true pixels."""
    rows = np.flatnonzero(mask.any(axis=1))
    if rows.size == 0:
        return 0.0
    first = mask[rows].argmax(axis=1)
    last = mask.shape[1] - mask[rows][:, ::-1].argmax(axis=1)
    points = sorted(
        {(float(x), float(y + d)) for y, x in zip(rows, first, strict=True) for d in (0, 1)}
        | {(float(x), float(y + d)) for y, x in zip(rows, last, strict=True) for d in (0, 1)}
    )
    ring = _chain(points)[:-1] + _chain(points[::-1])[:-1]
    xs, ys = np.array([p[0] for p in ring]), np.array([p[1] for p in ring])
    return abs(float(np.dot(xs, np.roll(ys, -1)) - np.dot(ys, np.roll(xs, -1)))) / 2


def _chain(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return half of the hull (Andrew's monotone chain)."""
    chain: list[tuple[float, float]] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
