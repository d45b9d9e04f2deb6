"""Pictures, opened again: size, mode, resolution, weight."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from cobrand.export import writing
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Picture, Scene
from cobrand.pixels import array
from tests.export.scenes import PETROL, card_scene, make_format, order_of, pair


def reopened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize(("kind", "form"), [("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WEBP")])
def test_a_card_is_as_large_as_its_format(kind: str, form: str) -> None:
    picture = reopened(writing.make(order_of(kind)).data)

    assert picture.format == form
    assert picture.size == (1080, 1080)
    assert picture.convert("RGB").getpixel((5, 5)) == pytest.approx((11, 81, 88), abs=3)


def test_a_scaled_card_has_more_pixels_and_says_so() -> None:
    picture = reopened(writing.make(order_of("png", scale=2.0)).data)

    assert picture.size == (2160, 2160)
    assert picture.info["dpi"][0] == pytest.approx(192, abs=1)


def lockup_scene() -> Scene:
    return replace(card_scene(), size=Size(600, 200), ground=None, items=(pair(60, 60),))


def test_a_lock_up_is_transparent() -> None:
    picture = reopened(writing.make(order_of("png", lockup_scene())).data)

    assert picture.convert("RGBA").getpixel((2, 2))[3] == 0


def test_a_lock_up_in_jpeg_stands_on_its_backing() -> None:
    picture = reopened(writing.make(order_of("jpeg", lockup_scene())).data)

    assert picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255)


def test_print_has_300_ppi_with_bleed() -> None:
    scene = replace(card_scene(), size=Size(96, 192), bleed=9.6)
    order = order_of("png", scene, format_=make_format("print", Size(96, 192), budget=None))
    picture = reopened(writing.make(order).data)

    assert picture.size == (360, 660)
    assert picture.info["dpi"][0] == pytest.approx(300, abs=1)


def noisy(size: int) -> Scene:
    noise = np.random.default_rng(1).integers(0, 255, (size, size, 4), np.uint8)
    noise[..., 3] = 255
    whole = Box(0, 0, size, size)
    return replace(
        card_scene(),
        size=Size(size, size),
        ground=PETROL,
        items=(Picture(whole, array.bitmap(noise), whole, "photograph"),),
        promise=None,
    )


def test_a_heavy_picture_is_made_lighter_and_says_when_that_shows() -> None:
    format_ = make_format(size=Size(300, 300), budget=50_000)
    made = writing.make(order_of("jpeg", noisy(300), format_=format_))

    assert [finding.code for finding in made.findings] == ["export.coarse"]
    assert made.findings[0].named["budget"] == 50_000


@pytest.mark.parametrize(
    ("budget", "codes"),
    [(1_000_000, []), (200_000, ["export.lighter"]), (1_000, [])],  # 270 KB as PNG
)
def test_a_png_that_is_too_heavy_says_what_it_weighs_as_jpeg(budget: int, codes: list[str]) -> None:
    format_ = make_format(size=Size(300, 300), budget=budget)
    made = writing.make(order_of("png", noisy(300), format_=format_))

    assert [finding.code for finding in made.findings] == codes
    assert all(each.named["bytes"] <= budget for each in made.findings)


def test_equal_cards_are_equal_bytes() -> None:
    assert writing.make(order_of("jpeg")).data == writing.make(order_of("jpeg")).data
