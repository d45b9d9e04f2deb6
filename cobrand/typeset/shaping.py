"""Turns one line of words into placed glyphs, and glyphs into outlines, all at an em of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QGlyphRun,
    QPainterPath,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from cobrand.model.geometry import Box
from cobrand.model.text import Direction, Outline, Segment
from cobrand.typeset.bundled import LATIN
from cobrand.typeset.faces import EM, Run, font

_ENDLESS = 1e7  # px; QTextLine wants a width even when nothing is to be wrapped
_SIDES: dict[Direction, Qt.LayoutDirection] = {
    "ltr": Qt.LayoutDirection.LeftToRight,
    "rtl": Qt.LayoutDirection.RightToLeft,
}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph's outline and ink in em, from its own origin, y downward."""

    outline: Outline
    ink: Box | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph and where its origin is, in em from the left end of the baseline."""

    glyph: Glyph
    x: float
    y: float


class Shaper:
    """Shapes lines with Qt and remembers the outlines of glyphs; one thread at a time."""

    def __init__(self, glyphs: int = 4096) -> None:
        self._glyphs: dict[tuple[str, int, int], Glyph] = {}
        self._most = glyphs

    def shape(
        self, runs: tuple[Run, ...], weight: int, tracking: float, direction: Direction
    ) -> tuple[Placed, ...]:
        """Return the glyphs of the line of these runs."""
        layout = _layout(runs, weight, tracking, direction)  # lives as long as its line is used
        line = layout.lineAt(0)
        left, base = line.naturalTextRect().left(), line.y() + line.ascent()
        return tuple(
            Placed(glyph, (x - left) / EM, (y - base) / EM)
            for run in line.glyphRuns()
            for glyph, x, y in self._run(run, weight)
            if glyph.outline
        )

    def _run(self, run: QGlyphRun, weight: int) -> Iterator[tuple[Glyph, float, float]]:
        raw = run.rawFont()
        family = raw.familyName()
        for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            yield self._glyph(raw, (family, weight, index)), place.x(), place.y()

    def _glyph(self, raw: QRawFont, key: tuple[str, int, int]) -> Glyph:
        known = self._glyphs.get(key)
        if known is None:
            if len(self._glyphs) >= self._most:
                self._glyphs.pop(next(iter(self._glyphs)))
            known = self._glyphs[key] = _glyph(raw.pathForGlyph(key[2]))
        return known


def advance(runs: tuple[Run, ...], weight: int, tracking: float, direction: Direction) -> float:
    """Return the width of the line of these runs in em, without the tracking after its end."""
    layout = _layout(runs, weight, tracking, direction)
    return max(0.0, layout.lineAt(0).naturalTextWidth() / EM - tracking)


def _layout(
    runs: tuple[Run, ...], weight: int, tracking: float, direction: Direction
) -> QTextLayout:
    layout = QTextLayout("".join(run.words for run in runs), font(LATIN, weight, tracking))
    option = QTextOption()
    option.setTextDirection(_SIDES[direction])
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(runs, weight, tracking)))
    layout.beginLayout()
    line: QTextLine = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout


def _formats(
    runs: Iterable[Run], weight: int, tracking: float
) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run in runs:
        length = utf16_length(run.words)
        yield _format(start, length, font(run.family, weight, tracking))
        start += length


def _format(start: int, length: int, face: QFont) -> QTextLayout.FormatRange:
    letters = QTextCharFormat()
    letters.setFont(face)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, letters
    return made


def utf16_length(words: str) -> int:
    """Return how long Qt thinks the words are."""
    return len(words) + sum(char > "\uffff" for char in words)


def _glyph(path: QPainterPath) -> Glyph:
    if path.isEmpty():
        return Glyph((), None)
    edge = path.boundingRect()
    ink = Box(edge.left() / EM, edge.top() / EM, edge.width() / EM, edge.height() / EM)
    return Glyph(tuple(_segments(path)), ink)


def _segments(path: QPainterPath) -> Iterator[Segment]:
    """Yield the path in em, each contour closed."""
    kinds = QPainterPath.ElementType
    elements = [path.elementAt(i) for i in range(path.elementCount())]
    points = [(element.x / EM, element.y / EM) for element in elements]
    for place, element in enumerate(elements):
        if element.type == kinds.MoveToElement:
            if place:
                yield ("Z",)
            yield ("M", *points[place])
        elif element.type == kinds.LineToElement:
            yield ("L", *points[place])
        elif element.type == kinds.CurveToElement:
            yield ("C", *points[place], *points[place + 1], *points[place + 2])
    yield ("Z",)
