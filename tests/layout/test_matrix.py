"""Over the whole matrix of formats, templates and languages: nothing leaves, touches or swaps."""

import pytest

from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.library.places import shipped
from cobrand.messages.tables.names import LIMITS
from cobrand.model.brief import Brief
from cobrand.model.finding import Severity
from cobrand.model.geometry import Box
from cobrand.model.guest import ALONE, Guests
from cobrand.model.scene import Words
from cobrand.pixels import bitmap
from tests.logos import LOGOS, drawn
from tests.photos import PHOTOS
from tests.squares import SquareTypesetter

LIBRARY = Library.shipped()
ENGINE = Engine(LIBRARY, SquareTypesetter(), load=drawn)
PHOTO = bitmap.resized(PHOTOS["sky"], 1920, 1920)
EVENT = (
    ("event.title", "National day of learning"),
    ("event.date", "2026-11-12"),
    ("event.time", "14:00"),
    ("event.place", "Central Library"),
)
CASES = [
    (format_.id, template.id, language)
    for format_ in LIBRARY.formats()
    for template in LIBRARY.templates()
    if template.kind == "card" and format_.use != "lockup" and not format_.printed
    if template.arrangement(format_.aspect_class) is not None
    for language in ("en", "ar")
]


@pytest.fixture(scope="module")
def real(typesetter):
    """An engine that sets real letters."""
    return Engine(LIBRARY, typesetter, load=drawn)


def compose(format_id, template, language, logo="wide", engine=ENGINE):
    brief = Brief(
        logo=logo,
        name="Riverbank Learning Network",
        template=template,
        format=format_id,
        language=language,
        words=EVENT,
    )
    needed = LIBRARY.template(template).photograph
    return engine.compose(brief, drawn(logo), Guests(photo=PHOTO) if needed else ALONE)


@pytest.mark.parametrize(("format_id", "template", "language"), CASES)
@pytest.mark.parametrize("logo", LOGOS)
def test_the_pair_keeps_its_room_everywhere(format_id, template, language, logo):
    scene = compose(format_id, template, language, logo).scene
    lockup, unit = scene.box("lockup"), scene.promise.unit

    assert Box.of(scene.size).inset(scene.safe).grown(1).holds(lockup)
    for item in scene.walk():
        if isinstance(item, Words):
            assert lockup.distance(item.box) >= unit * 0.99, item.block.source


@pytest.mark.parametrize(("format_id", "template", "language"), CASES)
@pytest.mark.parametrize("logo", LOGOS)
def test_a_platform_covers_nothing_that_matters(format_id, template, language, logo, real):
    scene = compose(format_id, template, language, logo, real).scene

    assert covered(scene, LIBRARY.format(format_id)) == []


@pytest.mark.parametrize(("format_id", "template", "language"), CASES)
@pytest.mark.parametrize("logo", LOGOS)
def test_a_table_begins_on_a_whole_pixel(format_id, template, language, logo):
    table = compose(format_id, template, language, logo).scene.box("table")

    assert table is None or table.top % 1 == 0


SIZES = {
    "tower": (160, 600),
    "portrait": (1080, 1350),
    "square": (1080, 1080),
    "landscape": (1280, 720),
    "wide": (1500, 500),
    "leaderboard": (728, 90),
}
CORNERS = {"upper-left": (0, 0), "upper-right": (1, 0), "lower-left": (0, 1), "lower-right": (1, 1)}


@pytest.fixture(scope="module")
def with_badges(tmp_path_factory, typesetter):
    """An engine that also knows formats with a picture of the platform's own in one corner."""
    root = tmp_path_factory.mktemp("badges")
    (root / "formats").mkdir()
    for family, (width, height) in SIZES.items():
        across, down = 0.16 * width, 0.2 * height
        for corner, (x, y) in CORNERS.items():
            left, top = x * (width - across), y * (height - down)
            (root / "formats" / f"{family}-{corner}.toml").write_text(
                f'use = "social"\nwidth = "{width} px"\nheight = "{height} px"\nkinds = ["png"]\n'
                f'source = "a test"\nchecked = "2026-01-01"\n[name]\nen = "Own"\n[[keep_out]]\n'
                f'left = "{left} px"\ntop = "{top} px"\nwidth = "{across} px"\n'
                f'height = "{down} px"\n',
                "utf-8",
            )
    return Engine(Library(root, shipped()), typesetter, load=drawn)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("family", SIZES)
