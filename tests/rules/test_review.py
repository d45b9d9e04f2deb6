"""Scenes with one rule broken by a known amount: each is told, with its number."""

from dataclasses import replace

import pytest

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import BLACK, WHITE, Colour
from cobrand.model.finding import Severity
from cobrand.model.geometry import Box, Insets, Point, Size
from cobrand.model.logo import SvgArt
from cobrand.model.scene import Drawing, Fill, Group, Picture, Promise, Scene, Words
from cobrand.model.text import TextBlock, TextLine, TextStyle
from cobrand.rules.case import Marks
from cobrand.rules.eye import Eye
from cobrand.rules.review import review
from tests.logos import drawn

KEPT, NOTE, WARNING, BREACH = Severity.KEPT, Severity.NOTE, Severity.WARNING, Severity.BREACH
INK = Colour(0x13, 0x24, 0x2B)  # the words' colour on white
ART = SvgArt("<path/>", Size(200, 100))
LOGO, MARK = Box(100, 900, 200, 100), Box(400, 900, 450, 100)  # X is 50 px, the gap 2X
LINE = Box(349, 900, 2, 100)
HEAD, SOURCE = Box(90, 90, 400, 60), Box(0, 0, 200, 100)
PROMISE = Promise(50, 1.0, "", WHITE, False, True, "colour", contrast=9.0, letter=20.0)


@pytest.fixture
def campaign(library):
    return library.campaign("weareale")


@pytest.fixture
def square(library):
    return library.format("ig_square")


def words(box=HEAD, colour=BLACK, role="headline"):
    line = TextLine("Hello", (), box.width, Box(0, -box.height, box.width, box.height))
    block = TextBlock((line,), (Point(0, box.height),), box.size, TextStyle(60), "Hello")
    return Words(box, block, colour, role)


def scene(*more, logo=LOGO, mark=MARK, line=LINE, promise=PROMISE, **changes):
    items = [drawing(logo, "logo"), drawing(mark, "mark", Box(0, 0, 450, 100))]
    if line is not None:
        items.insert(1, Fill(line, INK, "separator"))
    pair = Group(logo.union(mark), tuple(items), "lockup")
    made = Scene(Size(1080, 1080), WHITE, (*more, pair), alt="Hello", promise=promise)
    return replace(made, **changes)


def drawing(box, role, source=SOURCE):
    return Drawing(box, ART, source, role)


def told(page, campaign, format_, code, marks=None):
    return next(f for f in review(page, campaign, format_, marks) if f.code == code)


def test_a_clean_scene_breaks_nothing_but_names_the_stand_in(campaign, square):
    found = review(scene(words()), campaign, square)

    assert {f.code for f in found if f.severity > KEPT} == {"mark.stand-in"}
    assert len(found) >= 12


def test_words_nearer_than_x_are_told_with_their_distance(campaign, square):
    near = words(Box(100, 800, 400, 60))  # 40 px above the pair

    found = told(scene(near), campaign, square, "rule.clear_space")

    assert (found.severity, found.named["measured"]) == (BREACH, pytest.approx(0.8))


def test_an_edge_nearer_than_x_is_told(campaign, square):
    low = [box.moved(0, 60) for box in (LOGO, MARK, LINE)]  # 20 px above the lower edge

    page = scene(logo=low[0], mark=low[1], line=low[2])

    assert told(page, campaign, square, "rule.clear_space").named["measured"] == pytest.approx(0.4)


def test_just_enough_clear_space_is_a_note(campaign, square):
    near = words(Box(100, 785, 400, 60))  # 55 px above the pair

    assert told(scene(near), campaign, square, "rule.clear_space_tight").severity is NOTE


@pytest.mark.parametrize(("gap", "line", "severity"), [
    (80, LINE, BREACH), (100, LINE, KEPT), (80, None, KEPT), (70, None, BREACH),
])  # fmt: skip
def test_the_gap_is_2x_with_a_line_and_one_and_a_half_without(
    campaign, square, gap, line, severity
):
    promise = replace(PROMISE, separator=line is not None)
    page = scene(mark=Box(300 + gap, 900, 450, 100), line=line, promise=promise)

    found = told(page, campaign, square, "rule.gap")

    assert (found.severity, found.named["measured"]) == (severity, pytest.approx(gap / 50))


