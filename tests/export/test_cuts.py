"""Places are cut at whole pixels: none over another, and few where more would not pay."""

from __future__ import annotations

import pytest

from cobrand.export.cuts import Cut, Page, cuts_of, strips_of
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Fill, Scene

PAGE = Page(Box(0, 0, 1000, 1000), 1)


def fill(left: float, top: float, width: float, height: float) -> Fill:
    return Fill(Box(left, top, width, height), Colour(0, 0, 0), "seat")


@pytest.mark.parametrize(
    ("size", "bleed", "pixels", "scale"),
    [
        (Size(400, 240), 0.0, (400, 240), 1),
        (Size(400, 240), 0.0, (1200, 720), 3),
        (Size(400, 240), 10.0, (840, 520), 2),
        (Size(400, 240), 0.0, (600, 360), None),
        (Size(400, 240), 0.0, (100, 60), None),
        (Size(400.5, 240), 0.0, (400, 240), None),
        (Size(400, 240), 11.34, (423, 263), None),
    ],
)
def test_only_pages_of_whole_pixels_are_cut(
    size: Size, bleed: float, pixels: tuple[int, int], scale: int | None
) -> None:
    page = Page.of(Scene(size, None, (), bleed=bleed), *pixels)

    assert (page and page.scale) == scale


def test_soft_edges_lie_inside() -> None:
    assert cuts_of([fill(100.5, 200.5, 50, 20)], PAGE) == (Cut(98, 198, 153, 223),)


def test_what_is_near_is_cut_out_together_and_what_is_far_is_not() -> None:
    near, far = fill(100, 100, 50, 50), fill(800, 900, 90, 50)

    assert len(cuts_of([near, fill(160, 100, 50, 50)], PAGE)) == 1
    assert len(cuts_of([near, far], PAGE)) == 2


def test_cuts_that_would_meet_share_no_pixel() -> None:
    one, other = cuts_of([fill(0, 500, 1000, 400), fill(600, 100, 300, 400)], PAGE)

    assert not one.meets(other)
    assert one.pixels + other.pixels == 1000 * 404 + 304 * 400


def test_a_strip_is_as_wide_as_what_shows_in_it() -> None:
    strips = strips_of([fill(800, 100, 100, 98), fill(500, 210, 400, 88)], PAGE, 2)

    assert strips == (Cut(798, 98, 902, 199), Cut(498, 199, 902, 300))


def test_large_pages_are_drawn_in_pieces() -> None:
    large = Page(Box(0, 0, 1500, 1500), 2)

    assert large.in_one_piece(Cut(0, 0, 2000, 2000))
    assert not large.in_one_piece(Cut(1990, 0, 2010, 10))
