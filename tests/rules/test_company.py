"""Pages of several organisations with one rule broken: each is told, with its number."""

from dataclasses import replace

import pytest

from cobrand.model.colour import BLACK, WHITE, Colour
from cobrand.model.finding import Severity
from cobrand.model.geometry import Box, Point, Size
from cobrand.model.logo import SvgArt
from cobrand.model.scene import Drawing, Fill, Group, LogoPromise, Promise, Scene, Words
from cobrand.model.text import TextBlock, TextLine, TextStyle
from cobrand.rules.case import Marks
from cobrand.rules.eye import Eye
from cobrand.rules.review import review
from tests.logos import drawn

KEPT, NOTE, WARNING, BREACH = Severity.KEPT, Severity.NOTE, Severity.WARNING, Severity.BREACH
INK = Colour.parse("#13242B")  # the words' colour on a white table
ART = SvgArt("<path/>", Size(200, 100))
SECOND = LogoPromise("logo-2", "Alba", 1.0, "", WHITE, contrast=9.0, letter=20.0)
THIRD = replace(SECOND, role="logo-3", name="Zug")
PROMISE = Promise(
    50, 1.0, "", WHITE, True, True, "colour", contrast=9.0, letter=20.0, partners=(SECOND, THIRD)
)
BOXES = {  # two rows, X is 50 px: 2X beside, 1.5X down
    "logo": Box(100, 700, 200, 100),
    "logo-2": Box(400, 700, 450, 100),
    "logo-3": Box(100, 875, 200, 100),
    "mark": Box(400, 875, 450, 100),
}
LINES = (Box(349, 700, 2, 100), Box(349, 875, 2, 100))
LARGE, CORNER, HAIR = Size(675, 450), Point(100, 100), Box(100, 600, 750, 1)


@pytest.fixture
def campaign(library):
    return library.campaign("weareale")


@pytest.fixture
def square(library):
    return library.format("ig_square")


def page(*more, lines=LINES, promise=PROMISE, language="en", **moved):
    boxes = BOXES | {role.replace("_", "-"): box for role, box in moved.items()}
    items = [Drawing(box, ART, Box(0, 0, *_size(box)), role) for role, box in boxes.items()]
    items += [Fill(line, INK, "separator") for line in lines]
    whole = Box.spanning(100, 700, 850, 975)
    lockup = Group(whole, tuple(items), "lockup")
    return Scene(Size(1080, 1080), WHITE, (*more, lockup), language, alt="Hello", promise=promise)


def _size(box):
    return box.width, box.height


def told(scene, campaign, format_, code, marks=None):
    return next(f for f in review(scene, campaign, format_, marks) if f.code == code)


def test_a_clean_page_breaks_nothing(campaign, square):
    found = review(page(), campaign, square)

    assert {f.code for f in found if f.severity > KEPT} == {"mark.stand-in"}


@pytest.mark.parametrize(
    ("moved", "measured"),
    [({"logo_2": Box(380, 700, 450, 100)}, 1.6), ({"mark": Box(400, 850, 450, 100)}, 1.0)],
)
def test_any_two_marks_too_near_are_told(campaign, square, moved, measured):
    found = told(page(**moved), campaign, square, "rule.gap")

    assert (found.severity, found.named["measured"]) == (BREACH, pytest.approx(measured))


@pytest.mark.parametrize("line", [Box(349, 700, 0.8, 100), Box(299, 700, 2, 100)])
def test_one_line_too_thin_or_touching_is_told(campaign, square, line):
    scene = page(lines=(line, LINES[1]))

    assert told(scene, campaign, square, "rule.separator").severity is WARNING


def test_two_partners_that_changed_places_are_told(campaign, square):
    scene = page(logo_2=BOXES["logo-3"], logo_3=BOXES["logo-2"])

    assert told(scene, campaign, square, "rule.order.partners").severity is WARNING


def test_an_order_from_the_left_is_wrong_in_arabic(campaign, square):
    scene = page(language="ar")

    assert told(scene, campaign, square, "rule.order.partners").severity is WARNING


def test_a_campaign_mark_that_leads_is_told(campaign, square):
    scene = page(logo=BOXES["logo-2"], logo_2=BOXES["logo-3"], logo_3=BOXES["mark"],
                 mark=Box(100, 700, 200, 100))  # fmt: skip

    assert told(scene, campaign, square, "rule.order").severity is WARNING


def test_a_logo_drawn_in_another_ones_place_is_told(campaign, square):
    logo, other = drawn("blue"), drawn("round")
    marks = Marks(logo, logo, Eye(), (other, other))

    assert told(page(), campaign, square, "rule.order.partners", marks).severity is WARNING


def test_each_row_stands_on_its_own_middle(campaign, square):
    scene = page(logo_3=Box(100, 890, 200, 100))

    found = told(scene, campaign, square, "rule.align")

    assert (found.severity, found.named["measured"]) == (NOTE, pytest.approx(0.15))


@pytest.mark.parametrize(
    ("change", "code", "severity", "measured"),
    [
        ({"ratio": 1.3}, "rule.equal_prominence.partner", BREACH, 1.3),
        ({"ratio": 0.5, "limit": "least"}, "rule.prominence_limit.partner", WARNING, 0.5),
        ({"contrast": 2.1}, "rule.contrast.partner", WARNING, 2.1),
        ({"lost": 0.3}, "rule.logo_disappears.partner", BREACH, 30),
        ({"letter": 5.0}, "rule.letter_px.partner", WARNING, 5.0),
    ],
)
def test_each_partners_logo_is_judged_by_its_name(
    campaign, square, change, code, severity, measured
):
    bad = replace(PROMISE, partners=(SECOND, replace(THIRD, **change)))
    found = [f for f in review(page(promise=bad), campaign, square) if f.code == code]
    (worst,) = (f for f in found if f.severity > KEPT)

    assert (worst.severity, worst.role, worst.named["name"]) == (severity, "logo-3", "Zug")
    assert worst.named["measured"] == measured


