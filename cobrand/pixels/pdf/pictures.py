"""Takes the pictures out of a PDF page at their own resolution."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pypdfium2 import PdfBitmap, PdfDocument, raw

from cobrand.errors import DrawingFailed, LogoTooLarge
from cobrand.model.bitmap import Bitmap
from cobrand.model.matrix import Matrix, after, inverse
from cobrand.pixels import array

MOST_PIXELS = 64_000_000
LONGEST = 4_000


def drawn(document: PdfDocument, item: Any, place: Matrix) -> Bitmap | None:
    """Return a picture upright, its masks obeyed, in its own pixels or at most LONGEST on a side.

    `place` is its matrix; None if that squeezes the picture to nothing.
    """
    sides = size(item)
    share = min(1.0, LONGEST / max(sides))
    width, height = (max(1, round(side * share)) for side in sides)
    own: Matrix = (width, 0, 0, height, 0, 0)
    there = inverse(place)
    if there is None:
        return None
    turned = after(after(there, own), _spread(own, place))
    with _moved(item, own, turned, place):
        found = raw.FPDFImageObj_GetRenderedBitmap(document, None, item)
    if not found:
        raise DrawingFailed("drawing-failed.pdf")
    return straight(PdfBitmap.from_raw(found))


@contextmanager
def _moved(item: Any, own: Matrix, turned: Matrix, place: Matrix) -> Iterator[None]:
    """Move a picture with its clips for a moment."""
    back = inverse(turned)
    raw.FPDFImageObj_SetMatrix(item, *own)
    raw.FPDFPageObj_TransformClipPath(item, *turned)
    try:
        yield
    finally:
        raw.FPDFImageObj_SetMatrix(item, *place)
        if back is not None:
            raw.FPDFPageObj_TransformClipPath(item, *back)


def _spread(own: Matrix, place: Matrix) -> Matrix:
    """Return the matrix from a picture's own pixels to the upright box that it fills.

    PDFium itself takes the clips of a picture that was moved from that box to its pixels; what is
    left to do is to turn them as the picture was turned.
    """
    a, b, c, d, e, f = place
    left, low = e + min(a, 0) + min(c, 0), f + min(b, 0) + min(d, 0)
    width, height = abs(a) + abs(c), abs(b) + abs(d)
    return (width / own[0], 0.0, 0.0, height / own[3], left, low)


def size(item: Any) -> tuple[int, int]:
    """Return a picture's width and height in pixels, if it may be unpacked."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(item, width, height)
    if width.value * height.value > MOST_PIXELS:
        raise LogoTooLarge("logo.too-many-pixels", width=width.value, height=height.value)
    return max(width.value, 1), max(height.value, 1)


def straight(bitmap: PdfBitmap) -> Bitmap:
    """Return PDFium's blue, green, red, alpha as pixels."""
    return array.bitmap(bitmap.to_numpy()[..., (2, 1, 0, 3)])
