from __future__ import annotations

from cobrand.model.geometry import Box
from cobrand.model.text import TextStyle, Typesetter
from tests.squares import SquareTypesetter

STYLE = TextStyle(20)


def test_five_letters_at_20_px_are_100_px_wide(squares: SquareTypesetter) -> None:
    setter: Typesetter = squares

    assert setter.advance("voice", STYLE) == 100
    assert setter.line("voice", STYLE).ink == Box(0, -20, 100, 20)


def test_spaces_are_gaps_and_isolates_nothing(squares: SquareTypesetter) -> None:
    line = squares.line("we \u2068are\u2069 ", STYLE)

    assert line.advance == 120
    assert len(line.outline) == 5 * 5


def test_squares_break_after_spaces_and_hyphens(squares: SquareTypesetter) -> None:
    assert squares.pieces("well-being \u2068a b\u2069 c", "en") == (
        "well-",
        "being ",
        "\u2068a b\u2069 ",
        "c",
    )
