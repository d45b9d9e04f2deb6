"""What lies behind words and marks, as numbers: how busy, how clear, and where it is worst."""

import numpy as np
import pytest

from cobrand.model.colour import BLACK, WHITE, Colour
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Fill, Picture, Scene
from cobrand.pixels import array
from cobrand.rules import ground
from cobrand.rules.backdrop import Backdrop, backdrop_of
from tests.logos import drawn
from tests.photos import PHOTOS

GREY = Colour(119, 119, 119)


def flat(colour, height=40, width=400):
    return np.full((height, width, 3), (colour.red, colour.green, colour.blue), np.uint8)


def halves(one, other, height=40, width=400):
    return np.concatenate((flat(one, height, width // 2), flat(other, height, width // 2)), axis=1)


@pytest.mark.parametrize(
    ("pixels", "busy"),
    [(flat(GREY), 0), (halves(BLACK, WHITE), 50), (halves(GREY, GREY), 0)],
    ids=["flat", "black and white", "one grey twice"],
)
def test_a_ground_is_as_busy_as_its_lightness_varies(pixels, busy):
    assert ground.spread(pixels) == pytest.approx(busy, abs=0.05)


def test_colours_mix_as_light_does():
    assert ground.mean(halves(BLACK, WHITE)) == Colour(188, 188, 188)


@pytest.mark.parametrize(
    ("pixels", "contrast"),
    [
        (flat(BLACK), 21),
        (flat(GREY), 4.48),
        (halves(BLACK, GREY), 4.48),  # the worse half speaks, not the mean of both
        (np.concatenate((flat(BLACK, 40, 360), flat(WHITE, 40, 40)), axis=1), 1),  # one letter
        (np.concatenate((flat(BLACK, 39), flat(WHITE, 1)), axis=0), 21),  # a hair under all
    ],
    ids=["black", "grey", "half grey", "one letter", "a hair"],
)
def test_words_are_as_clear_as_their_worst_letter(pixels, contrast):
    assert ground.letters(WHITE, pixels, em=40) == pytest.approx(contrast, abs=0.02)


@pytest.mark.parametrize(
    ("logo", "pixels", "least", "most"),
    [
        ("blue", flat(WHITE, 100, 300), 8, 12),
        ("blue", flat(BLACK, 100, 300), 1, 3),
        ("blue", halves(WHITE, BLACK, 100, 300), 1, 3),  # half of it is lost
        ("white", flat(BLACK, 100, 300), 20.5, 21),
        ("white", halves(BLACK, WHITE, 100, 300), 1, 1.1),
    ],
)
def test_a_mark_is_as_clear_as_its_worst_part(logo, pixels, least, most):
    assert least <= ground.mark(drawn(logo).sample, pixels) <= most


PAGE = Size(800, 600)
PHOTO = Picture(Box.of(PAGE), PHOTOS["noise"], Box.of(PAGE), "photo")
TABLE = Fill(Box(0, 500, 800, 100), WHITE, "table")
ON_TABLE, ON_PHOTO = Box(100, 520, 300, 60), Box(100, 100, 300, 60)


def painted(scene, box):
    assert [item.role for item in scene.items] == ["photo", "table"]

    return PHOTOS["noise"]


def test_a_table_is_flat_and_a_photograph_is_not():
    behind = backdrop_of(Scene(PAGE, BLACK, (PHOTO, TABLE)), painted)

    assert behind.flat(ON_TABLE) == WHITE
    assert behind.flat(ON_PHOTO) is None
    assert behind.busy(ON_TABLE) == 0
    assert behind.busy(ON_PHOTO) == pytest.approx(
        ground.spread(array.over(array.pixels(PHOTOS["noise"]))), abs=1
    )


def test_a_page_without_a_photograph_is_not_drawn_to_be_judged():
    behind = backdrop_of(Scene(PAGE, BLACK, (TABLE,)), lambda *_: pytest.fail("drawn"))

    assert behind == Backdrop(Scene(PAGE, BLACK, (TABLE,)))
    assert behind.colour(ON_PHOTO) == BLACK
