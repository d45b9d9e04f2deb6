"""A page of a PDF becomes a logo: outlines where they are outlines, else a picture."""

from __future__ import annotations

import io
import zlib

import pytest
from pypdf import PdfReader, PdfWriter

from cobrand.errors import LogoUnreadable
from cobrand.intake.door import read
from cobrand.model.care import Care
from cobrand.model.colour import Colour
from cobrand.model.finding import note, warning
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo, SvgArt
from cobrand.pixels import array, press
from tests.intake.files import codes, near, of_the_file
from tests.intake.pdf.pdfs import SQUARE, pdf, stream

PT = 4 / 3
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 100 200]"
BLUE = b"0 0 1 rg 60 150 20 20 re f "


def box(logo: Logo) -> tuple[float, ...]:
    """Return the ink's edges in pt from the page's upper left corner."""
    ink = logo.ink
    return tuple(edge / PT for edge in (ink.left, ink.top, ink.right, ink.bottom))


def body(logo: Logo) -> str:
    assert isinstance(logo.art, SvgArt)
    return logo.art.body


def colours(logo: Logo) -> set[str]:
    return {colour.hex for colour, _ in logo.traits.palette}


def test_a_path_stays_a_path_on_nothing() -> None:
    logo = read(pdf(SQUARE))

    assert (logo.kind, logo.vector, logo.traits.ground) == ("pdf", True, None)
    assert near(Box.spanning(*box(logo)), 20, 120, 60, 170, by=0.2)
    assert colours(logo) == {"#FF0000"}
    assert of_the_file(logo.findings) == ()


@pytest.mark.parametrize(
    ("page", "size", "edges"),
    [
        ("/MediaBox [0 0 100 200] /CropBox [10 20 90 100]", (80, 80), (10, 20, 50, 70)),
        ("/MediaBox [0 0 100 200] /Rotate 90", (200, 100), (30, 20, 80, 60)),
        ("/MediaBox [0 0 100 200] /Rotate 180", (100, 200), (40, 30, 80, 80)),
        ("/MediaBox [0 0 100 200] /Rotate 270", (200, 100), (120, 40, 170, 80)),
        ("/MediaBox [-10 -10 90 190]", (100, 200), (30, 110, 70, 160)),
        ("/MediaBox [100 200 0 0]", (100, 200), (20, 120, 60, 170)),
    ],
)
def test_crop_box_and_rotation_are_obeyed(
    page: str, size: tuple[int, int], edges: tuple[int, int, int, int]
) -> None:
    logo = read(pdf(SQUARE, page=page))

    assert size == pytest.approx((logo.page.width / PT, logo.page.height / PT), abs=0.01)
    assert near(Box.spanning(*box(logo)), *edges, by=0.3)


def test_a_unit_of_its_own_is_obeyed() -> None:
    logo = read(pdf(SQUARE, page="/MediaBox [0 0 100 200] /UserUnit 2"))

    assert (logo.page.width / PT, logo.page.height / PT) == pytest.approx((200, 400))


def test_pages_are_counted_from_one_and_the_page_used_is_named() -> None:
    two = pdf(SQUARE, BLUE)

    first, second = read(two), read(two, care=Care(page=2))

    assert (colours(first), colours(second)) == ({"#FF0000"}, {"#0000FF"})
    assert of_the_file(second.findings) == (note("logo.several-pages", page=2, count=2),)


@pytest.mark.parametrize("page", [0, 3, 10**12])
def test_a_page_that_is_not_there(page: int) -> None:
    with pytest.raises(LogoUnreadable) as caught:
        read(pdf(SQUARE, BLUE), care=Care(page=page))

    assert (caught.value.code, caught.value.values) == (
        "logo.no-such-page", {"page": page, "count": 2},
    )  # fmt: skip


def test_annotations_are_not_drawn() -> None:
    stamp = stream(FORM, BLUE)
    marked = pdf(
        SQUARE,
        page="/MediaBox [0 0 100 200] /Annots [<< /Subtype /Stamp /Rect [0 0 100 200] "
        "/AP << /N 100 0 R >> >>]",
        objects={100: stamp},
    )

    assert colours(read(marked)) == {"#FF0000"}


def test_hidden_layers_stay_hidden() -> None:
    hidden = pdf(
        SQUARE + b" /OC /Layer BDC " + BLUE + b" EMC",
        resources="/Properties << /Layer 100 0 R >>",
        root="/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>",
        objects={100: b"<< /Type /OCG /Name (Draft) >>"},
    )

    logo = read(hidden)

    assert logo.vector
    assert colours(logo) == {"#FF0000"}


