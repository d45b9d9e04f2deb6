"""Turns a picture of numbers into what stands near each of its pixels."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_N = TypeVar("_N", np.uint8, np.float32)


def highest(values: NDArray[_N], by: int) -> NDArray[_N]:
    """Return the highest value in the square that reaches `by` px to each side, shape as given."""
    result, reached = np.array(values, order="C"), 0
    while reached < by:
        step = min(reached + 1, by - reached)  # doubling: what is grown already grows again
        wide = result.copy()
        np.maximum(wide[step:], result[:-step], out=wide[step:])
        np.maximum(wide[:-step], result[step:], out=wide[:-step])
        result = wide.copy()
        np.maximum(result[:, step:], wide[:, :-step], out=result[:, step:])
        np.maximum(result[:, :-step], wide[:, step:], out=result[:, :-step])
        reached += step
    return result


def grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """Return the mask with every point made a square that reaches `by` px to each side."""
    return highest(mask.view(np.uint8), by).view(np.bool_)
