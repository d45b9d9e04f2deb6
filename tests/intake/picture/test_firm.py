"""A mark's box is what the whole picture would give, though only its edges are looked at."""

from __future__ import annotations

import numpy as np
import pytest

from cobrand.intake.picture import firm
from cobrand.model.geometry import Box

WHITE = np.array([255, 255, 255], np.uint8)


def look(boxes: list[tuple[int, int, int, int]], height: int = 300, width: int = 260) -> firm.Look:
    """Return dark boxes, left, top, right and bottom, on white paper that shivers round them."""
    rgb = np.full((height, width, 3), 255, np.uint8)
    for left, top, right, bottom in boxes:
        rgb[max(0, top - 6) : bottom + 6, max(0, left - 6) : right + 6] = 247
    for left, top, right, bottom in boxes:
        rgb[top:bottom, left:right] = (20, 40, 90)
    far = (255 - rgb).max(axis=-1).astype(np.uint8)
    return firm.Look(rgb, WHITE, far, far > 2, 12.0)


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([(100, 120, 140, 150)], (100, 120, 140, 150)),
        ([(3, 200, 9, 299), (250, 31, 260, 33)], (3, 31, 260, 299)),
        ([(0, 0, 260, 300)], (0, 0, 260, 300)),
        ([(64, 63, 66, 65)], (64, 63, 66, 65)),
    ],
)
def test_noise_round_a_mark_is_left_out(
    boxes: list[tuple[int, int, int, int]], expected: tuple[int, int, int, int]
) -> None:
    assert Box.spanning(*expected) == firm.box(look(boxes))


def test_where_nothing_may_be_a_mark_there_is_none() -> None:
    assert firm.box(look([])) is None
