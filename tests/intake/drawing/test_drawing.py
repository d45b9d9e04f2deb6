"""A drawing comes in as itself, in px from 0 0, whatever its root said."""

from __future__ import annotations

import pytest

from cobrand.intake import door
from cobrand.intake.drawing import referee, svg
from cobrand.model.geometry import Box, Size
from cobrand.pixels import array
from cobrand.pixels import svg as librsvg
from tests.intake.files import body, codes, data, logo, near

SAME_AS_THE_FILE = [
    "plain.svg", "illustrator.svg", "classes-red.svg", "no-viewbox.svg", "percent.svg",
    "millimetres.svg", "negative-origin.svg", "letterboxed.svg", "nested.svg", "symbol.svg",
    "mask.svg", "clip.svg", "gradient-href.svg", "current-colour.svg", "group-opacity.svg",
]  # fmt: skip


@pytest.mark.parametrize("name", SAME_AS_THE_FILE)
def test_normalising_changes_no_drawing(name: str) -> None:
    read = logo(name)
    width, height = round(read.page.width * 2), round(read.page.height * 2)

    ours = librsvg.draw(svg.document(body(name), Box.of(read.page)), width, height)

    assert referee.compare(librsvg.draw(data(name), width, height), ours).same


@pytest.mark.parametrize(
    ("name", "page", "ink"),
    [
        ("plain.svg", Size(200, 100), (20, 20, 170, 80)),
        ("no-viewbox.svg", Size(100, 100), (20, 20, 80, 80)),
        ("percent.svg", Size(400, 200), (100, 50, 300, 150)),
        ("millimetres.svg", Size(192, 96), (48, 24, 144, 72)),
        ("negative-origin.svg", Size(100, 100), (10, 10, 90, 90)),
        ("letterboxed.svg", Size(200, 100), (50, 0, 150, 100)),
        ("nested.svg", Size(100, 100), (10, 10, 90, 50)),
        ("unbound-prefix.svg", Size(100, 100), (10, 10, 90, 90)),
        ("switch.svg", Size(100, 100), (20, 20, 80, 80)),
        ("app-icon.svg", Size(100, 100), (0, 0, 100, 100)),
        ("white-paper.svg", Size(200, 100), (40, 20, 100, 80)),
        ("white-mark.svg", Size(200, 100), (40, 20, 100, 80)),
        ("shadow.svg", Size(200, 100), (20, 20, 180, 80)),
    ],
)
def test_the_page_and_the_ink(name: str, page: Size, ink: tuple[float, ...]) -> None:
    read = logo(name)

    assert (page.width, page.height) == pytest.approx((read.page.width, read.page.height))
    assert near(read.ink, *ink, by=0.5), read.ink  # type: ignore[call-arg]


def test_a_drawing_without_any_size_is_as_large_as_its_ink() -> None:
    read = logo("no-size.svg")

    assert (read.ink.width, read.ink.height) == pytest.approx((200, 100), abs=1)
    assert (read.page.width, read.page.height) == pytest.approx((200, 100), abs=2)


def test_two_drawings_with_the_same_names_do_not_repaint_each_other() -> None:
    red, blue = body("classes-red.svg"), body("classes-blue.svg")
    both = svg.document(f'{red}<g transform="translate(100)">{blue}</g>', Box(0, 0, 200, 100))

    seen = array.pixels(librsvg.draw(both, 200, 100))

    assert [tuple(seen[y, 50, :3].tolist()) for y in (30, 70)] == [(255, 0, 0), (255, 0, 0)]
    assert [tuple(seen[y, 150, :3].tolist()) for y in (30, 70)] == [(0, 0, 255), (0, 0, 255)]


def test_nothing_that_reaches_outside_or_runs_comes_in() -> None:
    read = logo("scripted.svg")
    text = body("scripted.svg")

    assert not [
        word
        for word in (
            "canary",
            "file:",
            "script",
            "alert",
            "onload",
            "@",
            "animate",
            "foreign",
            "<a",
        )
        if word in text
    ]
    assert {
        "logo.scripts-removed",
        "logo.links-removed",
        "logo.animation-removed",
        "logo.foreign-removed",
    } <= codes(read.findings)


def test_an_outside_entity_stays_outside() -> None:
    assert "<text" not in body("outside-entity.svg") or "</text>" not in body("outside-entity.svg")


def test_styles_are_attributes_and_strangers_are_gone() -> None:
    text = body("illustrator.svg")

    assert 'fill="#0A5"' in text
    assert 'fill="#0000ff"' in text
    assert not [
        word for word in ("class", "style", "&", "aipgf", "i:", "enable-background") if word in text
    ]


def test_white_paper_behind_a_drawing_goes_and_is_named() -> None:
    read = logo("white-paper.svg")
    finding = next(each for each in read.findings if each.mending)

    assert (finding.code, finding.named) == ("logo.ground-removed", {"colour": "#FFFFFF"})
    assert "#fff" not in body("white-paper.svg")


def test_pale_paper_whose_edge_lies_between_pixels_is_known_by_its_own_colour() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        b'<path fill="#eeeeee" d="M2 2h28v28H2z"/><path fill="#414141" d="M4 8h24v5H4z"/>'
        b'<path fill="#768c1c" d="M4 20h24v5H4z"/></svg>'
    )
    read = door.read(drawing)
    finding = next(each for each in read.findings if each.code != "logo.margins")

    assert (finding.code, finding.named) == ("logo.ground-removed", {"colour": "#EEEEEE"})
    assert read.traits.ground is None


def test_reading_what_was_written_changes_nothing() -> None:
    once = logo("illustrator.svg")
    again = svg.normalise(svg.document(body("illustrator.svg"), Box.of(once.page)).encode(), "x")

    size = round(once.page.width), round(once.page.height)
    first = librsvg.draw(svg.document(body("illustrator.svg"), Box.of(once.page)), *size)
    second = librsvg.draw(svg.document(again.body, Box.of(again.page)), *size)

    assert referee.compare(first, second).same
