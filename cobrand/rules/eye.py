"""Turns a logo's small drawing and a ground into what an eye sees: hull, ink, what is lost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.pixels import array, sight
from cobrand.pixels.sight import Array, Mask

_SOLID = 0.10  # alpha below this is a soft shadow, not the mark
_CLEAR = 2 / 3  # the quantile of a mark's contrast that speaks for it
_LOST = 1.25  # contrast under which a colour melts into the ground,
_LOST_COLOUR = 18.0  # unless it differs by this ΔE: pale yellow on white is faint, not gone


@dataclass(frozen=True, slots=True)
class Presence:
    """What is seen of a logo, for an ink box one unit high.

    `hull` and `ink` are areas in squared box heights, `middle` the ink's centre as a share of
    the height, `lost` the share of the mark that melts into the ground from outside, `contrast`
    what the clearest third of the ink has against the ground, at the least: pale parts may be
    pale. White letters inside a coloured disc are neither lost on white nor its ink: the ground
    does not reach them, and they are clear where their surroundings are.
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
    seen = sight.see(sample, ground, ink_full)
    solid = array.pixels(sample)[..., 3] / 255.0 > _SOLID
    melts = (_contrasts(seen.over, ground) < _LOST) & (seen.far < _LOST_COLOUR)
    lost = _flood(~solid | melts) & solid
    return Presence(
        hull=seen.hull,
        ink=seen.ink,
        middle=_middle(seen.weight),
        lost=float(lost.sum() / solid.sum()) if solid.any() else 1.0,
        contrast=_contrast(seen.over[solid & (lost | ~melts)], ground),
    )


def _middle(weight: Array) -> float:
    rows = weight.sum(axis=1)
    total = rows.sum()
    if total == 0:
        return 0.5
    return float((rows * (np.arange(rows.size) + 0.5)).sum() / total / rows.size)


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
    light = array.linear_light(colours / 255.0) @ array.LUMINANCE
    base = ground.luminance
    high, low = np.maximum(light, base), np.minimum(light, base)
    return np.asarray((high + 0.05) / (low + 0.05), dtype=np.float64)
