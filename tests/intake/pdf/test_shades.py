"""Gradients and soft masks of a page stay gradients and masks, whatever their colours are."""

from __future__ import annotations

import pytest

from cobrand.intake.door import read
from cobrand.model.logo import Logo, SvgArt
from tests.intake.files import codes, of_the_file
from tests.intake.pdf.pdfs import pdf, stream

TWO = "/Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 0 0] /C1 [0 0 1] >>"
AXIAL = f"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [20 0 80 0] {TWO} /Extend [true true] >>"
RADIAL = AXIAL.replace("/ShadingType 2", "/ShadingType 3").replace(
    "20 0 80 0", "40 100 5 50 100 40"
)
INKS = (
    "<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 20 0 180] /Extend [true true] /Function "
    "<< /FunctionType 2 /Domain [0 1] /N 1.7 /C0 [1 0.2 0 0] /C1 [0 0.1 0.9 0] >> >>"
)
SAMPLED = stream(
    "/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [4] /BitsPerSample 8",
    bytes([255, 0, 0, 255, 255, 0, 0, 200, 0, 0, 0, 255]),
)
POSTSCRIPT = stream(
    "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", b"{ dup 1 exch sub 0.2 3 1 roll }"
)
STITCHED = (
    "/Function << /FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] /Functions ["
    "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 0 0] /C1 [1 0 0] >> "
    "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 1] /C1 [0 0 1] >>] >>"
)
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 100 200]"


def body(logo: Logo) -> str:
    assert isinstance(logo.art, SvgArt)
    return logo.art.body


def shaded(shading: str) -> Logo:
    return read(
        pdf(
            b"q 10 60 80 90 re W n /S sh Q",
            resources=f"/Shading << /S {shading} >>",
            objects={100: SAMPLED, 101: POSTSCRIPT},
        )
    )


@pytest.mark.parametrize(
    ("shading", "element"),
    [
        (AXIAL, "linearGradient"),
        (RADIAL, "radialGradient"),
        (INKS, "linearGradient"),
        (AXIAL.replace(TWO, "/Function 100 0 R"), "linearGradient"),
        (AXIAL.replace(TWO, "/Function 101 0 R"), "linearGradient"),
        (AXIAL.replace(TWO, STITCHED), "linearGradient"),
        (AXIAL.replace("/Extend [true true]", "/Extend [true false]"), "linearGradient"),
    ],
)
def test_shadings_become_gradients(shading: str, element: str) -> None:
    logo = shaded(shading)

    assert logo.vector
    assert f"<{element}" in body(logo)


def test_straight_colours_need_two_stops() -> None:
    assert body(shaded(AXIAL)).count("<stop") == 2


def test_a_path_filled_with_a_shading_keeps_its_place_in_a_form() -> None:
    form = stream(
        f"{FORM} /Matrix [0.5 0 0 0.5 20 60] /Resources << /Pattern << /P 100 0 R >> >>",
        b"1 0 0 rg 0 0 10 10 re f /Pattern cs /P scn 2 0 0 1 0 0 cm 20 50 30 90 re f",
    )
    logo = read(
        pdf(
            b"0 1 0 rg 0 0 5 5 re f /F Do",
            resources="/XObject << /F 101 0 R >>",
            objects={
                100: f"<< /PatternType 2 /Shading {AXIAL} /Matrix [1 0 0 1 20 0] >>".encode(),
                101: form,
            },
        )
    )

    assert logo.vector
    assert "<linearGradient" in body(logo)


@pytest.mark.parametrize("light", ["Luminosity", "Alpha"])
def test_soft_masks_stay_soft(light: str) -> None:
    fade = (
        "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [20 0 80 0] /Extend [true true] "
        "/Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0] /C1 [1] >> >>"
    )
    group = "/Group << /S /Transparency /CS /DeviceGray >>"
    mask = stream(
        f"{FORM} {group} /Resources << /Shading << /S {fade} >> >>", b"10 20 40 150 re W n /S sh"
    )
    logo = read(
        pdf(
            b"q 1 0 0 1 0 10 cm /Fading gs 0 0 1 rg 20 60 60 60 re f Q 1 0 0 rg 0 0 30 30 re f",
            resources=f"/ExtGState << /Fading << /SMask << /S /{light} /G 100 0 R >> >> >>",
            objects={100: mask},
        )
    )

    assert logo.vector
    assert "<mask" in body(logo)


@pytest.mark.parametrize(
    "other",
    [
        "<< /ShadingType 1 /ColorSpace /DeviceRGB /Matrix [90 0 0 90 0 0] /Function 102 0 R >>",
        AXIAL.replace("/Coords", "/BBox [30 0 60 200] /Coords"),
    ],
)
def test_other_shadings_are_drawn_by_pdfium(other: str) -> None:
    function = stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", b"{ 0.5 }")
    logo = read(pdf(b"/S sh", resources=f"/Shading << /S {other} >>", objects={102: function}))

    assert not logo.vector
    assert codes(of_the_file(logo.findings)) == {"logo.page-as-picture"}
