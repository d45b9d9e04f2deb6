"""Live text comes in as outlines where the drawing wanted its letters, and its fonts are named."""

from __future__ import annotations

import re

import pytest

from cobrand.intake.door import read
from cobrand.intake.drawing import lettering, svg
from cobrand.intake.drawing.curves import absolute
from cobrand.model.geometry import Size
from cobrand.model.logo import Logo, SvgArt
from tests.intake.files import codes, near, of_the_file
from tests.squares import SquareTypesetter

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 200 100" font-size="10" font-family="Noto Sans">'
)
TRACK = '<path id="p" d="M10 50H190" fill="none"/>'


def logo(body: str, head: str = HEAD) -> Logo:
    return read(f"{head}{body}</svg>".encode(), typesetter=SquareTypesetter())


def corners(body: str, head: str = HEAD) -> list[tuple[float, float]]:
    """Return where each letter's square begins: its lower left corner before any transform."""
    normal = svg.normalise(f"{head}{body}</svg>".encode(), "c")
    lettering.outline(normal.group, SquareTypesetter(), Size(200, 100))
    datas = re.findall(r'd="([^"]*)"', normal.body)
    return [
        (round(step[1][0], 2), round(step[1][1], 2))
        for data in datas
        if data != "M10 50H190"
        for step in absolute(data)
        if step[0] == "M"
    ]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ('<text x="20" y="80">ab</text>', [(20, 80), (30, 80)]),
        ('<text x="1cm" y="1em">a</text>', [(37.8, 10)]),
        ('<text x="50%" y="50%">a</text>', [(100, 50)]),
        ('<text x="20 60" y="80 70">abc</text>', [(20, 80), (60, 70), (70, 70)]),
        ('<text x="20" y="80" dx="0 5" dy="0 -3">ab</text>', [(20, 80), (35, 77)]),
        ('<text x="20" y="80">a<tspan dy="-5" fill="red">b</tspan>c</text>',
         [(20, 80), (30, 75), (40, 75)]),
        ('<text y="9"><tspan x="5">a</tspan><tspan x="50" y="20">b</tspan></text>',
         [(5, 9), (50, 20)]),
        ('<text x="100" y="80" text-anchor="middle">abcd</text>',
         [(80, 80), (90, 80), (100, 80), (110, 80)]),
        ('<text x="100" y="80" text-anchor="end">ab</text>', [(80, 80), (90, 80)]),
        ('<text x="100" y="80" text-anchor="end">a<tspan font-size="20">b</tspan></text>',
         [(70, 80), (80, 80)]),
        ('<text x="20" y="80" letter-spacing="5">ab</text>', [(20, 80), (35, 80)]),
        ('<text x="20" y="80" letter-spacing=".5em">ab</text>', [(20, 80), (35, 80)]),
        ('<text x="20" y="80" word-spacing="7">a b</text>', [(20, 80), (47, 80)]),
        ('<text x="20" y="80">a <tspan>b</tspan></text>', [(20, 80), (40, 80)]),
        ('<text x="20" y="80">  a \n  b </text>', [(20, 80), (40, 80)]),
        ('<text x="20" y="80" xml:space="preserve"> a  b</text>', [(30, 80), (60, 80)]),
        ('<text x="20" y="80" style="white-space:pre"> a</text>', [(30, 80)]),
        ('<text x="20" y="80" textLength="50">ab</text>', [(20, 80), (60, 80)]),
        ('<text x="20" y="80" textLength="60" lengthAdjust="spacingAndGlyphs">ab</text>',
         [(20, 80), (50, 80)]),
        ('<text x="20" y="80" font-size="2em">ab</text>', [(20, 80), (40, 80)]),
        ('<text x="20" y="80" style="font:italic bold 20px/1.2 Noto Sans">ab</text>',
         [(20, 80), (40, 80)]),
        ('<text x="20" y="80" font-size="medium">ab</text>', [(20, 80), (36, 80)]),
        ('<text x="20" y="80">a<tspan baseline-shift="super">b</tspan></text>',
         [(20, 80), (30, 76)]),
        ('<text x="20" y="80" dominant-baseline="hanging">a</text>', [(20, 87.14)]),
        ('<text x="100" y="80" direction="rtl">ab</text>', [(80, 80), (90, 80)]),
        ('<text x="20" y="80">a<tspan display="none">b</tspan>c</text>', [(20, 80), (30, 80)]),
        ('<text x="20" y="80">a<a href="#x">b</a></text>', [(20, 80), (30, 80)]),
        (TRACK + '<text><textPath href="#p" startOffset="50%">ab</textPath></text>',
         [(100, 50), (110, 50)]),
        (TRACK + '<text text-anchor="middle"><textPath href="#p" startOffset="90">ab</textPath>'
         "</text>", [(90, 50), (100, 50)]),
        (TRACK + '<text><textPath href="#p" startOffset="170">abc</textPath></text>',
         [(180, 50)]),
        ('<text x="20" y="80" display="none">a</text>', []),
        ('<defs><text>a</text></defs>', []),
    ],
)  # fmt: skip
def test_letters_stand_where_the_drawing_wants_them(
    body: str, places: list[tuple[float, float]]
) -> None:
    assert places == corners(body)


