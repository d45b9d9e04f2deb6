"""Seeded defects: one thing is broken by a known amount, in the plan or in the file alone.

`planned` measures the broken card against itself, so that only its pixels can tell; `edited`
measures it against the clean card that was ordered.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from cobrand.export import writing
from cobrand.export.measure import Found, Memory, measure
from cobrand.model.colour import Colour, contrast
from cobrand.model.finding import Severity
from cobrand.model.geometry import Box, Insets, Size
from cobrand.model.logo import SvgArt
from cobrand.model.scene import Drawing, Fill, Group, Item, Scene
from tests.export.scenes import INK, X, card_scene, order_of, square_words
from tests.export.test_measure import changed

MEMORY = Memory()
PALE = Colour(0xB2, 0xB2, 0xB2)  # 2.1 : 1 on white
Number = Callable[[Found], float | None]


def scaled(box: Box, across: float, down: float = 1.0) -> Box:
    width, height = box.width * across, box.height * down
    return Box(box.centre.x - width / 2, box.centre.y - height / 2, width, height)


def pale(item: Item) -> Item:
    assert isinstance(item, Drawing)
    art = replace(item.art, body=f'<rect width="{item.art.page.width}" '
                  f'height="{item.art.page.height}" fill="{PALE.hex}"/>')  # fmt: skip
    return replace(item, art=art)


def near(scene: Scene) -> Scene:
    mark = scene.box("mark")
    assert mark is not None
    thing = Fill(Box(mark.left + 30, mark.top - 0.8 * X - 6, 60, 6), INK, "thing")
    return replace(scene, items=(*scene.items, thing))


def swapped(scene: Scene) -> Scene:
    logo, mark = scene.box("logo"), scene.box("mark")
    assert logo is not None
    assert mark is not None
    left, right = logo.left, mark.right
    scene = changed("logo", lambda it: replace(it, box=it.box.mirrored(left + right)), scene)
    return changed("mark", lambda it: replace(it, box=it.box.mirrored(left + right)), scene)


def faint_words(scene: Scene) -> Scene:
    words = square_words("PALE", "call", 90, 300, 40, colour=PALE)
    ground = Fill(Box(60, 250, 400, 120), Colour(255, 255, 255), "note")
    return replace(scene, items=(*scene.items, ground, words))


def stretch(role: str) -> Number:
    return lambda found: next(m.stretch for m in found.measured.marks if m.role == role)


@dataclass(frozen=True, slots=True)
class Defect:
    """What is broken, which finding says so, and the true number."""

    broken: Callable[[Scene], Scene]
    code: str
    number: Number
    truth: float


def on(role: str, change: Callable[[Item], Item]) -> Callable[[Scene], Scene]:
    return lambda scene: changed(role, change, scene)


DEFECTS = {
    "clear space −20 %": Defect(near, "file.clear_space", lambda f: f.measured.clear, 0.8),
    "gap −20 %": Defect(
        on("mark", lambda it: replace(it, box=it.box.moved(-0.4 * X, 0))),
        "file.gap", lambda f: f.measured.gap, 1.6),
    "ratio 1.3": Defect(
        on("logo", lambda it: replace(it, box=scaled(it.box, math.sqrt(1.3), math.sqrt(1.3)))),
        "file.prominence", lambda f: f.measured.ratio, 1.3),
    "logo 3 % wide": Defect(
        on("logo", lambda it: replace(it, box=scaled(it.box, 1.03))),
        "file.distortion", stretch("logo"), 1.03),
    "mark 1 % wide": Defect(
        on("mark", lambda it: replace(it, box=scaled(it.box, 1.01))),
        "file.distortion", stretch("mark"), 1.01),
    "mark 40 px": Defect(
        on("mark", lambda it: replace(it, box=scaled(it.box, 0.5, 0.5))),
        "file.mark_px", lambda f: f.measured.mark and f.measured.mark.height, 40),
    "pale logo": Defect(
        on("logo", pale), "file.contrast", lambda f: f.measured.logo_contrast,
        contrast(PALE, Colour(255, 255, 255))),
    "pale words": Defect(
        faint_words, "file.text_contrast", lambda f: f.measured.text_contrast,
        contrast(PALE, Colour(255, 255, 255))),
    "wrong order": Defect(swapped, "file.order", lambda f: len(f.measured.marks), 2),
    "line touches": Defect(
        on("separator", lambda it: replace(it, box=it.box.moved(X - 1, 0))),
        "file.separator", lambda f: (f.measured.line_room or 0) < 1, True),
    "outside the safe area": Defect(
        lambda scene: replace(scene, safe=Insets(100, 0, 0, 0)),
        "file.safe_zone", lambda f: f.measured.edge, -10),
}  # fmt: skip


def severe(found: Found) -> set[str]:
    return {each.code for each in found.findings if each.severity >= Severity.WARNING}


@pytest.mark.parametrize("kind", ["png", "jpeg"])
@pytest.mark.parametrize("name", DEFECTS)
def test_a_broken_plan_is_told_from_its_pixels(name: str, kind: str) -> None:
    defect = DEFECTS[name]
    order = order_of(kind, defect.broken(card_scene()))
    found = measure(writing.make(order).data, order, MEMORY)

    assert defect.code in severe(found)
    assert defect.number(found) == pytest.approx(defect.truth, rel=0.03)


@pytest.mark.parametrize("kind", ["webp", "svg", "pdf"])
@pytest.mark.parametrize("name", [name for name in DEFECTS if name not in {
    "outside the safe area", "pale words", "pale logo"}])  # fmt: skip
def test_an_edited_file_is_told_from_its_pixels(name: str, kind: str) -> None:
    defect = DEFECTS[name]
    data = writing.make(order_of(kind, defect.broken(card_scene()))).data
    found = measure(data, order_of(kind), MEMORY)

    assert defect.code in severe(found)
    assert defect.number(found) == pytest.approx(defect.truth, rel=0.03)


def pair_moved(dx: float, dy: float) -> Scene:
    scene = card_scene()
    for role in ("logo", "separator", "mark"):
        scene = changed(role, lambda it: replace(it, box=it.box.moved(dx, dy)), scene)  # type: ignore[call-arg]
    return scene


@pytest.mark.parametrize("kind", ["png", "jpeg"])
@pytest.mark.parametrize(("dx", "dy", "beyond"), [(-120, -300, 30), (0, 74, 17.2), (640, 0, 78.8)])
def test_a_pair_partly_off_the_page_says_by_how_much(
    kind: str, dx: float, dy: float, beyond: float
) -> None:
    data = writing.make(order_of(kind, pair_moved(dx, dy))).data
    found = measure(data, order_of(kind), MEMORY)

    assert "file.safe_zone" in severe(found)
    assert found.measured.edge == pytest.approx(-beyond, rel=0.03)


@pytest.mark.parametrize("dx", [-35, -48, -62])
def test_a_pair_that_is_moved_onto_where_it_was_keeps_its_proportions(dx: float) -> None:
    square = SvgArt('<rect width="100" height="100" fill="#7A1FA2"/>', Size(100, 100))

    def drawn(item: Item) -> Item:
        return replace(item, art=square, source=Box(0, 0, 100, 100),
                       box=Box(item.box.left, item.box.top, 90, 90))  # type: ignore[call-arg]  # fmt: skip

    told, moved = (changed("logo", drawn, each) for each in (card_scene(), pair_moved(dx, 0)))
    data = writing.make(order_of("webp", moved)).data
    found = measure(data, order_of("webp", told), MEMORY)

    assert found.measured.logo is not None
    assert found.measured.logo.left == pytest.approx(90 + dx, abs=0.2)
    assert "file.distortion" not in severe(found)


def test_a_mark_that_is_not_there_is_not_taken_for_one_beside_it() -> None:
    scene = card_scene()
    lockup = scene.items[-1]
    assert isinstance(lockup, Group)
    twin = replace(lockup.items[0], role="logo-2", box=lockup.items[0].box.moved(0, -300))
    told = replace(scene, items=(*scene.items, twin))
    found = measure(writing.make(order_of("png", scene)).data, order_of("png", told), MEMORY)

    assert [each.role for each in found.measured.marks] == ["logo", "mark"]
    assert ("missing", "logo-2") in {
        (each.named.get("what"), each.role) for each in found.findings
    }  # fmt: skip


def test_words_are_measured_as_they_are_in_the_file() -> None:
    clean = faint_words(card_scene())
    dark = changed("call", lambda it: replace(it, colour=INK), clean)  # type: ignore[call-arg]
    found = measure(writing.make(order_of("png", dark)).data, order_of("png", clean), MEMORY)

    assert "file.text_contrast" not in severe(found)
