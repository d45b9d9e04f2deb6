"""What the press would draw wrong is written in plainer words and looks the same."""

from __future__ import annotations

import pytest

from cobrand.intake.door import read
from cobrand.intake.drawing import markup, plain, referee, svg
from cobrand.intake.drawing.curves import absolute
from cobrand.intake.drawing.plain.shapes import extent
from cobrand.intake.drawing.plain.transforms import matrix
from cobrand.model.geometry import Box
from cobrand.model.logo import SvgArt
from cobrand.model.matrix import moved
from cobrand.pixels import svg as librsvg
from tests.intake.drawing.awkward import FILES
from tests.intake.files import codes, near

MENDED = [
    "selectors", "current-colour", "paint-order", "clip-rule", "clip-box", "clip-of-clip",
    "mask-page", "mask-alpha",
    "mask-alpha-style", "mask-use", "shapes",
]  # fmt: skip


@pytest.mark.parametrize("name", sorted(FILES))
def test_plainer_words_change_no_drawing(name: str) -> None:
    normal = svg.normalise(FILES[name], "c")
    plainer = markup.write(plain.plainly(normal.group, "c-p"))
    page = Box.of(normal.page)

    before = librsvg.draw(svg.document(normal.body, page), 200, 200)
    after = librsvg.draw(svg.document(plainer, page), 200, 200)

    assert referee.compare(before, after).same


@pytest.mark.parametrize("name", MENDED)
def test_the_press_draws_the_plainer_words_right(name: str) -> None:
    art = read(FILES[name]).art

    assert isinstance(art, SvgArt)
    assert art.press


@pytest.mark.parametrize("name", ["shadow-drop", "mask-gradient", "blending"])
def test_what_cannot_be_said_more_plainly_is_a_picture_in_print(name: str) -> None:
    logo = read(FILES[name])

    assert isinstance(logo.art, SvgArt)
    assert not logo.art.press
    assert "logo.press-differs" in codes(logo.findings)


@pytest.mark.parametrize(
    ("shape", "edges"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', (1, 2, 4, 6)),
        ('<circle cx="5" cy="5" r="2"/>', (3, 3, 7, 7)),
        ('<ellipse cx="5" cy="5" rx="2" ry="1"/>', (3, 4, 7, 6)),
        ('<line x1="1" y1="8" x2="3" y2="2"/>', (1, 2, 3, 8)),
        ('<polygon points="1,1 5 1,3,4"/>', (1, 1, 5, 4)),
        ('<path d="M0 0C0 8 8 8 8 0"/>', (0, 0, 8, 6)),
        ('<path d="M0 0q4 8 8 0"/>', (0, 0, 8, 4)),
        ('<path d="M0 0q4 8 8 0t8 0"/>', (0, -4, 16, 4)),
        ('<path d="m1 1h2v3H0zl-1-1"/>', (0, 0, 3, 4)),
        ('<path d="M0 5A5 5 0 0 1 10 5"/>', (0, 0, 10, 5)),
        ('<path d="M0 5a5 5 0 1 0 10 0" transform="translate(1 2)"/>', (1, 7, 11, 12)),
        ('<g transform="scale(2)"><rect width="1" height="1" transform="rotate(90)"/></g>',
         (-2, 0, 0, 2)),
    ],
)  # fmt: skip
def test_the_box_of_a_shape_is_exact(shape: str, edges: tuple[float, ...]) -> None:
    box = extent(markup.parse(f"<svg>{shape}</svg>".encode())[0])

    assert box is not None
    assert near(box, *edges, by=1e-6)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("transforms", "place"),
    [
        ("", (2, 1)),
        ("translate(3)", (5, 1)),
        ("translate(3 4)scale(2)", (7, 6)),
        ("rotate(90 1 1)", (1, 2)),
        ("matrix(1 0 0 -1 0 9)", (2, 8)),
        ("skewX(45), scale(1,2)", (4, 2)),
    ],
)
def test_transforms_are_one_matrix(transforms: str, place: tuple[float, float]) -> None:
    assert place == pytest.approx(moved(matrix(transforms), 2, 1))


def test_an_arc_too_small_for_its_ends_grows() -> None:
    steps = list(absolute("M0 0A1 1 0 0 1 10 0"))

    assert steps[-1][1][-2:] == (10, 0)
    assert max(abs(n) for _, numbers in steps for n in numbers) <= 10
