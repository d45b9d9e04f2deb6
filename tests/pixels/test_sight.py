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
