"""Places shaped pieces where a text element wants them: along lines, columns and paths."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.lettering.characters import Character
from cobrand.intake.drawing.lettering.manner import ASCENT, DESCENT, length
from cobrand.intake.drawing.lettering.pieces import Piece, Shaper, cells, pieces
from cobrand.intake.drawing.lettering.track import Track
from cobrand.intake.drawing.markup import local
from cobrand.model.matrix import Matrix, moved
from cobrand.model.text import Outline, Segment

SLANT = math.tan(math.radians(12))
"""How far letters lean for an italic that is not among the bundled fonts."""
_DECORATED = {"underline": 0.1, "line-through": -0.3, "overline": -0.86}
"""Upper edge of a line by the letters, from the baseline downward, in em."""
_THICK = 0.05
_CENTRAL = (ASCENT - DESCENT) / 2

Tracks = Callable[[Element], Track | None]


@dataclass(frozen=True, slots=True)
class Placed:
    """The outline of a piece where it belongs, and the elements that it comes from."""

    chain: tuple[Element, ...]
    outline: Outline


def set_characters(
    characters: tuple[Character, ...], shaper: Shaper, tracks: Tracks
) -> Iterator[Placed]:
    """Place the characters of one text element."""
    pen = (0.0, 0.0)
    for path, group in groupby(characters, key=_path):
        inside = tuple(group)
        if path is not None:
            yield from _along(path, tracks(path), inside, shaper)
            continue
        for chunk in _chunks(inside):
            pen = _pen(chunk[0], pen)
            placed, pen = _set_chunk(chunk, pen, shaper)
            yield from placed


def _path(character: Character) -> Element | None:
    return next((each for each in character.chain if local(each) == "textPath"), None)


def _chunks(characters: tuple[Character, ...]) -> Iterator[tuple[Character, ...]]:
    """Cut where a character has a place of its own."""
    starts = [at for at, each in enumerate(characters) if each.x is not None or each.y is not None]
    edges = sorted({0, *starts, len(characters)})
    yield from (characters[a:b] for a, b in pairwise(edges))


def _pen(first: Character, pen: tuple[float, float]) -> tuple[float, float]:
    return (
        pen[0] if first.x is None else first.x,
        pen[1] if first.y is None else first.y,
    )


def _set_chunk(
    chunk: tuple[Character, ...], pen: tuple[float, float], shaper: Shaper
) -> tuple[list[Placed], tuple[float, float]]:
    found = list(pieces(chunk))
    _justify(found, shaper)
    upright = chunk[0].manner.upright
    steps = [_step(piece, shaper) for piece in found]
    whole = sum(steps) + sum(p.first.dx if upright else p.first.dy for p in found)
    anchored = chunk[0].x is not None or chunk[0].y is not None or pen == (0.0, 0.0)
    shift = _anchor(chunk[0]) * whole if anchored else 0.0
    x, y = (pen[0] - shift, pen[1]) if upright else (pen[0], pen[1] - shift)
    placed = []
    for piece, step in _visual(found, steps, chunk[0].manner.direction == "rtl"):
        x, y = x + piece.first.dx, y + piece.first.dy
        placed.append(Placed(piece.chain, _letters(piece, x, y, shaper)))
        x, y = (x + step, y) if upright else (x, y + step)
    return placed, (x, y)


def _anchor(first: Character) -> float:
    """Return the share of a chunk's length that stands before its place."""
    share = {"middle": 0.5, "end": 1.0}.get(first.manner.anchor, 0.0)
    return 1 - share if first.manner.direction == "rtl" else share


def _visual(
    found: list[Piece], steps: list[float], backward: bool
) -> Iterator[tuple[Piece, float]]:
    """Yield pieces from the left: those read from the right change places with each other."""
    turn = -1 if backward else 1
    both = zip(found[::turn], steps[::turn], _turns(found, backward)[::turn], strict=True)
    for turned, group in groupby(both, key=lambda each: each[2]):
        inside = [(piece, step) for piece, step, _ in group]
        yield from inside[::-1] if turned else inside


def _turns(found: list[Piece], backward: bool) -> list[bool]:
    """Say which pieces are read against the line; what may be either goes with its neighbours."""
    sides = [each.backward for each in found]
    for place, side in enumerate(sides):
        if side is None:
            before = sides[place - 1] if place else backward
            after = next((each for each in sides[place:] if each is not None), backward)
            sides[place] = before if before == after else backward
    return [side != backward for side in sides]


def _step(piece: Piece, shaper: Shaper) -> float:
    standing = not piece.manner.upright and _wide(piece.words)
    return piece.manner.size + piece.manner.letter if standing else shaper.advance(piece)


