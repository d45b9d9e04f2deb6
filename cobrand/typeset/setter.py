"""The typesetter that the program uses: words in, lines of outlines out, safe from any thread."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from threading import RLock

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from cobrand.model.geometry import Box, union
from cobrand.model.paper import Document, Printed
from cobrand.model.text import Direction, Face, Outline, Segment, TextLine, TextStyle
from cobrand.typeset.alphabet import in_order
from cobrand.typeset.breaking import pieces
from cobrand.typeset.bundled import register
from cobrand.typeset.faces import Faces
from cobrand.typeset.pages import pages
from cobrand.typeset.shaping import Placed, Shaper, advance

Key = tuple[str, int, float, Direction, Face]
_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


class QtTypesetter:
    """Shapes with Qt and the bundled fonts.

    Advances and shapes are kept without their size, so trying other sizes costs nothing.
    """

    def __init__(self) -> None:
        self._app = QCoreApplication.instance() or _application()
        register(self._app)
        self._lock = (
            RLock()
        )  # Qt's font objects belong to a thread; ours are made and used under it
        self._faces = Faces()
        self._shaper = Shaper()
        self._cleaned = lru_cache(maxsize=4096)(_clean)
        self._cast = lru_cache(maxsize=2048)(self._faces.cast)
        self._width = lru_cache(maxsize=8192)(self._measured)
        self._glyphs = lru_cache(maxsize=512)(self._shaped)
        self._line = lru_cache(maxsize=128)(self._set)
        self._pieces = lru_cache(maxsize=256)(self._cut)

    def advance(self, words: str, style: TextStyle) -> float:
        """Return the width in px of `words` on one line; spaces at the ends do not count."""
        return self._width(*self._key(words, style)) * style.size

    def line(self, words: str, style: TextStyle) -> TextLine:
        """Return `words` shaped as one line; `text` is what was given."""
        return self._line(words, style)

    def pieces(self, words: str, language: str) -> tuple[str, ...]:
        """Return `words` cut where a line may end."""
        return self._pieces(words)

    def in_order(self, names: tuple[str, ...], language: str) -> tuple[int, ...]:
        """Return the places of `names` in the order in which this language lists them."""
        return in_order(names, language)

    def pages(self, document: Document) -> Printed:
        """Return a document as PDF, its text real text in the bundled fonts."""
        with self._lock:
            return pages(document, self._cast)

    def _cut(self, words: str) -> tuple[str, ...]:
        with self._lock:
            return pieces(words)

    def _key(self, words: str, style: TextStyle) -> Key:
        manner = (style.weight, style.tracking, style.direction, style.face)
        return self._cleaned(words), *manner

    def _measured(
        self, words: str, weight: int, tracking: float, direction: Direction, face: Face
    ) -> float:
        if not words:
            return 0.0
        with self._lock:
            return advance(self._cast(words, face).runs, weight, tracking, direction)

    def _shaped(
        self, words: str, weight: int, tracking: float, direction: Direction, face: Face
    ) -> tuple[Placed, ...]:
        if not words:
            return ()
        with self._lock:
            return self._shaper.shape(self._cast(words, face).runs, weight, tracking, direction)

    def _set(self, words: str, style: TextStyle) -> TextLine:
        key = self._key(words, style)
        placed = self._glyphs(*key)
        with self._lock:
            cast = self._cast(key[0], style.face)
        return TextLine(
            text=words,
            outline=_outline(placed, style.size),
            advance=self._width(*key) * style.size,
            ink=_ink(placed, style.size),
            borrowed=cast.borrowed,
            missing=cast.missing,
        )


def _application() -> QGuiApplication:
    """Return an application without a screen; whoever wants windows makes theirs before."""
    return QGuiApplication(["cobrand", "-platform", "offscreen"])


def _clean(words: str) -> str:
    """Return the words without what cannot be set in a line: breaks, controls, picture styles."""
    spaced = "".join(" " if char in "\t\n\r\v\f\u2028\u2029" else char for char in words)
    return "".join(char for char in spaced if not _unsettable(char)).strip(" ")


def _unsettable(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"} or "\ufe00" <= char <= "\ufe0f"


def _ink(placed: tuple[Placed, ...], size: float) -> Box:
    boxes = tuple(
        Box(
            (each.x + each.glyph.ink.left) * size,
            (each.y + each.glyph.ink.top) * size,
            each.glyph.ink.width * size,
            each.glyph.ink.height * size,
        )
        for each in placed
        if each.glyph.ink
    )
    return union(boxes) if boxes else _NOWHERE


def _outline(placed: tuple[Placed, ...], size: float) -> Outline:
    return tuple(
        _moved(segment, each.x * size, each.y * size, size)
        for each in placed
        for segment in each.glyph.outline
    )


def _moved(segment: Segment, x: float, y: float, size: float) -> Segment:
    """Return the segment scaled, then shifted."""
    match segment:
        case ("C", a, b, c, d, e, f):
            return (
                "C",
                a * size + x,
                b * size + y,
                c * size + x,
                d * size + y,
                e * size + x,
                f * size + y,
            )
        case ("M" | "L" as kind, a, b):
            return (kind, a * size + x, b * size + y)
        case _:
            return segment
