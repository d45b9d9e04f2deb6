"""Turns a logo's small drawing and a ground into what an eye sees: hull, ink, what is lost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_LIGHTNESS_STEP = 6.0  # ΔL* that an eye tells from the ground (RULES.md, prominence)
_COLOUR_STEP = 8.0  # ΔE likewise
_SOLID = 0.10  # alpha below this is a soft shadow, not the mark
_CLEAR = 2 / 3  # the quantile of a mark's contrast that speaks for it
_LOST = 1.25  # contrast under which a colour melts into the ground,
_LOST_COLOUR = 18.0  # unless it differs by this ΔE: pale yellow on white is faint, not gone


@dataclass(frozen=True, slots=True)
class Presence:
    """What is seen of a logo, for an ink box one unit high.

    `hull` and `ink` are areas in squared box heights, `middle` the ink's centre as a share of
    the height, `lost` the share of the mark that melts into the ground, `contrast` what the
    clearest third of the ink has against the ground, at the least: pale parts may be pale.
    """

    hull: float
    ink: float
    middle: float
    lost: float
    contrast: float


class Eye:
    """Measures drawings over grounds, and remembers the last ones."""

    def __init__(self, remember: int = 64) -> None:
        self._look = lru_cache(remember)(look)

    def presence(self, sample: Bitmap, ground: Colour, ink_full: float) -> Presence:
        """Return what is seen of the drawing over this ground."""
        return self._look(sample, ground, ink_full)


def look(sample: Bitmap, ground: Colour, ink_full: float) -> Presence:
    """Measure a drawing of the ink box over a ground.

    Formula of the ink: Σ min(1, |L* − L*ground| / `ink_full`); the hull is convex and goes
    round every pixel that differs by ΔL* ≥ 6 or ΔE ≥ 8.
    """
    pixels = np.frombuffer(sample.data, np.uint8).reshape(sample.height, sample.width, 4)
    alpha = pixels[..., 3:] / 255.0
    over = pixels[..., :3] * alpha + np.array([ground.red, ground.green, ground.blue]) * (1 - alpha)
    lab = _lab(over / 255.0)
    base = np.array(ground.lab)
    step, far = np.abs(lab[..., 0] - base[0]), np.linalg.norm(lab - base, axis=2)
    seen = (step >= _LIGHTNESS_STEP) | (far >= _COLOUR_STEP)
    weight = np.minimum(1.0, step / ink_full) * seen
    area = float(sample.height) ** 2
    solid = alpha[..., 0] > _SOLID
    return Presence(
        hull=hull_area(seen) / area,
        ink=float(weight.sum()) / area,
        middle=_middle(weight),
        lost=_lost(over, solid, ground, far),
        contrast=_contrast(over[solid], ground),
    )


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


def _middle(weight: Array) -> float:
    rows = weight.sum(axis=1)
    total = rows.sum()
    if total == 0:
        return 0.5
    return float((rows * (np.arange(rows.size) + 0.5)).sum() / total / rows.size)


def _lost(over: Array, solid: Mask, ground: Colour, far: Array) -> float:
    """Return the share of solid pixels that melt into the ground from outside.

    White letters inside a coloured disc are not lost on white: the ground does not reach them.
    """
    if not solid.any():
        return 1.0
    melts = (_contrasts(over, ground) < _LOST) & (far < _LOST_COLOUR)
    reached = _flood(~solid | melts)
    return float((reached & solid).sum() / solid.sum())


def _flood(open_: Mask) -> Mask:
    """Return the open pixels that can be reached from the border, by sweeps in four directions."""
    way = np.pad(open_, 1, constant_values=True)
    reached = np.zeros_like(way)
    reached[0] = reached[-1] = reached[:, 0] = reached[:, -1] = True
    count = -1
    while count != (count := int(reached.sum())):
        for turned in (0, 1, 2, 3):
            seen, free = np.rot90(reached, turned), np.rot90(way, turned)
            for row in range(1, seen.shape[0]):
                seen[row] |= seen[row - 1] & free[row]
    return reached[1:-1, 1:-1]


def _contrast(colours: Array, ground: Colour) -> float:
    return float(np.quantile(_contrasts(colours, ground), _CLEAR)) if colours.size else 1.0


def _contrasts(colours: Array, ground: Colour) -> Array:
    light = _linear(colours / 255.0) @ np.array([0.2126, 0.7152, 0.0722])
    base = ground.luminance
    high, low = np.maximum(light, base), np.minimum(light, base)
    return np.asarray((high + 0.05) / (low + 0.05), dtype=np.float64)


def _linear(channels: Array) -> Array:
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def _lab(channels: Array) -> Array:
    """Return CIE L*a*b* under D65 of sRGB 0–1, as `Colour.lab` does for one colour."""
    matrix = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    xyz = _linear(channels) @ matrix.T / np.array([0.95047, 1.0, 1.08883])
    bent = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = bent[..., 0], bent[..., 1], bent[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
