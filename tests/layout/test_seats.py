"""The circle of seats: always the same for a name, never under words, one lit."""

import math

import pytest

from cobrand.engine import Engine
from cobrand.layout.seats import Circle, arc, draw_seats
from cobrand.library import Library
from cobrand.library.places import shipped
from cobrand.model.brief import Brief
from cobrand.model.campaign import Ground
from cobrand.model.colour import BLACK, WHITE, Colour
from cobrand.model.geometry import Box, Point
from tests.logos import drawn
from tests.squares import SquareTypesetter

LAMP, SEA = Colour(255, 197, 61), Colour(140, 203, 187)
GROUND = Ground(
    "brand", BLACK, WHITE, LAMP, WHITE, Colour(53, 145, 140), (SEA,), LAMP, WHITE, BLACK, BLACK
)
SHORT = (("message", "Learn"),)
PAGE = Box(0, 0, 1080, 800)
CIRCLE = Circle(Point(855, 800), 45, 700, PAGE)


def test_the_same_name_gets_the_same_circle():
    assert draw_seats(CIRCLE, GROUND, LAMP, "Riverbank") == draw_seats(
        CIRCLE, GROUND, LAMP, "Riverbank"
    )
    assert draw_seats(CIRCLE, GROUND, LAMP, "Riverbank") != draw_seats(
        CIRCLE, GROUND, LAMP, "Centro Puentes"
    )


def test_exactly_one_seat_is_lit_and_it_is_whole():
    lit = [seat for seat in draw_seats(CIRCLE, GROUND, LAMP, "x") if seat.role == "lit-seat"]

    assert [seat.colour for seat in lit] == [LAMP]
    assert PAGE.holds(lit[0].box)


def test_at_most_one_seat_in_seven_is_a_spark():
    seats = draw_seats(CIRCLE, GROUND, LAMP, "x")
    sparks = [seat for seat in seats if seat.colour == SEA]

    assert 0 < len(sparks) <= min(6, len(seats) / 7)


def test_no_seat_touches_what_is_kept_free():
    keep = Box(300, 500, 400, 200)
    circle = Circle(CIRCLE.centre, 45, 700, PAGE, keep=(keep,))

    seats = draw_seats(circle, GROUND, LAMP, "x")

    assert seats
    assert not any(dot.meets(keep) for seat in seats for dot in _dots(seat))


def test_too_little_room_makes_no_circle():
    assert draw_seats(Circle(Point(855, 800), 45, 150, PAGE), GROUND, LAMP, "x") == ()


def test_an_arc_stays_on_its_circle():
    centre = Point(10, 20)
    outline = arc(centre, 100, 0, 180)

    ends = [(segment[-2], segment[-1]) for segment in outline]
    assert ends[0] == pytest.approx((110, 20))
    assert ends[-1] == pytest.approx((-90, 20))
    assert all(math.hypot(x - 10, y - 20) == pytest.approx(100) for x, y in ends)


PANEL = 'extends = "message"\n[name]\nen = "Own"\n[seats.class.wide]\nreach = {}\nleast = {}\n'


@pytest.mark.parametrize(("reach", "least"), [(7.0, 2.0), (2.0, 9.0)])
def test_a_circle_on_a_panel_reaches_as_far_as_its_template_says(tmp_path, reach, least):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "own.toml").write_text(PANEL.format(reach, least), "utf-8")
    engine = Engine(Library(tmp_path, shipped()), SquareTypesetter())
    brief = Brief(name="x", format="web_billboard", template="own", message="", words=SHORT)

    scene = engine.compose(brief, drawn("wide")).scene

    seats = [seat for role in ("seat", "lit-seat") for seat in scene.find(role)]
    centre = Point(scene.find("table")[0].box.left, 125)
    far = max(
        math.dist((dot.left, dot.top), (centre.x, centre.y)) for s in seats for dot in _ends(s)
    )
    u, ring = 250 / 24, 1.34 * 1.85 * 250 / 24
    assert max(reach, least) * u - 2 * ring < far < max(reach, least) * u


def test_a_seat_under_what_a_platform_covers_is_not_the_lit_one():
    plain = next(s for s in draw_seats(CIRCLE, GROUND, LAMP, "x") if s.role == "lit-seat")
    covered = Circle(CIRCLE.centre, 45, 700, PAGE, covered=(plain.box,))
    unseen = Circle(CIRCLE.centre, 45, 700, PAGE, covered=(PAGE,))

    other = next(s for s in draw_seats(covered, GROUND, LAMP, "x") if s.role == "lit-seat")
    none = draw_seats(unseen, GROUND, LAMP, "x")

    assert not other.box.meets(plain.box)
    assert len(none) == len(draw_seats(CIRCLE, GROUND, LAMP, "x"))
    assert LAMP not in {seat.colour for seat in none}


def _ends(seat):
    """Return the ends of a seat as dots without size."""
    return [Box(x, y, 0, 0) for x, y in (seat.outline[0][-2:], seat.outline[-1][-2:])]


def _dots(seat):
    ends = (seat.outline[0][-2:], seat.outline[-1][-2:])
    return [Box(x, y, 0, 0).grown(seat.stroke / 2) for x, y in ends]
