"""Turns the objects of a PDF page into marks, in the order in which they are painted."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import PdfDocument, PdfPage, raw

from cobrand.errors import LogoTooLarge
from cobrand.model.colour import Colour
from cobrand.model.geometry import Size
from cobrand.model.matrix import IDENTITY, Matrix, after
from cobrand.pixels.pdf import outline, pictures
from cobrand.pixels.pdf.glyphs import Words, address
from cobrand.pixels.pdf.layers import layers
from cobrand.pixels.pdf.marks import Clip, Group, Hidden, Mark, Outline, Paint, Pen, Picture, Unsaid

MOST_OBJECTS = 20_000
MOST_SEGMENTS = 300_000
DEEPEST = 20

_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")
_FILLED, _STROKED = frozenset((0, 2, 4, 6)), frozenset((1, 2, 5, 6))
"""Text rendering modes that fill, and those that draw the letters' edges."""


def marks(
    document: PdfDocument, page: PdfPage, words: Words, hidden: frozenset[str] = frozenset()
) -> tuple[Mark, ...]:
    """Return everything on the page; LogoTooLarge if that is more than a logo needs.

    `hidden` are the names of layers that are not shown.
    """
    return _Walk(document, words, hidden).page(page)


class _Walk:
    """Goes down into forms and counts what it has seen."""

    def __init__(self, document: PdfDocument, words: Words, hidden: frozenset[str]) -> None:
        self.document = document
        self.hidden = hidden
        self.words = words
        self.objects = 0
        self.segments = 0

    def page(self, page: PdfPage) -> tuple[Mark, ...]:
        count = raw.FPDFPage_CountObjects(page)
        self._count(objects=count)
        items = (raw.FPDFPage_GetObject(page, index) for index in range(count))
        return tuple(mark for item in items for mark in self._marks(item, IDENTITY, 0))

    def _count(self, *, objects: int = 0, segments: int = 0) -> None:
        self.objects += objects
        self.segments += segments
        if self.objects > MOST_OBJECTS or self.segments > MOST_SEGMENTS:
            raise LogoTooLarge("logo.too-complex")

    def _marks(self, item: Any, space: Matrix, depth: int) -> Iterator[Mark]:
        found = self._shown(item, space, depth)
        if not self.hidden or layers(item).isdisjoint(self.hidden):
            return found
        return (mark if isinstance(mark, Hidden) else Hidden(mark) for mark in found)

    def _shown(self, item: Any, space: Matrix, depth: int) -> Iterator[Mark]:
        kind = raw.FPDFPageObj_GetType(item)
        clips = self._clips(item, space)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            yield self._form(item, space, clips, depth)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            yield self._outline(item, space, clips)
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            yield from self._text(item, clips)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            place = _matrix(item)
            bitmap = pictures.drawn(self.document, item, place)
            if bitmap is not None:
                yield Picture(bitmap, after(place, space), Size(*pictures.size(item)), clips)
        else:
            yield Unsaid(clips)

    def _form(self, item: Any, space: Matrix, clips: tuple[Clip, ...], depth: int) -> Group:
        count = raw.FPDFFormObj_CountObjects(item)
        self._count(objects=max(count, 0))
        if depth > DEEPEST:
            raise LogoTooLarge("logo.too-complex")
        inner = after(_matrix(item), space)
        items = (raw.FPDFFormObj_GetObject(item, index) for index in range(count))
        inside = tuple(mark for each in items for mark in self._marks(each, inner, depth + 1))
        paint = _paint(item, raw.FPDFPageObj_GetFillColor)
        return Group(inside, paint.alpha if paint else 1.0, clips)

    def _outline(self, item: Any, space: Matrix, clips: tuple[Clip, ...]) -> Outline:
        rule, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, rule, stroked)
        count = raw.FPDFPath_CountSegments(item)
        self._count(segments=count)
        path = outline.data(raw.FPDFPath_GetPathSegment(item, each) for each in range(count))
        return Outline(
            path,
            after(_matrix(item), space),
            _paint(item, raw.FPDFPageObj_GetFillColor) if rule.value else None,
            _pen(item) if stroked.value else None,
            rule.value == raw.FPDF_FILLMODE_ALTERNATE,
            clips,
            filled=bool(rule.value),
        )

    def _text(self, item: Any, clips: tuple[Clip, ...]) -> Iterator[Mark]:
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        fill = _paint(item, raw.FPDFPageObj_GetFillColor) if mode in _FILLED else None
        pen = _pen(item) if mode in _STROKED else None
        for letter in self.words.letters.get(address(item), ()):
            self._count(segments=letter.path.count(" "))
            yield Outline(letter.path, letter.matrix, fill, pen, clips=clips, letter=True)

    def _clips(self, item: Any, space: Matrix) -> tuple[Clip, ...]:
        clip = raw.FPDFPageObj_GetClipPath(item)
        paths = raw.FPDFClipPath_CountPaths(clip) if clip else 0
        return tuple(self._clip(clip, index, space) for index in range(max(paths, 0)))

    def _clip(self, clip: Any, index: int, space: Matrix) -> Clip:
        count = max(raw.FPDFClipPath_CountPathSegments(clip, index), 0)
        self._count(segments=count)
        path = outline.data(
            raw.FPDFClipPath_GetPathSegment(clip, index, each) for each in range(count)
        )
        return Clip(path, space, path.count("M"))


def _matrix(item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _paint(item: Any, get: Any) -> Paint | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(item, red, green, blue, alpha):
        return None
    return Paint(Colour(red.value, green.value, blue.value), alpha.value / 255)


def _pen(item: Any) -> Pen | None:
    paint = _paint(item, raw.FPDFPageObj_GetStrokeColor)
    if paint is None:
        return None
    width, phase = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(item, width)
    raw.FPDFPageObj_GetDashPhase(item, phase)
    cap, join = raw.FPDFPageObj_GetLineCap(item), raw.FPDFPageObj_GetLineJoin(item)
    return Pen(paint, width.value, _CAPS[cap % 3], _JOINS[join % 3], _dashes(item), phase.value)


def _dashes(item: Any) -> tuple[float, ...]:
    count = raw.FPDFPageObj_GetDashCount(item)
    if not 0 < count < 100:
        return ()
    room = (ctypes.c_float * count)()
    raw.FPDFPageObj_GetDashArray(item, room, count)
    return tuple(room)
