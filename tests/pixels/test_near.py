"""What stands near a pixel is found as by looking at each square in turn."""

from __future__ import annotations

import numpy as np
import pytest

from cobrand.pixels.near import grown, highest


@pytest.mark.parametrize("by", [0, 1, 2, 3, 7])
@pytest.mark.parametrize("shape", [(1, 9), (2, 2), (9, 13)])
def test_the_highest_value_of_each_square(shape: tuple[int, int], by: int) -> None:
    values = np.random.default_rng(by).random(shape, dtype=np.float32)
    squares = [
        values[max(0, y - by) : y + by + 1, max(0, x - by) : x + by + 1].max()
        for y, x in np.ndindex(shape)
    ]

    assert squares == highest(values, by).ravel().tolist()


def test_a_point_becomes_a_square() -> None:
    mask = np.zeros((7, 7), bool)
    mask[3, 3] = True

    assert grown(mask, 2).sum(axis=0).tolist() == [0, 5, 5, 5, 5, 5, 0]
