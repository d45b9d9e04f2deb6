"""A typesetter whose every glyph is a square: five letters at 20 px are 100 px wide."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, pairwise

from cobrand.model.geometry import Box
from cobrand.model.text import Outline, TextLine, TextStyle


class SquareTypesetter:
    """Implements `cobrand.model.text.Typesetter` by counting characters.

    Squares stand on the baseline and are one em wide and high. A space is a gap as wide as a
    square; marks, isolates and other characters without a body take no room. Tracking is kept.
    """

    def advance(self, words: str, style: TextStyle) -> float:
        """Return one em for each character, and the tracking between them."""
        count = len(_bodies(words))
        return count * style.size + max(0, count - 1) * style.tracking * style.size

    def line(self, words: str, style: TextStyle) -> TextLine:
        """Return the squares of the line, in visual order from the left."""
        step, bodies = style.size * (1 + style.tracking), _bodies(words)
        order = bodies[::-1] if style.direction == "rtl" else bodies
        inked = [place * step for place, char in enumerate(order) if char != " "]
        outline = tuple(segment for x in inked for segment in _square(x, style.size))
        ink = Box.spanning(inked[0], -style.size, inked[-1] + style.size, 0.0) if inked else _NONE
        return TextLine(words, outline, self.advance(words, style), ink)

    def pieces(self, words: str, language: str) -> tuple[str, ...]:
        """Return the words cut after spaces and hyphens, outside isolates."""
        ends = [found.end() for found in re.finditer(r"[ \u200b-]+", words)]
        depths = tuple(accumulate(_depth(char) for char in words))
        cuts = [end for end in ends if end < len(words) and depths[end - 1] == 0]
        return tuple(words[a:b] for a, b in pairwise([0, *cuts, len(words)]) if a < b)

    def in_order(self, names: tuple[str, ...], language: str) -> tuple[int, ...]:
        """Return the places of the names by their characters' numbers."""
        return tuple(sorted(range(len(names)), key=lambda place: names[place]))


_NONE = Box(0.0, 0.0, 0.0, 0.0)


def _bodies(words: str) -> str:
    return "".join(char for char in words.strip() if unicodedata.category(char)[0] not in "CM")


def _depth(char: str) -> int:
    return (char in "\u2066\u2067\u2068") - (char == "\u2069")


def _square(x: float, size: float) -> Outline:
    return (("M", x, 0.0), ("L", x, -size), ("L", x + size, -size), ("L", x + size, 0.0), ("Z",))
