"""Turns values into the characters of an XML document."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from xml.sax.saxutils import escape as _escape

from cobrand.model.text import Outline

_KEPT = 60_000  # segments: the words of some twenty cards, in about 20 MB
_ENTITIES = {'"': "&quot;"}


def escape(text: str) -> str:
    """Return text that may stand in an element or a quoted attribute."""
    return _escape("".join(sign for sign in text if _is_char(sign)), _ENTITIES)


def _is_char(sign: str) -> bool:
    """Say whether XML 1.0 knows the character (production 2, Char)."""
    plain = sign >= " " and not "\ud800" <= sign <= "\udfff"
    return sign in "\t\n" or (plain and sign not in "\ufffe\uffff")


def number(value: float) -> str:
    """Return a number with at most three decimals and nothing to spare."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attributes(**values: float) -> str:
    """Return attributes with numbers, each with a space before it."""
    return "".join(f' {name}="{number(value)}"' for name, value in values.items())


def path(outline: Outline) -> str:
    """Return an outline as path data."""
    parts = []
    for letter, *places in outline:
        parts.append(str(letter) + " ".join(number(float(place)) for place in places))
    return "".join(parts)


class Paths:
    """Gives path data, and remembers it for the last outlines: the same object, the same data.

    `most` is how many segments they may have together.
    """

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[int, tuple[Outline, str]] = OrderedDict()
        self._segments = 0

    def of(self, outline: Outline) -> str:
        """Return an outline as path data."""
        with self._lock:
            known = self._kept.get(id(outline))
            if known is not None:
                self._kept.move_to_end(id(outline))
                return known[1]
        made = path(outline)
        with self._lock:
            self._keep(outline, made)
        return made

    def _keep(self, outline: Outline, made: str) -> None:
        """Remember, and hold the outline itself, so that nothing else gets its id."""
        if id(outline) not in self._kept:
            self._segments += len(outline)
            self._kept[id(outline)] = outline, made
        while self._segments > self._most:
            _, (oldest, _) = self._kept.popitem(last=False)
            self._segments -= len(oldest)
