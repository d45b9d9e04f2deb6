"""A picture is found, lifted off its paper and measured."""

from __future__ import annotations

import io
import math

import numpy as np
import pytest
from PIL import Image

from cobrand.intake.door import ppi, read
from cobrand.model.colour import Colour
from cobrand.model.logo import BitmapArt
from cobrand.pixels import array
from tests.intake.files import codes, logo, near

MARK = (20, 20, 171, 81)


@pytest.mark.parametrize(
    "name",
    ["clear.png", "palette.png", "clear.webp", "on-white.jpg", "on-paper.png", "on-black.png",
     "turned.jpg", "cmyk.jpg"],
)  # fmt: skip
def test_the_mark_is_found_on_any_ground(name: str) -> None:
    assert near(logo(name).ink, *MARK, by=1.5), logo(name).ink


def test_a_plate_of_a_strong_colour_belongs_to_the_mark() -> None:
    read_ = logo("on-plate.png")

    assert near(read_.ink, 0, 0, 200, 100, by=0)
    assert read_.traits.ground is None


def test_black_stays_and_is_named_as_ground() -> None:
    assert Colour(0, 0, 0) == logo("on-black.png").traits.ground


@pytest.mark.parametrize("name", ["on-white.jpg", "on-paper.png", "cmyk.jpg"])
def test_paper_becomes_clear_without_a_halo(name: str) -> None:
    read_ = logo(name)
    assert isinstance(read_.art, BitmapArt)
    seen = array.pixels(read_.art.bitmap)

    assert "logo.ground-removed" in codes(read_.findings)
    assert seen[:10, :, 3].max() == 0
    dark = array.over(seen, Colour(0, 0, 40)).astype(int)
    halo = dark[:80, :110].min(axis=-1)  # round the dark blue square nothing may be whitish
    assert halo.max() < 90


def test_white_inside_the_mark_stays() -> None:
    page = np.full((200, 200, 3), 255, np.uint8)
    page[50:150, 50:150] = (0, 60, 120)
    page[80:120, 80:120] = 255
    out = io.BytesIO()
    Image.fromarray(page).save(out, "PNG")
    art = read(out.getvalue()).art

    assert isinstance(art, BitmapArt)
    assert tuple(array.pixels(art.bitmap)[100, 100].tolist()) == (255, 255, 255, 255)
    assert array.pixels(art.bitmap)[10, 10, 3] == 0


@pytest.mark.parametrize("quality", [60, 75, 90])
def test_specks_that_jpeg_leaves_are_not_the_mark(quality: int) -> None:
    page = np.full((240, 500, 3), 255, np.uint8)
    page[60:180, 100:400] = (200, 20, 30)
    page[90:150, 200:260] = 255
    out = io.BytesIO()
    Image.fromarray(page).save(out, "JPEG", quality=quality)

    assert near(read(out.getvalue()).ink, 100, 60, 400, 180, by=4)


def test_a_faint_mark_is_found_and_said() -> None:
    page = np.full((100, 200, 3), 255, np.uint8)
    page[30:70, 50:150] = 246
    out = io.BytesIO()
    Image.fromarray(page).save(out, "PNG")
    read_ = read(out.getvalue())

    assert "logo.faint" in codes(read_.findings)
    assert near(read_.ink, 50, 30, 150, 70, by=1)


def test_small_pictures_are_said_with_their_size() -> None:
    (finding,) = (each for each in logo("clear.png").findings if each.code == "logo.small")

    assert finding.named == {"width": 151, "height": 61, "mm": 13, "large_mm": 26}


def test_pixels_per_inch_at_a_size() -> None:
    assert math.inf == ppi(logo("plain.svg"), 400)
    assert pytest.approx(ppi(logo("clear.png"), 192)) == 151 / 2


def test_sixteen_bit_grey_is_not_white() -> None:
    read_ = logo("grey16.png")

    assert near(read_.ink, 30, 15, 90, 45, by=1)
    assert read_.traits.tone != "light"
