"""Small parts of the door: path data, styles, the referee, letters of a file's kind."""

from __future__ import annotations

import numpy as np
import pytest

from cobrand.intake import markup, referee, style
from cobrand.intake.paths import path
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
        ("{{{ rect{stroke:#123}", "", "stroke", None),
    ],
)
def test_styles_become_attributes(css: str, said: str, name: str, value: str | None) -> None:
    root = markup.parse(f"<svg><style>{css}</style><rect {said}/></svg>".encode())
    style.inline(root)

    assert value == root[1].get(name)


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
