"""Turns words and a room into a set block: broken where the sense likes it, fitted in steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import bidirectional

from cobrand.model.geometry import Point, Size
from cobrand.model.text import TextBlock, TextLine, TextStyle, Typesetter

_STEP = 0.97  # one step of fitting
_SENSE_COST = 0.72  # sense breaks are kept down to this share of the size
LINE_SAVED = 0.86  # shrinking to this share is worth a line less
_SHORT_LAST = 0.45  # of the measure; a shorter last line looks lost
_WEAK_ENDS = frozenset(  # words of en, es, fr and ar that should not end a line
    {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"}
    | {"con", "de", "del", "el", "en", "la", "las", "los", "para", "por", "y"}
    | {"des", "du", "et", "le", "les", "pour", "sur", "un", "une", "à"}
    | {"في", "من", "على", "إلى", "–"}
)

_LEFT_TO_RIGHT, _POP = "\u2066", "\u2069"

_UNIT = 100.0  # px; widths are measured at this size and scaled
_ROUNDING = 0.01
_NO_LIMIT = 10_000
_FEW = 12  # lines; where there are more, one line less is no gain to the eye
_MANY = 60  # pieces; texts that have more are filled line by line

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
    block goes on shrinking, on as many lines as it needs, and the second value is False;
    `strict` gives up at the least size.
    """
    setter = _Setter.of(words, style, room, typesetter)
    block = setter.by_sense() or setter.in_steps(room.least)
    if block is not None:
        return block, True
    if not strict:
        loose = _Setter.of(words, style, replace(room, lines=_NO_LIMIT), typesetter)
        block = loose.in_steps(1.0)
    return block or _block((setter.plain,), replace(style, size=1.0), words, typesetter), False


@dataclass(frozen=True, slots=True)
class _Setter:
    """One text on its way into one room.

    `pieces` is what may stand on lines of their own; `whole` is the width of one line of all, and
    `widest` that of the widest piece, both at 1 px.
    """

    words: str
    plain: str
    style: TextStyle
    room: Room
    typesetter: Typesetter
    pieces: Lines
    whole: float
    widest: float

    @classmethod
    def of(cls, words: str, style: TextStyle, room: Room, typesetter: Typesetter) -> _Setter:
        plain = " ".join(words.replace("|", " ").split())
        pieces = typesetter.pieces(plain, style.language)
        unit = replace(style, size=_UNIT)
        whole = typesetter.advance(plain, unit) / _UNIT
        widest = max((typesetter.advance(each.strip(), unit) for each in pieces), default=0.0)
        return cls(words, plain, style, room, typesetter, pieces, whole, widest / _UNIT)

    def by_sense(self) -> TextBlock | None:
        """Set the lines as the sense breaks say, if that costs little of the size.

        A tall room for more than twice as many lines is better filled with larger words.
        """
        lines = tuple(part.strip() for part in self.words.split("|") if part.strip())
        if len(lines) < 2 or len(lines) > self.room.lines:
            return None
        style = replace(self.style, size=self.room.size)
        widest = max(self.typesetter.advance(line, style) for line in lines)
        tall = _height(len(lines), style)
        share = min(1.0, self.room.width / widest, self.room.height / tall)
        roomy = self.room.lines > 2 * len(lines)
        cost = LINE_SAVED if roomy else _SENSE_COST
        if share < max(cost, self.room.least / self.room.size):
            return None
        fitted = replace(style, size=self.room.size * share)
        return _block(lines, fitted, self.plain, self.typesetter)

    def in_steps(self, least: float) -> TextBlock | None:
        """Set at the first size from the room's own down to `least` that fits."""
        size = self.room.size
        while True:
            block = self.at(size) if self._may_fit(size) else None
            if block is not None:
                return self.one_line_less(block) or block
            if size <= least:
                return None
            size = max(least, size * _STEP)

    def at(self, size: float) -> TextBlock | None:
        """Set at this size, or None where it does not fit."""
        style = replace(self.style, size=size)
        lines = self._broken(style)
        if lines is None or len(lines) > self._most_lines(size):
            return None
        return _block(lines, style, self.plain, self.typesetter)

    def one_line_less(self, block: TextBlock) -> TextBlock | None:
        """Set with a line less where that costs little of the size."""
        size = block.style.size * LINE_SAVED
        if not 2 <= len(block.lines) <= _FEW or size < self.room.least:
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

    def _most_lines(self, size: float) -> int:
        """Return how many lines of this size the room has place for."""
        if self.room.height < self.style.cap * size - _ROUNDING:
            return 0
        down = (self.room.height + _ROUNDING) / size - self.style.cap
        return min(self.room.lines, 1 + int(down / self.style.line_height))

    def _may_fit(self, size: float) -> bool:
        """Say whether lines are long enough, each and all together; costs no setting."""
        room = self.room.width + _ROUNDING
        return self.widest * size <= room and self.whole * size <= self._most_lines(size) * room

    def _broken(self, style: TextStyle) -> Lines | None:
        pieces = self.pieces
        if len(pieces) > _MANY:
            return self._filled(style)
        widths: dict[tuple[int, int], float] = {}
        for start in range(len(pieces)):
            for end in range(start + 1, len(pieces) + 1):
                text = "".join(pieces[start:end]).rstrip()
                width = self.typesetter.advance(text, style)
                widths[start, end] = width
                if width > self.room.width:
                    break
        return break_lines(pieces, widths, self.room.width)

    def _filled(self, style: TextStyle) -> Lines | None:
        """Return lines filled one after the other, each piece measured once.

        A text of so many words is no headline: even ends would cost much and help nobody.
        """
        advance = self.typesetter.advance
        first = self.pieces[0].strip()
        blank = advance(f"{first} {first}", style) - 2 * advance(first, style)
        lines, line, taken = [], "", 0.0
        for piece in self.pieces:
            width = advance(piece.strip(), style)
            if line and taken + width > self.room.width:
                lines.append(line.rstrip())
                line, taken = "", 0.0
            line += piece
            taken += width + (blank if piece.endswith(" ") else style.tracking * style.size)
        lines.append(line.rstrip())
        if len(lines) > self._most_lines(style.size):
            return None
        widest = max(advance(line, style) for line in lines)
        return tuple(lines) if widest <= self.room.width + _ROUNDING else None


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
