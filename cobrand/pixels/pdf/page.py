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


def draw_pdf(data: bytes, page: int, width: int, part: Box | None = None) -> Bitmap:
    """Draw one page (from 0) on white, the whole page `width` px wide.

    With `part`, in these pixels from the page's upper left corner, only that is drawn.
    """
    with opened(data) as document:
        sheet = document[page]
        scale = width / sheet.get_width()
        options = {"scale": scale, "rev_byteorder": True, "prefer_bgrx": True}
        if part is None:
            return array.bitmap(sheet.render(**options).to_numpy()[:, :width])
        height = sheet.get_height() * scale
        edges = (part.left, height - part.bottom, width - part.right, part.top)
        drawn = sheet.render(**options, crop=tuple(edge / scale for edge in edges))
        return array.bitmap(drawn.to_numpy()[: round(part.height), : round(part.width)])


def _facts(page: PdfPage) -> PageFacts:
    return PageFacts(
        *(
            Box.spanning(*edges)
            for edges in (page.get_mediabox(), page.get_trimbox(), page.get_bleedbox())
        )
    )
