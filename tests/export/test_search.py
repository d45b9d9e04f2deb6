"""Finding a mark in pixels: where it stands, how large; and never where it is not."""

from __future__ import annotations

import io
import math

import numpy as np
import pytest
from PIL import Image

from cobrand.export.measure import search
from cobrand.export.measure.search import Artwork, Floats, Place
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import SvgArt
from cobrand.pixels import array, bitmap, encode, svg

BADGE = SvgArt(
    '<circle cx="50" cy="50" r="50" fill="#1F3F8F"/><rect x="110" y="10" width="90" height="80" '
    'fill="#D9482B"/><rect x="130" y="40" width="50" height="20" fill="#ffffff"/>',
    Size(200, 100),
)
LETTERS = SvgArt(
    '<path d="M0 0h20v100H0z M30 40h60v15H68v45H52V55H30z M100 0l60 0l-30 100z M170 0h15v80h35v20'
    'h-50z" fill="#0B5158"/>',
    Size(220, 100),
)
PLATE = SvgArt('<rect width="120" height="100" fill="#7A1FA2"/>', Size(120, 100))
STAR = SvgArt('<path d="M50 0L62 38L100 38L69 60L81 100L50 76L19 100L31 60L0 38L38 38Z" '
              'fill="#E8A200"/>', Size(100, 100))  # fmt: skip


def artwork(art: SvgArt, name: str = "mark") -> Artwork:
    return search.of_art(art, Box.of(art.page), name, "colour")


def page(ground: str, *placed: tuple[SvgArt, Place], size: tuple[int, int] = (640, 480)) -> Floats:
    """Draw a page with these marks on it, as numbers."""
    width, height = size
    under = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{ground}</svg>'
    pixels = array.pixels(svg.draw(under, width, height))[..., :3].astype(np.float32)
    for art, place in placed:
        pixels = artwork(art).drawn(place, width, height).over(pixels)
    return pixels


def blurred(pixels: Floats, kind: str) -> Floats:
    """Write pixels as a lossy file and read them again."""
    whole = np.dstack((np.round(pixels), np.full(pixels.shape[:2], 255))).astype(np.uint8)
    data = encode.encode(array.bitmap(whole), kind, quality=75)  # type: ignore[arg-type]
    return search.picture_of(bitmap.decode(data, kind).bitmap)


def off(here: Box, there: Box) -> float:
    return max(
        abs(here.left - there.left), abs(here.right - there.right),
        abs(here.top - there.top), abs(here.bottom - there.bottom),
    )  # fmt: skip


WHITE = '<rect width="640" height="480" fill="#fff"/>'
DARK = '<rect width="640" height="480" fill="#13242B"/>'
HALVES = WHITE + '<rect width="640" height="200" fill="#F26A21"/>'
SLOPE = (
    '<linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" '
    'stop-color="#B9D4DA"/></linearGradient><rect width="640" height="480" fill="url(#g)"/>'
)


@pytest.mark.parametrize(
    ("art", "ground"),
    [(BADGE, HALVES), (LETTERS, SLOPE), (PLATE, WHITE)],
    ids=["badge on two colours", "letters on a gradient", "plate on white"],
)
def test_a_mark_anywhere_at_any_size(art: SvgArt, ground: str) -> None:
    place = Place(Box(331.4, 262.7, 0.93 * art.page.width, 0.93 * art.page.height))
    found = search.find(page(ground, (art, place)), (artwork(art),))

    assert found is not None
    assert off(found.place.box, place.box) < 0.3
    assert found.stretch == pytest.approx(1, abs=0.003)


@pytest.mark.parametrize("kind", ["jpeg", "webp"])
@pytest.mark.parametrize("stretch", [1.0, 1.01, 0.94])
def test_a_stretched_mark_in_a_lossy_file(kind: str, stretch: float) -> None:
    place = Place(Box(120.3, 90.6, 176 * stretch, 80))
    pixels = blurred(page(WHITE, (LETTERS, place)), kind)
    found = search.find(pixels, (artwork(LETTERS),), Place(Box(120, 90, 176, 80)))

    assert found is not None
    assert found.stretch == pytest.approx(stretch, abs=0.003)