@pytest.mark.parametrize("line", [Box(349, 900, 0.5, 100), Box(299, 900, 2, 100)])
def test_a_line_too_thin_or_touching_is_told(campaign, square, line):
    assert told(scene(line=line), campaign, square, "rule.separator").severity is WARNING


@pytest.mark.parametrize(("height", "severity"), [(60, BREACH), (64.8, KEPT)])
def test_the_mark_is_six_per_cent_of_a_social_card(campaign, square, height, severity):
    mark = Box(400, 900, 4.5 * height, height)

    found = told(scene(mark=mark), campaign, square, "rule.min_size_px")

    assert (found.severity, found.named["measured"]) == (severity, pytest.approx(height))


def test_on_paper_the_mark_is_measured_in_mm(campaign, library):
    letter = library.format("letterhead_a4")

    found = told(scene(mark=Box(400, 900, 180, 40)), campaign, letter, "rule.min_size_mm")

    assert (found.severity, found.named["measured"]) == (BREACH, pytest.approx(10.58, abs=0.01))


def test_letters_too_small_to_read_are_told(campaign, square):
    page = scene(promise=replace(PROMISE, letter=5.0))

    found = told(page, campaign, square, "rule.letter_px")

    assert (found.severity, found.named["measured"]) == (WARNING, 5.0)


@pytest.mark.parametrize(("pixels", "severity"), [(60, BREACH), (150, WARNING), (400, KEPT)])
def test_a_picture_has_pixels_enough(campaign, square, pixels, severity):
    picture = Picture(LOGO, Bitmap(pixels, 1, b"\0" * 4 * pixels), Box(0, 0, pixels, 1), "logo-2")

    assert told(scene(picture), campaign, square, "rule.effective_ppi").severity is severity


@pytest.mark.parametrize(
    ("ratio", "limit", "code", "severity"),
    [
        (1.05, "", "rule.equal_prominence", KEPT),
        (0.88, "", "rule.equal_prominence", WARNING),
        (1.30, "", "rule.equal_prominence", BREACH),
        (0.60, "least", "rule.prominence_limit_px", WARNING),
        (1.30, "hull", "rule.prominence_limit_hull", WARNING),
    ],
)
def test_prominence_is_judged_by_its_ratio(campaign, square, ratio, limit, code, severity):
    page = scene(promise=replace(PROMISE, ratio=ratio, limit=limit))

    found = told(page, campaign, square, code)

    assert (found.severity, found.named["measured"]) == (severity, ratio)


@pytest.mark.parametrize(("height", "severity"), [(100, KEPT), (94, WARNING), (80, BREACH)])
def test_prominence_is_seen_on_the_scene_whatever_the_layout_says(
    campaign, square, height, severity
):
    marks = Marks(drawn("wide"), drawn("wide"), Eye())
    logo, mark = Box(100, 900, 6 * height, height), Box(800, 900, 600, 100)
    page = scene(logo=logo, mark=mark, promise=replace(PROMISE, ratio=1.0))

    found = told(page, campaign, square, "rule.equal_prominence", marks)

    assert (found.severity, found.named["measured"]) == (
        severity,
        pytest.approx((height / 100) ** 2, abs=1e-3),
    )


def test_contrast_is_seen_over_the_table_that_is_there(campaign, square):
    marks = Marks(drawn("white"), drawn("wide"), Eye())
    band = Fill(Box(0, 800, 1080, 280), BLACK, "table")

    lost = told(scene(), campaign, square, "rule.logo_disappears", marks)
    clear = told(scene(band), campaign, square, "rule.contrast", marks)

    assert (lost.severity, lost.named["measured"]) == (BREACH, 100)
    assert (clear.severity, clear.named["measured"]) == (KEPT, 21.0)


@pytest.mark.parametrize(("below", "severity"), [(WHITE, KEPT), (BLACK, BREACH)])
def test_the_campaign_mark_is_never_faint(campaign, square, below, severity):
    marks = Marks(drawn("white"), drawn("wide"), Eye())
    band = Fill(Box(0, 800, 1080, 280), below, "table")

    assert told(scene(band), campaign, square, "rule.mark_contrast", marks).severity is severity


