"""Turns SVG documents into PDF and EPS by CairoSVG, the vector press."""

from __future__ import annotations

import io
from collections.abc import Sequence
from types import ModuleType

import numpy as np
from pypdf import PdfReader, PdfWriter

from cobrand.errors import DrawingFailed, PartMissing
from cobrand.model.bitmap import Bitmap
from cobrand.pixels import array, root


def available() -> bool:
    """Say whether libcairo is on this computer."""
    try:
        _press()
    except PartMissing:
        return False
    return True


def pdf(pages: Sequence[str]) -> bytes:
    """Return one PDF with a page for each SVG document, 0.75 pt a px."""
    sheets = [_pressed(page, "svg2pdf") for page in pages]
    return sheets[0] if len(sheets) == 1 else _bound(sheets)


def eps(svg: str) -> bytes:
    """Return the document as EPS."""
    return _pressed(svg, "svg2eps")


def draw(svg: str | bytes, width: int, height: int) -> Bitmap:
    """Draw a document as the press understands it: for the referee, not for people."""
    cairosvg = _press()
    document = root.sized(svg, width, height)
    try:
        tree = cairosvg.parser.Tree(bytestring=document)
        surface = cairosvg.surface.PNGSurface(tree, None, 96)
        return _unpacked(surface.cairo, width, height)
    except Exception as error:  # made-up drawings break the press in every way there is
        raise DrawingFailed("drawing-failed.press") from error


def _press() -> ModuleType:
    try:
        # The one import inside a function: libcairo may be missing, and then only PDF and EPS are.
        import cairosvg  # noqa: PLC0415
        import cairosvg.parser  # noqa: PLC0415
    except OSError as error:
        raise PartMissing("part-missing.libcairo") from error
    return cairosvg  # type: ignore[no-any-return]


def _pressed(svg: str, way: str) -> bytes:
    cairosvg = _press()
    try:
        return bytes(getattr(cairosvg, way)(bytestring=svg.encode(), dpi=96))
    except Exception as error:
        raise DrawingFailed("drawing-failed.press") from error


def _bound(sheets: Sequence[bytes]) -> bytes:
    book, out = PdfWriter(), io.BytesIO()
    for sheet in sheets:
        book.append(PdfReader(io.BytesIO(sheet)))
    book.write(out)
    return out.getvalue()


def _unpacked(surface: object, width: int, height: int) -> Bitmap:
    """Read Cairo's premultiplied ARGB as straight RGBA."""
    surface.flush()  # type: ignore[attr-defined]
    stride = surface.get_stride()  # type: ignore[attr-defined]
    raw = np.frombuffer(surface.get_data(), np.uint8)  # type: ignore[attr-defined]
    packed = raw.reshape(-1, stride)[:height, : 4 * width].reshape(height, width, 4)
    alpha = packed[..., 3:].astype(np.uint16)
    colour = np.minimum(
        (packed[..., 2::-1] * np.uint16(255) + alpha // 2) // np.maximum(alpha, 1), 255
    )
    return array.bitmap(np.concatenate((colour, alpha), axis=-1).astype(np.uint8))
