"""The two marks without a table: in the calmest corner, in the colours that show, or on a plate."""

from dataclasses import replace

import pytest

from cobrand.engine import Engine
from cobrand.layout import compose
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.colour import WHITE
from cobrand.model.finding import Severity
from cobrand.model.guest import Companion, Guests, Partner
from cobrand.pixels import array
from cobrand.rules.kin import with_variants
from tests.logos import drawn
from tests.photos import PHOTOS
from tests.squares import SquareTypesetter

LIBRARY = Library.shipped()
ENGINE = Engine(LIBRARY, SquareTypesetter(), load=drawn)
PLAIN = drawn("blue")
COMPANIONS = {"eu": drawn("emblem"), "sdg": drawn("ring")}
FULL = with_variants(PLAIN, (("reversed", drawn("white")), ("mono", drawn("black"))))


def shown(photo, logo=FULL, format_="ig_square", language="en", ground="brand"):
    brief = Brief(
        name="Bridges", template="backdrop", format=format_, language=language, ground=ground
    )
    return ENGINE.compose(brief, logo, Guests(photo=photo))


def joined(photo, logo=FULL, others=(), kinds=(), format_="ig_square", language="en"):
    """Return a card of several organisations, with companions."""
    brief = Brief(
        name="Bridges", template="backdrop", format=format_, language=language,
        partners=tuple(Partner(f"{place}.svg", f"P{place}") for place in range(len(others))),
        companions=tuple(Companion(kind, f"{kind}.svg") for kind in kinds),
    )  # fmt: skip
    companions = tuple(COMPANIONS[kind] for kind in kinds)
    guests = Guests(partners=tuple(others), companions=companions, photo=photo)
    return ENGINE.compose(brief, logo, guests)


def quarter(calm, busy, at):
    """Return a photograph that is busy but for one corner of it."""
    pixels = array.pixels(PHOTOS[busy]).copy()
    height, width = (round(0.64 * side) for side in pixels.shape[:2])
    rows = slice(0, height) if "top" in at else slice(-height, None)
    columns = slice(0, width) if "left" in at else slice(-width, None)
    pixels[rows, columns] = array.pixels(PHOTOS[calm])[rows, columns]
    return array.bitmap(pixels)


@pytest.mark.parametrize(
    ("photo", "logo", "variants", "plate"),
    [
        ("white", FULL, ("colour", "colour"), None),
        ("black", FULL, ("reversed", "reversed"), None),
        ("lamp", FULL, ("colour", "colour"), None),
        ("black", PLAIN, ("colour", "colour"), "ground.plate_contrast"),
        ("noise", FULL, ("colour", "colour"), "ground.plate_busy"),
        ("stripes", FULL, ("colour", "colour"), "ground.plate_busy"),
    ],
)
def test_colours_reversed_or_a_plate(photo, logo, variants, plate):
    composition = shown(PHOTOS[photo], logo)
    promise = composition.scene.promise
    told = [each.code for each in composition.findings if each.code.startswith("ground.plate")]

    assert (promise.logo_variant, promise.variant) == variants
    assert told == ([plate] if plate else [])
    assert bool(composition.scene.find("plate")) == bool(plate)


@pytest.mark.parametrize("photo", ["white", "noise", "slope", "sky"])
@pytest.mark.parametrize("logo", [FULL, PLAIN, drawn("white"), drawn("pale")], ids=str)
@pytest.mark.parametrize("format_", ["ig_portrait", "story", "li_post", "fb_cover"])
def test_the_marks_are_always_seen_on_calm_ground(photo, logo, format_):
    composition = shown(PHOTOS[photo], logo, format_)
    codes = {each.code: each for each in composition.findings}

    assert codes["rule.busy_background"].severity is Severity.KEPT
    assert codes["rule.clear_space"].severity is Severity.KEPT
    assert codes["rule.safe_zone"].severity is Severity.KEPT
    assert codes["rule.mark_contrast"].severity is Severity.KEPT
    assert "rule.logo_disappears" not in codes


@pytest.mark.parametrize(
    ("photo", "partners", "plate"),
    [
        (None, ("blue",), False),
        ("white", ("blue", "black", "blue"), False),
        ("white", ("blue", "white"), True),
        ("noise", ("black",), True),
    ],
)
def test_several_organisations_stand_on_the_ground_alike(photo, partners, plate):
    brief = Brief(
        name="Bridges", template="backdrop", ground="light",
        partners=tuple(Partner(f"{each}.svg", each) for each in partners),
    )  # fmt: skip
    guests = Guests(tuple(map(drawn, partners)), photo=photo and PHOTOS[photo])
    composition = ENGINE.compose(brief, PLAIN, guests)
    faint = [
        each.role for each in composition.findings
        if each.code in {"rule.contrast", "rule.mark_contrast"} and each.severity > Severity.NOTE
    ]  # fmt: skip

    assert len(composition.scene.promise.partners) == len(partners)
    assert bool(composition.scene.find("plate")) == plate
    assert faint == []