@pytest.mark.parametrize(
    ("variant", "severity"), [("colour", WARNING), ("reversed", BREACH), ("mono", BREACH)]
)
def test_a_logo_may_be_pale_in_its_own_colours_alone(campaign, square, variant, severity):
    pale = replace(PROMISE, contrast=2.1, logo_variant=variant)

    assert told(scene(promise=pale), campaign, square, "rule.contrast").severity is severity


@pytest.mark.parametrize(("height", "limit"), [(200, 2.4), (400, 4.8)])
def test_the_line_goes_by_the_tallest_mark(campaign, square, height, limit):
    above = Box(100, 300, 450, height)
    below = Box(100, 400 + height, 450, 100)
    line = Box(100, 349 + height, 450, 3)

    found = told(scene(logo=above, mark=below, line=line), campaign, square, "rule.separator")

    assert found.named["limit"] == pytest.approx(limit)
    assert found.severity is (KEPT if limit < 3 else WARNING)


@pytest.mark.parametrize(("language", "severity"), [("en", KEPT), ("ar", WARNING)])
def test_the_organisation_leads_in_the_way_of_the_script(campaign, square, language, severity):
    found = told(scene(language=language), campaign, square, "rule.order")

    assert found.severity is severity


def test_the_logo_leads_from_above_in_a_stack(campaign, square):
    stacked = replace(PROMISE, stacked=True)
    below = scene(logo=Box(100, 800, 200, 100), mark=Box(100, 600, 450, 100), promise=stacked)

    assert told(below, campaign, square, "rule.order").severity is WARNING


def test_marks_that_are_not_level_are_told(campaign, square):
    assert told(scene(mark=MARK.moved(0, 30)), campaign, square, "rule.align").severity is NOTE


def test_a_logo_that_melts_into_its_table_is_a_breach(campaign, square):
    lost = told(scene(promise=replace(PROMISE, lost=0.3)), campaign, square, "rule.logo_disappears")
    pale = told(scene(promise=replace(PROMISE, contrast=2.1)), campaign, square, "rule.contrast")

    assert (lost.severity, lost.named["measured"]) == (BREACH, 30)
    assert (pale.severity, pale.named["measured"]) == (WARNING, 2.1)


def test_a_stretched_mark_is_told_by_how_much(campaign, square):
    found = told(scene(mark=Box(400, 900, 463.5, 100)), campaign, square, "rule.distortion")

    assert (found.severity, found.named["measured"]) == (BREACH, pytest.approx(0.03))


def test_words_outside_the_safe_area_are_told(campaign, square):
    found = told(scene(words(), safe=Insets(left=120)), campaign, square, "rule.safe_zone")

    assert (found.severity, found.role) == (BREACH, "lockup")


def test_a_pair_under_the_platform_s_own_picture_is_told(campaign, square):
    covered = replace(square, keep_out=(Box(0, 950, 200, 130),))

    assert told(scene(), campaign, covered, "rule.safe_zone").severity is BREACH


@pytest.mark.parametrize("item", [words(), Fill(HEAD, BLACK, "qr"), Fill(HEAD, BLACK, "lit-seat")])
def test_what_matters_is_told_under_the_platform_s_own_picture(campaign, square, item):
    covered = replace(square, keep_out=(Box(0, 120, 1080, 400),))

    found = told(scene(item), campaign, covered, "rule.safe_zone")

    assert (found.severity, found.role, found.named["measured"]) == (BREACH, item.role, 30)


def test_a_seat_may_lie_under_the_platform_s_own_picture(campaign, square):
    covered = replace(square, keep_out=(Box(0, 120, 1080, 400),))

    page = scene(Fill(HEAD, BLACK, "seat"))

    assert told(page, campaign, covered, "rule.safe_zone").severity is KEPT


def test_each_role_outside_the_safe_area_is_told(campaign, square):
    low = [words(Box(90, top, 400, 60), role=role) for top, role in ((0, "url"), (90, "call"))]

    found = review(scene(*low, safe=Insets(left=120, top=40)), campaign, square)

    out = {f.role: f.named["measured"] for f in found if f.code == "rule.safe_zone"}
    assert out == {"url": 40, "call": 30, "lockup": 20}


def test_on_paper_words_keep_5_mm_from_the_trim(campaign, library):
    near = words(Box(10, 90, 400, 60))

    found = told(scene(near), campaign, library.format("letterhead_a4"), "rule.safe_zone")

    assert (found.severity, found.role) == (BREACH, "headline")


