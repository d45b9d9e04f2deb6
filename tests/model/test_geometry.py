"""Boxes and colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobrand.model.colour import BLACK, WHITE, Colour, contrast, mix
from cobrand.model.geometry import Box, Insets

sides = st.floats(-1e4, 1e4, allow_nan=False)
lengths = st.floats(0.1, 1e4)
boxes = st.builds(Box, sides, sides, lengths, lengths)
channels = st.integers(0, 255)


@given(boxes, boxes)
def test_the_union_holds_both(one, other):
    whole = one.union(other)

    assert whole.holds(one, 1e-6)
    assert whole.holds(other, 1e-6)


@given(boxes, st.floats(1, 1e4))
def test_twice_mirrored_is_where_it_was(box, width):
    assert box.mirrored(width).mirrored(width).left == pytest.approx(box.left, abs=1e-6)


def test_the_distance_is_the_larger_gap_and_negative_where_they_meet():
    assert Box(0, 0, 10, 10).distance(Box(30, 12, 5, 5)) == 20
    assert Box(0, 0, 10, 10).distance(Box(5, 5, 20, 20)) == -5


def test_insets_take_from_each_edge():
    assert Box(0, 0, 100, 50).inset(Insets(1, 2, 3, 4)) == Box(1, 2, 96, 44)


def test_black_on_white_has_a_contrast_of_21():
    assert contrast(BLACK, WHITE) == pytest.approx(21)


@given(channels, channels, channels)
def test_oklch_and_back_is_the_same_colour(red, green, blue):
    colour = Colour(red, green, blue)
    back = Colour.from_oklch(*colour.oklch)

    pairs = zip((red, green, blue), (back.red, back.green, back.blue), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 1


def test_a_mix_lies_between():
    assert mix(BLACK, WHITE, 0.5) == Colour(128, 128, 128)


@pytest.mark.parametrize("text", ["", "red", "#12", "#12345", "123456", "#GGGGGG"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        Colour.parse(text)
