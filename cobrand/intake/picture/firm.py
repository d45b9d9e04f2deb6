"""Finds the box of what is surely the mark, where noise and the smudges of JPEG lie round it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.model.geometry import Box
from cobrand.pixels import array
from cobrand.pixels.array import Bytes
from cobrand.pixels.near import highest

Mask = NDArray[np.bool_]

_STEP, _CLEAR_STEP = 14, 30
_EDGE, _COLOUR_EDGE = 0.35, 0.5
_SMUDGED = 8
"""How far JPEG's blocks smudge an edge, in px."""
_BAND = 32
"""Rows that are looked at together, from the edge inwards: most marks begin in the first."""


@dataclass(frozen=True, slots=True)
class Look:
    """A picture's colours, those of its ground, how far it is from them, where it may be firm.

    `ground` is a colour or as large as the picture; `limit` is how far noise strays.
    """

    rgb: Bytes
    ground: Bytes
    far: Bytes
    may_be: Mask
    limit: float

    def turned(self, quarters: int) -> Look:
        """Return the same turned by so many quarters, without a copy."""
        rgb, far, may_be = (
            np.rot90(each, quarters) for each in (self.rgb, self.far, self.may_be.view(np.uint8))
        )
        ground = np.rot90(self.ground, quarters) if self.ground.ndim > 1 else self.ground
        return Look(rgb, ground, far, may_be.view(np.bool_), self.limit)

    def rows(self, start: int, end: int) -> Look:
        """Return some of its rows."""
        rows = slice(max(0, start), end)
        ground = self.ground[rows] if self.ground.ndim > 1 else self.ground
        return Look(self.rgb[rows], ground, self.far[rows], self.may_be[rows], self.limit)


def box(look: Look) -> Box | None:
    """Return the box of what is surely the mark, in px of the picture, or None."""
    height, width = look.far.shape
    top = _first(look)
    if top is None:
        return None
    right, bottom, left = (_first(look.turned(quarters)) or 0 for quarters in (1, 2, 3))
    return Box.spanning(left, top, width - right, height - bottom)


def _first(look: Look) -> int | None:
    """Return the first row in which anything is sure."""
    for start in range(0, len(look.far), _BAND):
        if look.may_be[start : start + _BAND].any():
            above = min(start, _SMUDGED)
            near = look.rows(start - above, start + _BAND + _SMUDGED)
            sure = (_sure(near) & near.may_be)[above : above + _BAND]
            found = np.flatnonzero(sure.any(axis=1))
            if found.size:
                return start + int(found[0])
    return None


def _sure(look: Look) -> Mask:
    """Return where noise leaves no doubt: lightness tells, for JPEG smudges colour much farther.

    An edge lies where the step from the ground is a good part of the largest step near it, or
    more than noise can be.
    """
    step, far = _grey(look.rgb, look.ground), np.ascontiguousarray(look.far)
    most, farthest = highest(step, _SMUDGED), highest(far, _SMUDGED)
    by_lightness = (step >= _STEP) & ((step >= _EDGE * most) | (step > look.limit))
    return np.asarray(np.where(most >= _CLEAR_STEP, by_lightness, far >= _COLOUR_EDGE * farthest))


def _grey(rgb: Bytes, ground: Bytes) -> Bytes:
    """Return the difference in lightness, in 8-bit steps of grey (ITU-R BT.601)."""
    step = np.zeros(rgb.shape[:-1], np.float32)
    for channel, weight in enumerate((0.299, 0.587, 0.114)):
        apart = array.channel(rgb, channel).astype(np.float32) - ground[..., channel]
        step += np.float32(weight) * apart
    return np.abs(step).astype(np.uint8)
