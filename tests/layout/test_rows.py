"""Marks in rows: few and even ones, flush where they nearly are, nothing on anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobrand.layout.rows import Cell, Manner, arrange
from cobrand.library import Library
from cobrand.model.geometry import Size

RULES = Library.shipped().campaign("weareale").rules
WIDE = Cell(Size(4.0, 1.0))
MARK = Cell(Size(4.6, 1.0), gives=False)
LINED = Manner(RULES, printed=False, lines=True)
SOME = st.lists(
    st.builds(
        Cell,
        st.builds(Size, st.floats(0.4, 9), st.floats(0.5, 3)),
        st.sampled_from((0.0, 0.0, 0.5)),
        st.floats(0.2, 0.8),
    ),
    min_size=2,
    max_size=8,
)


def counted(rows):
    """Return how many marks stand in each row."""
    tops = [round(box.centre.y) for box in rows.boxes]
    return [tops.count(top) for top in dict.fromkeys(tops)]


@pytest.mark.parametrize(
    ("logos", "room", "counts"),
    [
        (2, Size(2000, 150), [3]),
        (3, Size(1300, 400), [2, 2]),
        (5, Size(1700, 400), [3, 3]),
        (8, Size(1700, 700), [3, 3, 3]),
        (3, Size(520, 900), [1, 1, 1, 1]),
    ],
)
def test_rows_are_few_and_even(logos, room, counts):
    rows = arrange((WIDE,) * logos + (MARK,), room, 100, 0, LINED)

    assert counted(rows) == counts


def test_rows_that_nearly_fill_the_width_are_flush_on_both_sides():
    rows = arrange((WIDE,) * 3 + (MARK,), Size(1300, 400), 100, 0, LINED)

    assert rows.boxes[0].left == rows.boxes[2].left == pytest.approx(0)
    assert rows.boxes[1].right == pytest.approx(rows.boxes[3].right)


def test_the_campaign_mark_stands_apart_where_it_is_asked_to():
    manner = Manner(RULES, printed=False, lines=True, apart="last")
    rows = arrange((WIDE,) * 3 + (MARK,), Size(2500, 900), 100, 0, manner)

    assert counted(rows) == [3, 1]
    assert any(line.width == pytest.approx(rows.size.width) for line in rows.lines)


def test_logos_give_way_before_the_campaign_mark_does():
    rows = arrange((WIDE,) * 8 + (MARK,), Size(900, 250), 100, 60, LINED)

    assert rows.height == 60
    assert rows.share < 1
    assert rows.boxes[-1].height == pytest.approx(60)
    assert rows.boxes[0].height == pytest.approx(60 * rows.share)


def test_rows_are_broken_where_logos_have_to_give_way_least():
    """Tall ones stand together: the campaign mark's row is high and wide anyway."""
    wide, tall = Cell(Size(5.0, 0.8)), Cell(Size(0.9, 2.4))
    rows = arrange((wide, wide, tall, tall, tall, MARK), Size(600, 160), 100, 48, LINED)

    assert counted(rows) == [2, 4]
    assert rows.share > 0.6


@given(cells=SOME, width=st.floats(300, 3000), height=st.floats(120, 1500), least=st.floats(0, 70))
def test_no_marks_meet_and_all_keep_their_gaps_in_any_room(cells, width, height, least):
    rows = arrange((*cells, MARK), Size(width, height), 100, least, LINED)
    pads = [cell.pad * rows.height for cell in (*cells, MARK)]
    outers = [box.grown(pad) for box, pad in zip(rows.boxes, pads, strict=True)]
    gap = RULES.gap_without_line * RULES.unit * rows.height

    assert rows.size.width <= width + 0.01
    assert rows.size.height <= height + 0.01
    for place, one in enumerate(outers):
        assert all(one.distance(other) >= gap - 0.01 for other in outers[place + 1 :])
        assert all(line.distance(one) > 0 for line in rows.lines)


@given(cells=SOME)
def test_marks_are_read_in_their_order(cells):
    rows = arrange((*cells, MARK), Size(1200, 700), 100, 0, LINED)
    read = sorted(rows.boxes, key=lambda box: (round(_row(box, rows), 3), box.left))

    assert read == list(rows.boxes)


def _row(box, rows):
    """Return the top of a mark's row: the least of those it shares a height with."""
    return min(
        other.top
        for other in rows.boxes
        if other.top < box.centre.y < other.bottom or box.top < other.centre.y < box.bottom
    )
