"""Marks on a page as their makers drew them, on one level, side by side where there is room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cobrand.engine import Engine
from cobrand.intake.door import read
from cobrand.library import Library
from cobrand.model.brief import Brief, Options
from cobrand.model.composition import Composition
from cobrand.model.finding import Severity
from cobrand.model.geometry import Size
from cobrand.model.logo import Logo
from cobrand.model.scene import Drawing, Group, Item, Scene
from cobrand.rules.case import Marks
from cobrand.rules.eye import Eye
from cobrand.rules.review import review
from tests.logos import drawn
from tests.squares import SquareTypesetter

LIBRARY = Library.shipped()
ENGINE = Engine(LIBRARY, SquareTypesetter(), load=drawn)
WORDS = "".join(f'<path d="M{30 * at} 20h20v40h-20z"/>' for at in range(8))
LOW = '<path d="M60 20h20v60h-20z"/>'  # hangs below the line


def worded() -> Logo:
    """Return a logo that is a line of bars like letters, one of which hangs below it."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 100">'
    return read(f"{head}{WORDS}{LOW}</svg>".encode(), name="words.svg")


def lockup(logo: Logo, **options: object) -> Composition:
    brief = Brief(name="B", template="lockup", format="lockup", ground="light",
                  options=Options(**options))  # type: ignore[arg-type]  # fmt: skip
    return ENGINE.compose(brief, logo)


def severities(made: Composition) -> dict[str, Severity]:
    return {found.code: found.severity for found in made.findings}


def reviewed(scene: Scene, logo: Logo, code: str) -> set[tuple[str, object]]:
    marks = Marks(logo, ENGINE.mark("weareale", "colour"), Eye())
    campaign, format_ = LIBRARY.campaign("weareale"), LIBRARY.format("lockup")
    found = review(scene, campaign, format_, marks)
    return {(each.role, each.named.get("what")) for each in found if each.code == code}


def changed(scene: Scene, change: object) -> Scene:
    """Return the scene with its logo changed."""

    def items(group: Group) -> tuple[Item, ...]:
        return tuple(change(each) if each.role == "logo" else each for each in group.items)  # type: ignore[operator]

    groups = tuple(
        replace(each, items=items(each)) if isinstance(each, Group) else each
        for each in scene.items
    )
    return replace(scene, items=groups)


def test_marks_as_they_were_read_are_untouched() -> None:
    scene = lockup(drawn("round")).scene

    assert reviewed(scene, drawn("round"), "rule.untouched") == {("lockup", None)}


def test_a_cut_mark_is_told() -> None:
    def cut(logo: Drawing) -> Drawing:
        source = replace(logo.source, width=0.9 * logo.source.width)
        return replace(logo, source=source)

    scene = changed(lockup(drawn("round")).scene, cut)
    assert reviewed(scene, drawn("round"), "rule.untouched") == {("logo", "cut")}


def test_a_mark_that_its_group_cuts_is_told() -> None:
    scene = lockup(drawn("round")).scene
    (group,) = scene.items
    assert isinstance(group, Group)
    small = replace(group, clip=True, box=replace(group.box, width=group.box.width - 9))

    told = reviewed(replace(scene, items=(small,)), drawn("round"), "rule.untouched")
    assert told == {("mark", "cut")}


def test_another_drawing_is_told() -> None:
    scene = lockup(drawn("round")).scene
    other = drawn("black")

    assert ("logo", "changed") in reviewed(scene, other, "rule.untouched")


def test_words_stand_on_one_line_where_that_is_asked() -> None:
    made, logo = lockup(worded(), align="baseline"), worded()
    mark = ENGINE.mark("weareale", "colour")
    boxes = [made.scene.box(role) for role in ("logo", "mark")]

    lines = [
        box.top + each.traits.baseline * box.height
        for box, each in zip(boxes, (logo, mark), strict=True)
        if box and each.traits.baseline
    ]
    assert lines[0] == pytest.approx(lines[1], abs=0.01)
    assert severities(made)["rule.baseline"] is Severity.KEPT
    assert "rule.no_baseline" not in severities(made)


def test_a_mark_off_the_line_is_told() -> None:
    made = lockup(worded(), align="baseline")
    lower = changed(made.scene, lambda logo: replace(logo, box=logo.box.moved(0, 9)))
    marks = Marks(worded(), ENGINE.mark("weareale", "colour"), Eye())
    found = review(lower, LIBRARY.campaign("weareale"), made.format, marks)

    (told,) = (each for each in found if each.code == "rule.baseline")
    boxes = [made.scene.box(role) for role in ("logo", "mark")]
    off = 9 / max(box.height for box in boxes if box)
    assert told.severity is Severity.NOTE
    assert told.named["measured"] == pytest.approx(off, abs=0.001)


@pytest.mark.parametrize(
    ("name", "pairing", "why"),
    [("round", "horizontal", "no-words"), ("words", "stacked", "one-above")],
)
def test_why_there_is_no_common_line_is_said(name: str, pairing: str, why: str) -> None:
    logo = worded() if name == "words" else drawn(name)
    made = lockup(logo, align="baseline", pairing=pairing)

    (told,) = (each for each in made.findings if each.code == "rule.no_baseline")
    assert (told.severity, told.named["bound"]) == (Severity.NOTE, why)


def test_two_wide_marks_one_above_the_other_with_room_beside_are_a_note() -> None:
    scene = lockup(drawn("wide"), pairing="stacked").scene
    wider = replace(scene, size=Size(4000, scene.size.height))
    campaign, format_ = LIBRARY.campaign("weareale"), LIBRARY.format("lockup")

    def told(page: Scene) -> Severity:
        found = review(page, campaign, format_)
        return next(each.severity for each in found if each.code == "rule.orientation")

    assert (told(scene), told(wider)) == (Severity.KEPT, Severity.NOTE)


@pytest.mark.parametrize("size", [0.0, -3.0, float("nan"), 1e9])
def test_a_size_that_makes_no_sense_is_held_where_it_does(size: float) -> None:
    width = lockup(drawn("round"), size=size).scene.size.width

    assert 0 < width < 1e6


@pytest.mark.parametrize("size", [0.2, 1.0, 3.0])
def test_a_lock_up_of_any_size_has_the_same_proportions(size: float) -> None:
    usual, other = lockup(drawn("round")).scene, lockup(drawn("round"), size=size).scene

    assert other.size.width == pytest.approx(size * usual.size.width, rel=1e-3)
    assert other.size.aspect == pytest.approx(usual.size.aspect, rel=1e-3)


def test_a_longer_line_lies_in_the_lock_ups_box() -> None:
    campaign = LIBRARY.campaign("weareale")
    longer = replace(campaign, rules=replace(campaign.rules, separator_length=1.5))

    class Longer(Library):
        def campaign(self, id_: str) -> object:  # type: ignore[override]
            return longer

    engine = Engine(Longer.shipped(), SquareTypesetter(), load=drawn)
    brief = Brief(name="B", template="lockup", format="lockup", ground="light")
    made = engine.compose(brief, drawn("round"))
    pair, line = made.scene.box("lockup"), made.scene.box("separator")

    assert pair is not None
    assert line is not None
    assert pair.holds(line)
    assert line.height == pytest.approx(pair.height)
    assert severities(made)["rule.clear_space"] is Severity.KEPT
    assert severities(made)["rule.separator"] is Severity.KEPT
