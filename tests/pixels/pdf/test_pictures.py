"""A picture comes out of a PDF page upright, in its own pixels, cut where the page cuts it."""

from __future__ import annotations

import pytest

from cobrand.errors import LogoTooLarge
from cobrand.model.geometry import Box
from cobrand.pixels import array
from cobrand.pixels.pdf import sheet
from cobrand.pixels.pdf.marks import Picture
from tests.intake.pdf.pdfs import pdf, stream

IMAGE = "/Type /XObject /Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceGray"


def page(content: str, width: int = 100) -> bytes:
    picture = stream(f"{IMAGE} /Width {width} /Height {width} /SMask 101 0 R", b"\x55" * 10_000)
    mask = stream(f"{IMAGE} /Width 100 /Height 100", b"\xff" * 10_000)
    return pdf(
        content.encode(),
        page="/MediaBox [0 0 300 300]",
        resources="/XObject << /I 100 0 R >>",
        objects={100: picture, 101: mask},
    )


@pytest.mark.parametrize(
    ("place", "clip", "seen"),
    [
        ("100 0 0 100 0 0", "0 0 100 100", (0, 0, 100, 100)),
        ("100 0 0 100 30 20", "30 20 50 60", (0, 40, 50, 100)),
        ("100 0 0 -100 30 120", "30 20 50 60", (0, 0, 50, 60)),
        ("200 0 0 200 30 20", "30 20 100 120", (0, 40, 50, 100)),
        ("0 100 -100 0 130 20", "30 20 50 60", (0, 0, 60, 50)),
    ],
)
def test_clips_cut_the_picture_where_they_cut_the_page(
    place: str, clip: str, seen: tuple[int, int, int, int]
) -> None:
    with sheet.opened_at(page(f"{clip} re W n {place} cm /I Do"), 1) as opened:
        (mark,) = opened.marks()
        again = opened.marks()

    assert isinstance(mark, Picture)
    shown = array.pixels(mark.bitmap)[..., 3] > 0
    rows, columns = shown.any(axis=1).nonzero()[0], shown.any(axis=0).nonzero()[0]
    assert seen == (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    assert again == (mark,)


def test_a_picture_squeezed_to_nothing_is_none() -> None:
    with sheet.opened_at(page("0 0 0 0 10 10 cm /I Do"), 1) as opened:
        assert opened.marks() == ()


def test_a_giant_is_refused() -> None:
    giant = page("100 0 0 100 0 0 cm /I Do", 60_000)

    with sheet.opened_at(giant, 1) as opened, pytest.raises(LogoTooLarge) as caught:
        opened.marks()

    assert caught.value.code == "logo.too-many-pixels"


def test_a_window_is_whole_px_that_hold_what_is_asked_for() -> None:
    with sheet.opened_at(page(""), 1) as opened:
        window = opened.window(Box(10.3, 20.7, 50, 25), 5_000, 4_000)
        drawn = opened.draw(window)

    assert (window.width, window.height) == (drawn.width, drawn.height)
    assert window.view.holds(Box(10.3, 20.7, 50, 25))
    assert window.view.width / window.width == pytest.approx(300 / window.place[2])
