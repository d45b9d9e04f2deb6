"""Words set in a room, with a typesetter whose every letter is a square."""

import pytest

from cobrand.layout.words import Room, set_block
from cobrand.model.text import TextStyle
from tests.squares import SquareTypesetter

SQUARES = SquareTypesetter()
STYLE = TextStyle(20, cap=1.0, line_height=1.5)
WIDE = Room(1000, 500, 1, 20, 20)


def lines(words: str, room: Room, style: TextStyle = STYLE) -> list[str]:
    return [line.text for line in set_block(words, style, room, SQUARES)[0].lines]


def test_a_line_of_five_letters_is_five_squares_wide():
    block, _ = set_block("seats", STYLE, WIDE, SQUARES)

    assert (block.size.width, block.size.height) == (100, 20)


def test_lines_are_few_and_then_even():
    assert lines("aa bb cc dd", Room(160, 500, 4, 20, 10)) == ["aa bb", "cc dd"]


def test_sense_breaks_are_kept_where_they_cost_little():
    assert lines("one two|three", Room(160, 500, 4, 20, 10)) == ["one two", "three"]
    assert lines("one two|three", Room(130, 500, 4, 20, 10)) == ["one two", "three"]


def test_sense_breaks_that_cost_too_much_are_given_up():
    assert lines("one two three|four", Room(140, 500, 4, 20, 16)) == ["one two", "three", "four"]


def test_a_tall_room_is_filled_with_larger_words_than_the_sense_would_have():
    narrow = Room(110, 500, 7, 20, 10)

    assert lines("aaaa bb|cc", narrow) == ["aaaa", "bb cc"]
    assert lines("aaaa bb|cc", Room(110, 500, 4, 20, 10)) == ["aaaa bb", "cc"]


def test_words_shrink_in_steps_until_they_fit():
    block, kept = set_block("abcdefghij", STYLE, Room(150, 500, 1, 20, 10), SQUARES)

    assert kept
    assert block.size.width <= 150 < block.size.width / 0.97
    assert block.style.size < 20


def test_words_that_cannot_fit_are_set_whole_and_reported():
    block, kept = set_block("abcdefghij", STYLE, Room(50, 500, 1, 20, 10), SQUARES)

    assert not kept
    assert [line.text for line in block.lines] == ["abcdefghij"]
    assert block.size.width <= 50


def test_a_strict_setter_gives_up_at_the_least_size():
    _, kept = set_block("abcdefghij", STYLE, Room(50, 500, 1, 20, 10), SQUARES, strict=True)

    assert not kept


def test_words_that_are_far_too_long_take_as_many_lines_as_they_need():
    block, kept = set_block("aaa bbb " * 30, STYLE, Room(200, 100, 2, 20, 15), SQUARES)

    assert not kept
    assert len(block.lines) > 2
    assert block.size.width <= 200
    assert block.size.height <= 100.01


class Counting(SquareTypesetter):
    """Counts how many characters it was asked to measure."""

    def __init__(self) -> None:
        self.measured = 0

    def advance(self, words, style):
        self.measured += len(words)
        return super().advance(words, style)


def test_words_without_end_are_set_whole_without_measuring_without_end():
    words = " ".join(f"{number:x}" * 2 for number in range(3000))
    counting = Counting()

    block, kept = set_block(words, STYLE, Room(900, 500, 4, 20, 15), counting)

    assert not kept
    assert " ".join(line.text for line in block.lines) == words
    assert block.size.width <= 900
    assert block.size.height <= 500.01
    assert counting.measured < 50 * len(words)


def test_one_word_without_end_is_set_whole_without_measuring_without_end():
    counting = Counting()

    block, kept = set_block("x" * 5000, STYLE, Room(900, 500, 4, 20, 15), counting)

    assert not kept
    assert [line.text for line in block.lines] == ["x" * 5000]
    assert counting.measured < 10 * 5000


def test_a_strict_setter_knows_at_once_that_words_without_end_do_not_fit():
    counting = Counting()
    words = "aaa bbb " * 3000

    _, kept = set_block(words, STYLE, Room(900, 500, 4, 20, 15), counting, strict=True)

    assert not kept
    assert counting.measured < 3 * len(words)


def test_shrinking_a_little_to_save_a_line_is_worth_it():
    assert lines("abcd efgh", Room(170, 500, 4, 20, 10)) == ["abcd efgh"]


def test_a_weak_word_does_not_end_a_line():
    assert lines("aa bb and cc dd", Room(200, 500, 2, 20, 20)) == ["aa bb", "and cc dd"]
    assert lines("aa bb ann cc dd", Room(200, 500, 2, 20, 20)) == ["aa bb ann", "cc dd"]


@pytest.mark.parametrize(("direction", "starts"), [("ltr", [0, 0]), ("rtl", [0, 40])])
def test_lines_stand_on_the_start_edge(direction, starts):
    style = TextStyle(20, cap=1.0, line_height=1.5, direction=direction)

    block, _ = set_block("abcd|ef", style, Room(200, 500, 2, 20, 10), SQUARES)

    assert [place.x for place in block.places] == starts


def test_a_block_is_as_high_as_from_cap_top_to_last_baseline():
    block, _ = set_block("abcd|ef", STYLE, Room(200, 500, 2, 20, 10), SQUARES)

    assert block.size.height == 20 + 30
    assert [place.y for place in block.places] == [20, 50]


@pytest.mark.parametrize(
    ("words", "isolated"),
    [
        ("4 Mill Lane", True),
        ("14:00 – 17:00", True),
        ("شبكة 4", False),
        ("\u2068#a\u2069 ب", False),
    ],
)
def test_foreign_words_keep_their_direction_on_a_mirrored_card(words, isolated):
    style = TextStyle(20, direction="rtl")

    block, _ = set_block(words, style, WIDE, SQUARES)

    assert (block.lines[0].text != words) is isolated
    assert block.source == words


def test_a_line_rather_ends_between_words_than_at_a_hyphen():
    assert lines("aaa bb well-being b", Room(260, 500, 3, 20, 20)) == ["aaa bb", "well-being b"]