def test_a_turned_letter_keeps_its_corner() -> None:
    assert near(logo('<text x="50" y="50" rotate="90">a</text>').ink, 50, 50, 60, 60, by=0.5)


@pytest.mark.parametrize(
    ("family", "said"),
    [
        ("Noto Sans", "logo.text-outlined"),
        ("'noto sans arabic', serif", "logo.text-outlined"),
        ("sans-serif", "logo.text-outlined"),
        ("Gotham, 'Noto Sans'", "logo.text"),
        ("serif", "logo.text"),
        ("monospace", "logo.text"),
    ],
)
def test_the_font_that_is_missing_is_named(family: str, said: str) -> None:
    read = logo(f'<text x="5" y="50" font-family="{family}">a</text>')

    assert codes(of_the_file(read.findings)) == {said}
    assert isinstance(read.art, SvgArt)
    assert read.art.press
    assert "<text" not in read.art.body


def test_words_without_any_font_are_said_to_ask_for_a_serif() -> None:
    read = logo('<text x="5" y="50">a</text>', HEAD.replace("font-family", "class"))
    (finding,) = of_the_file(read.findings)

    assert (finding.code, finding.named) == ("logo.text", {"fonts": "serif"})


@pytest.mark.parametrize("hide", ['visibility="hidden"', 'display="none"'])
def test_what_is_hidden_asks_for_no_font(hide: str) -> None:
    read = logo(f'<rect width="9" height="9"/><text {hide} font-family="Gotham">a</text>')

    assert of_the_file(read.findings) == ()


def test_a_font_inside_the_file_is_named_and_not_run() -> None:
    sheet = "@font-face{font-family:Gotham;src:url(data:font/woff2;base64,d09GMg)}"
    read = logo(f'<style>{sheet}</style><text x="5" y="50" font-family="Gotham">a</text>')

    assert {"logo.text", "logo.font-inside"} == codes(of_the_file(read.findings))


def test_an_imitated_italic_is_said() -> None:
    read = logo('<text x="5" y="50" font-style="italic">a</text>')

    assert "logo.text-slanted" in codes(read.findings)


@pytest.mark.parametrize(
    "body",
    [
        '<clipPath id="c"><text x="20" y="80">a<tspan x="50">b</tspan></text></clipPath>'
        '<rect width="200" height="100" clip-path="url(#c)"/>',
        '<mask id="c"><text x="20" y="80" fill="#fff">a<tspan x="50">b</tspan></text></mask>'
        '<rect width="200" height="100" mask="url(#c)"/>',
        '<symbol id="c"><text x="20" y="80">a<tspan x="50">b</tspan></text></symbol>'
        '<use href="#c"/>',
        '<defs><text id="c" y="80">a<tspan x="30">b</tspan></text></defs><use href="#c" x="20"/>',
        '<defs><text id="c" y="80">a<tspan x="30">b</tspan></text></defs>'
        '<clipPath id="d"><use href="#c" x="20"/></clipPath>'
        '<rect width="200" height="100" clip-path="url(#d)"/>',
    ],
)
def test_text_inside_stores_is_outlined_too(body: str) -> None:
    assert near(logo(body).ink, 20, 70, 60, 80, by=0.5)


def test_words_take_the_manner_of_the_place_that_uses_them() -> None:
    body = '<defs><text id="t" y="80">a</text></defs><g font-size="40"><use href="#t"/></g>'

    assert near(logo(body).ink, 0, 40, 40, 80, by=0.5)


def test_fills_and_strokes_of_words_are_kept() -> None:
    body = logo(
        '<g fill="red"><text x="5" y="50" stroke="#00f">a<tspan fill="lime">b</tspan></text></g>'
    ).art.body  # type: ignore[union-attr]

    assert re.search(r'<g stroke="#00f"[^>]*><path d="[^"]*"/><path fill="lime"', body)


def test_without_a_typesetter_words_stay_and_keep_from_the_press() -> None:
    read_ = read(f'{HEAD}<text x="5" y="50" font-family="Gotham">a</text></svg>'.encode())

    assert isinstance(read_.art, SvgArt)
    assert not read_.art.press
    assert "<text" in read_.art.body
