"""A photograph as a card's ground: what is shown of it, and words that can always be read."""

from dataclasses import replace

import numpy as np
import pytest

from cobrand.engine import Engine
from cobrand.errors import WrongUse
from cobrand.layout.photo import crop
from cobrand.library import Library
from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Brief
from cobrand.model.finding import Severity
from cobrand.model.geometry import Box, Size
from cobrand.model.guest import Guests, Photo
from cobrand.model.scene import Fill, Picture, Words
from cobrand.pixels import array, bitmap
from tests.logos import drawn
from tests.photos import PHOTOS
from tests.squares import SquareTypesetter

LIBRARY = Library.shipped()
EVENT = (("event.title", "Open day"), ("event.date", "2026-11-12"), ("event.place", "Library"))
CARDS = [
    (format_.id, template.id)
    for format_ in LIBRARY.formats()
    for template in LIBRARY.templates()
    if template.kind == "card" and not format_.printed and format_.use != "lockup"
    if (form := template.arrangement(format_.aspect_class)) and form.photo and form.slots
]
WIDE, TALL = Size(2000, 1000), Size(1000, 2000)


@pytest.fixture(scope="module")
def engine(typesetter):
    return Engine(LIBRARY, typesetter, load=drawn)


@pytest.fixture(scope="module")
def plain():
    return Engine(LIBRARY, SquareTypesetter(), load=drawn)


def composed(engine, format_, template, photo, language="en", focus=(0.5, 0.5), **words):
    brief = Brief(
        name="Bridges", format=format_, template=template, language=language,
        words=(*EVENT, *words.items()), photo=Photo("photo.jpg", focus),
    )  # fmt: skip
    pixels = PHOTOS[photo] if isinstance(photo, str) else photo
    return engine.compose(brief, drawn("wide"), Guests(photo=pixels))


def found(composition, code):
    return {each.code: each for each in composition.findings}.get(code)


@pytest.mark.parametrize(
    ("photo", "area", "focus", "part"),
    [
        (WIDE, Size(500, 500), (0.5, 0.5), Box(500, 0, 1000, 1000)),
        (WIDE, Size(500, 500), (0.0, 0.5), Box(0, 0, 1000, 1000)),
        (WIDE, Size(500, 500), (0.6, 0.5), Box(700, 0, 1000, 1000)),
        (TALL, Size(500, 500), (0.5, 1.0), Box(0, 1000, 1000, 1000)),
        (WIDE, Size(1000, 500), (0.5, 0.5), Box(0, 0, 2000, 1000)),
    ],
)
def test_a_photograph_covers_its_place_round_its_focus(photo, area, focus, part):
    assert crop(photo, area, focus, Box.of(area)) == part


def test_a_focus_is_brought_clear_of_words_if_that_costs_no_sharpness():
    area, clear = Size(500, 500), Box(0, 0, 500, 200)
    near = crop(Size(1000, 1000), area, (0.5, 0.45), clear)
    small = crop(Size(500, 500), area, (0.5, 0.45), clear)

    assert clear.holds(Box(0, (450 - near.top) * 500 / near.height, 1, 1))
    assert small == Box(0, 0, 500, 500)  # it has no pixels to spare


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_focus_it_is_on_the_card(seed):
    some = np.random.default_rng(seed)
    photo, area = (Size(*some.uniform(200, 3000, 2)) for _ in range(2))
    focus = tuple(some.uniform(0, 1, 2))
    left, top, width, height = (*some.uniform(0, 0.5, 2), *some.uniform(0.2, 0.5, 2))
    clear = Box(left * area.width, top * area.height, width * area.width, height * area.height)
    part = crop(photo, area, focus, clear)

    assert Box.of(photo).holds(part, 1e-6)
    assert part.holds(Box(focus[0] * photo.width, focus[1] * photo.height, 0, 0), 1e-6)
    assert part.size.aspect == pytest.approx(area.aspect)


@pytest.mark.parametrize("photo", ["white", "stripes", "checks", "sky"])
@pytest.mark.parametrize(("format_", "template"), CARDS)
def test_words_can_always_be_read(format_, template, photo, plain):
    language = "ar" if photo in {"white", "stripes"} else "en"
    text = found(composed(plain, format_, template, photo, language), "rule.text_contrast")

    assert text.severity is Severity.KEPT, text
    assert text.named["measured"] >= 4.5


@pytest.mark.parametrize("seed", range(12))
def test_words_can_be_read_on_any_pixels(seed, engine):
    some = np.random.default_rng(seed)
    coarse = some.integers(0, 256, (some.integers(2, 40), some.integers(2, 40), 3), np.uint8)
    opaque = np.dstack((coarse, np.full(coarse.shape[:2], 255, np.uint8)))
    photo = bitmap.resized(array.bitmap(opaque), 900, 900)
    format_, template = CARDS[seed % len(CARDS)]

    assert (
        found(composed(engine, format_, template, photo), "rule.text_contrast").named["measured"]
        >= 4.5
    )