def test_a_badge_in_any_corner_covers_nothing_that_matters(family, corner, language, with_badges):
    format_ = with_badges.library.format(f"{family}-{corner}")
    templates = ("message", "endorsement", "event")
    scenes = [
        compose(format_.id, template, language, logo, with_badges).scene
        for template in templates
        if with_badges.library.template(template).arrangement(format_.aspect_class)
        for logo in ("wide", "tall", "round")
    ]

    assert [covered(scene, format_) for scene in scenes] == [[]] * len(scenes)


def covered(scene, format_):
    """Return the roles of what matters and lies under what a platform lays over the card."""
    seen = Box.of(scene.size).inset(format_.safe).grown(1)
    return [
        item.role
        for item in scene.walk()
        if isinstance(item, Words) or item.role in {"lockup", "qr-plate", "qr", "lit-seat"}
        if not seen.holds(_ink(item)) or any(box.meets(_ink(item)) for box in format_.keep_out)
    ]


def _ink(item):
    if isinstance(item, Words):
        return item.block.ink.moved(item.box.left, item.box.top)
    return item.box


@pytest.mark.parametrize(("format_id", "template", "language"), CASES)
def test_no_seat_lies_under_words(format_id, template, language):
    scene = compose(format_id, template, language).scene
    words = [item.box for item in scene.walk() if isinstance(item, Words)]

    for seat in (*scene.find("seat"), *scene.find("lit-seat")):
        middle = Box(seat.box.centre.x, seat.box.centre.y, 0, 0)
        assert not any(box.meets(middle.grown(1)) for box in words)


@pytest.mark.parametrize(("format_id", "template", "language"), CASES)
def test_the_organisation_leads_from_the_start_edge(format_id, template, language):
    composition = compose(format_id, template, language)
    codes = {found.code: found.severity for found in composition.findings}

    assert codes["rule.order"] is Severity.KEPT


@pytest.mark.parametrize(("format_id", "template", "language"), CASES)
def test_usual_words_break_no_rule(format_id, template, language, real):
    composition = compose(format_id, template, language, engine=real)

    assert [found.code for found in composition.breaches] == []


@pytest.mark.parametrize(
    "format_id", [format_.id for format_ in LIBRARY.formats() if not format_.printed][:6]
)
def test_a_mirrored_card_is_the_mirror_image(format_id):
    one = compose(format_id, "message", "en").scene.box("lockup")
    other = compose(format_id, "message", "ar").scene.box("lockup")
    width = LIBRARY.format(format_id).size.width

    assert other.mirrored(width).left == pytest.approx(one.left, abs=1)


@pytest.mark.parametrize("format_id", ["fb_cover", "og_image", "x_post"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("logo", LOGOS)
def test_words_on_the_table_keep_off_its_edge(format_id, language, logo, real):
    scene = compose(format_id, "message", language, logo, real).scene
    (table,) = (item.box for item in scene.find("table"))
    words = [item.box for item in scene.walk() if isinstance(item, Words)]

    assert all(
        box.top - table.top >= 0.69 * scene.size.short / 24 for box in words if table.meets(box)
    )


def test_words_that_share_a_size_shrink_together_to_save_a_line(real):
    brief = Brief(name="Bridges Association", template="endorsement", format="ig_portrait")
    scene = real.compose(brief, drawn("wide")).scene
    (second,) = (item for item in scene.find("headline2") if isinstance(item, Words))

    assert len(second.block.lines) == 1


LETTERS = (("letterhead_a4", "letterhead"), ("letterhead_us", "letterhead_us"))


@pytest.mark.parametrize("logo", LOGOS)
@pytest.mark.parametrize(("format_id", "template"), LETTERS)
def test_the_campaign_mark_is_12_mm_high_on_every_letter(format_id, template, logo):
    composition = compose(format_id, template, "en", logo)

    assert composition.scene.box("mark").height >= 12 * 96 / 25.4 - 0.01
    assert [found.code for found in composition.breaches] == []


@pytest.mark.parametrize("logo", LOGOS)
def test_the_marks_are_equals_unless_a_limit_binds(logo):
    for format_ in LIBRARY.formats():
        entry = format_.kit[0]
        promise = compose(format_.id, entry.template, "en", logo).scene.promise

        assert promise.limit in LIMITS or abs(promise.ratio - 1) <= 0.08


def test_a_white_logo_gets_a_dark_band_on_white_paper():
    scene = compose("letterhead_a4", "letterhead", "en", "white").scene

    (band,) = scene.find("table")
    assert band.colour == scene.promise.backing
    assert band.box.holds(scene.box("lockup"))
    assert scene.promise.variant == "reversed"
