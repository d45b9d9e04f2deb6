"""Shapes runs of characters that stand together, and measures them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.lettering.characters import Character
from cobrand.intake.drawing.lettering.manner import Manner
from cobrand.model.text import TextLine, TextStyle, Typesetter

_COMPLEX = ((0x0590, 0x08FF), (0x0900, 0x109F), (0x1780, 0x17FF), (0xFB1D, 0xFEFC))
"""Scripts whose letters join, or trade places, within a word."""


@dataclass(slots=True)
class Piece:
    """Characters that are shaped as one; `extra` px after each, `stretch` times as wide."""

    words: str
    first: Character
    extra: float = 0.0
    stretch: float = 1.0

    @property
    def manner(self) -> Manner:
        """How it is set."""
        return self.first.manner

    @property
    def chain(self) -> tuple[Element, ...]:
        """The elements round it, from the text element inward."""
        return self.first.chain

    @property
    def backward(self) -> bool | None:
        """Say whether it is read from the right; None if it may be either."""
        strong = (unicodedata.bidirectional(char) for char in self.words)
        return next((each != "L" for each in strong if each in {"L", "R", "AL"}), None)


class Shaper:
    """Turns pieces into lines by a typesetter, and keeps in mind what was asked of it."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self.missing = ""
        self.borrowed: set[str] = set()

    def line(self, piece: Piece) -> TextLine:
        """Return a piece's letters from the left end of its baseline."""
        line = self._typesetter.line(piece.words.strip(" "), self._style(piece))
        self.missing += "".join(char for char in line.missing if char not in self.missing)
        self.borrowed.update(line.borrowed)
        return line

    def lead(self, piece: Piece) -> float:
        """Return how much room the spaces at the left of the letters take, in px."""
        words, backward = piece.words, piece.manner.direction == "rtl"
        spaces = len(words) - len(words.rstrip(" ") if backward else words.lstrip(" "))
        return self._room(piece, spaces) * piece.stretch

    def advance(self, piece: Piece) -> float:
        """Return how far the next piece stands behind this one, in px."""
        words = piece.words.strip(" ")
        spaces = len(piece.words) - len(words)
        own = self._typesetter.advance(words, self._style(piece)) if words else 0.0
        after = piece.manner.letter + piece.extra if words else 0.0
        return (own + after + self._room(piece, spaces)) * piece.stretch

    def kerned(self, piece: Piece, before: Piece) -> float:
        """Return how much nearer `piece` stands to the one before it than widths alone say."""
        if " " in (before.words, piece.words) or piece.manner != before.manner:
            return 0.0
        both = Piece(before.words + piece.words, before.first, before.extra)
        return self.advance(both) - self.advance(before) - self.advance(piece)

    def _room(self, piece: Piece, spaces: int) -> float:
        """Return how much room spaces take; those inside words are measured with them."""
        if not spaces:
            return 0.0
        style = self._style(piece)
        between = self._typesetter.advance("x x", style) - self._typesetter.advance("xx", style)
        return spaces * (between + piece.manner.word)

    def _style(self, piece: Piece) -> TextStyle:
        manner = piece.manner
        tracking = (manner.letter + piece.extra) / manner.size if manner.size else 0.0
        return TextStyle(
            size=manner.size,
            weight=manner.weight,
            tracking=round(tracking, 5),
            direction=manner.direction,
        )


def pieces(characters: tuple[Character, ...]) -> Iterator[Piece]:
    """Cut characters where one is moved or turned, or set in another manner."""
    kept: list[Character] = []
    for each in characters:
        if kept and _cut(kept[-1], each):
            yield _piece(kept)
            kept = []
        kept.append(each)
    if kept:
        yield _piece(kept)


def cells(characters: tuple[Character, ...]) -> Iterator[Piece]:
    """Cut characters as finely as their script bears: by letters, or by words where they join."""
    kept: list[Character] = []
    for each in characters:
        joins = kept and kept[-1].chain == each.chain and _joining(kept[-1]) and _joining(each)
        if kept and not joins:
            yield _piece(kept)
            kept = []
        kept.append(each)
    if kept:
        yield _piece(kept)


def _cut(last: Character, each: Character) -> bool:
    spaced = bool(each.manner.word) and " " in (last.words, each.words)
    turned = bool(each.turn or last.turn) or not each.manner.upright
    return each.moved or turned or spaced or last.chain != each.chain


def _joining(character: Character) -> bool:
    return any(low <= ord(character.words[0]) <= high for low, high in _COMPLEX)


def _piece(kept: list[Character]) -> Piece:
    return Piece("".join(each.words for each in kept), kept[0])