@pytest.mark.parametrize(
    ("photo", "strength"),
    [
        ("black", None),
        ("grey", 12),
        ("white", 63),
    ],  # of Night over it, in per cent, for white words
)
def test_a_scrim_is_as_strong_as_it_has_to_be(photo, strength, plain):
    composition = composed(plain, "ig_square", "photograph", photo)
    said = found(composition, "photo.scrim")

    assert (said and said.named["strength"]) == (strength and pytest.approx(strength, abs=1))
    assert bool(composition.scene.find("scrim")) == (strength is not None)


def test_a_weaker_scrim_would_not_do(plain):
    scene = composed(plain, "ig_square", "photograph", "white").scene
    (scrim,) = scene.find("scrim")
    weaker = tuple((place, 0.94 * opacity) for place, opacity in scrim.fade.stops)
    items = tuple(
        replace(item, fade=replace(item.fade, stops=weaker)) if item is scrim else item
        for item in scene.items
    )
    review = plain._reviewed
    parts = plain._parts(Brief(format="ig_square", template="photograph"), drawn("wide"), Guests())

    codes = {each.code: each for each in review(replace(scene, items=items), parts)}

    assert codes["rule.text_contrast"].severity is Severity.BREACH


def test_colours_of_words_give_way_before_the_photograph_does(engine):
    bright = composed(engine, "ig_square", "message", "white").scene
    dark = composed(engine, "ig_square", "message", "black").scene
    ground = LIBRARY.campaign("weareale").ground("photo")

    assert [item.colour for item in bright.find("url")] == [ground.text]
    assert [item.colour for item in dark.find("url")] == [ground.accent]


@pytest.mark.parametrize(("format_", "template"), CARDS)
def test_things_lie_in_order(format_, template, plain):
    roles = [item.role for item in composed(plain, format_, template, "white").scene.items]

    assert roles[0] == "photo"
    assert roles[-1] == "lockup"
    assert "seat" not in roles
    assert all(role == "scrim" for role in roles[1 : roles.index("table")])


def test_a_photograph_is_not_turned_over_on_a_mirrored_card(plain):
    slope = PHOTOS["slope"]  # dark at its left, light at its right
    scene = composed(plain, "li_post", "photograph", slope, "ar").scene
    (photo,) = scene.find("photo")
    pixels = array.pixels(photo.bitmap)

    assert photo.box.left == 0
    assert pixels[:, :9].mean() < pixels[:, -9:].mean()


def test_words_and_photograph_share_a_wide_card(plain):
    scene = composed(plain, "li_post", "photograph", "noise").scene
    (photo,) = scene.find("photo")

    assert photo.box.left == scene.size.width / 2
    assert not scene.find("scrim")
    assert not any(item.box.meets(photo.box) for item in scene.find("headline"))


@pytest.mark.parametrize(
    ("width", "severity"),
    [(300, Severity.BREACH), (900, Severity.WARNING), (1400, Severity.KEPT)],
)
def test_a_photograph_has_pixels_enough_or_it_is_said(width, severity, plain):
    photo = bitmap.resized(PHOTOS["sky"], width, width)
    said = found(composed(plain, "ig_square", "photograph", photo), "rule.photo_ppi")

    assert said.severity is severity


def test_no_more_pixels_are_kept_than_are_shown(plain):
    photo = bitmap.resized(PHOTOS["sky"], 3000, 2000)
    (shown,) = composed(plain, "ig_square", "photograph", photo).scene.find("photo")

    assert (shown.bitmap.width, shown.bitmap.height) == (1080, round(shown.box.height))


def test_those_who_hear_are_told_of_the_photograph(plain):
    told = composed(plain, "ig_square", "message", "sky", **{"photo.alt": "Women at a well"})
    untold = composed(plain, "ig_square", "message", "sky", "fr")

    assert told.scene.alt.endswith("Photograph: Women at a well")
    assert untold.scene.alt.endswith("Avec une photographie.")


def test_a_card_made_for_a_photograph_is_not_written_without(plain, tmp_path):
    composition = plain.compose(Brief(name="Bridges", template="photograph"), drawn("wide"))
    with pytest.raises(WrongUse) as refused:
        plain.export(composition, tmp_path / "card.png", "png")

    assert refused.value.code == "wrong-use.photo-missing"


def test_cards_without_a_place_for_it_stay_as_they_are(plain):
    brief = Brief(name="Bridges", template="endorsement")
    photo = Guests(photo=PHOTOS["sky"])

    given, without = plain.compose(brief, drawn("wide"), photo), plain.compose(brief, drawn("wide"))

    assert given.pages == without.pages
    assert found(given, "photo.not-used").severity is Severity.NOTE


def test_a_photograph_costs_a_page_one_picture_and_its_scrims(plain):
    scene = composed(plain, "ig_square", "message", "white").scene

    assert len([item for item in scene.walk() if isinstance(item, Picture)]) == 1
    assert len([i for i in scene.items if isinstance(i, Fill) and i.fade]) == 1
    assert all(isinstance(item, Words) for item in scene.find("headline"))
    assert isinstance(PHOTOS["white"], Bitmap)
