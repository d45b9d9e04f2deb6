"""librsvg draws at the exact size, and the press draws the same."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import pyvips

from cobrand.errors import DrawingFailed
from cobrand.model.geometry import Box
from cobrand.pixels import array, press, root, svg
from cobrand.pixels.pdf import page

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" '
HALF = '<rect width="50" height="100" fill="#f00" fill-opacity=".5"/></svg>'


@pytest.mark.parametrize("size", [(1, 1), (333, 167), (1080, 1350), (17, 900)])
@pytest.mark.parametrize("said", ['width="100mm" height="100mm"', "", 'width="7" height="3"'])
def test_the_size_is_exact_whatever_the_root_says(size: tuple[int, int], said: str) -> None:
    drawn = svg.draw(f'{HEAD}{said} viewBox="0 0 100 100">{HALF}', *size)

    assert (drawn.width, drawn.height) == size
    assert len(drawn.data) == size[0] * size[1] * 4


def test_alpha_is_straight() -> None:
    drawn = array.pixels(svg.draw(f'{HEAD}viewBox="0 0 100 100">{HALF}', 100, 100))

    assert tuple(drawn[50, 20].tolist()) == (255, 0, 0, 128)
    assert drawn[50, 80, 3] == 0


def test_a_view_is_stretched_over_the_pixels() -> None:
    drawn = array.pixels(
        svg.draw(f'{HEAD}viewBox="0 0 100 100">{HALF}', 40, 10, Box(40, 0, 20, 20))
    )

    assert (drawn[:, 19, 3] == 128).all()
    assert (drawn[:, 20, 3] == 0).all()


def test_a_root_without_viewbox_keeps_its_size_in_mind() -> None:
    drawn = array.pixels(svg.draw(f'{HEAD}width="100" height="100">{HALF}', 200, 200))

    assert (drawn[100, 99, 3], drawn[100, 100, 3]) == (128, 0)


def test_bytes_of_any_encoding_are_read() -> None:
    words = f'<?xml version="1.0" encoding="utf-16"?>{HEAD}viewBox="0 0 100 100"><!--é-->{HALF}'

    assert svg.draw(words.encode("utf-16"), 10, 10) == svg.draw(words, 10, 10)


@pytest.mark.parametrize(
    "wrong", ["", "words", "<svg", f'{HEAD}viewBox="0 0 1 1"><g></svg>', "<a/>"]
)
def test_what_cannot_be_drawn_is_said(wrong: str) -> None:
    with pytest.raises(DrawingFailed):
        svg.draw(wrong, 10, 10)


@pytest.mark.parametrize("size", [(0, 10), (10, -1), (40_000, 10)])
def test_sizes_out_of_all_reason_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(DrawingFailed):
        svg.draw(f'{HEAD}viewBox="0 0 100 100">{HALF}', *size)


def test_many_threads_draw_at_once() -> None:
    documents = [
        f'{HEAD}viewBox="0 0 9 9"><rect width="9" height="9" fill="#{n:02x}0000"/></svg>'
        for n in range(32)
    ]

    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda document: svg.draw(document, 64, 64), documents))

    assert [int(array.pixels(each)[5, 5, 0]) for each in drawn] == list(range(32))


def test_nothing_outside_is_drawn() -> None:
    picture = Path(__file__).parents[1] / "data" / "logos" / "on-plate.png"
    link = f'<image width="9" height="9" xlink:href="{picture.as_uri()}"/></svg>'
    reaching = f'{HEAD}xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{link}'

    assert picture.exists()
    assert array.pixels(svg.draw(reaching, 9, 9)).max() == 0
    assert array.pixels(press.draw(reaching, 9, 9)).max() == 0


def test_the_press_draws_what_librsvg_draws() -> None:
    document = f'{HEAD}viewBox="0 0 100 100"><path d="M5 5h60v60z" fill="#123"/>{HALF}'
    one, other = (array.pixels(draw(document, 200, 200)) for draw in (svg.draw, press.draw))

    assert np.abs(one.astype(int) - other).mean() < 0.5


def test_pdf_pages_are_three_quarters_of_a_point_a_px() -> None:
    pages = [f'{HEAD}width="{n}" height="100" viewBox="0 0 100 100">{HALF}' for n in (200, 400)]

    facts = page.facts(press.pdf(pages))

    assert [(each.media.width, each.media.height) for each in facts] == [(150, 75), (300, 75)]


def test_a_pdf_page_is_drawn_on_white() -> None:
    sheet = press.pdf([f'{HEAD}width="100" height="100" viewBox="0 0 100 100">{HALF}'])
    drawn = array.pixels(page.draw_pdf(sheet, 0, 200))

    assert drawn.shape == (200, 200, 4)
    assert (drawn[100, 20, :3] - [255, 127, 127]).max() <= 1
    assert tuple(drawn[100, 180].tolist()) == (255, 255, 255, 255)


def test_a_part_of_a_pdf_page_is_that_part_of_the_whole() -> None:
    sheet = press.pdf([f'{HEAD}width="100" height="60" viewBox="0 0 100 60">{HALF}'])
    whole = array.pixels(page.draw_pdf(sheet, 0, 200))
    part = array.pixels(page.draw_pdf(sheet, 0, 200, Box(80, 10, 50, 30)))

    assert np.array_equal(part, whole[10:40, 80:130])


def test_eps_is_postscript() -> None:
    assert press.eps(f'{HEAD}width="9" height="9" viewBox="0 0 100 100">{HALF}').startswith(b"%!PS")


@pytest.mark.parametrize("call", [lambda: press.pdf(["words"]), lambda: page.facts(b"%PDF-1.4")])
def test_the_press_and_its_reader_refuse_with_a_code(call: object) -> None:
    with pytest.raises(DrawingFailed):
        call()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("25.4mm", 96),
        ("1in", 96),
        ("72pt", 96),
        ("12", 12),
        (" 1e1px ", 10),
        ("50%", None),
        ("x", None),
        (None, None),
    ],
)
def test_lengths(text: str | None, value: float | None) -> None:
    assert root.px(text) == (pytest.approx(value) if value is not None else None)


def test_vips_opens_no_file_and_no_kind_that_is_not_read(tmp_path: Path) -> None:
    document = f'{HEAD}viewBox="0 0 100 100">{HALF}'.encode()
    svg.draw(document, 4, 4)
    (tmp_path / "a.svg").write_bytes(document)
    (tmp_path / "a.png").write_bytes(pyvips.Image.black(3, 3).write_to_buffer(".png"))
    rare = b"P5 3 3 255\n" + bytes(9)

    assert pyvips.Image.new_from_buffer(document, "").width == 100
    with pytest.raises(pyvips.Error):
        pyvips.Image.new_from_file(str(tmp_path / "a.svg"))
    with pytest.raises(pyvips.Error):
        pyvips.Image.new_from_file(str(tmp_path / "a.png"))
    with pytest.raises(pyvips.Error):
        pyvips.Image.new_from_buffer(rare, "")
