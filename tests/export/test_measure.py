"""Measuring: clean files pass; a card with one thing wrong is caught, with its number."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image, ImageFilter

from cobrand.export import writing
from cobrand.export.measure import Found, measure, rulings
from cobrand.export.order import Order
from cobrand.model.bitmap import Bitmap
from cobrand.model.campaign import Variant
from cobrand.model.colour import WHITE, Colour, contrast
from cobrand.model.finding import Severity
from cobrand.model.geometry import PX_PER_MM, Box, Insets, Size
from cobrand.model.logo import Logo, SvgArt, Traits
from cobrand.model.scene import Drawing, Fill, Group, Item, Scene
from tests.export.scenes import (
    INK,
    LOGO,
    MARK,
    PETROL,
    X,
    card_scene,
    letter_order,
    make_format,
    order_of,
    pair,
    square_words,
)

KINDS = ["png", "jpeg", "webp", "svg", "pdf"]
Change = Callable[[Item], Item]


def measured(scene: Scene, kind: str = "png", told: Order | None = None) -> Found:
    """Write one scene, and measure the file as if another had been ordered."""
    return measure(writing.make(order_of(kind, scene)).data, told or order_of(kind))


def changed(role: str, change: Change, scene: Scene | None = None) -> Scene:
    """Return the card with the item of this role changed."""

    def visit(item: Item) -> Item:
        if isinstance(item, Group):
            return replace(item, items=tuple(visit(child) for child in item.items))
        return change(item) if item.role == role else item

    scene = scene or card_scene()
    return replace(scene, items=tuple(visit(item) for item in scene.items))


def with_more(*items: Item) -> Scene:
    return replace(card_scene(), items=(*card_scene().items, *items))


def logo_of(art: SvgArt, *variants: tuple[Variant, Logo]) -> Logo:
    box = Box.of(art.page)
    return Logo("svg", art, box, Traits("dark", ()), Bitmap(1, 1, bytes(4)), "", (), variants)


def breaches(found: Found) -> set[str]:
    return {one.code for one in found.findings if one.severity is Severity.BREACH}


def disagreements(found: Found) -> dict[str, object]:
    return {one.role: one.named["what"] for one in found.findings if one.code == "proof.disagrees"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_clean_card_keeps_every_rule(kind: str) -> None:
    found = measured(card_scene(), kind)

    assert {one.severity for one in found.findings} == {Severity.KEPT}
    assert found.measured.gap == pytest.approx(2.0, abs=0.02)
    assert found.measured.ratio == pytest.approx(1.0, abs=0.03)
    assert found.measured.likeness == pytest.approx(1.0, abs=0.01)
    assert found.measured.mark is not None
    assert found.measured.mark.height == pytest.approx(2 * X, abs=1)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_clean_letter_keeps_every_rule(kind: str) -> None:
    order = letter_order(kind)
    found = measure(writing.make(order).data, order)

    assert {one.severity for one in found.findings} == {Severity.KEPT}
    assert found.measured.unit == "mm"
    assert found.measured.size.width == pytest.approx(210, abs=0.1)
    assert found.measured.mark is not None
    assert found.measured.mark.height / PX_PER_MM == pytest.approx(12, abs=0.1)
    assert (found.measured.title, found.measured.language) == ("Letter", "en")


def test_bleed_is_measured_from_the_trim() -> None:
    scene = replace(card_scene(), bleed=10)
    found = measure(writing.make(order_of("pdf", scene)).data, order_of("pdf", scene))

    assert breaches(found) == set()
    logo = scene.box("logo")
    assert logo is not None
    assert found.measured.edge == pytest.approx(1080 - logo.bottom, abs=0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_beside_a_plate_of_its_colour_is_where_it_is(kind: str) -> None:
    lockup = card_scene().items[-1]
    assert isinstance(lockup, Group)
    plate = Fill(lockup.items[0].box.grown(0.8 * X), INK, "plate")
    scene = replace(
        card_scene(),
        items=(*card_scene().items[:-1], replace(lockup, items=(plate, *lockup.items))),
    )
    found = measured(scene, kind, order_of(kind, scene))

    assert "separator" not in disagreements(found)
    assert found.measured.line_room == pytest.approx(X, abs=1.5)


@pytest.mark.parametrize("under", ["photo", "plate"])
def test_a_thing_that_nothing_may_stand_on_is_no_ground(under: str) -> None:
    mark = card_scene().box("mark")
    assert mark is not None
    ground = Fill(Box(60, 800, 900, 280), WHITE, under)
    thing = Fill(Box(mark.left, mark.top - 0.8 * X - 6, 60, 6), INK, "thing")
    scene = card_scene()
    scene = replace(scene, items=(scene.items[0], ground, scene.items[-1], thing))
    found = measured(scene, told=order_of("png", scene))

    assert found.measured.clear == pytest.approx(0.8, rel=0.03)


def test_a_large_mark_that_is_a_little_blurred() -> None:
    height, wide = 400, 880
    mark = Drawing(Box(1000, 100, wide, height), MARK, Box(0, 0, 220, 100), "mark")
    logo = replace(
        mark, box=Box(100, 100, 600, 300), art=LOGO, source=Box(0, 0, 200, 100), role="logo"
    )
    size = Size(2000, 600)
    promise = replace(card_scene().promise, unit=200.0, separator=False)  # type: ignore[type-var]
    scene = Scene(size, WHITE, (Group(logo.box.union(mark.box), (logo, mark), "lockup"),),
                  promise=promise)  # fmt: skip
    order = order_of("png", scene, format_=make_format(size=size))
    data = writing.make(order).data
    held = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        picture.convert("RGB").filter(ImageFilter.GaussianBlur(2)).save(held, "PNG")

    assert "sharpness" not in disagreements(measure(data, order)).values()
    assert disagreements(measure(held.getvalue(), order)) == {
        "logo": "sharpness", "mark": "sharpness",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["png", "jpeg"])
@pytest.mark.parametrize("role", ["logo", "mark"])
def test_another_drawing_of_a_mark_is_said_to_be_that(kind: str, role: str) -> None:
    art = LOGO if role == "logo" else MARK
    other = replace(art, body=re.sub("#[0-9A-F]{6}", INK.hex, art.body))
    drawings = logo_of(art, ("mono", logo_of(other)))
    order = order_of(kind)
    if role == "logo":
        order = replace(order, composition=replace(order.composition, logos=(drawings,)))
    else:
        order = replace(order, marks=(("colour", drawings), *drawings.variants))
    found = measured(changed(role, lambda it: replace(it, art=other)), kind, order)  # type: ignore[call-arg]

    assert disagreements(found) == {role: "variant"}
    assert {each.role: each.variant for each in found.measured.marks}[role] == "mono"


@pytest.mark.parametrize("kind", KINDS)
def test_a_moved_logo(kind: str) -> None:
    found = measured(changed("logo", lambda it: replace(it, box=it.box.moved(-12, 0))), kind)

    assert disagreements(found)["logo"] == "place"
    off = next(one.named["measured"] for one in found.findings if one.code == "proof.disagrees")
    assert off == pytest.approx(12, abs=0.6)


@pytest.mark.parametrize("kind", KINDS)
def test_a_cropped_mark(kind: str) -> None:
    def crop(item: Item) -> Item:
        return Group(replace(item.box, width=item.box.width * 0.7), (item,), "crop", clip=True)

    found = measured(changed("mark", crop), kind)

    assert disagreements(found)["mark"] == "cut"
    assert "file.drawing" in breaches(found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_covered_mark(kind: str) -> None:
    mark = card_scene().box("mark")
    assert mark is not None
    cover = Fill(Box(mark.left + 20, mark.top + 20, 40, 30), WHITE, "sticker")

    assert "file.drawing" in breaches(measured(with_more(cover), kind))


def test_a_missing_mark() -> None:
    gone = changed("mark", lambda it: replace(it, box=it.box.moved(0, 900)))
    found = measured(gone)

    assert disagreements(found)["mark"] == "missing"


def test_a_recoloured_mark() -> None:
    art = replace(MARK, body=MARK.body.replace("#0B5158", "#0B51F8"))
    found = measured(changed("mark", lambda it: replace(it, art=art)))  # type: ignore[call-arg]

    assert "file.drawing" in breaches(found)


def test_a_stretched_logo() -> None:
    wide = changed("logo", lambda it: replace(it, box=replace(it.box, width=it.box.width * 1.06)))

    assert disagreements(measured(wide))["logo"] == "place"


def test_words_in_the_clear_space_with_their_distance() -> None:
    pair = card_scene().box("lockup")
    assert pair is not None
    near = square_words("NEAR", "note", pair.left, pair.bottom + 0.5 * X, 20)
    found = measured(with_more(near))

    assert "file.clear_space" in breaches(found)
    assert found.measured.clear == pytest.approx(0.5, abs=0.05)


def test_a_table_too_small() -> None:
    low = with_more(Fill(Box(0, 1035, 1080, 45), PETROL, "field"))
    found = measured(low)

    assert "file.clear_space" in breaches(found)
    assert found.measured.clear == pytest.approx((1035 - 1020) / X, abs=0.12)


def test_marks_too_close_to_each_other() -> None:
    """The scene itself is wrong here, and says so nowhere: only the rule catches it."""
    close = changed("mark", lambda it: replace(it, box=it.box.moved(-0.4 * X, 0)))
    found = measured(close, told=order_of("png", close))

    assert "file.gap" in breaches(found)
    assert found.measured.gap == pytest.approx(1.6, abs=0.03)


@pytest.mark.parametrize("factor", [1.15, 0.87])
def test_a_logo_of_the_wrong_weight(factor: float) -> None:
    def grow(item: Item) -> Item:
        box = item.box
        size = box.size.scaled(factor)
        return replace(
            item, box=Box.of(size, box.right - size.width, box.centre.y - size.height / 2)
        )

    scene = changed("logo", grow)
    found = measured(scene, told=order_of("png", scene))

    assert "file.prominence" in breaches(found)
    assert found.measured.ratio == pytest.approx(factor**2, rel=0.03)


def test_a_limit_that_binds_is_said_and_not_a_breach() -> None:
    scene = changed("logo", lambda it: replace(it, box=Box.of(it.box.size.scaled(0.8), 119, 953)))
    promise = scene.promise
    assert promise is not None
    scene = replace(scene, promise=replace(promise, limit="least", ratio=0.64))
    found = measured(scene, told=order_of("png", scene))

    said = {one.code: one.severity for one in found.findings}
    assert said["rule.prominence_limit_px"] is Severity.WARNING
    assert "file.prominence" not in said


def test_a_mark_too_small_to_read() -> None:
    scene = Scene(Size(400, 120), WHITE, card_scene().items[2:], promise=card_scene().promise)
    small = changed("lockup", lambda it: it, scene)
    items = tuple(
        replace(item, box=Box(item.box.left / 3, 40 + (item.box.top - 940) / 3,
                              item.box.width / 3, item.box.height / 3))
        for item in small.items[0].items  # type: ignore[union-attr]
    )  # fmt: skip
    group = Group(Box(30, 40, 200, 30), items, "lockup")
    promise = replace(card_scene().promise, unit=X / 3)  # type: ignore[type-var]
    scene = Scene(Size(400, 300), WHITE, (group,), title="x", promise=promise)
    format_ = make_format("web", Size(400, 300))
    order = order_of("png", scene, format_=format_)
    found = measure(writing.make(order).data, order)

    assert "file.mark_px" in breaches(found)
    assert found.measured.mark is not None
    assert found.measured.mark.height == pytest.approx(80 / 3, abs=1)


def test_another_ground_behind_the_marks() -> None:
    other = changed("table", lambda it: replace(it, colour=Colour(0xFF, 0xE3, 0xA0)))
    found = measured(other)

    assert disagreements(found)["table"] == "backing"


def test_a_pale_logo_is_a_warning_with_its_contrast() -> None:
    art = replace(LOGO, body='<rect width="200" height="100" fill="#FFC53D"/>')
    pale = changed("logo", lambda it: replace(it, art=art))  # type: ignore[call-arg]
    found = measured(pale, told=order_of("png", pale))

    contrast = {one.role: one for one in found.findings if one.code == "file.contrast"}
    assert contrast["logo"].severity is Severity.WARNING
    assert contrast["logo"].named["measured"] == pytest.approx(1.58, abs=0.03)
    assert contrast["mark"].severity is Severity.KEPT


@pytest.mark.parametrize(("role", "variant"), [("mark", "colour"), ("logo", "mono")])
def test_a_pale_mark_or_a_drawing_made_for_its_ground_is_a_breach(
    role: str, variant: Variant
) -> None:
    source = {"logo": LOGO, "mark": MARK}[role].page
    body = f'<rect width="{source.width}" height="{source.height}" fill="#FFC53D"/>'
    art = replace({"logo": LOGO, "mark": MARK}[role], body=body)
    pale = changed(role, lambda it: replace(it, art=art))  # type: ignore[call-arg]
    assert pale.promise is not None
    pale = replace(pale, promise=replace(pale.promise, logo_variant=variant))
    found = measured(pale, told=order_of("png", pale))

    severities = {f.role: f.severity for f in found.findings if f.code == "file.contrast"}
    assert severities[role] is Severity.BREACH


def test_outside_the_safe_area() -> None:
    scene = replace(card_scene(), safe=Insets(100, 0, 0, 0))
    found = measured(scene, told=order_of("png", scene))

    assert "file.safe_zone" in breaches(found)
    assert found.measured.edge == pytest.approx(-10, abs=0.5)


def test_a_picture_of_the_wrong_size() -> None:
    found = measure(writing.make(order_of("png", scale=0.5)).data, order_of("png"))

    assert "file.size" in breaches(found)


@pytest.mark.parametrize(
    ("pixels", "severity"), [(89, Severity.BREACH), (91, Severity.WARNING), (151, Severity.KEPT)]
)
def test_a_picture_on_a_poster_is_judged_by_its_area(pixels: int, severity: Severity) -> None:
    poster = make_format("print", Size(850 * PX_PER_MM, 2000 * PX_PER_MM))  # a roll-up
    order = order_of("pdf", format_=poster)
    found = measured(card_scene())
    marks = tuple(replace(mark, ppi=pixels) for mark in found.measured.marks)
    case = rulings.Case(order, replace(found.measured, marks=marks), None, 1)
    sight = rulings.Sight((), (), (), WHITE, 0, 1, X)

    told = rulings.resolution(case, sight)

    assert {(each.severity, each.named["limit"]) for each in told} == {(severity, 150)}


def test_a_turned_mark_is_told_by_how_much() -> None:
    art = SvgArt(
        f'<g transform="translate(20 20) rotate(2 110 50)">{MARK.body}</g>', Size(260, 140)
    )
    found = measured(
        changed(
            "mark",
            lambda it: Drawing(it.box.grown(16), art, Box.of(art.page), "mark"),
        )
    )

    (told,) = (each for each in found.findings if each.code == "file.turned")
    assert (told.severity, told.role) == (Severity.BREACH, "mark")
    assert told.named["measured"] == pytest.approx(2, abs=0.1)


def test_a_file_over_its_budget() -> None:
    order = order_of("png", format_=make_format(budget=500))

    assert "file.bytes" in breaches(measure(writing.make(order).data, order))


def test_a_pdf_without_its_second_page() -> None:
    order = letter_order("pdf")
    short = replace(order.composition, pages=order.composition.pages[:1])
    data = writing.make(replace(order, composition=short)).data

    assert "file.pages" in breaches(measure(data, order))


def test_a_pdf_without_bleed() -> None:
    data = writing.make(order_of("pdf")).data
    order = order_of("pdf", replace(card_scene(), bleed=3 * PX_PER_MM))

    assert "file.boxes" in breaches(measure(data, order))


def test_a_file_that_speaks_another_language() -> None:
    found = measured(card_scene("ar"), "svg")

    assert [one.code for one in found.findings if one.severity] == ["file.language"]


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_words_on_nothing_stand_on_the_ground_that_was_promised(kind: str) -> None:
    bare = replace(
        card_scene(),
        ground=None,
        items=(square_words("FUNDED", "eu-statement", 90, 90, 60, colour=INK), pair(90, 940)),
    )
    found = measured(bare, kind, order_of(kind, bare))

    assert found.measured.text_contrast == pytest.approx(contrast(INK, WHITE), rel=0.03)


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_another_description_for_screen_readers(kind: str) -> None:
    found = measured(replace(card_scene(), alt="A class at work"), kind)

    assert [one.code for one in found.findings if one.severity] == ["file.alt"]


def test_a_letter_whose_picture_was_moved() -> None:
    order = letter_order("docx")
    head = order.composition.pages[0]
    away = tuple(
        replace(item, box=item.box.moved(9, 0), items=tuple(
            replace(child, box=child.box.moved(9, 0)) for child in item.items))
        if isinstance(item, Group) and item.role == "lockup" else item
        for item in head.items
    )  # fmt: skip
    moved = replace(order.composition, pages=(replace(head, items=away),))
    data = writing.make(replace(order, composition=moved)).data

    assert disagreements(measure(data, order)).keys() >= {"logo", "mark"}


def test_a_letter_without_its_picture() -> None:
    order = letter_order("docx")
    head = order.composition.pages[0]
    bare = tuple(item for item in head.items if item.role != "lockup")
    data = writing.make(
        replace(order, composition=replace(order.composition, pages=(replace(head, items=bare),)))
    ).data

    assert disagreements(measure(data, order)) == {"lockup": "lockup"}


def test_a_page_without_a_promise_is_measured_for_size_alone() -> None:
    scene = replace(card_scene(), items=(Fill(Box(0, 0, 9, 9), INK, "dot"),), promise=None)
    found = measured(scene, told=order_of("png", scene))

    assert breaches(found) == set()
    assert found.measured.ratio is None


def test_every_file_has_a_small_picture() -> None:
    for kind in KINDS:
        found = measured(card_scene(), kind)

        assert found.thumbnail.startswith(b"\xff\xd8")
        assert len(found.thumbnail) < 20_000
