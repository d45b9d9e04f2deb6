"""Turns words and a room into a set block: broken where the sense likes it, fitted in steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from unicodedata import bidirectional

from cobrand.model.geometry import Point, Size
from cobrand.model.text import TextBlock, TextLine, TextStyle, Typesetter

_STEP = 0.97  # one step of fitting
_SENSE_COST = 0.72  # sense breaks are kept down to this share of the size
_LINE_SAVED = 0.86  # shrinking to this share is worth a line less
_SHORT_LAST = 0.45  # of the measure; a shorter last line looks lost
_WEAK_ENDS = frozenset(  # words of en, es, fr and ar that should not end a line
    {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"}
    | {"con", "de", "del", "el", "en", "la", "las", "los", "para", "por", "y"}
    | {"des", "du", "et", "le", "les", "pour", "sur", "un", "une", "à"}
    | {"في", "من", "على", "إلى", "–"}
)

_LEFT_TO_RIGHT, _POP = "\u2066", "\u2069"

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """What a block may take: px across, px down (cap-top to last baseline), lines, sizes in px."""

    width: float
    height: float
    lines: int
    size: float
    least: float


def set_block(
    words: str, style: TextStyle, room: Room, typesetter: Typesetter, *, strict: bool = False
) -> tuple[TextBlock, bool]:
    """Return the words set as large as the room allows, and whether they kept the least size.

    `|` marks sense breaks. Words are never cut: where even the least size is too large, the
    block goes on shrinking and the second value is False; `strict` stops at the least size.
    """
    setter = _Setter(words, style, room, typesetter)
    sense = setter.by_sense()
    if sense is not None:
        return sense, True
    if room.size < room.least:
        return _block((setter.plain,), replace(style, size=room.size), words, typesetter), False
    size, floor = room.size, room.least if strict else 1.0
    while (block := setter.at(size)) is None and size > floor:
        size = max(floor, size * _STEP)
    if block is None:
        lost = replace(style, size=floor)
        return _block((setter.plain,), lost, setter.plain, typesetter), False
    saved = setter.one_line_less(block)
    return saved or block, block.style.size >= room.least * 0.999


def set_line(words: str, style: TextStyle, typesetter: Typesetter) -> TextBlock:
    """Return the words set on one line at the style's own size."""
    return _block((words,), style, words, typesetter)


@dataclass(frozen=True, slots=True)
class _Setter:
    """One piece of text on its way into one room."""

    words: str
    style: TextStyle
    room: Room
    typesetter: Typesetter

    @property
    def plain(self) -> str:
        return " ".join(self.words.replace("|", " ").split())

    def by_sense(self) -> TextBlock | None:
        """Set the lines as the sense breaks say, if that costs little of the size."""
        lines = tuple(part.strip() for part in self.words.split("|"))
        if len(lines) < 2 or len(lines) > self.room.lines:
            return None
        style = replace(self.style, size=self.room.size)
        widest = max(self.typesetter.advance(line, style) for line in lines)
        tall = _height(len(lines), style)
        share = min(1.0, self.room.width / widest, self.room.height / tall)
        if share < max(_SENSE_COST, self.room.least / self.room.size):
            return None
        fitted = replace(style, size=self.room.size * share)
        return _block(lines, fitted, self.plain, self.typesetter)

    def at(self, size: float) -> TextBlock | None:
        """Set at this size, or None where it does not fit."""
        style = replace(self.style, size=size)
        lines = self._broken(style)
        fits = (
            lines is not None
            and len(lines) <= self.room.lines
            and _height(len(lines), style) <= self.room.height + 0.01
        )
        return _block(lines, style, self.plain, self.typesetter) if fits and lines else None

    def one_line_less(self, block: TextBlock) -> TextBlock | None:
        """Set with a line less where that costs little of the size."""
        size = block.style.size * _LINE_SAVED
        if len(block.lines) < 2 or size < self.room.least:
            return None
        smaller = self.at(size)
        if smaller is None or len(smaller.lines) >= len(block.lines):
            return None
        while size / _STEP < block.style.size:
            larger = self.at(size / _STEP)
            if larger is None or len(larger.lines) > len(smaller.lines):
                break
            smaller, size = larger, size / _STEP
        return smaller

    def _broken(self, style: TextStyle) -> Lines | None:
        pieces = self.typesetter.pieces(self.plain, style.language)
        measure = partial(self.typesetter.advance, style=style)
        widths = {
            (i, j): measure("".join(pieces[i:j]).rstrip())
            for i in range(len(pieces))
            for j in range(i + 1, min(len(pieces), i + 14) + 1)
        }
        return break_lines(pieces, widths, self.room.width)


def break_lines(
    pieces: tuple[str, ...], widths: dict[tuple[int, int], float], width: float
) -> Lines | None:
    """Return the lines with the fewest lines and then the evenest ends; None if a piece is wider.

    Cost of a line is its squared slack, with a penalty for a weak last word and for a short
    last line.
    """
    best: dict[int, tuple[int, float, tuple[int, ...]]] = {0: (0, 0.0, (0,))}
    count = len(pieces)
    for end in range(1, count + 1):
        options = [
            (
                best[start][0] + 1,
                best[start][1] + _cost(pieces, start, end, widths[start, end] / width),
                (*best[start][2], end),
            )
            for start in range(end)
            if start in best and widths.get((start, end), width + 1) <= width
        ]
        if options:
            best[end] = min(options)
    if count not in best:
        return None
    return tuple("".join(pieces[i:j]).rstrip() for i, j in pairwise(best[count][2]))


def _cost(pieces: tuple[str, ...], start: int, end: int, full: float) -> float:
    last = end == len(pieces)
    cost = (1 - full) ** 2 * (0.6 if last else 1.0)
    if not last and pieces[end - 1].strip(" ,.;:").lower() in _WEAK_ENDS:
        cost += 0.15
    if not last and pieces[end - 1].endswith("-"):
        cost += 0.50
    if last and start > 0 and full < _SHORT_LAST:
        cost += 0.30
    return cost


def _height(lines: int, style: TextStyle) -> float:
    return (style.cap + (lines - 1) * style.line_height) * style.size


def _block(lines: Lines, style: TextStyle, source: str, typesetter: Typesetter) -> TextBlock:
    """Stand the lines on one start edge by their ink, not by their side bearings."""
    if style.direction == "rtl" and not _starts_rtl(source):
        lines = tuple(f"{_LEFT_TO_RIGHT}{line}{_POP}" for line in lines)
    shaped = tuple(typesetter.line(line, style) for line in lines)
    width = max(line.ink.width for line in shaped)
    places = tuple(
        Point(_start(line, width, style), (style.cap + index * style.line_height) * style.size)
        for index, line in enumerate(shaped)
    )
    return TextBlock(shaped, places, Size(width, _height(len(lines), style)), style, source)


def _starts_rtl(words: str) -> bool:
    """Say whether the first strong character runs from the right (UAX 9, rules P2 and P3).

    What is isolated does not count; a time or a number alone runs from the left.
    """
    depth = 0
    for sign in words:
        kind = bidirectional(sign)
        depth += (kind in {"LRI", "RLI", "FSI"}) - (kind == "PDI")
        if depth == 0 and kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def _start(line: TextLine, width: float, style: TextStyle) -> float:
    return width - line.ink.right if style.direction == "rtl" else -line.ink.left
