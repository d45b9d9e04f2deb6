"""Turns PDFium's path segments into SVG path data."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any

from pypdfium2 import raw

_LETTERS = {
    raw.FPDF_SEGMENT_MOVETO: "M",
    raw.FPDF_SEGMENT_LINETO: "L",
    raw.FPDF_SEGMENT_BEZIERTO: "C",
}


def data(segments: Iterable[Any]) -> str:
    """Return the path data; a curve's three points follow one letter."""
    x, y = ctypes.c_float(), ctypes.c_float()
    out: list[str] = []
    curve = 0
    for segment in segments:
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = raw.FPDFPathSegment_GetType(segment)
        letter = "" if curve else _LETTERS.get(kind, "L")
        curve = (curve + 1) % 3 if kind == raw.FPDF_SEGMENT_BEZIERTO else 0
        out.append(f"{letter}{x.value:.7g} {y.value:.7g}")
        if raw.FPDFPathSegment_GetClose(segment):
            out.append("Z")
    return " ".join(out)
