"""Turns SVG documents into PDF and EPS by CairoSVG, the vector press."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

from cobrand.pixels import gradients
from cobrand.pixels.cairo import available, draw, pressed

__all__ = ["available", "draw", "eps", "pdf"]


def pdf(pages: Sequence[str]) -> bytes:
    """Return one PDF with a page for each SVG document, 0.75 pt a px."""
    sheets = [pressed(page, "svg2pdf") for page in pages]
    return sheets[0] if len(sheets) == 1 else _bound(sheets)


def eps(svg: str) -> bytes:
    """Return the document as EPS."""
    return pressed(gradients.ended(svg), "svg2eps")


def _bound(sheets: Sequence[bytes]) -> bytes:
    book, out = PdfWriter(), io.BytesIO()
    for sheet in sheets:
        book.append(PdfReader(io.BytesIO(sheet)))
    book.write(out)
    return out.getvalue()
