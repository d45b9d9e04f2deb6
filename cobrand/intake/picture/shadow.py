"""Tells soft shadows from the mark: they fade where a mark's edges are sharp."""

from __future__ import annotations

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
_CLEAR = 0.04
_GREY = 0.05
_FEWEST = 0.002


def in_alpha(picture: Bytes) -> Mask:
    """Return the shadows of a transparent picture, shape (height, width, 4)."""
    faint = picture[..., 3]
    if array.share((faint >= _CLEAR * 255) & (faint < DEEPEST * 255)) < _FEWEST:
        return np.zeros(faint.shape, bool)
    alpha = faint.astype(np.float32) / np.float32(255)
    red, green, blue = (picture[..., each] for each in range(3))
    return _soft(alpha, np.maximum(np.maximum(red, green), blue) <= DARK)


def on_ground(rgb: Bytes, ground: Bytes) -> tuple[Mask, Floats]:
    """Return the shadows on a ground, and how dense each point would be as a shadow, 0–1.

    `ground` is a colour or as large as the picture; a shadow dims all of its channels alike.
    """
    red, green, blue = (_dimmed(rgb[..., each], ground[..., each]) for each in range(3))
    density = (red + green + blue) / np.float32(3)
    most = np.maximum(np.maximum(red, green), blue)
    spread = most - np.minimum(np.minimum(red, green), blue)
    alike = spread <= np.float32(_GREY) + np.float32(0.1) * np.abs(density)
    return _soft(density.clip(0, 1), alike & (density >= 0)), density


def _dimmed(channel: Bytes, ground: Bytes) -> Floats:
    if ground.ndim == 0:  # a colour dims each of 256 values in one way
        return np.asarray(_dimmed(np.arange(256, dtype=np.uint8), ground[None])[channel])
    below = np.maximum(ground.astype(np.float32), 1)
    return np.asarray(1 - channel.astype(np.float32) / below, np.float32)


def _soft(density: Floats, may_be: Mask) -> Mask:
    possible = may_be & (density < DEEPEST)
    clear = density < _CLEAR
    if array.share(possible & ~clear) < _FEWEST:
        return np.zeros_like(possible)
    smooth = _averaged(density)
    fading = _slope(smooth) <= _FADING * highest(smooth, _AROUND)
    return regions.from_border(clear | (possible & fading)) & ~clear


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
