"""Turns a text element into its characters, each with its manner and the places it is given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.lettering.manner import Manner, inherited, length
from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.vocabulary import TEXTS
from cobrand.model.geometry import Size

_BETWEEN = re.compile(r"[\s,]+")
_BREAKS = str.maketrans("\t\n\r\f", "    ")
_JOINER = "\u200d"
_AXES = ("x", "y", "dx", "dy")


@dataclass(slots=True)
class Character:
    """A character with what sits on it; `x` and `y` None follow the character before.

    `chain` holds the elements from the text element inward, `turn` is in degrees.
    """

    words: str
    manner: Manner
    chain: tuple[Element, ...]
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0
    turn: float = 0.0

    @property
    def moved(self) -> bool:
        """Say whether it is set apart from the character before."""
        return self.x is not None or self.y is not None or bool(self.dx or self.dy)


@dataclass(slots=True)
class _Reading:
    found: list[Character]
    said: list[tuple[Element, Manner, int, int]]
    last: str = " "


def characters(text: Element, above: Manner, page: Size) -> tuple[Character, ...]:
    """Return what a text element says, white space settled."""
    reading = _Reading([], [])
    _read(text, above, (), reading)
    while reading.found and _loose(reading.found[-1]):
        reading.found.pop()
    for element, manner, start, stop in reading.said:
        _place(element, manner, reading.found[start:stop], page)
    return tuple(_cased(reading.found))


def _read(element: Element, above: Manner, chain: tuple[Element, ...], reading: _Reading) -> None:
    manner, inside = inherited(above, element), (*chain, element)
    at, start = len(reading.said), len(reading.found)
    reading.said.append((element, manner, start, start))
    _add(element.text or "", manner, inside, reading)
    for child in element:
        if local(child) in TEXTS and child.get("display", "").strip() != "none":
            _read(child, manner, inside, reading)
        _add(child.tail or "", manner, inside, reading)
    reading.said[at] = (element, manner, start, len(reading.found))


def _add(words: str, manner: Manner, chain: tuple[Element, ...], reading: _Reading) -> None:
    for char in words.translate(_BREAKS):
        if char == " " and reading.last == " " and not manner.keep_space:
            continue
        if reading.found and _clings(char, reading.last) and reading.found[-1].chain == chain:
            reading.found[-1].words += char
        else:
            reading.found.append(Character(char, manner, chain))
        reading.last = char


def _clings(char: str, last: str) -> bool:
    """Say whether a character sits on the one before."""
    return last != " " and (
        unicodedata.category(char) in {"Mn", "Me", "Mc"} or _JOINER in {char, last}
    )


def _loose(character: Character) -> bool:
    return character.words == " " and not character.manner.keep_space


def _place(element: Element, manner: Manner, inside: list[Character], page: Size) -> None:
    for axis in _AXES:
        whole = page.width if "x" in axis else page.height
        for character, word in zip(inside, _listed(element, axis), strict=False):
            found = length(word, manner.size, whole)
            if found is not None:
                setattr(character, axis, found)
    turns = [length(word, 1.0) or 0.0 for word in _listed(element, "rotate")]
    for place, character in enumerate(inside if turns else []):
        character.turn = turns[min(place, len(turns) - 1)]


def _listed(element: Element, name: str) -> list[str]:
    return [word for word in _BETWEEN.split(element.get(name, "")) if word]


def _cased(found: list[Character]) -> Iterator[Character]:
    """Apply capitals that a style asks for."""
    last = " "
    for each in found:
        case, word = each.manner.case, each.words
        if case == "uppercase" or (case == "capitalize" and not last.isalnum()):
            each.words = word.upper()
        elif case == "lowercase":
            each.words = word.lower()
        last = word
        yield each
