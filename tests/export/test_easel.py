"""Words that stand where they stood are laid down as painted before: never seen, only quicker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from cobrand.export.easel import Easel
from cobrand.export.excerpt import embed
from cobrand.model.colour import WHITE
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Drawing, Fill, Group, Item, Scene
from cobrand.pixels import svg
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
