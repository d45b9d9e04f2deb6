"""Marks in a row: on their visual middle within bounds, or on the line their words stand on."""

from __future__ import annotations

import pytest

from cobrand.layout.level import Stand, level
from cobrand.library import Library
from cobrand.model.campaign import Rules


@pytest.fixture
def rules(library: Library) -> Rules:
    return library.campaign("weareale").rules


@pytest.mark.parametrize(
    ("middle", "top"),
    [
        (0.5, 25.0),  # level by its box,
        (0.54, 23.0),  # raised by as much as its ink hangs low,
        (0.9, 20.0),  # and never by more than 5 % of the taller one
        (0.1, 30.0),
    ],
)
def test_the_smaller_mark_is_levelled_by_its_ink(rules: Rules, middle: float, top: float) -> None:
    tall, low = level([Stand(100, 0.5), Stand(50, middle)], "centre", rules).tops

    assert (tall, low) == pytest.approx((0, top))


def test_every_mark_of_a_row_is_levelled_with_the_tallest(rules: Rules) -> None:
    marks = [Stand(40, 0.5), Stand(100, 0.52), Stand(60, 0.5)]

    assert level(marks, "centre", rules).tops == pytest.approx((32, 0, 22))


def test_words_stand_on_one_line(rules: Rules) -> None:
    marks = [Stand(100, 0.5, 0.7), Stand(60, 0.4, 1.0), Stand(30, 0.5, 0.9)]
    found = level(marks, "baseline", rules)

    lines = [
        top + mark.height * (mark.baseline or 0)
        for top, mark in zip(found.tops, marks, strict=True)
    ]
    assert lines == pytest.approx([70, 70, 70])
    assert found.kept_from == ""


@pytest.mark.parametrize(
    ("other", "why"), [(Stand(60, 0.5), "no-words"), (Stand(10, 0.5, 1.0), "too-far")]
)
def test_without_a_sensible_line_marks_are_levelled_by_their_ink(
    rules: Rules, other: Stand, why: str
) -> None:
    marks = [Stand(100, 0.5, 1.0), other]
    found = level(marks, "baseline", rules)

    assert found.kept_from == why
    assert found.tops == level(marks, "centre", rules).tops
