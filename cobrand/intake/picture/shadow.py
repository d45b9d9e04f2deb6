"""Tells soft shadows from the mark: they fade where a mark's edges are sharp."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.pixels import array, regions
from cobrand.pixels.array import Bytes
from cobrand.pixels.near import highest

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

DEEPEST = 0.45
"""Shadows are never denser than this."""
DARK = 96
"""Shadows in transparent pictures are this dark, in 8 bit, or darker."""
_FADING = 0.25
"""A shadow's slope in one px, as a share of the densest point within `_AROUND` px."""
_AROUND = 3
_NEARBY = _AROUND + 2  # rows on which it depends whether one fades
_CLEAR = 0.04
_GREY = 0.05
_FEWEST = 0.002
_FARTHEST = 140
"""How far, in 8-bit steps, the deepest shadow may be from white: 255 × (DEEPEST + its spread)."""


def in_alpha(picture: Bytes) -> Mask:
    """Return the shadows of a transparent picture, shape (height, width, 4)."""
    alpha = np.ascontiguousarray(picture[..., 3])
    faint = np.flatnonzero((alpha >= _CLEAR * 255) & (alpha < DEEPEST * 255))
    dark = np.count_nonzero(array.most(picture.reshape(-1, 4)[faint]) <= DARK)
    if dark / alpha.size < _FEWEST:
        return np.zeros(alpha.shape, bool)
    return _soft(alpha.astype(np.float32) / np.float32(255), array.most(picture) <= DARK)


def on_ground(picture: Bytes, ground: Bytes, far: Bytes) -> Mask:
    """Return the shadows on a ground, which is a colour or as large as the picture.

    `far` is how far each pixel is from it, in 8-bit steps. A shadow dims all channels alike.
    """
    bands = array.bands(len(far))
    seen = sum(_may_be(picture[rows], _part(ground, rows), far[rows]) for rows in bands)
    if seen / far.size < _FEWEST:
        return np.zeros(far.shape, bool)
    density, even = np.empty(far.shape, np.float32), np.empty(far.shape, bool)
    for rows in bands:
        dimmed = _dimmed(picture[rows], _part(ground, rows))
        density[rows], even[rows] = dimmed.density.clip(0, 1), dimmed.even
    return _soft(density, even)


def _part(ground: Bytes, rows: slice) -> Bytes:
    return ground if ground.ndim == 1 else ground[rows]


def _may_be(picture: Bytes, ground: Bytes, far: Bytes) -> int:
    """Return how many pixels are dimmed evenly and visibly; the ground itself never is."""
    there = np.nonzero((far > 0) & (far <= _FARTHEST))
    dimmed = _dimmed(picture[there], ground if ground.ndim == 1 else ground[there])
    return int(np.count_nonzero(dimmed.even & (dimmed.density >= _CLEAR)))


def density(picture: Bytes, ground: Bytes) -> Floats:
    """Return how dense each pixel would be as a shadow on a ground, 0–1."""
    return _dimmed(picture, ground).density


@dataclass(frozen=True, slots=True)
class _Dimmed:
    """How much darker than the ground each pixel is, and where all channels are so alike."""

    density: Floats
    even: Mask


def _dimmed(picture: Bytes, ground: Bytes) -> _Dimmed:
    red, green, blue = (_below(array.channel(picture, n), ground[..., n]) for n in range(3))
    density = (red + green + blue) / np.float32(3)
    spread = np.maximum(np.maximum(red, green), blue)
    spread -= np.minimum(np.minimum(red, green), blue)
    even = spread <= np.float32(_GREY) + np.float32(0.1) * np.abs(density)
    return _Dimmed(density, even & (density >= 0) & (density < DEEPEST))


def _below(channel: Bytes, ground: Bytes) -> Floats:
    return np.asarray(1 - channel.astype(np.float32) / np.maximum(ground.astype(np.float32), 1))


def _soft(density: Floats, may_be: Mask) -> Mask:
    possible = may_be & (density < DEEPEST)
    clear = density < _CLEAR
    if array.share(possible & ~clear) < _FEWEST:
        return np.zeros_like(possible)
    fading = np.concatenate([_fading(density, rows) for rows in array.bands(len(density))])
    return regions.from_border(clear | (possible & fading)) & ~clear


def _fading(density: Floats, rows: slice) -> Mask:
    """Return where the picture fades, in some of its rows."""
    first = max(0, rows.start - _NEARBY)
    smooth = _averaged(density[first : rows.stop + _NEARBY])
    fading = _slope(smooth) <= _FADING * highest(smooth, _AROUND)
    return fading[rows.start - first :][: rows.stop - rows.start]


def _averaged(values: Floats) -> Floats:
    for axis in (0, 1):
        padded = np.pad(values, [(1, 1) if each == axis else (0, 0) for each in (0, 1)], "edge")
        one, two, three = (padded[n : n - 2 or None] if axis == 0 else padded[:, n : n - 2 or None]
                           for n in range(3))  # fmt: skip
        values = (one + two + three) / np.float32(3)
    return values


def _slope(values: Floats) -> Floats:
    """Return the steepest change in one px; beyond the picture there is nothing."""
    wide = np.pad(values, 1)
    down = np.abs(wide[2:, 1:-1] - wide[:-2, 1:-1])
    across = np.abs(wide[1:-1, 2:] - wide[1:-1, :-2])
    return np.asarray(np.maximum(down, across) / np.float32(2), np.float32)
