"""Draws PDF pages and reads their boxes by PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from pypdfium2 import PdfDocument

from cobrand.errors import DrawingFailed
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box
from cobrand.pixels import array


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page's boxes in pt, y upward from the page's lower edge: left, bottom, width, height."""

    media: Box
    trim: Box
    bleed: Box


def facts(data: bytes) -> tuple[PageFacts, ...]:
    """Return the boxes of every page."""
    with _opened(data) as document:
        return tuple(_facts(document[index]) for index in range(len(document)))


def draw_pdf(data: bytes, page: int, width: int) -> Bitmap:
    """Draw one page (from 0) `width` px wide on white."""
    with _opened(data) as document:
        sheet = document[page]
        drawn = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True, prefer_bgrx=True)
        return array.bitmap(drawn.to_numpy()[:, :width])


_ONE_AT_A_TIME = Lock()  # PDFium may not be called from two threads, not even for two documents


@contextmanager
def _opened(data: bytes) -> Iterator[PdfDocument]:
    with _ONE_AT_A_TIME:
        yield from _document(data)


def _document(data: bytes) -> Iterator[PdfDocument]:
    try:
        document = PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DrawingFailed("drawing-failed.pdf") from error
    try:
        yield document
    finally:
        document.close()


def _facts(page: pypdfium2.PdfPage) -> PageFacts:
    return PageFacts(
        *(
            Box.spanning(*edges)
            for edges in (page.get_mediabox(), page.get_trimbox(), page.get_bleedbox())
        )
    )
