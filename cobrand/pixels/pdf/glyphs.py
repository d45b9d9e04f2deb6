"""Turns the letters of a PDF page into outlines, each with the text object it belongs to."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from pypdfium2 import PdfPage, raw

from cobrand.errors import LogoTooLarge
from cobrand.model.matrix import Matrix
from cobrand.pixels.pdf import outline

MOST_LETTERS = 5_000


@dataclass(frozen=True, slots=True)
class Letter:
    """One glyph in the page's space: path data for size 1 and where it stands."""

    path: str
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Words:
    """The letters of each text object, by its address; the whole text; fonts that are not there."""

    letters: dict[int, tuple[Letter, ...]]
    text: str
    missing: tuple[str, ...]


def read(page: PdfPage) -> Words:
    """Return what is written on a page."""
    text = page.get_textpage()
    try:
        return _Reader(text).words()
    finally:
        text.close()


class _Reader:
    """Goes through the letters once; a font's glyph is asked for once."""

    def __init__(self, text: Any) -> None:
        self.text = text
        self.paths: dict[tuple[int, int], str] = {}
        self.missing: set[str] = set()

    def words(self) -> Words:
        count = raw.FPDFText_CountChars(self.text)
        if count > MOST_LETTERS:
            raise LogoTooLarge("logo.too-complex")
        found: dict[int, list[Letter]] = {}
        for index in range(count):
            if raw.FPDFText_IsGenerated(self.text, index) == 1:
                continue
            item = raw.FPDFText_GetTextObject(self.text, index)
            if item:
                letters = found.setdefault(address(item), [])
                letters.append(self._letter(index, item))
        said = "".join(chr(raw.FPDFText_GetUnicode(self.text, index)) for index in range(count))
        drawn = {key: tuple(each for each in value if each.path) for key, value in found.items()}
        return Words(drawn, said, tuple(sorted(self.missing)))

    def _letter(self, index: int, item: Any) -> Letter:
        matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetMatrix(self.text, index, matrix)
        raw.FPDFText_GetCharOrigin(self.text, index, x, y)
        size = raw.FPDFText_GetFontSize(self.text, index)
        path = self._path(item, raw.FPDFText_GetUnicode(self.text, index))
        sides = (side * size for side in (matrix.a, matrix.b, matrix.c, matrix.d))
        return Letter(path, (*sides, x.value, y.value))

    def _path(self, item: Any, code: int) -> str:
        font = raw.FPDFTextObj_GetFont(item)
        key = address(font), code
        if key not in self.paths:
            self.paths[key] = _glyph(font, code)
            if raw.FPDFFont_GetIsEmbedded(font) == 0:
                self.missing.add(_name(font))
        return self.paths[key]


def address(handle: Any) -> int:
    """Return what tells two of PDFium's objects apart."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _glyph(font: Any, code: int) -> str:
    glyph = raw.FPDFFont_GetGlyphPath(font, code, 1.0)
    count = raw.FPDFGlyphPath_CountGlyphSegments(glyph) if glyph else 0
    return outline.data(raw.FPDFGlyphPath_GetGlyphPathSegment(glyph, each) for each in range(count))


def _name(font: Any) -> str:
    room = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, room, len(room))
    return room.value.decode("utf-8", "replace").partition("+")[2] or room.value.decode(
        "utf-8", "replace"
    )
