"""Draws PDF pages and reads their boxes by PDFium."""

from __future__ import annotations

from dataclasses import dataclass

from pypdfium2 import PdfPage

from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box
from cobrand.pixels import array
from cobrand.pixels.pdf.document import opened


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page's boxes in pt, y upward from the page's lower edge: left, bottom, width, height."""

    media: Box
    trim: Box
    bleed: Box


def facts(data: bytes) -> tuple[PageFacts, ...]:
    """Return the boxes of every page."""
    with opened(data) as document:
        return tuple(_facts(document[index]) for index in range(len(document)))


def draw_pdf(data: bytes, page: int, width: int) -> Bitmap:
    """Draw one page (from 0) `width` px wide on white."""
    with opened(data) as document:
        sheet = document[page]
        drawn = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True, prefer_bgrx=True)
        return array.bitmap(drawn.to_numpy()[:, :width])


def _facts(page: PdfPage) -> PageFacts:
    return PageFacts(
        *(
            Box.spanning(*edges)
            for edges in (page.get_mediabox(), page.get_trimbox(), page.get_bleedbox())
        )
    )
