"""The hull and the ink of a drawing on a ground."""

from __future__ import annotations

import numpy as np
import pytest

from cobrand.model.colour import BLACK, WHITE, Colour
from cobrand.pixels import array
from cobrand.pixels.sight import hull_area, see


def test_the_hull_spans_the_gap_between_parts() -> None:
    mask = np.zeros((10, 30), bool)
    mask[:, :5] = mask[:, 25:] = True

    assert hull_area(mask) == 300.0


def test_the_hull_of_a_triangle_is_half_its_box() -> None:
    mask = np.tri(200, 200, dtype=bool)

    assert hull_area(mask) == pytest.approx(200 * 200 / 2, rel=0.02)


@pytest.mark.parametrize(("ground", "ink"), [(WHITE, 1.0), (BLACK, 0.0)])
def test_black_ink_is_full_on_white_and_nothing_on_black(ground: Colour, ink: float) -> None:
    drawing = np.zeros((10, 10, 4), np.uint8)
    drawing[..., 3] = 255
    seen = see(array.bitmap(drawing), ground, 60)

    assert seen.ink == pytest.approx(ink)
    assert seen.hull == pytest.approx(ink)


@pytest.mark.parametrize("seed", range(8))
def test_a_hull_encloses_what_wrapping_the_corners_does(seed: int) -> None:
    blots = np.random.default_rng(seed)
    mask = blots.random((60, 80)) < 0.02 * (1 + seed)
    mask[: blots.integers(1, 30), : blots.integers(1, 60)] = False
    corners = [
        (int(x) + d, int(y) + e) for y, x in np.argwhere(mask) for d in (0, 1) for e in (0, 1)
    ]

    assert hull_area(mask) == pytest.approx(_wrapped(corners))


def _wrapped(points: list[tuple[int, int]]) -> float:
    """Return the area that a gift's paper encloses: from each corner to the outermost next."""
    at = start = min(points)
    area = 0.0
    while True:
        following = next(point for point in points if point != at)
        for other in points:
            left = (following[0] - at[0]) * (other[1] - at[1])
            right = (following[1] - at[1]) * (other[0] - at[0])
            near, far = _squared(at, following), _squared(at, other)
            if left < right or (left == right and far > near):
                following = other
        area += at[0] * following[1] - at[1] * following[0]
        at = following
        if at == start:
            return abs(area) / 2


def _squared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
