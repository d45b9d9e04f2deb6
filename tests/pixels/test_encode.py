"""Encoded pictures keep their pixels, their budget and no secrets."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from cobrand.model.bitmap import Bitmap
from cobrand.pixels import array, bitmap, encode, packed, palette, png, svg

CARD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><rect width="300" height="200" '
    'fill="#0b3c5d"/><circle cx="90" cy="100" r="70" fill="#f4b400"/>'
    '<path d="M170 40l100 30-60 90z" fill="#fff" stroke="#d62246" stroke-width="9"/></svg>'
)


@pytest.fixture(scope="module")
def card() -> Bitmap:
    return svg.draw(CARD, 600, 400)


@pytest.fixture(scope="module")
def noise() -> Bitmap:
    pixels = np.random.default_rng(7).integers(0, 256, (200, 300, 4), np.uint8)
    pixels[..., 3] = 255
    return array.bitmap(pixels)


def _opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize(("kind", "quality"), [("png", 90), ("webp", 100)])
def test_lossless_is_lossless(card: Bitmap, kind: encode.Kind, quality: int) -> None:
    assert bitmap.decode(encode.encode(card, kind, quality=quality), kind).bitmap == card


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_equal_pictures_are_equal_bytes_that_say_srgb(card: Bitmap, kind: encode.Kind) -> None:
    once, again = encode.encode(card, kind, ppi=300), encode.encode(card, kind, ppi=300)
    opened = _opened(once)

    assert once == again
    assert "icc_profile" in opened.info or "srgb" in opened.info
    assert not opened.getexif()


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_pixels_per_inch_are_written(card: Bitmap, kind: encode.Kind) -> None:
    assert bitmap.decode(encode.encode(card, kind, ppi=300), kind).ppi == pytest.approx(300, abs=1)


def test_jpeg_keeps_every_pixels_colour(card: Bitmap) -> None:
    data = encode.encode(card, "jpeg")

    assert _sampling(data) == "4:4:4"


def test_jpeg_puts_white_under_what_is_clear() -> None:
    clear = array.bitmap(np.zeros((9, 9, 4), np.uint8))

    assert _opened(encode.encode(clear, "jpeg")).getpixel((4, 4)) == (255, 255, 255)


def test_few_colours_get_a_palette_and_lose_nothing() -> None:
    pixels = np.zeros((40, 40, 4), np.uint8)
    pixels[:20] = (10, 200, 30, 255)
    pixels[20:, 20:] = (255, 0, 0, 128)
    flat = array.bitmap(pixels)

    encoded = encode.within(flat, "png")

    assert (encoded.palette, encoded.quality) == (3, 100)
    assert _opened(encoded.data).mode == "P"
    assert (np.asarray(_opened(encoded.data).convert("RGBA"))[:20] == pixels[:20]).all()
    assert bitmap.decode(encoded.data, "png").bitmap == flat


def test_a_card_gets_a_palette_that_no_eye_sees(card: Bitmap) -> None:
    full, few = encode.encode(card, "png"), encode.within(card, "png")

    assert (few.quality, few.palette > 100) == (99, True)
    assert len(few.data) < 0.75 * len(full)
    before = array.lab(array.over(array.pixels(card)))
    after = array.lab(array.over(array.pixels(bitmap.decode(few.data, "png").bitmap)))
    seen = np.sqrt(np.square(before - after).sum(axis=-1))
    assert np.quantile(seen, 0.99) <= palette.USUAL


def test_a_photograph_keeps_its_colours(noise: Bitmap) -> None:
    encoded = encode.within(noise, "png", 1000)

    assert (encoded.palette, encoded.quality) == (0, 100)


@pytest.mark.parametrize("few", [False, True])
@pytest.mark.parametrize("clear", [False, True])
def test_without_libdeflate_pillow_writes_the_same_pixels(
    card: Bitmap, monkeypatch: pytest.MonkeyPatch, few: bool, clear: bool
) -> None:
    pixels = array.pixels(card).copy()
    pixels[:90, :, 3] = 0 if clear else 255
    drawn = array.bitmap(pixels)
    fast = encode.encode(drawn, "png", few=few, ppi=300)
    monkeypatch.setattr(packed, "deflate_compress", None)
    plain = encode.encode(drawn, "png", few=few, ppi=300)

    assert packed.available() is False
    assert fast != plain
    assert bitmap.decode(fast, "png") == bitmap.decode(plain, "png")


def test_a_photograph_is_filtered_row_by_row() -> None:
    across, down = np.meshgrid(np.arange(300), np.arange(200))
    waves = 128 + 100 * np.sin(across / 40) * np.cos(down / 31)
    grain = np.random.default_rng(5).integers(0, 9, (200, 300, 3))
    pixels = np.full((200, 300, 4), 255, np.uint8)
    pixels[..., :3] = waves[..., None] + grain
    photograph = array.bitmap(pixels)

    data = encode.within(photograph, "png").data

    assert bitmap.decode(data, "png").bitmap == photograph
    assert len(data) < 0.8 * len(png.full(pixels[..., :3], 96))


@pytest.mark.parametrize("kind", ["jpeg", "webp"])
def test_the_best_quality_that_keeps_the_budget(noise: Bitmap, kind: encode.Kind) -> None:
    sizes = {q: len(encode.encode(noise, kind, quality=q)) for q in encode.QUALITIES}
    budget = (sizes[encode.QUALITIES[3]] + sizes[encode.QUALITIES[4]]) // 2

    encoded = encode.within(noise, kind, budget)

    assert len(encoded.data) <= budget
    assert encoded.quality == encode.QUALITIES[4]


def test_an_impossible_budget_gives_the_smallest_bearable(noise: Bitmap) -> None:
    assert encode.within(noise, "jpeg", 10).quality == encode.QUALITIES[-1]


def test_webp_of_flat_art_is_lossless_and_small(card: Bitmap) -> None:
    encoded = encode.within(card, "webp", 100_000)

    assert encoded.quality == 100
    assert len(encoded.data) < len(encode.encode(card, "png"))


def _sampling(data: bytes) -> str:
    at = data.index(b"\xff\xc0") + 11
    return "4:4:4" if data[at] == 0x11 else "other"
