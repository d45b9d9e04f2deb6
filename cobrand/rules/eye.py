"""Turns a logo's small drawing and a ground into what an eye sees: hull, ink, what is lost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.pixels import array, regions, sight
from cobrand.pixels.sight import Array, Mask

_SOLID = 0.10  # alpha below this is a soft shadow, not the mark
_MEANT = 0.5  # alpha below this is a tint that takes its ground's colour on purpose
_CLEAR = 2 / 3  # the quantile of a mark's contrast that speaks for it
_LOST = 1.25  # contrast under which a colour melts into the ground,
_LOST_COLOUR = 18.0  # unless it differs by this ΔE: pale yellow on white is faint, not gone
_RIM = 2 / 3  # of a mark's outline melts where a plate or frame does; of half a white flag, half,
_PLATE = 0.5  # the share of the mark that such a plate may be,
_ATTACHED = 0.98  # and the share of what melts that hangs together with what stays


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
    alpha = array.pixels(sample)[..., 3]
    solid, meant = alpha > _SOLID * 255, alpha > _MEANT * 255
    firm = meant if meant.any() else solid
    contrasts = _contrasts(seen.light, ground)
    melts = (contrasts < _LOST) & (seen.far < _LOST_COLOUR)
    lost = _lost(melts, firm)
    return Presence(
        hull=seen.hull,
        ink=seen.ink,
        middle=_middle(seen.weight),
        lost=float(lost.sum() / firm.sum()) if firm.any() else 1.0,
        contrast=_clearest(contrasts[solid & (lost | ~melts)]),
    )


def _middle(weight: Array) -> float:
    rows = weight.sum(axis=1)
    total = rows.sum()
    if total == 0:
        return 0.5
    return float((rows * (np.arange(rows.size) + 0.5)).sum() / total / rows.size)


def _lost(melts: Mask, solid: Mask) -> Mask:
    """Return the solid pixels that melt into the ground from outside.

    White letters inside a coloured disc are not lost on white: the ground does not reach them.
    Nor is a white plate or frame round what is seen: the ground takes its place.
    """
    if not (melts & solid).any():
        return np.zeros_like(solid)
    lost = regions.from_border(~solid | melts) & solid
    return np.zeros_like(lost) if _is_plate(lost, solid) else lost


def _is_plate(lost: Mask, solid: Mask) -> bool:
    """Say whether what melts is only the plate or the frame of what stays."""
    if not 0 < lost.sum() <= _PLATE * solid.sum():
        return False
    outside = regions.from_border(~solid)
    rim = _beside(outside) & solid
    if (rim & lost).sum() < _RIM * rim.sum():
        return False
    attached = _spread(solid & ~lost, solid)
    return bool((attached & lost).sum() >= _ATTACHED * lost.sum())


def _spread(start: Mask, way: Mask) -> Mask:
    """Return what can be reached from the start, by sweeps in four directions."""
    reached = start.copy()
    count = -1
    while count != (count := int(reached.sum())):
        for turned in (0, 1, 2, 3):
            seen, free = np.rot90(reached, turned), np.rot90(way, turned)
            for row in range(1, seen.shape[0]):
                seen[row] |= seen[row - 1] & free[row]
    return reached


def _beside(mask: Mask) -> Mask:
    """Return the pixels above, below and beside those of a mask; all is true beyond the border."""
    near = np.pad(mask, 1, constant_values=True)
    return np.asarray(near[:-2, 1:-1] | near[2:, 1:-1] | near[1:-1, :-2] | near[1:-1, 2:])


def _clearest(contrasts: Array) -> float:
    return float(np.quantile(contrasts, _CLEAR)) if contrasts.size else 1.0


def _contrasts(light: Array, ground: Colour) -> Array:
    base = ground.luminance
    return np.asarray((np.maximum(light, base) + 0.05) / (np.minimum(light, base) + 0.05))
