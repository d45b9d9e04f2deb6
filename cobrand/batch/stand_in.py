"""Typesets an organisation's name or acronym as a stand-in for the logo that is not there."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator

from cobrand.model.geometry import Box, union
from cobrand.model.text import Direction, Outline, TextLine, TextStyle, Typesetter

_SIZE = 100.0
_SHORTEST, _LINES = 11, 3
"""Letters in a line of a name at the least, and about how many lines a long name takes."""
_AIR = 0.18
_COLOUR = "#13242B"
_SHORT = 20
_LARGE = 1.0
_SMALL = 0.72
_LEADING = 1.22


def words(name: str, acronym: str) -> str:
    """Return what a stand-in says: the acronym, where there is one that is short."""
    return acronym if acronym and len(acronym) <= _SHORT else name


def draw(text: str, typesetter: Typesetter) -> bytes:
    """Return an SVG of the words as outlines in one colour; its title says what it is."""
    direction = direction_of(text)
    rows = list(_rows(text, typesetter))
    style = TextStyle(_SIZE * (_LARGE if len(rows) == 1 else _SMALL), 700, direction=direction)
    lines = [typesetter.line(row, style) for row in rows]
    placed = [_at(line, place, lines, style) for place, line in enumerate(lines)]
    box = union(tuple(ink for _, ink in placed if ink.width and ink.height) or (Box(0, 0, 1, 1),))
    path = "".join(_path(outline, x, y) for (x, y, outline), _ in placed)
    air = _AIR * _SIZE / 4
    view = f"{box.left - air:g} {box.top - air:g} {box.width + 2 * air:g} {box.height + 2 * air:g}"
    title = html.escape(f"{text} (stand-in)")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">'
        f'<title>{title}</title><path fill="{_COLOUR}" d="{path}"/></svg>'
    ).encode("utf-8", "replace")


def direction_of(text: str) -> Direction:
    """Return the direction of the first letter that has one."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def _rows(text: str, typesetter: Typesetter) -> Iterator[str]:
    """Yield the lines of the words, cut where lines may end."""
    row, widest = "", max(_SHORTEST, len(text) // _LINES + 2)
    for piece in typesetter.pieces(text, "en"):
        if row and len(row.rstrip()) + len(piece.rstrip()) > widest:
            yield row.strip()
            row = ""
        row += piece
    yield row.strip()


def _at(
    line: TextLine, place: int, lines: list[TextLine], style: TextStyle
) -> tuple[tuple[float, float, Outline], Box]:
    """Return a line's place and ink: they begin at the same edge, the right one in Arabic."""
    widest = max(each.advance for each in lines)
    x = widest - line.advance if style.direction == "rtl" else 0.0
    y = place * style.size * _LEADING
    return (x, y, line.outline), line.ink.moved(x, y)


def _path(outline: Outline, dx: float, dy: float) -> str:
    parts = []
    for letter, *numbers in outline:
        shifted = [
            f"{number + (dy if place % 2 else dx):.6g}" for place, number in enumerate(numbers)
        ]
        parts.append(str(letter) + " ".join(shifted))
    return "".join(parts)