def test_programs_and_attachments_are_left_alone() -> None:
    busy = pdf(
        SQUARE,
        root="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
        "/AA << /WC << /S /Launch /F (/bin/true) >> >>",
    )

    assert read(busy).vector


def locked(user: str) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(pdf(SQUARE))))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_a_password_is_asked_for_in_words() -> None:
    with pytest.raises(LogoUnreadable) as caught:
        read(locked("secret"))

    assert caught.value.code == "logo.locked"


def test_encryption_without_a_password_is_no_obstacle() -> None:
    assert read(locked("")).vector


def test_clips_dashes_and_rules_are_kept() -> None:
    star = b"50 190 m 80 100 l 5 155 l 95 155 l 20 100 l h "
    logo = read(
        pdf(
            b"q 0 100 100 60 re W n 1 0 0 rg " + star + b"f* Q "
            b"0 0.5 0 RG 6 w 1 J 1 j [12 10] 3 d 10 20 m 50 80 l 90 20 l S"
        )
    )

    assert logo.vector
    assert 'fill-rule="evenodd"' in body(logo)
    assert 'stroke-dasharray="12 10"' in body(logo)
    assert near(Box.spanning(*box(logo)), 5, 40, 95, 185, by=3)


def test_a_clip_with_a_hole_keeps_it() -> None:
    ring = b"10 10 80 80 re 30 30 40 40 re W* n 0 0 1 rg 0 0 100 200 re f"

    logo = read(pdf(ring))

    assert logo.vector
    assert (logo.ink.width, logo.ink.height) == pytest.approx((80 / 0.75, 80 / 0.75), abs=0.5)
    assert array.pixels(logo.sample)[logo.sample.height // 2, logo.sample.width // 2, 3] == 0


def test_forms_in_forms_are_placed_and_faded_together() -> None:
    inner = stream(f"{FORM} /Matrix [1 0 0 1 10 0]", b"0 0 1 rg 0 0 20 20 re f 10 0 20 20 re f")
    outer = stream(
        f"{FORM} /Matrix [2 0 0 2 0 0] /Group << /S /Transparency >> "
        "/Resources << /XObject << /Inner 100 0 R >> >>",
        b"/Inner Do",
    )
    faded = pdf(
        b"/Half gs /Outer Do",
        resources="/XObject << /Outer 101 0 R >> /ExtGState << /Half << /ca 0.5 >> >>",
        objects={100: inner, 101: outer},
    )

    logo = read(faded)

    assert logo.vector
    assert 'opacity="0.5' in body(logo)
    assert near(Box.spanning(*box(logo)), 20, 160, 80, 200, by=0.3)


def test_letters_become_outlines_and_a_missing_font_is_named() -> None:
    words = pdf(
        b"BT /F 40 Tf 10 100 Td (ALE) Tj ET",
        resources="/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>",
    )

    logo = read(words)

    assert logo.vector
    assert "<text" not in body(logo)
    assert of_the_file(logo.findings) == (warning("logo.text", fonts="Helvetica"),)


def test_what_illustrator_leaves_when_it_saves_no_pdf() -> None:
    sorry = pdf(
        b"BT /F 9 Tf 5 100 Td (This is an Adobe Illustrator file that was) Tj "
        b"0 -12 Td (saved without PDF Content.) Tj ET",
        resources="/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>",
    )

    with pytest.raises(LogoUnreadable) as caught:
        read(sorry)

    assert caught.value.code == "logo.ai-without-pdf"


def test_a_file_of_illustrator_is_called_so() -> None:
    page = "/MediaBox [0 0 100 200] /PieceInfo << /Illustrator << /LastModified (D:2020) >> >>"

    assert read(pdf(SQUARE, page=page)).kind == "ai"


@pytest.mark.parametrize(
    ("content", "resources"),
    [
        (b"0.1 0.9 0 0 k 20 30 40 50 re f", ""),
        (b"/Spot cs 1 scn 20 30 40 50 re f", "/ColorSpace << /Spot [/Separation /Gold /DeviceCMYK "
         "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0.1 0.9 0 0] >>] >>"),
    ],
)  # fmt: skip
def test_inks_are_turned_into_screen_colours_and_named(content: bytes, resources: str) -> None:
    logo = read(pdf(content, resources=resources))

    (colour,) = (Colour.parse(each) for each in colours(logo))
    assert (colour.red > 180, colour.green < 110) == (True, True)
    assert codes(of_the_file(logo.findings)) == {"logo.cmyk-page"}


WHITE_ROW = b"\xff" * 120
ROW = b"\xff" * 30 + b"\xc8\x00\x00" * 30
PIXELS = WHITE_ROW * 6 + ROW * 19 + WHITE_ROW * 5
IMAGE = "/Type /XObject /Subtype /Image /Width 40 /Height 30 /BitsPerComponent 8"


def test_one_picture_is_taken_in_its_own_pixels() -> None:
    logo = read(
        pdf(
            b"q 80 0 0 60 10 20 cm /I Do Q",
            resources="/XObject << /I 100 0 R >>",
            objects={100: stream(f"{IMAGE} /ColorSpace /DeviceRGB", PIXELS)},
        )
    )

    assert not logo.vector
    assert (logo.page.width, logo.page.height) == (40, 30)
    assert near(logo.ink, 10, 6, 40, 25, by=0)


def test_a_very_large_picture_is_made_smaller_and_says_so() -> None:
    said = "/Type /XObject /Subtype /Image /Width 6000 /Height 3000 /BitsPerComponent 8"
    rows = (b"\xff" * 3000 + bytes(3000)) * 2900 + b"\xff" * 600_000
    logo = read(
        pdf(
            b"q 90 0 0 45 5 50 cm /I Do Q",
            resources="/XObject << /I 100 0 R >>",
            objects={
                100: stream(
                    f"{said} /ColorSpace /DeviceGray /Filter /FlateDecode", zlib.compress(rows)
                )
            },
        )
    )

    assert (logo.page.width, logo.page.height) == (4000, 2000)
    assert note("logo.reduced", width=6000, height=3000) in logo.findings


def test_a_picture_that_is_cut_is_read_as_it_is_shown() -> None:
    logo = read(
        pdf(
            b"q 10 20 30 60 re W n 80 0 0 60 10 20 cm /I Do Q",
            resources="/XObject << /I 100 0 R >>",
            objects={100: stream(f"{IMAGE} /ColorSpace /DeviceRGB", PIXELS)},
        )
    )

    assert logo.ink.width < 0.7 * logo.ink.height


def test_a_picture_keeps_its_mask() -> None:
    clear = stream(f"{IMAGE} /ColorSpace /DeviceGray /Filter /FlateDecode",
                   zlib.compress((bytes(20) + b"\xff" * 20) * 30))  # fmt: skip
    logo = read(
        pdf(
            b"q 80 0 0 60 10 20 cm /I Do Q " + BLUE,
            resources="/XObject << /I 100 0 R >>",
            objects={
                100: stream(
                    f"{IMAGE} /ColorSpace /DeviceRGB /SMask 101 0 R", b"\x00\x80\x00" * 1200
                ),
                101: clear,
            },
        )
    )

    assert logo.vector
    assert "logo.picture-inside" in codes(logo.findings)
    assert box(logo)[0] == pytest.approx(50, abs=2.5)


def test_what_cannot_be_outlines_is_a_large_picture() -> None:
    mesh = stream(
        "/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 "
        "/BitsPerFlag 8 /Decode [0 100 0 100 0 1 0 1 0 1]",
        bytes([0, 10, 10, 255, 0, 0, 0, 240, 10, 0, 255, 0, 0, 120, 240, 0, 0, 255]),
    )
    logo = read(pdf(b"/S sh", resources="/Shading << /S 100 0 R >>", objects={100: mesh}))

    assert not logo.vector
    assert codes(of_the_file(logo.findings)) == {"logo.page-as-picture"}
    assert max(logo.page.width, logo.page.height) == pytest.approx(2048, abs=2)


def test_blend_modes_that_matter_are_never_drawn_wrong() -> None:
    multiplied = pdf(
        b"1 1 0 rg 10 100 60 60 re f /M gs 0 1 1 rg 40 120 50 60 re f",
        resources="/ExtGState << /M << /BM /Multiply >> >>",
    )

    assert "#00FF00" in colours(read(multiplied))


def test_our_own_press_is_read_back() -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">'
        '<circle cx="50" cy="50" r="40" fill="#246"/></svg>'
    )

    logo = read(press.pdf([drawn]))

    assert near(logo.ink, 10, 10, 90, 90, by=0.3)
    assert colours(logo) == {"#224466"}
