"""Turns a picture of numbers into what stands near each of its pixels."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_N = TypeVar("_N", np.uint8, np.float32)


def highest(values: NDArray[_N], by: int) -> NDArray[_N]:
    """Return the highest value in the square that reaches `by` px to each side, shape as given."""
    return _raised(_raised(values, by).T, by).T


def grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """Return the mask with every point made a square that reaches `by` px to each side."""
    return highest(mask.view(np.uint8), by).view(np.bool_)


def _raised(values: NDArray[_N], by: int) -> NDArray[_N]:
    result, reached = values.copy(), 0
    while reached < by:
        step = min(reached + 1, by - reached)  # doubling: what is grown already grows again
        wider = result.copy()
        np.maximum(wider[step:], result[:-step], out=wider[step:])
        np.maximum(wider[:-step], result[step:], out=wider[:-step])
        result, reached = wider, reached + step
    return result