def test_words_too_pale_to_read_are_told(campaign, square):
    found = told(scene(words(colour=Colour(150, 150, 150))), campaign, square, "rule.text_contrast")

    assert (found.severity, found.named["measured"]) == (BREACH, pytest.approx(3.0, abs=0.1))


def test_how_pale_words_may_be_is_the_campaign_s_to_say(campaign, square):
    strict = replace(campaign, rules=replace(campaign.rules, contrast_text=7.0))
    grey = scene(words(colour=Colour(110, 110, 110)))  # 5.1 : 1 on white

    assert told(grey, campaign, square, "rule.text_contrast").severity is KEPT
    assert told(grey, strict, square, "rule.text_contrast").named["limit"] == 7.0
    assert told(grey, strict, square, "rule.text_contrast").severity is BREACH


def test_words_on_the_table_are_judged_against_the_table(campaign, square):
    table = Fill(Box(0, 60, 1080, 120), BLACK, "table")

    found = told(scene(table, words(colour=WHITE)), campaign, square, "rule.text_contrast")

    assert (found.severity, found.named["measured"]) == (KEPT, 21.0)


def test_words_on_other_words_are_told(campaign, square):
    found = told(scene(words(), words(Box(300, 100, 400, 60))), campaign, square, "words.overlap")

    assert found.severity is BREACH


@pytest.mark.parametrize("alt", ["", "  ", "x" * 301])
def test_a_missing_or_endless_alternative_text_is_told(campaign, square, alt):
    assert told(scene(alt=alt), campaign, square, "rule.alt_text").severity is WARNING


def test_a_stand_in_is_a_breach_once_the_campaign_lists_official_files(campaign, square):
    listed = replace(campaign, official_hashes=("0" * 64,))
    official = replace(listed, marks=tuple(replace(m, official=True) for m in listed.marks))

    assert told(scene(), campaign, square, "mark.stand-in").severity is WARNING
    assert told(scene(), listed, square, "rule.official_file").severity is BREACH
    assert told(scene(), official, square, "rule.official_file").severity is KEPT


def test_a_page_without_marks_is_asked_about_its_words_only(campaign, square):
    page = Scene(Size(1080, 1080), WHITE, (words(),), alt="Hello")

    assert {f.code for f in review(page, campaign, square)} == {
        "rule.text_contrast",
        "rule.alt_text",
    }


def test_an_alternative_text_is_as_short_as_its_platform_wants(campaign, square):
    short = replace(square, alt=4)

    found = told(scene(), campaign, short, "rule.alt_text")

    assert (found.severity, found.named["limit"]) == (WARNING, 4)


@pytest.mark.parametrize(
    ("language", "alt", "told_so"),
    [("ar", "Open day", True), ("ar", "يوم مفتوح Riverbank", False), ("fr", "Journée", False)],
)
def test_an_alternative_text_speaks_the_language_of_its_card(
    campaign, square, language, alt, told_so
):
    page = scene(words(), alt=alt, language=language)

    assert ("rule.alt_language" in {f.code for f in review(page, campaign, square)}) is told_so


def test_the_file_that_stands_on_the_card_must_be_official(campaign, square):
    listed = replace(campaign, official_hashes=("0" * 64,))
    marks = tuple(replace(mark, official=mark.variant == "colour") for mark in listed.marks)
    half = replace(listed, marks=marks)
    reversed_ = replace(PROMISE, variant="reversed")

    assert told(scene(), half, square, "rule.official_file").severity is KEPT
    found = told(scene(promise=reversed_), half, square, "rule.official_file")
    assert (found.severity, found.named["sha256"]) == (BREACH, half.mark("reversed").sha256)


@pytest.mark.parametrize(
    ("mark", "logo", "light", "severity"),
    [
        ("colour", "colour", False, KEPT),
        ("reversed", "colour", True, KEPT),
        ("reversed", "reversed", False, KEPT),
        ("reversed", "colour", False, WARNING),
        ("mono", "colour", False, WARNING),
    ],
)
def test_marks_of_two_looks_are_told(campaign, square, mark, logo, light, severity):
    promise = replace(PROMISE, variant=mark, logo_variant=logo, light=light)

    found = told(scene(promise=promise), campaign, square, "rule.same_mode")

    assert found.severity is severity
