"""What comes again is laid down as drawn before: never seen, only quicker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from cobrand.export.easel import Easel, Layers
from cobrand.export.excerpt import embed
from cobrand.model.colour import WHITE
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Drawing, Fill, Group, Item, Scene
from cobrand.pixels import encode, svg
from cobrand.pixels.array import Bytes
from cobrand.render import Pen
from tests.export.scenes import INK, LOGO, ORANGE, PETROL, square_words

HEADLINE = square_words("adult learning", "headline", 30.3, 60.7, 20.0, colour=WHITE)
PEN = Pen(embed)
CARD = Scene(Size(400, 240), PETROL, (HEADLINE,))


def with_logo(left: float) -> Scene:
    box = Box(left, 170, 80, 40)
    logo = Drawing(box, LOGO, Box.of(LOGO.page), "logo")
    return replace(CARD, items=(*CARD.items, Fill(Box(0, 150, 400, 90), WHITE, "table"), logo))


def drawn(scene: Scene) -> Bytes:
    return svg.drawn(PEN.draw(scene), 400, 240)


def test_cards_with_the_same_words_are_drawn_as_if_each_were_the_first() -> None:
    easel = Easel()
    cards = [with_logo(20.0 + 31.7 * step) for step in range(5)]

    for card in cards:
        np.testing.assert_array_equal(drawn(card), easel.draw(card, 400, 240, PEN))


@pytest.mark.parametrize(
    "change",
    [
        lambda words: replace(words, colour=ORANGE),
        lambda words: replace(words, box=words.box.moved(0.4, 0)),
        lambda words: square_words("adult teaching", "headline", 30.3, 60.7, 20.0, colour=WHITE),
    ],
    ids=["colour", "place", "words"],
)
def test_other_words_are_not_taken_for_those_before(
    change: Callable[[object], Item],
) -> None:
    easel = Easel()
    for _ in range(3):
        easel.draw(CARD, 400, 240, PEN)
    other = replace(CARD, items=(change(HEADLINE),))

    for _ in range(3):
        np.testing.assert_array_equal(drawn(other), easel.draw(other, 400, 240, PEN))


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ((Fill(Box(0, 40, 120, 60), ORANGE, "table"),), ()),
        ((), (Fill(Box(100, 70, 60, 4), INK, "bar"),)),
        (
            (),
            (Group(Box(90, 50, 90, 60), (Fill(Box(0, 70, 400, 3), INK, "seat"),), "seats", True),),
        ),
        ((Fill(Box(0, 20, 400, 100), ORANGE, "table"),), ()),
    ],
    ids=["half on a table", "crossed", "crossed inside a clip", "on a table"],
)
def test_what_lies_under_or_over_words_is_seen(
    below: tuple[Item, ...], above: tuple[Item, ...]
) -> None:
    easel, card = Easel(), replace(CARD, items=(*below, HEADLINE, *above))
    for _ in range(3):
        easel.draw(CARD, 400, 240, PEN)

    for _ in range(3):
        np.testing.assert_array_equal(drawn(card), easel.draw(card, 400, 240, PEN))


@pytest.mark.parametrize("down", [1, 37, -12, 60])
def test_words_may_stand_whole_pixels_away(down: int) -> None:
    easel = Easel()
    easel.draw(CARD, 400, 240, PEN)
    other = replace(CARD, items=(replace(HEADLINE, box=HEADLINE.box.moved(9, down)),))

    np.testing.assert_array_equal(drawn(other), easel.draw(other, 400, 240, PEN))


def test_words_that_reach_over_the_edge_are_cut_there() -> None:
    easel, card = Easel(), replace(CARD, items=(replace(HEADLINE, box=Box(-20.5, 5, 300, 14)),))

    for _ in range(2):
        np.testing.assert_array_equal(drawn(card), easel.draw(card, 400, 240, PEN))


def test_a_larger_picture_of_the_same_card_is_drawn_anew() -> None:
    easel = Easel()
    for _ in range(3):
        easel.draw(CARD, 400, 240, PEN)

    np.testing.assert_array_equal(
        svg.drawn(PEN.draw(CARD), 800, 480), easel.draw(CARD, 800, 480, PEN)
    )


def test_an_easel_that_may_hold_next_to_nothing_still_draws() -> None:
    easel = Easel(most=10)

    for _ in range(4):
        np.testing.assert_array_equal(drawn(CARD), easel.draw(CARD, 400, 240, PEN))


def test_a_card_without_a_ground_stays_clear() -> None:
    easel, card = Easel(), replace(CARD, ground=None)

    for _ in range(3):
        np.testing.assert_array_equal(drawn(card), easel.draw(card, 400, 240, PEN))


def still(*others: Item) -> Scene:
    """A card whose headline stands, on a table that does, and what else there is."""
    table = Fill(Box(0, 150, 400, 90), WHITE, "table")
    return replace(CARD, items=(table, HEADLINE, *others), still=("headline", "table"))


def logo_at(left: float, top: float = 165.0) -> Drawing:
    return Drawing(Box(left, top, 80.3, 40.2), LOGO, Box.of(LOGO.page), "logo")


ROUND = ((350.3, 20.2), (330.1, 50.7), (200.5, 110.4), (20.2, 120.6))
"""A circle round the headline."""


def seat(left: float, top: float) -> Fill:
    line = (("M", left + 4.5, top + 4.5), ("L", left + 25.9, top + 4.5))
    return Fill(Box(left, top, 30.4, 9), ORANGE, "seat", line, 9.0)


def laid(layers: Layers | None, card: Scene) -> Bytes:
    """The card as its layers show it."""
    assert layers is not None
    below = drawn(replace(card, items=card.items[:2])).copy()
    for piece in layers.pieces:
        rows, columns = piece.pixels.shape[:2]
        there = below[piece.top : piece.top + rows, piece.left : piece.left + columns]
        there[:] = piece.pixels
    return below


@pytest.mark.parametrize(
    "others",
    [
        (logo_at(20.7),),
        (logo_at(20.7), logo_at(300.2)),
        (logo_at(20.7, 180.1), square_words("go there", "url", 250.4, 190.2, 12.0)),
        (Fill(Box(10.5, 160.5, 200, 70), ORANGE, "plate"), logo_at(30.2, 170.6)),
        (logo_at(316.7, 20.2), Fill(Box(312, 30, 88, 25), ORANGE, "plate"), logo_at(260.0, 165.3)),
        (Fill(Box(8, 158, 220, 74), ORANGE, "plate"), logo_at(30.2, 170.6), logo_at(130.2, 170.6)),
        (Group(Box(0, 0, 400, 150), tuple(seat(*place) for place in ROUND), "seats", clip=True),),
        (Group(Box(300, 0, 100, 110), (logo_at(330.0, 20.5),), "seats", clip=True),),
    ],
    ids=[
        "a logo",
        "two",
        "a logo and words",
        "on a plate",
        "half under a plate",
        "on a plate of pixels",
        "seats beside words",
        "cut off",
    ],
)
def test_layers_show_what_the_whole_drawing_shows(others: tuple[Item, ...]) -> None:
    easel, card = Easel(), still(*others)

    for _ in range(2):
        np.testing.assert_array_equal(drawn(card), laid(easel.layers(card, 400, 240, PEN), card))


def test_what_stands_is_drawn_once_for_all_cards() -> None:
    easel = Easel()
    one, other = (easel.layers(still(logo_at(left)), 400, 240, PEN) for left in (20.0, 111.3))

    assert one is not None
    assert other is not None
    assert one.standing is other.standing


@pytest.mark.parametrize(
    "card",
    [
        still(logo_at(20.0, 133.0)),
        still(logo_at(100.0, 50.0)),
        still(Fill(Box(0.5, 62, 399, 178), ORANGE, "photo"), logo_at(20, 100)),
        replace(still(logo_at(20.0)), items=(logo_at(20.0), *still().items)),
        still(replace(logo_at(20.0), art=replace(LOGO, body=f"<filter id='f'/>{LOGO.body}"))),
        replace(still(logo_at(20.0)), still=()),
        replace(still(logo_at(20.0)), size=Size(400, 240.4)),
    ],
    ids=[
        "over an edge",
        "over words",
        "most of it",
        "under a table",
        "a filter",
        "nothing stands",
        "no px",
    ],
)
def test_a_card_that_is_no_patches_on_plain_ground_has_no_layers(card: Scene) -> None:
    assert Easel().layers(card, 400, 240, PEN) is None


def test_a_card_is_the_same_bytes_whatever_was_drawn_before() -> None:
    used, card = Easel(), still(logo_at(20.7), square_words("go", "url", 250.4, 190.2, 12.0))
    for left in (11.0, 140.3, 300.0):
        for words in (190.2, 200.2, 195.7):
            link = square_words("go", "url", 250.4, words, 12.0)
            png(used, still(logo_at(left), link))

    assert png(Easel(), card) == png(used, card)


def png(easel: Easel, card: Scene) -> bytes:
    layers = easel.layers(card, 400, 240, PEN)
    assert layers is not None
    made = encode.laid(layers.standing, layers.pieces)
    assert made is not None
    return made.data
