from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cobrand.typeset.breaking import pieces
from cobrand.typeset.setter import QtTypesetter


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ()),
        ("Global voice for", ("Global ", "voice ", "for")),
        ("well-being and", ("well-", "being ", "and")),
        ("12\u00a0km away", ("12\u00a0km ", "away")),
        ("see www.we-are-ale.org/a-b now", ("see ", "www.we-are-ale.org/a-b ", "now")),
        ("to https://we-are-ale.org.", ("to ", "https://we-are-ale.org.")),
        ("we-are-ale.org too", ("we-are-ale.org ", "too")),
        ("write a-b@c-d.example", ("write ", "a-b@c-d.example")),
        ("with #we-areALE", ("with ", "#we-", "areALE")),
        ("with \u2068#we-are ALE\u2069 on", ("with ", "\u2068#we-are ALE\u2069 ", "on")),
        (
            "أيّدوا \u2068www.we-are-ale.org\u2069 معنا",
            ("أيّدوا ", "\u2068www.we-are-ale.org\u2069 ", "معنا"),
        ),
        ("𝔘𝔘 x", ("𝔘𝔘 ", "x")),
        ("ស្វាគមន៍\u200bមក", ("ស្វាគមន៍\u200b", "មក")),
    ],
)
def test_lines_may_end_only_where_a_reader_expects_it(
    typesetter: QtTypesetter, words: str, expected: tuple[str, ...]
) -> None:
    assert typesetter.pieces(words, "en") == expected


@given(some.text(max_size=40))
def test_pieces_are_the_words_again(words: str) -> None:
    assert "".join(pieces(words)) == words
