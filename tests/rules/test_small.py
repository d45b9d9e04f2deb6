"""Sizes on a finished page: letters of both marks, pictures by area, the least lock-up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cobrand.library import Library
from cobrand.model.bitmap import Bitmap
from cobrand.model.campaign import Campaign
from cobrand.model.colour import BLACK
from cobrand.model.finding import Finding, Severity
from cobrand.model.format import Format
from cobrand.model.geometry import PX_PER_MM, Box, Size
from cobrand.model.scene import Fill, Picture, Scene
from cobrand.rules import spacing
from cobrand.rules.review import review
from tests.export.scenes import make_format
from tests.rules.test_review import LINE, LOGO, MARK, PROMISE, scene

KEPT, NOTE, WARNING, BREACH = Severity.KEPT, Severity.NOTE, Severity.WARNING, Severity.BREACH


@pytest.fixture
def campaign(library: Library) -> Campaign:
    return library.campaign("weareale")


def all_told(page: Scene, campaign: Campaign, format_: Format, code: str) -> list[Finding]:
    return [found for found in review(page, campaign, format_) if found.code == code]


def paper(width: float, height: float) -> Format:
    return make_format("print", Size(width * 1000 * PX_PER_MM, height * 1000 * PX_PER_MM))


@pytest.mark.parametrize(
    ("width", "height", "ppi"),
    [
        (0.21, 0.297, 300),  # a letter
        (0.594, 0.841, 300),  # A1 is 0.5 m²
        (0.85, 2.0, 150),  # a roll-up
        (3.0, 2.0, 100),
        (5.0, 4.0, 72),
        (10.0, 4.0, 72),
    ],
)
def test_what_is_seen_from_further_off_needs_fewer_pixels(
    campaign: Campaign, width: float, height: float, ppi: float
) -> None:
    assert spacing.least_ppi(paper(width, height), campaign.rules) == ppi


@pytest.mark.parametrize(("pixels", "severity"), [(89, BREACH), (91, WARNING), (151, KEPT)])
def test_a_picture_on_a_roll_up_is_judged_by_its_area(
    campaign: Campaign, pixels: int, severity: Severity
) -> None:
    box = Box(100, 900, 96, 96)  # an inch
    picture = Picture(box, Bitmap(pixels, 1, b"\0" * 4 * pixels), Box(0, 0, pixels, 1), "logo-2")
    (found,) = all_told(scene(picture), campaign, paper(0.85, 2.0), "rule.effective_ppi")

    assert (found.severity, found.named) == (severity, {"measured": pixels, "limit": 150})


@pytest.mark.parametrize(
    ("letter", "mark_letter", "severities"),
    [(9, 9, (KEPT, KEPT)), (9, 7, (KEPT, WARNING)), (7, 9, (WARNING, KEPT))],
)
def test_the_smallest_letters_of_both_marks_are_asked(
    campaign: Campaign, letter: float, mark_letter: float, severities: tuple[Severity, Severity]
) -> None:
    promise = replace(PROMISE, letter=letter, mark_letter=mark_letter)
    found = all_told(scene(promise=promise), campaign, make_format(), "rule.letter_px")

    assert [(each.role, each.severity) for each in found] == list(
        zip(("logo", "mark"), severities, strict=True)
    )


def test_in_a_small_format_small_letters_are_a_note(campaign: Campaign) -> None:
    promise = replace(PROMISE, letter=7, mark_letter=7)
    small = make_format("web", Size(160, 600))
    found = all_told(scene(promise=promise), campaign, small, "rule.letter_px")

    assert {each.severity for each in found} == {NOTE}


@pytest.mark.parametrize(
    ("share", "severity"),
    [(1.0, KEPT), (0.48, KEPT), (0.45, WARNING)],  # of a mark 100 px high: 12 mm are 45.4 px
)
def test_a_lock_up_says_how_small_it_may_be_placed(
    campaign: Campaign, share: float, severity: Severity
) -> None:
    boxes = [box.moved(-50, -850) for box in (LOGO, MARK, LINE)]
    logo, mark, line = (
        Box(*(share * edge for edge in (box.left, box.top, box.width, box.height))) for box in boxes
    )
    promise = replace(PROMISE, letter=share * 60, mark_letter=share * 80)
    page = scene(logo=logo, mark=mark, line=line, promise=promise, size=Size(850 * share, 200))
    (found,) = all_told(page, campaign, make_format("lockup"), "rule.placed")

    assert found.severity is severity
    assert found.named["limit"] == 408  # 8.5 heights of the mark, which is 48 px high at least
    assert found.named["least_mm"] == pytest.approx(102)


def test_small_letters_make_the_least_lock_up_larger(campaign: Campaign) -> None:
    promise = replace(PROMISE, letter=10, mark_letter=80)
    page = scene(promise=promise)
    (found,) = all_told(page, campaign, make_format("lockup"), "rule.placed")

    assert found.named["limit"] == round(1080 / 10 * 8)
    assert found.named["least_mm"] == pytest.approx(1080 / 10 * 1.5)


@pytest.mark.parametrize(
    ("line", "colour", "severity"),
    [
        (LINE, None, KEPT),
        (Box(349, 910, 2, 80), None, WARNING),  # shorter than the pair
        (LINE, BLACK, WARNING),  # not the colour of the words
    ],
)
def test_the_line_is_as_long_as_the_pair_and_of_the_words_colour(
    campaign: Campaign, line: Box, colour: object, severity: Severity
) -> None:
    page = scene(line=line)
    if colour:
        pair = page.items[-1]
        items = tuple(
            replace(each, colour=colour) if isinstance(each, Fill) else each for each in pair.items
        )
        page = replace(page, items=(replace(pair, items=items),))
    (found,) = all_told(page, campaign, make_format(), "rule.separator")

    assert found.severity is severity


def test_a_campaign_may_want_a_longer_line(campaign: Campaign) -> None:
    longer = replace(campaign, rules=replace(campaign.rules, separator_length=1.5))

    (short,) = all_told(scene(), longer, make_format(), "rule.separator")
    (long,) = all_told(scene(line=Box(349, 875, 2, 150)), longer, make_format(), "rule.separator")
    assert (short.severity, long.severity) == (WARNING, KEPT)
