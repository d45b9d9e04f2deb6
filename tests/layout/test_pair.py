"""The two marks in their boxes: who leads, how far apart, with a line or without."""

import pytest

from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.model.brief import Brief, Options
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
