"""Opens one page of a PDF: its size, its drawing, and what stands on it."""

from __future__ import annotations

import ctypes
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
from pypdfium2 import PdfBitmap, PdfDocument, PdfPage, raw

from cobrand.errors import DrawingFailed, LogoUnreadable
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box, Size
from cobrand.model.matrix import Matrix, inverse
from cobrand.pixels.pdf import content, glyphs, pictures, rich, spoken, walk
from cobrand.pixels.pdf.document import opened
from cobrand.pixels.pdf.glyphs import Words
from cobrand.pixels.pdf.marks import Mark
from cobrand.pixels.pdf.spoken import Spoken

SHORTEST, LONGEST = 1.0, 200_000.0
"""Sides of a page in pt that can be drawn; the largest page that programs write has 14 400."""
_FINE = 1 << 24


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a page, in pt from its upper left corner, as `width` x `height` px.

    `place` says where the whole page lies in these px: left, top, width, height.
    """

    view: Box
    width: int
    height: int
    place: tuple[int, int, int, int]


class Sheet:
    """A page as it is seen: cropped, upright, without annotations and hidden layers."""

    def __init__(self, data: bytes, number: int, document: PdfDocument, page: PdfPage) -> None:
        self._data = data
        self._number = number
        self._document = document
        self._page = page
        self._started = time.process_time()
        self._last: tuple[Window, Bitmap] | None = None
        self.count = len(document)
        self.size = Size(page.get_width(), page.get_height())

    @property
    def spent(self) -> float:
        """Seconds of work since the page was opened."""
        return time.process_time() - self._started

    @property
    def upright(self) -> Matrix:
        """The matrix from the page's space to pt from its upper left corner, y downward."""
        (x, y), (x1, y1), (x2, y2) = self._place(0, 0), self._place(_FINE, 0), self._place(0, _FINE)
        width, height = self.size.width, self.size.height
        found = inverse(
            ((x1 - x) / width, (y1 - y) / width, (x2 - x) / height, (y2 - y) / height, x, y)
        )
        if found is None:
            raise DrawingFailed("drawing-failed.pdf")
        return found

    @cached_property
    def words(self) -> Words:
        """What is written on the page."""
        return glyphs.read(self._page)

    @cached_property
    def spoken(self) -> Spoken:
        """What the page says of itself."""
        return spoken.read(self._data, self._number)

    def marks(self) -> tuple[Mark, ...]:
        """Return what stands on the page, in its own space."""
        return walk.marks(self._document, self._page, self.words, self.spoken.hidden)

    def enriched(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """Return the marks with the gradients and soft masks that PDFium does not tell."""
        try:
            return rich.enriched(marks, content.page(self._data, self._number))
        except (DrawingFailed, MemoryError):
            raise
        except Exception as error:  # made-up files break the reading of them in every way there is
            raise DrawingFailed("drawing-failed.pdf") from error

    def window(self, view: Box, pixels: int, longest: int) -> Window:
        """Return whole px that show a part of the page (pt from its upper left corner).

        There are about `pixels` of them, and no more than `longest` on a side.
        """
        scale = math.sqrt(pixels / (view.width * view.height))
        scale = min(scale, longest / max(view.width, view.height))
        across, down = (max(1, round(side * scale)) for side in (self.size.width, self.size.height))
        grain = Size(self.size.width / across, self.size.height / down)
        left, top = math.floor(view.left / grain.width), math.floor(view.top / grain.height)
        right, bottom = math.ceil(view.right / grain.width), math.ceil(view.bottom / grain.height)
        return Window(
            Box(left * grain.width, top * grain.height,
                (right - left) * grain.width, (bottom - top) * grain.height),
            right - left, bottom - top, (-left, -top, across, down),
        )  # fmt: skip

    def draw(self, window: Window) -> Bitmap:
        """Draw a part of the page on nothing; what was drawn last is not drawn again."""
        if self._last is None or self._last[0] != window:
            self._last = window, self._drawn(window)
        return self._last[1]

    def _drawn(self, window: Window) -> Bitmap:
        bitmap = PdfBitmap.new_native(window.width, window.height, raw.FPDFBitmap_BGRA)
        bitmap.fill_rect((0, 0, 0, 0), 0, 0, window.width, window.height)
        raw.FPDF_RenderPageBitmap(bitmap, self._page, *window.place, 0, 0)
        return pictures.straight(bitmap)

    def _place(self, across: int, down: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDF_DeviceToPage(self._page, 0, 0, _FINE, _FINE, 0, across, down, x, y)
        return x.value, y.value


@contextmanager
def opened_at(data: bytes, number: int) -> Iterator[Sheet]:
    """Open the page of this number, counted from 1."""
    with opened(data) as document:
        if not 1 <= number <= len(document):
            raise LogoUnreadable("logo.no-such-page", page=number, count=len(document))
        yield Sheet(data, number, document, _page(document, number))


def _page(document: PdfDocument, number: int) -> PdfPage:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise DrawingFailed("drawing-failed.pdf") from error
    sides = page.get_width(), page.get_height()
    if not all(math.isfinite(side) and SHORTEST <= side <= LONGEST for side in sides):
        raise DrawingFailed("drawing-failed.pdf")
    return page