def test_one_logo_in_one_colour_among_coloured_ones_is_told(campaign, square):
    mono = replace(PROMISE, partners=(SECOND, replace(THIRD, variant="mono")))

    assert told(page(promise=mono), campaign, square, "rule.same_mode").severity is WARNING


@pytest.mark.parametrize(("width", "severity"), [(1080, KEPT), (1800, NOTE)])
def test_rows_are_noted_where_one_would_have_room(campaign, square, width, severity):
    scene = replace(page(), size=Size(width, 1080))  # in one row the marks are 1600 px wide

    assert told(scene, campaign, square, "rule.orientation").severity is severity


def words(text, role, box, face="sans"):
    line = TextLine(text, (), box.width, Box(0, -box.height, box.width, box.height))
    block = TextBlock((line,), (Point(0, box.height),), box.size, TextStyle(20, face=face), text)
    return Words(box, block, BLACK, role)


def with_emblem(size=LARGE, at=CORNER, text="Co-funded by the European Union", face="garamond"):
    art = Drawing(Box.of(size, at.x, at.y), ART, Box(0, 0, size.width, size.height), "eu")
    return page(art, words(text, "eu-statement", Box(at.x + size.width + 40, at.y, 200, 20), face))


def test_an_emblem_by_the_rules_is_kept(campaign, square):
    found = {f.code: f.severity for f in review(with_emblem(), campaign, square)}
    asked = ("emblem", "apart", "proportions", "statement", "font")

    assert {found[f"rule.eu_{each}"] for each in asked} == {KEPT}


@pytest.mark.parametrize(
    ("face", "text", "expected"),
    [
        ("garamond", "Financováno Evropskou unií", (KEPT, "EB Garamond")),
        ("garamond", "Съфинансирано от Европейския съюз", (KEPT, "EB Garamond")),
        ("garamond", "بتمويل مشترك من الاتحاد الأوروبي", (NOTE, "Noto Sans")),
        ("sans", "Co-funded by the European Union", (NOTE, "Noto Sans")),
    ],
)
def test_the_font_of_a_statement_is_said(campaign, square, face, text, expected):
    found = told(with_emblem(face=face, text=text), campaign, square, "rule.eu_font")

    assert (found.severity, found.named["font"]) == expected


@pytest.mark.parametrize(
    ("scene", "code", "severity", "measured"),
    [
        (with_emblem(Size(120, 80)), "rule.eu_emblem", BREACH, 0.8),
        (with_emblem(at=Point(100, 225)), "rule.eu_apart", BREACH, 0.5),
        (with_emblem(Size(600, 450)), "rule.eu_proportions", WARNING, 1.33),
        (with_emblem(text="Co-funded by the EU"), "rule.eu_statement", BREACH, None),
    ],
)
def test_an_emblem_against_the_rules_is_told(campaign, square, scene, code, severity, measured):
    found = told(scene, campaign, square, code)

    assert (found.severity, found.named.get("measured")) == (severity, measured)


def test_an_emblem_without_its_statement_is_told(campaign, square):
    scene = with_emblem()
    bare = replace(scene, items=tuple(i for i in scene.items if i.role != "eu-statement"))

    assert told(bare, campaign, square, "rule.eu_statement").severity is BREACH


def with_goals(ground=WHITE, line=HAIR, colour=BLACK, text=None):
    logo = Drawing(Box(100, 300, 200, 200), ART, Box(0, 0, 200, 200), "sdg")
    text = text or "Lead supports the Sustainable Development Goals"
    said = words(text, "sdg-statement", Box(350, 300, 300, 20))
    table = Fill(Box(0, 0, 1080, 1080), ground, "table")
    return page(table, logo, said, Fill(line, colour, "sdg-line"))


@pytest.mark.parametrize(
    ("scene", "code", "severity"),
    [
        (with_goals(), "rule.sdg_line", KEPT),
        (with_goals(), "rule.companion_text", KEPT),
        (with_goals(Colour(242, 242, 242)), "rule.sdg_ground", KEPT),
        (with_goals(Colour(12, 80, 90)), "rule.sdg_ground", BREACH),
        (with_goals(line=Box(100, 600, 750, 0.4)), "rule.sdg_line", BREACH),
        (with_goals(line=Box(100, 520, 750, 1)), "rule.sdg_line", BREACH),
        (with_goals(colour=Colour(90, 90, 90)), "rule.sdg_line", BREACH),
        (with_goals(text="Lead supports the SDGs"), "rule.companion_text", NOTE),
    ],
)
def test_the_goals_have_a_line_a_sentence_and_a_pale_ground(
    campaign, square, scene, code, severity
):
    assert told(scene, campaign, square, code).severity is severity


def test_the_emblem_is_not_smaller_than_the_goals_logo(campaign, square):
    goals = Drawing(Box(300, 360, 720, 480), ART, Box(0, 0, 720, 480), "sdg")
    scene = with_emblem()
    scene = replace(scene, items=(*scene.items, goals))

    found = told(scene, campaign, square, "rule.eu_emblem")

    assert (found.severity, found.named["measured"]) == (BREACH, pytest.approx(0.938))


def test_a_line_shorter_than_its_row_is_told(campaign, square):
    scene = page(lines=(LINES[0], Box(349, 890, 2, 70)))

    assert told(scene, campaign, square, "rule.separator").severity is WARNING
