"""What is measured on a mark keeps to geometry, whatever the mark."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PIL import Image

from cobrand.intake.door import read
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo

Rects = list[tuple[int, int, int, int, str]]
COLOURS = st.sampled_from(["#a03020", "#103060", "#20a050", "#ffc53d", "#000000"])
WIDTH, HEIGHT = 160, 120
RECT = st.tuples(
    st.integers(0, WIDTH - 20),
    st.integers(0, HEIGHT - 20),
    st.integers(8, 100),
    st.integers(8, 80),
    COLOURS,
)
MARKS = st.lists(RECT, min_size=1, max_size=5)
few = settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TURNS = {2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
         6: Image.Transpose.ROTATE_270, 8: Image.Transpose.ROTATE_90}  # fmt: skip


def bounds(mark: Rects) -> Box:
    """Return the box round all shapes, as far as the page shows them."""
    return Box.spanning(
        min(left for left, *_ in mark),
        min(top for _, top, *_ in mark),
        min(WIDTH, max(left + width for left, _, width, *_ in mark)),
        min(HEIGHT, max(top + height for _, top, _, height, _ in mark)),
    )


def picture(mark: Rects, margin: int = 0, ground: str = "#00000000") -> Image.Image:
    made = Image.new("RGBA", (WIDTH + 2 * margin, HEIGHT + 2 * margin), ground)
    for left, top, width, height, colour in mark:
        right, bottom = min(left + width, WIDTH), min(top + height, HEIGHT)
        made.paste(colour, (left + margin, top + margin, right + margin, bottom + margin))
    return made


def png(image: Image.Image) -> Logo:
    out = io.BytesIO()
    image.save(out, "PNG")
    return read(out.getvalue())


def drawing(mark: Rects, scale: float = 1, turn: int = 0) -> Logo:
    shapes = "".join(
        f'<path fill="{colour}" d="M{left} {top}h{width}v{height}h{-width}z"/>'
        for left, top, width, height, colour in mark
    )
    size = f'width="{WIDTH * scale}" height="{HEIGHT * scale}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    group = f'<g transform="rotate({turn} {WIDTH / 2} {HEIGHT / 2})">{shapes}</g>'
    return read(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{group}</svg>'.encode())


def edges(box: Box) -> tuple[float, float, float, float]:
    return (box.left, box.top, box.right, box.bottom)


def away_from_edges(mark: Rects) -> bool:
    """Say whether there is air all round: a mark that fills its page may be taken for a plate."""
    box = bounds(mark)
    return box.left > 3 and box.top > 3 and box.right < WIDTH - 3 and box.bottom < HEIGHT - 3


@few
@given(MARKS)
def test_the_ink_of_a_picture_is_where_it_is(mark: Rects) -> None:
    logo = png(picture(mark))

    assert edges(bounds(mark)) == edges(logo.ink)


@few
@given(MARKS)
def test_the_ink_of_a_drawing_is_where_it_is(mark: Rects) -> None:
    logo = drawing(mark)

    assert edges(bounds(mark)) == pytest.approx(edges(logo.ink), abs=0.5)


@few
@given(MARKS)
def test_the_ink_is_inside_the_picture(mark: Rects) -> None:
    for logo in (png(picture(mark)), drawing(mark)):
        assert Box.of(logo.page).grown(1e-6).holds(logo.ink)
        assert logo.ink.width > 0
        assert logo.ink.height > 0


@few
@given(MARKS)
def test_trimming_a_second_time_changes_nothing(mark: Rects) -> None:
    once = picture(mark).crop([round(edge) for edge in edges(bounds(mark))])
    logo = png(once)

    assert (0, 0, *once.size) == edges(logo.ink)


@few
@given(MARKS, st.integers(0, 40))
def test_margins_move_the_ink_and_nothing_else(mark: Rects, margin: int) -> None:
    bare, framed = png(picture(mark)), png(picture(mark, margin))

    assert edges(bare.ink.moved(margin, margin)) == edges(framed.ink)


@few
@given(MARKS)
def test_white_paper_changes_nothing_about_the_ink(mark: Rects) -> None:
    assume(away_from_edges(mark))
    clear, paper = png(picture(mark)), png(picture(mark, ground="#ffffff"))

    assert edges(clear.ink) == edges(paper.ink)


@few
@given(MARKS, st.sampled_from(sorted(TURNS)))
def test_a_turned_file_is_the_same_mark(mark: Rects, orientation: int) -> None:
    upright = picture(mark)
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    back = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    turned = upright.transpose(back.get(orientation, TURNS[orientation]))
    turned.save(out, "PNG", exif=exif)

    assert edges(png(upright).ink) == edges(read(out.getvalue()).ink)


@few
@given(MARKS, st.sampled_from(sorted(TURNS)))
def test_turning_and_measuring_may_change_places(mark: Rects, way: int) -> None:
    measured = picture(mark).crop([round(edge) for edge in edges(png(picture(mark)).ink)])
    turned = picture(mark).transpose(TURNS[way])
    ink = png(turned).ink

    assert (
        measured.transpose(TURNS[way]).tobytes()
        == turned.crop([round(edge) for edge in edges(ink)]).tobytes()
    )


@few
@given(MARKS)
def test_a_drawing_turned_half_round_has_its_ink_there(mark: Rects) -> None:
    box = bounds(mark)
    assume(away_from_edges(mark))
    turned = drawing(mark, turn=180)

    assert edges(turned.ink) == pytest.approx(
        (WIDTH - box.right, HEIGHT - box.bottom, WIDTH - box.left, HEIGHT - box.top), abs=0.5
    )


@few
@given(MARKS, st.sampled_from([0.25, 3, 10]))
def test_a_larger_drawing_has_more_ink_by_as_much(mark: Rects, scale: float) -> None:
    plain, scaled = drawing(mark), drawing(mark, scale)

    assert [edge * scale for edge in edges(plain.ink)] == pytest.approx(
        list(edges(scaled.ink)), abs=0.5 * max(1, scale)
    )
