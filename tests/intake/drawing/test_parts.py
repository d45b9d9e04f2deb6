"""Small parts of the door: path data, styles, the referee, letters of a file's kind."""

from __future__ import annotations

import numpy as np
import pytest

from cobrand.errors import LogoUnreadable
from cobrand.intake.drawing import markup, referee, svg
from cobrand.intake.drawing.css import style
from cobrand.intake.drawing.paths import path
from cobrand.pixels import array


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ("M0 0L10,10z", "M0 0L10,10z"),
        ("M0 0a2 2 0 0110 10", "M0 0a2 2 0 0 1 10 10"),
        ("M0 0L1 1 inherit M5 5", "M0 0L1 1"),
        ("M0 0L5", "M0 0"),
        ("L1 1", ""),
        ("M 1-2.5.5 3e1", "M 1-2.5.5 3e1"),
    ],
)
def test_a_path_ends_at_its_first_mistake(data: str, kept: str) -> None:
    assert kept == path(data)


@pytest.mark.parametrize(
    ("css", "said", "name", "value"),
    [
        (".a{fill:red}", 'class="a"', "fill", "red"),
        (".a{fill:red!important}", 'class="a" style="fill:blue"', "fill", "red"),
        ("", 'style="fill:hsl(120 100% 25%)"', "fill", "#008000"),
        ("", 'fill="rgb(0 0 255 / 50%)"', "fill", "rgba(0,0,255,0.5)"),
        ("", 'opacity="50%"', "opacity", "0.5"),
        ("", 'opacity="1.2.3%"', "opacity", "1.2.3%"),
        (
            "",
            'style="transform:rotate(45deg) translateX(3px)"',
            "transform",
            "rotate(45) translate(3)",
        ),
        (
            "",
            'style="font:bold 12px/1.5 Noto Sans, sans-serif"',
            "font-family",
            "Noto Sans, sans-serif",
        ),
        ("rect.a>b,rect{stroke:#123}", "", "stroke", "#123"),
        (":root{--a:#123}rect{fill:var(--a)}", "", "fill", "#123"),
        ("", 'fill="var(--a, var(--b,#123))"', "fill", "#123"),
        ("svg{--a:red}:root{--a:#123}", 'style="fill:var( --a )"', "fill", "#123"),
        ("", 'fill="var(--a)"', "fill", None),
        ("rect{--a:var(--b);--b:var(--a);fill:var(--a)}", "", "fill", None),
        ("", 'fill="oklch(0.5 0 0)"', "fill", "#636363"),
        ("", 'fill="lab(50 0 0)"', "fill", "#777777"),
        ("", 'fill="hwb(0 0% 0%)"', "fill", "#ff0000"),
        ("", 'fill="CURRENTCOLOR"', "fill", "currentColor"),
        ("", 'style="transform:rotate(.5turn)"', "transform", "rotate(180)"),
        ("", 'style="transform:rotate(.turn)"', "transform", "rotate(.turn)"),
        ("", 'style="font:large serif"', "font-size", "large"),
        ("", 'style="font:300 italic 1.5em/2 Gotham, serif"', "font-style", "italic"),
        ("{{{ rect{stroke:#123}", "", "stroke", None),
    ],
)
def test_styles_become_attributes(css: str, said: str, name: str, value: str | None) -> None:
    root = markup.parse(f"<svg><style>{css}</style><rect {said}/></svg>".encode())
    style.inline(root)

    assert value == root[1].get(name)


def test_what_librsvg_knows_in_styles_only_is_written_there() -> None:
    root = markup.parse(b'<svg><rect style="mix-blend-mode:screen;fill:#123"/></svg>')
    style.inline(root)

    assert markup.write(root[0]) == '<rect fill="#123" style="mix-blend-mode:screen"/>'


def test_a_blending_drawing_blends_with_itself_alone() -> None:
    rect = '<rect width="9" height="9" style="mix-blend-mode:multiply"/>'
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{rect}</svg>'

    assert svg.normalise(text.encode(), "c").body.startswith('<g color="#000000" style="isolation')


def test_variables_that_feed_each_other_do_not_grow() -> None:
    rules = ";".join(f"--v{n + 1}:var(--v{n}) var(--v{n})" for n in range(40))
    root = markup.parse(
        f"<svg><style>rect{{--v0:red;{rules};fill:var(--v40)}}</style><rect/></svg>".encode()
    )
    style.inline(root)

    assert root[1].get("fill") is None


def test_letters_named_as_in_web_pages_are_read() -> None:
    root = markup.parse(b"<svg><text>&eacute;&nbsp;&amp;</text></svg>")

    assert root[0].text == "é\xa0&"


def test_names_nobody_knows_are_refused() -> None:
    with pytest.raises(LogoUnreadable):
        markup.parse(b"<svg><text>&nobody;</text></svg>")


def test_vendor_properties_do_not_become_attributes() -> None:
    root = markup.parse(b'<svg><rect style="-inkscape-stroke:none;fill:#123"/></svg>')
    style.inline(root)

    assert root[0].attrib == {"fill": "#123"}


def test_the_referee_forgives_smoothing_and_sees_a_missing_part() -> None:
    one = np.zeros((80, 80, 4), np.uint8)
    one[20:60, 20:60] = (200, 0, 0, 255)
    smoothed, cut = one.copy(), one.copy()
    smoothed[20, 20:60, 3] = 120
    cut[30:40, 30:40] = 0

    assert referee.compare(array.bitmap(one), array.bitmap(smoothed)).same
    assert not referee.compare(array.bitmap(one), array.bitmap(cut)).same