@pytest.mark.parametrize("at", ["top-left", "top-right", "bottom-left", "bottom-right"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_calmest_corner_is_taken(at, language):
    scene = shown(quarter("white", "noise", at), language=language).scene
    place, page = scene.box("lockup").centre, scene.size

    assert not scene.find("plate")
    assert (place.y < page.height / 2) == ("top" in at)
    assert (place.x < page.width / 2) == ("left" in at)


def test_of_equal_corners_the_templates_first_is_taken():
    lockup = shown(PHOTOS["white"]).scene.box("lockup")

    assert lockup.left < 540 < lockup.top


def test_a_light_logo_beside_a_mark_in_colour_alone():
    brief = Brief(name="Bridges", template="backdrop", format="ig_square")
    parts = ENGINE._parts(brief, drawn("white"), Guests(photo=PHOTOS["black"]))
    campaign = replace(parts.campaign, marks=parts.campaign.marks[:1])
    scene, _ = compose(replace(parts, marks=parts.marks[:1], campaign=campaign), ENGINE._tools)

    assert (scene.promise.logo_variant, scene.promise.variant) == ("colour", "colour")
    assert scene.find("plate")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_plate_does_not_float(language):
    scene = shown(PHOTOS["noise"], language=language).scene
    plate, lockup = scene.box("plate"), scene.box("lockup")

    assert scene.find("plate")[0].colour == WHITE
    assert plate.bottom == scene.size.height
    assert plate.left == 0 or plate.right == scene.size.width
    assert plate.holds(lockup.grown(scene.promise.unit))


@pytest.mark.parametrize(
    ("photo", "flat"), [("white", False), ("noise", True)], ids=["on it", "on a plate"]
)
def test_the_promise_says_whether_the_ground_is_one_colour(photo, flat):
    assert shown(PHOTOS[photo]).scene.promise.flat is flat


@pytest.mark.parametrize(
    ("ground", "logo", "variant", "plate"),
    [("light", PLAIN, "colour", 0), ("dark", FULL, "reversed", 0), ("dark", PLAIN, "colour", 1)],
)
def test_a_plain_ground_is_judged_alike(ground, logo, variant, plate):
    scene = shown(None, logo, ground=ground).scene

    assert scene.promise.variant == variant
    assert len(scene.find("plate")) == plate
    assert scene.promise.flat


@pytest.mark.parametrize("format_", ["ig_square", "story", "li_post"])
@pytest.mark.parametrize("photo", ["white", "black", "noise"])
def test_several_organisations_are_seen_together(photo, format_):
    composition = joined(PHOTOS[photo], others=(drawn("wide"), drawn("tall")), format_=format_)
    codes = {each.code: each.severity for each in composition.findings}

    assert len(composition.scene.promise.partners) == 2
    assert codes["rule.mark_contrast"] is Severity.KEPT
    assert codes["rule.clear_space"] is Severity.KEPT
    assert codes["rule.gap"] is Severity.KEPT
    assert "rule.logo_disappears.partner" not in codes


def test_several_reversed_logos_stand_on_a_dark_photograph_without_a_plate():
    white = drawn("white")
    scene = joined(PHOTOS["black"], others=(FULL, white)).scene
    variants = (scene.promise.logo_variant, *(each.variant for each in scene.promise.partners))

    assert not scene.find("plate")
    assert variants == ("reversed", "reversed", "colour")
    assert scene.promise.variant == "reversed"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("format_", ["ig_square", "ig_portrait", "story", "li_post"])
@pytest.mark.parametrize("kinds", [("eu",), ("sdg",), ("eu", "sdg")], ids="-".join)
def test_companions_stand_with_the_marks_or_it_is_said(kinds, format_, language):
    composition = joined(PHOTOS["black"], kinds=kinds, format_=format_, language=language)
    missing = {each.role for each in composition.findings if each.code == "rule.companion_missing"}
    codes = {each.code: each.severity for each in composition.findings}

    for kind in kinds:
        assert bool(composition.scene.find(kind)) != (kind in missing)
    assert codes["rule.clear_space"] is Severity.KEPT
    assert codes["rule.safe_zone"] is Severity.KEPT


@pytest.mark.parametrize(
    ("photo", "told"),
    [("white", []), ("black", ["ground.plate_companions"]), ("noise", ["ground.plate_busy"])],
)
def test_companions_stand_on_white_or_light_grey_alone(photo, told):
    composition = joined(PHOTOS[photo], kinds=("eu", "sdg"))
    plates = [each.code for each in composition.findings if each.code.startswith("ground.plate")]
    (sdg,) = composition.scene.find("sdg")

    assert plates == told
    assert all(each.box.holds(sdg.box) for each in composition.scene.find("plate"))
    assert "rule.sdg_ground" in {
        each.code for each in composition.findings if each.severity is Severity.KEPT
    }
