"""Cuts words where a line may end, and nowhere inside an address, a hashtag or an isolate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QTextBoundaryFinder

from cobrand.typeset.shaping import utf16_length

_WHOLE = re.compile(
    r"[\u2066-\u2068][^\u2066-\u2069]*\u2069"  # an isolate
    r"|(?:https?://|www\.)\S+"  # an address
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|[#@]\w[\w.]*\w"  # a hashtag or handle
    r"|(?<![\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?",  # an address without www
    re.IGNORECASE | re.ASCII,
)


def pieces(words: str) -> tuple[str, ...]:
    """Return the words cut at every allowed place; joined again they are the words."""
    kept = _inside_wholes(words)
    cuts = [place for place in _line_ends(words) if place not in kept]
    edges = [0, *cuts, len(words)]
    return tuple(words[a:b] for a, b in pairwise(edges) if a < b)


def _inside_wholes(words: str) -> frozenset[int]:
    return frozenset(
        place for match in _WHOLE.finditer(words) for place in range(match.start() + 1, match.end())
    )


def _line_ends(words: str) -> Iterator[int]:
    """Yield the places of line break opportunities, counted in characters."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, words)
    places = _character_places(words)
    while (place := finder.toNextBoundary()) != -1:
        if 0 < places.get(place, 0) < len(words):
            yield places[place]


def _character_places(words: str) -> dict[int, int]:
    """Map Qt's places (UTF-16) to Python's (characters)."""
    found, place = {0: 0}, 0
    for count, char in enumerate(words, 1):
        place += utf16_length(char)
        found[place] = count
    return found