@pytest.mark.parametrize("degrees", [-4.0, 1.0, 3.0])
def test_a_turned_mark(degrees: float) -> None:
    box = Box(200, 150, 176, 80)
    pixels = page(WHITE, (LETTERS, Place(box, math.radians(degrees))))
    found = search.find(pixels, (artwork(LETTERS),), Place(box))

    assert found is not None
    assert math.degrees(found.place.turn) == pytest.approx(degrees, abs=0.1)


def test_a_recoloured_mark_is_still_found_and_said() -> None:
    red = SvgArt(LETTERS.body.replace("#0B5158", "#C2185B"), LETTERS.page)
    box = Box(200, 150, 176, 80)
    found = search.find(page(WHITE, (red, Place(box))), (artwork(LETTERS),), Place(box))

    assert found is not None
    assert off(found.place.box, box) < 0.2
    assert found.own < 0.9 < found.sure


@pytest.mark.parametrize("art", [BADGE, LETTERS], ids=["badge", "letters"])
@pytest.mark.parametrize("left", [0.25, 0.4])
def test_a_mark_that_is_washed_out_is_found_anywhere(art: SvgArt, left: float) -> None:
    place = Place(Box(120.6, 230.4, 0.7 * art.page.width, 0.7 * art.page.height))
    bare, full = page(SLOPE), page(SLOPE, (art, place))
    found = search.find(bare + left * (full - bare), (artwork(art),))

    assert found is not None
    assert off(found.place.box, place.box) < 0.5


def test_two_drawings_of_a_mark_are_told_apart() -> None:
    light = SvgArt(LETTERS.body.replace("#0B5158", "#ffffff"), LETTERS.page)
    box = Box(200, 150, 176, 80)
    both = (artwork(LETTERS), search.of_art(light, Box.of(light.page), "mark", "reversed"))
    found = search.find(page(DARK, (light, Place(box))), both, Place(box))

    assert found is not None
    assert search.told_apart(found, both).artwork.variant == "reversed"


def test_among_other_things() -> None:
    things = "".join(
        f'<rect x="{40 * step}" y="{13 * step % 90}" width="22" height="31" fill="#333"/>'
        for step in range(16)
    )
    place = Place(Box(90.5, 300.25, 150, 75))
    found = search.find(page(WHITE + things, (BADGE, place)), (artwork(BADGE),))

    assert found is not None
    assert off(found.place.box, place.box) < 0.2


@pytest.mark.parametrize("art", [STAR, BADGE], ids=["star", "badge"])
def test_a_mark_that_is_not_there_is_not_found(art: SvgArt) -> None:
    pixels = page(
        HALVES,
        (LETTERS, Place(Box(60, 260, 176, 80))),
        (PLATE, Place(Box(400, 250, 96, 80))),
    )

    assert search.find(pixels, (artwork(art),)) is None


@pytest.mark.parametrize("height", [14.0, 30.0])
def test_a_mark_that_is_small_on_a_large_page(height: float) -> None:
    place = Place(Box(901.3, 1204.6, 2 * height, height))
    ground = DARK.replace("640", "1080").replace("480", "1600")
    pixels = page(ground, (BADGE, place), size=(1080, 1600))
    found = search.find(pixels, (artwork(BADGE),))

    assert found is not None
    assert off(found.place.box, place.box) < 0.3


@pytest.mark.parametrize("left", [-38.5, 535.0])
def test_a_mark_of_which_a_part_is_off_the_page(left: float) -> None:
    place = Place(Box(left, 203.2, 150, 75))
    found = search.find(page(SLOPE, (BADGE, place)), (artwork(BADGE),))

    assert found is not None
    assert off(found.place.box, place.box) < 0.6


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_file_that_keeps_colours_at_half_the_detail_lacks_nothing(kind: str) -> None:
    hairs = "".join(f'<path d="M{x} 0v100" stroke="#E02020" stroke-width="2"/>'
                    for x in range(4, 200, 9))  # fmt: skip
    art, place = SvgArt(hairs, Size(200, 100)), Place(Box(220.3, 160.8, 100, 50))
    held = io.BytesIO()
    whole = np.round(page(WHITE, (art, place))).astype(np.uint8)
    Image.fromarray(whole).save(held, kind, quality=82)
    pixels = np.asarray(Image.open(held).convert("RGB"), np.float32)
    found = search.at_promise(pixels, (artwork(art),), place)

    assert found is not None
    assert found.present > 0.97
