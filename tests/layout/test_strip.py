"""Two to eight organisations in every format: as equals, in order, apart, mirrored."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cobrand.engine import Engine
from cobrand.intake.door import read
from cobrand.library import Library
from cobrand.model.brief import Brief, Options
from cobrand.model.finding import Severity
from cobrand.model.geometry import Box
from cobrand.model.guest import Guests, Partner
from cobrand.model.scene import Words
from cobrand.rules import spacing
from tests.logos import drawn
from tests.squares import SquareTypesetter

LIBRARY = Library.shipped()
ENGINE = Engine(LIBRARY, SquareTypesetter(), load=drawn)
PLACES = [(each.id, entry.template, entry.ground) for each in LIBRARY.formats()
          for entry in each.kit if not entry.needs]  # fmt: skip
ASPECTS = (0.35, 0.7, 1.0, 1.3, 2.0, 3.1, 4.5, 7.0, 11.0)
NAMES = ("Zug", "Alba", "Mir", "Bo", "Yara", "Cato", "Xylo")


@cache
def block(aspect):
    """Return a logo of two bars that is this much wider than high."""
    wide = 100 * aspect
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 100">'
        f'<path fill="#1F3F8F" d="M0 0h{0.4 * wide}v100h-{0.4 * wide}zM{0.5 * wide} 20'
        f'h{0.5 * wide}v60h-{0.5 * wide}z"/></svg>'
    )
    return read(svg.encode(), name="block.svg")


def compose(logos, place=("ig_square", "message", "brand"), language="en", **options):
    format_, template, ground = place
    partners = tuple(Partner(f"{name}.svg", name) for name in NAMES[: len(logos) - 1])
    brief = Brief(
        name="Lead", format=format_, template=template, ground=ground, language=language,
        partners=partners, options=Options(**options),
    )  # fmt: skip
    return ENGINE.compose(brief, logos[0], Guests(partners=tuple(logos[1:])))


def marks(scene):
    roles = ["logo", *(f"logo-{place}" for place in range(2, 9)), "mark"]
    return {role: box for role in roles if (box := scene.box(role))}


def severities(composition):
    worst = {}
    for found in composition.findings:
        worst[found.code] = max(found.severity, worst.get(found.code, Severity.KEPT))
    return worst


@settings(max_examples=40, deadline=None)
@given(
    aspects=st.lists(st.sampled_from(ASPECTS), min_size=2, max_size=8),
    place=st.sampled_from(PLACES),
    language=st.sampled_from(("en", "ar")),
    separator=st.booleans(),
    pairing=st.sampled_from(("auto", "auto", "stacked")),
)
def test_everywhere_marks_are_apart_in_order_and_whole(
    aspects, place, language, separator, pairing
):
    made = compose(
        [block(each) for each in aspects], place, language, separator=separator, pairing=pairing
    )
    scene, said = made.scene, severities(made)
    boxes = list(marks(scene).values())
    unit = scene.promise.unit

    assert len(boxes) == len(aspects) + 1
    assert Box.of(scene.size).holds(scene.box("lockup"), 0.5)
    for index, one in enumerate(boxes):
        assert all(one.distance(other) >= 1.5 * unit * 0.99 for other in boxes[index + 1 :])
    for item in scene.walk():
        if isinstance(item, Words):
            assert scene.box("lockup").distance(item.box) >= unit * 0.99
    for code in ("rule.order.partners", "rule.gap", "rule.align", "rule.distortion"):
        assert said[code] is Severity.KEPT
    least = spacing.least_height(made.format, LIBRARY.campaign("weareale").rules)
    uneven = any(abs(each.ratio - 1) > 0.08 for each in scene.promise.partners)
    assert not uneven or "rule.prominence_limit.partner" in said
    if scene.box("mark").height < least * 0.99:
        assert Severity.BREACH in (said.get("rule.min_size_px"), said.get("rule.min_size_mm"))


@pytest.mark.parametrize("place", PLACES[:6])
def test_an_arabic_card_is_the_mirror_image(place):
    logos = [block(each) for each in (3.1, 1.0, 2.0)]
    one, other = (compose(logos, place, language).scene for language in ("en", "ar"))

    for role, box in marks(one).items():
        assert other.box(role).mirrored(one.size.width).left == pytest.approx(box.left, abs=1)


def test_every_logo_is_as_prominent_as_the_campaign_mark():
    made = compose([block(each) for each in (0.7, 1.3, 3.1, 7.0)], ("lockup", "lockup", "light"))
    ratios = [
        found.named["measured"]
        for found in made.findings
        if found.code.startswith("rule.equal_prominence")
    ]

    assert ratios == pytest.approx([1, 1, 1, 1], abs=0.01)


def test_partners_stand_in_the_order_of_their_names():
    names = [each.name for each in compose([block(2.0)] * 5).scene.promise.partners]

    assert names == sorted(NAMES[:4])


def test_partners_stand_as_given_if_asked():
    scene = compose([block(2.0)] * 5, order="given").scene

    assert [each.name for each in scene.promise.partners] == list(NAMES[:4])


def test_the_campaign_mark_leads_if_asked():
    made = compose([block(2.0)] * 3, campaign_first=True)
    boxes = marks(made.scene)

    assert boxes["mark"].right < boxes["logo"].left
    assert severities(made)["rule.order"] is Severity.WARNING


def test_the_title_and_the_description_name_all_in_their_order():
    scene = compose([block(2.0)] * 3).scene

    assert scene.title == "Lead · Alba · Zug · #weareALE"
    assert "Lead, Alba, Zug and #weareALE" in scene.alt


def test_a_banner_too_small_says_how_many_have_room():
    made = compose([block(4.5)] * 8, ("web_billboard", "message", "light"))
    (crowded,) = (found for found in made.findings if found.code == "rule.crowded")

    assert crowded.named["measured"] == 8
    assert 1 <= crowded.named["limit"] < 8


def test_a_white_logo_among_dark_ones_gets_a_plate():
    made = compose([drawn("wide"), drawn("white"), drawn("tall")])
    (plate,) = made.scene.find("plate")
    white = made.scene.promise.partners[
        [p.backing for p in made.scene.promise.partners].index(plate.colour)
    ]

    assert plate.colour.luminance < 0.18
    assert plate.box.holds(made.scene.box(white.role).grown(made.scene.promise.unit), 0.1)
    assert "rule.logo_disappears.partner" not in severities(made)
    assert severities(made)["rule.gap"] is Severity.KEPT
