"""Take a picture's colours at half the detail of its light, as JPEG and WebP keep them."""

from __future__ import annotations

import numpy as np

from cobrand.export.measure.search.artwork import Floats

_LIGHT = np.array([0.299, 0.587, 0.114], np.float32)  # as JPEG parts light from colour
_REACH = 2  # pixels: two that share a colour, and as far as they are made smooth again


def softened(pixels: Floats) -> Floats:
    """Return a picture, or the difference of two, whose colours are means of their neighbours'."""
    light = (pixels @ _LIGHT)[..., None]
    return np.asarray(light + _smooth(_smooth(pixels - light, 0), 1), np.float32)


def _smooth(values: Floats, axis: int) -> Floats:
    edges = [(0, 0)] * 3
    edges[axis] = (_REACH + 1, _REACH)
    sums = np.cumsum(np.pad(values, edges, mode="edge"), axis=axis, dtype=np.float64)
    width, count = 2 * _REACH + 1, values.shape[axis]
    high, low = (sums.take(range(start, start + count), axis) for start in (width, 0))
    return np.asarray((high - low) / width, np.float32)
