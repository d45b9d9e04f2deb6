"""The two marks in their boxes: who leads, how far apart, with a line or without."""

import pytest

from cobrand.engine import Engine
from cobrand.intake.door import read
from cobrand.library import Library
from cobrand.model.brief import Brief, Options
from cobrand.model.guest import Companion, Guests
from tests.logos import drawn
from tests.squares import SquareTypesetter

ENGINE = Engine(Library.shipped(), SquareTypesetter(), load=drawn)


def pair(logo="round", language="en", **options):
    """Return the boxes of logo, mark and line, and X in px."""
    brief = Brief(name="Bridges", language=language, options=Options(**options))
    scene = ENGINE.compose(brief, drawn(logo)).scene
    return scene.box("logo"), scene.box("mark"), scene.box("separator"), scene.promise.unit


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("first", [False, True])
def test_the_campaign_mark_leads_when_it_is_asked_to(first, language):
    logo, mark, line, unit = pair(campaign_first=first, language=language, pairing="horizontal")
    mark_starts = (mark.right > logo.right) if language == "ar" else (mark.left < logo.left)

    assert mark_starts is first
    assert logo.distance(mark) == pytest.approx(2 * unit)
    assert line.centre.x == pytest.approx(
        (max(logo.left, mark.left) + min(logo.right, mark.right)) / 2
    )


@pytest.mark.parametrize("first", [False, True])
def test_the_campaign_mark_leads_from_above(first):
    logo, mark, _, unit = pair(campaign_first=first, pairing="stacked")

    assert (mark.bottom < logo.top) is first
    assert logo.distance(mark) == pytest.approx(2 * unit)
    assert logo.centre.x == pytest.approx(mark.centre.x)


def test_the_line_between_stacked_marks_goes_by_the_taller_one():
    logo, mark, line, _ = pair(pairing="stacked")

    assert logo.height > mark.height
    assert line.height == pytest.approx(max(1.5, 0.012 * logo.height))


@pytest.mark.parametrize("pairing", ["horizontal", "stacked"])
def test_without_the_line_the_marks_are_nearer(pairing):
    logo, mark, line, unit = pair(separator=False, pairing=pairing)

    assert line is None
    assert logo.distance(mark) == pytest.approx(1.5 * unit)


@pytest.mark.parametrize(("nudge", "ratio"), [(10, 1.1), (-10, 0.9)])
def test_a_nudge_makes_the_logo_more_prominent_by_as_much(nudge, ratio):
    plain, plain_mark, _, _ = pair()
    logo, mark, _, _ = pair(nudge=nudge)

    shares = (logo.height / mark.height) / (plain.height / plain_mark.height)
    assert shares**2 == pytest.approx(ratio, rel=1e-3)


def head(width, height, bars):
    """Return a letterhead's scene and what is said, for a logo that is a row of bars."""
    art = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    step = width / (2 * bars - 1)
    row = "".join(
        f'<path d="M{2 * bar * step} 0h{step}v{height}h-{step}z"/>' for bar in range(bars)
    )
    logo = read(f"{art}{row}</svg>".encode(), name="bars.svg")
    brief = Brief(name="B", template="letterhead", format="letterhead_a4", ground="paper")
    made = ENGINE.compose(brief, logo)
    return made.scene, {found.code for found in made.findings}


def test_the_line_goes_where_the_marks_are_equals_without_it():
    scene, said = head(1000, 158, bars=7)

    assert scene.box("separator") is None
    assert scene.promise.ratio == pytest.approx(1, abs=0.08)
    assert scene.box("logo").distance(scene.box("mark")) >= 1.5 * scene.promise.unit - 0.01
    assert "words.dropped" in said


def test_the_line_stays_where_the_logo_has_to_give_way_all_the_same():
    scene, said = head(100, 400, bars=1)

    assert scene.box("separator") is not None
    assert scene.promise.limit == "least"
    assert "words.dropped" not in said


def said(logo, format_="og_image", template="message", ground="brand", kinds=(), **options):
    """Return the codes of what is more than kept, for a card with this logo."""
    brief = Brief(
        name="Bridges", format=format_, template=template, ground=ground,
        options=Options(**options),
        companions=tuple(Companion(kind, f"{kind}.svg") for kind in kinds),
    )  # fmt: skip
    guests = Guests(companions=tuple(drawn("emblem") for _ in kinds))
    found = ENGINE.compose(brief, drawn(logo), guests).findings
    return {each.code for each in found if each.severity}


@pytest.mark.parametrize("format_", ["og_image", "ig_square", "story", "fb_cover"])
@pytest.mark.parametrize("kinds", [(), ("eu",)], ids=["alone", "with EU"])
@pytest.mark.parametrize("logo", ["wide", "blue"])
def test_who_leaves_the_arrangement_open_is_not_advised_to_change_it(logo, format_, kinds):
    assert "rule.orientation" not in said(logo, format_, kinds=kinds)


def test_who_stacks_wide_marks_where_they_have_room_is_told():
    assert "rule.orientation" in said("blue", "og_image", pairing="stacked")


@pytest.mark.parametrize(
    ("place", "logo", "kinds", "code"),
    [
        (("lockup", "lockup", "dark"), "blue", (), "ground.other-lockup"),
        (("lockup", "lockup", "light"), "blue", (), None),
        (("ig_square", "message", "dark"), "blue", (), "ground.other-table"),
        (("ig_square", "message", "dark"), "blue", ("eu",), "ground.table_companions"),
        (("letterhead_a4", "letterhead", "paper"), "white", (), "ground.other-table"),
    ],
)
def test_another_ground_than_was_asked_for_is_told_with_its_reason(place, logo, kinds, code):
    found = {each for each in said(logo, *place, kinds=kinds) if each.startswith("ground.")}

    assert found == ({code} if code else set())