def _wide(words: str) -> bool:
    return unicodedata.east_asian_width(words[0]) in "WF"


def _letters(piece: Piece, x: float, y: float, shaper: Shaper) -> Outline:
    """Return a piece's outline with its pen at x y."""
    manner, turn = piece.manner, math.radians(piece.first.turn)
    if manner.upright:
        return _drawn(piece, shaper, _turned(turn, x, y, 0.0, manner.shift))
    if _wide(piece.words):
        across = -shaper.advance(piece) / 2
        return _drawn(piece, shaper, _turned(turn, x, y, across, 0.88 * manner.size))
    return _drawn(piece, shaper, _turned(turn + math.pi / 2, x, y, 0.0, _CENTRAL * manner.size))


def _drawn(piece: Piece, shaper: Shaper, into: Matrix) -> Outline:
    """Return a piece's letters and lines, moved."""
    words = piece.words.strip(" ")
    lean = SLANT if piece.manner.slanted else 0.0
    a, b, c, d, e, f = into
    a, b = a * piece.stretch, b * piece.stretch
    lead = shaper.lead(piece) / piece.stretch
    slanted = (a, b, c - lean * a, d - lean * b, e + a * lead, f + b * lead)
    letters = _mapped(shaper.line(piece).outline, slanted) if words else ()
    return letters + _mapped(_lines(piece, shaper), into)


def _lines(piece: Piece, shaper: Shaper) -> Outline:
    size = piece.manner.size
    wide = shaper.advance(piece) - piece.manner.letter * piece.stretch
    return tuple(
        segment
        for name in sorted(piece.manner.lines)
        for segment in _bar(wide, _DECORATED[name] * size, _THICK * size)
    )


def _bar(wide: float, top: float, thick: float) -> Outline:
    low = top + thick
    return (("M", 0.0, top), ("L", 0.0, low), ("L", wide, low), ("L", wide, top), ("Z",))


def _turned(turn: float, x: float, y: float, dx: float, dy: float) -> Matrix:
    """Return: move by dx dy, turn, move to x y."""
    cos, sin = math.cos(turn), math.sin(turn)
    return cos, sin, -sin, cos, x + cos * dx - sin * dy, y + sin * dx + cos * dy


def _mapped(outline: Outline, into: Matrix) -> Outline:
    return tuple(_segment(segment, into) for segment in outline)


def _segment(segment: Segment, into: Matrix) -> Segment:
    match segment:
        case ("C", x1, y1, x2, y2, x, y):
            return ("C", *moved(into, x1, y1), *moved(into, x2, y2), *moved(into, x, y))
        case ("Z",):
            return segment
        case (kind, x, y):
            return (kind, *moved(into, x, y))


def _justify(found: list[Piece], shaper: Shaper) -> None:
    """Widen or narrow what is given a length."""
    for element, group in groupby(found, key=_measured):
        inside = list(group)
        wanted = element is not None and length(
            element.get("textLength", ""), inside[0].manner.size
        )
        if element is None or not wanted:
            continue
        natural = sum(shaper.advance(piece) for piece in inside)
        count = sum(len(piece.words) for piece in inside)
        for piece in inside:
            if element.get("lengthAdjust") == "spacingAndGlyphs" and natural > 0:
                piece.stretch = wanted / natural
            elif count > 1:
                piece.extra = (wanted - natural) / (count - 1)


def _measured(piece: Piece) -> Element | None:
    return next((each for each in reversed(piece.chain) if each.get("textLength")), None)


def _along(
    element: Element, track: Track | None, characters: tuple[Character, ...], shaper: Shaper
) -> Iterator[Placed]:
    """Place letters on a path; what does not find room on it is not shown."""
    if track is None:
        return
    found, manner = list(cells(characters)), characters[0].manner
    kerns = [0.0, *(shaper.kerned(each, before) for before, each in pairwise(found))]
    steps = [shaper.advance(piece) + kern for piece, kern in zip(found, kerns, strict=True)]
    along = length(element.get("startOffset", "0"), manner.size, track.length) or 0.0
    along -= _anchor(characters[0]) * sum(steps)
    off = 0.0
    for piece, step in _visual(found, steps, manner.direction == "rtl"):
        along, off = along + piece.first.dx, off + piece.first.dy
        middle = along + step / 2
        if 0 <= middle <= track.length:
            x, y, turn = track.at(middle)
            into = _turned(turn, x, y, -step / 2, off + piece.manner.shift)
            yield Placed(piece.chain, _drawn(piece, shaper, into))
        along += step
