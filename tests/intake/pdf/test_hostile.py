"""A made-up PDF costs a sentence, inside the limits, and never the program."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pytest

from cobrand.errors import LogoError, LogoTooLarge
from cobrand.intake.reader import Reader
from cobrand.model.limits import Limits
from tests.intake.pdf.pdfs import SQUARE, pdf, stream, written

BOX = "/MediaBox [0 0 100 100]"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 100 100]"
IMAGE = "/Type /XObject /Subtype /Image /BitsPerComponent 8"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(Limits(seconds=60)) as one:
        yield one


@pytest.fixture(scope="module")
def hasty() -> Iterator[Reader]:
    """Return a reader that gives up soon: what it cannot read in time it also says."""
    with Reader(Limits(seconds=1.5, memory=500)) as one:
        yield one


def paged(*kids: bytes) -> bytes:
    return written({1: CATALOG} | dict(enumerate(kids, 2)))


def filled(packed: bytes) -> bytes:
    return paged(
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {BOX} /Contents 4 0 R >>".encode(),
        stream("/Filter /FlateDecode", packed),
    )


def forms(count: int) -> dict[int, bytes]:
    """Return forms of which each draws the next one ten times."""
    tower = {
        number: stream(
            f"{FORM} /Resources << /XObject << /F {number + 1} 0 R >> >>", b"/F Do " * 10
        )
        for number in range(100, 100 + count)
    }
    return tower | {100 + count: stream(FORM, SQUARE)}


def pictured(width: int, extra: str, objects: dict[int, bytes]) -> bytes:
    said = f"{IMAGE} /Width {width} /Height {width} /ColorSpace /DeviceGray {extra}"
    picture = stream(f"{said} /Filter /FlateDecode", zlib.compress(bytes(100_000)))
    return pdf(
        b"90 0 0 90 5 5 cm /I Do",
        resources="/XObject << /I 100 0 R >>",
        objects={100: picture} | objects,
    )


@pytest.mark.parametrize(
    "box",
    ["0 0 1e9 1e9", "0 0 0 0", "0 0 nan nan", "-1e38 -1e38 1e38 1e38", "(a) (b) 1 2",
     "0 0 0.0001 0.0001", "0 0 1 100000", "0 0 99999999 5", "5"],
)  # fmt: skip
def test_pages_of_no_sensible_size(reader: Reader, box: str) -> None:
    try:
        logo = reader.read_bytes(pdf(SQUARE, page=f"/MediaBox [{box}]"))
    except LogoError as error:
        assert error.code in {"logo.damaged", "logo.blank"}  # noqa: PT017 - one of two ways out
    else:
        assert 0 < logo.page.width < 1e6


@pytest.mark.parametrize("unit", ["1e30", "0", "-3", "nan", "(x)"])
def test_units_of_no_sensible_size(reader: Reader, unit: str) -> None:
    logo = reader.read_bytes(pdf(SQUARE, page=f"{BOX} /UserUnit {unit}"))

    assert logo.page.width == pytest.approx(100 * 4 / 3)


HUGE_MASK = {
    101: stream(
        f"{IMAGE} /Width 60000 /Height 60000 /ColorSpace /DeviceGray /Filter /FlateDecode",
        zlib.compress(bytes(100_000)),
    )
}
ENDLESS = stream(f"{FORM} /Resources << /XObject << /F 100 0 R >> >>", b"/F Do /F Do")
TILES = stream(
    "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 "
    "/Resources << /Pattern << /P 100 0 R >> >>",
    b"/Pattern cs /P scn 0 0 1 1 re f",
)
REFUSED = {
    "forms that draw themselves": pdf(
        b"/F Do", resources="/XObject << /F 100 0 R >>", objects={100: ENDLESS}
    ),
    "forms of forms of forms": pdf(
        b"/F Do", resources="/XObject << /F 100 0 R >>", objects=forms(20)
    ),
    "pages in a circle": paged(b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
    "pages in a tower": paged(
        *(f"<< /Type /Pages /Kids [{n + 1} 0 R] /Count 1 >>".encode() for n in range(2, 3000)),
        f"<< /Type /Page {BOX} >>".encode(),
    ),
    "two billion pages": paged(
        b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", f"<< /Type /Page {BOX} >>".encode()
    ),
    "nothing, packed small": filled(zlib.compress(bytes(500_000_000), 9)),
    "millions of objects, packed small": filled(zlib.compress(b"0 0 1 1 re f " * 6_000_000, 9)),
    "tiles of tiles": pdf(
        b"/Pattern cs /P scn 0 0 100 100 re f",
        resources="/Pattern << /P 100 0 R >>",
        objects={100: TILES},
    ),
    "brackets": pdf(b"[" * 100_000 + SQUARE),
    "a head alone": b"%PDF-1.7\n",
    "noise": b"%PDF-1.7\n" + bytes(range(256)) * 200,
    "half": pdf(SQUARE)[:300],
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_read_says_so(hasty: Reader, name: str) -> None:
    with pytest.raises(LogoError) as caught:
        hasty.read_bytes(REFUSED[name])

    assert caught.value.code in {
        "logo.reader-died", "logo.too-slow", "logo.too-much-memory", "logo.too-complex",
        "logo.damaged", "logo.truncated", "logo.blank",
    }  # fmt: skip


def test_giant_pictures_are_refused_before_they_are_unpacked(reader: Reader) -> None:
    with pytest.raises(LogoTooLarge) as caught:
        reader.read_bytes(pictured(60_000, "", {}))

    assert (caught.value.code, caught.value.values) == (
        "logo.too-many-pixels", {"width": 60_000, "height": 60_000},
    )  # fmt: skip


def test_giant_masks_cost_no_more_than_the_limits(hasty: Reader) -> None:
    try:
        logo = hasty.read_bytes(pictured(10, "/SMask 101 0 R", HUGE_MASK))
    except LogoError as error:
        assert error.code.startswith("logo.")  # noqa: PT017 - one of two ways out
    else:
        assert logo.kind == "pdf"


@pytest.mark.parametrize("trailer", ["/Prev 9", "/Prev 0", "/Prev 99999999", "/Size -1"])
def test_tables_that_point_in_circles(reader: Reader, trailer: str) -> None:
    assert reader.read_bytes(pdf(SQUARE, trailer=trailer)).vector


def test_the_reader_goes_on_afterwards(reader: Reader) -> None:
    assert reader.read_bytes(pdf(SQUARE)).vector
