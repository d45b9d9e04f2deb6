"""Takes the pictures out of a PDF page at their own resolution."""

from __future__ import annotations

import ctypes
from typing import Any

from pypdfium2 import PdfBitmap, PdfDocument, raw

from cobrand.errors import DrawingFailed, LogoTooLarge
from cobrand.model.bitmap import Bitmap
from cobrand.pixels import array

MOST_PIXELS = 40_000_000


def drawn(document: PdfDocument, item: Any) -> Bitmap:
    """Return a picture upright, its masks obeyed, as many pixels as it has."""
    width, height = size(item)
    before, own = raw.FS_MATRIX(), raw.FS_MATRIX(width, 0, 0, height, 0, 0)
    raw.FPDFPageObj_GetMatrix(item, before)
    raw.FPDFPageObj_SetMatrix(item, own)
    try:
        found = raw.FPDFImageObj_GetRenderedBitmap(document, None, item)
    finally:
        raw.FPDFPageObj_SetMatrix(item, before)
    if not found:
        raise DrawingFailed("drawing-failed.pdf")
    return straight(PdfBitmap.from_raw(found))


def size(item: Any) -> tuple[int, int]:
    """Return a picture's width and height in pixels, if it may be unpacked."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(item, width, height)
    if width.value * height.value > MOST_PIXELS:
        raise LogoTooLarge("logo.too-many-pixels", width=width.value, height=height.value)
    return max(width.value, 1), max(height.value, 1)


def straight(bitmap: PdfBitmap) -> Bitmap:
    """Return PDFium's blue, green, red, alpha as pixels."""
    try:
        return array.bitmap(bitmap.to_numpy()[..., (2, 1, 0, 3)])
    finally:
        bitmap.close()
