"""What is no logo file, or a logo that will fade, is said with its number; real logos are not."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from cobrand.intake.door import read
from cobrand.model.care import Care
from cobrand.model.colour import Colour, difference
from cobrand.model.finding import Finding
from tests.intake.files import codes
from tests.logos import LOGOS, drawn

LIGHTS = ("#FF5F57", "#FEBC2E", "#28C840")


def said(picture: Image.Image, code: str, kind: str = "PNG", **options: object) -> Finding | None:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    found = read(out.getvalue()).findings
    return next((each for each in found if each.code == code), None)


def window(bar: str, body: str, high: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    page = Image.new("RGB", (1200, 760), body)
    drawing = ImageDraw.Draw(page)
    drawing.rectangle((0, 0, 1199, high - 1), fill=bar)
    drawing.line((0, high, 1199, high), fill="#B0B0B0")
    drawing.ellipse((500, 300, 800, 600), fill="#0B5158")
    return page, drawing


def lights(bar: str, body: str) -> Image.Image:
    page, drawing = window(bar, body, 44)
    for place, colour in enumerate(LIGHTS):
        drawing.ellipse((14 + 22 * place, 15, 28 + 22 * place, 29), fill=colour)
    return page


def signs(bar: str, body: str, ink: str) -> Image.Image:
    page, drawing = window(bar, body, 32)
    drawing.line((1064, 16, 1074, 16), fill=ink)
    drawing.rectangle((1110, 11, 1120, 21), outline=ink)
    drawing.line((1156, 11, 1166, 21), fill=ink)
    drawing.line((1156, 21, 1166, 11), fill=ink)
    return page


def phone() -> Image.Image:
    page = Image.new("RGB", (828, 1792), "white")
    drawing = ImageDraw.Draw(page)
    for left in (60, 78, 100, 118, 650, 670, 690):
        drawing.rectangle((left, 36, left + 11, 58), fill="black")
    drawing.rectangle((250, 700, 580, 1000), fill="#0B5158")
    return page


@pytest.mark.parametrize(
    ("page", "bar"),
    [
        (lights("#ECECEC", "#FFFFFF"), 44),
        (lights("#323232", "#1E1E1E"), 44),
        (lights("#FFFFFF", "#FFFFFF"), 44),
        (signs("#FFFFFF", "#F0F0F0", "#000000"), 32),
        (signs("#0078D7", "#FFFFFF", "#FFFFFF"), 32),
        (phone(), 59),
    ],
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_screenshot_is_said_with_the_height_of_its_bar(
    page: Image.Image, bar: int, kind: str
) -> None:
    found = said(page, "logo.screenshot", kind)

    assert found is not None
    assert found.named["bar"] == pytest.approx(bar, abs=1)


def test_stars_in_a_stripe_are_no_window() -> None:
    page = Image.new("RGB", (1200, 800), "white")
    drawing = ImageDraw.Draw(page)
    drawing.rectangle((0, 0, 1199, 99), fill="#0B5158")
    for left in (100, 580, 1060):
        drawing.ellipse((left, 35, left + 30, 65), fill="white")

    assert said(page, "logo.screenshot") is None


@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_is_not_suspected(name: str) -> None:
    suspicions = {"logo.screenshot", "logo.photograph", "logo.ground-shaded", "logo.hairlines"}

    assert not codes(drawn(name).findings) & suspicions


def test_a_photograph_is_said_with_its_colours() -> None:
    waves = np.random.default_rng(5).normal(size=(3, 16, 16))
    layers = [
        np.asarray(Image.fromarray(wave).resize((600, 600), Image.Resampling.BICUBIC))
        for wave in waves.astype(np.float32)
    ]
    grain = np.random.default_rng(6).normal(scale=6, size=(600, 600, 1))
    page = np.clip(128 + 55 * np.stack(layers, axis=-1) + grain, 0, 255).astype(np.uint8)
    found = said(Image.fromarray(page), "logo.photograph", "JPEG", quality=90)

    assert found is not None
    assert int(found.named["colours"]) > 120


def test_a_pattern_behind_a_mark_is_said() -> None:
    page = Image.effect_noise((600, 400), 40).convert("RGB")
    ImageDraw.Draw(page).ellipse((200, 100, 400, 300), fill="#0B5158")

    assert said(page, "logo.ground-uneven") is not None


def test_a_shaded_ground_is_said_with_its_ends() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><linearGradient id="g" '
        'y2="1" x2="0"><stop stop-color="#C03020"/><stop offset="1" stop-color="#F0A030"/>'
        '</linearGradient><path fill="url(#g)" d="M0 0h300v200H0z"/>'
        '<circle cx="150" cy="100" r="50" fill="#fff"/></svg>'
    )
    found = next(
        each for each in read(drawing.encode()).findings if each.code == "logo.ground-shaded"
    )
    ends = [Colour.parse(str(found.named[end])) for end in ("dark", "light")]

    assert difference(ends[0], Colour.parse("#C03020")) < 3
    assert difference(ends[1], Colour.parse("#F0A030")) < 3


def test_hairlines_are_measured() -> None:
    """One unit of 1200, on a card 1080 px wide: √27,000 px / 1200."""
    lines = "".join(f'<path d="M0 {y}h1200"/>' for y in range(20, 1200, 40))
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200">'
        f'<g stroke="#0B5158" stroke-width="WIDTH">{lines}</g></svg>'
    )
    thin = read(drawing.replace("WIDTH", "2").encode())
    found = next(each for each in thin.findings if each.code == "logo.hairlines")
    strong = read(drawing.replace("WIDTH", "16").encode())

    assert found.named["px"] == pytest.approx(2 * 27_000**0.5 / 1200, rel=0.25)
    assert found.named["share"] > 0.9  # type: ignore[operator]
    assert "logo.hairlines" not in codes(strong.findings)


def test_see_through_colours_are_measured_and_edges_are_none() -> None:
    page = Image.new("RGBA", (900, 400))
    ImageDraw.Draw(page).rectangle((50, 50, 450, 350), fill=(11, 81, 88, 128))
    ImageDraw.Draw(page).rectangle((450, 50, 850, 350), fill=(11, 81, 88, 255))
    found = said(page, "logo.see-through")

    assert found is not None
    assert found.named == {"share": 0.5, "opacity": 0.5}
    assert "logo.see-through" not in codes(drawn("round").findings)


def test_what_white_paper_swallows_is_said_with_its_contrast() -> None:
    found = next(each for each in drawn("pale").findings if each.code == "logo.faint-on-white")

    assert found.named["contrast"] == pytest.approx(1.35, abs=0.02)
    assert "logo.faint-on-white" not in codes(drawn("wide").findings)


@pytest.mark.parametrize("care", [Care(), Care(keep=("ground",))])
def test_white_paper_swallows_no_dark_ring_whatever_is_white_inside_it(care: Care) -> None:
    page = Image.new("RGB", (600, 600), "white")
    ImageDraw.Draw(page).ellipse((60, 60, 540, 540), outline="black", width=12)
    out = io.BytesIO()
    page.save(out, "PNG")

    assert "logo.faint-on-white" not in codes(read(out.getvalue(), care=care).findings)


def test_the_size_of_a_turned_picture_is_that_of_the_turned_one() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (1180, 590), "#0B5158").save(out, "PNG")
    logo = read(out.getvalue(), care=Care(mend=("turn-left",)))
    found = next(each for each in logo.findings if each.code == "logo.print-size")

    assert (found.named["width"], found.named["height"], found.named["mm"]) == (590, 1180, 50)


def test_the_largest_honest_size_is_said_in_millimetres() -> None:
    page = Image.new("RGBA", (1180, 590), "#0B5158")
    found = said(page, "logo.print-size")

    assert found is not None
    assert found.named == {"width": 1180, "height": 590, "mm": 100, "large_mm": 200}
