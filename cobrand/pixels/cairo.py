"""Lets CairoSVG draw: as pixels for the referee, as PDF and EPS for the press."""

from __future__ import annotations

from types import ModuleType

import numpy as np

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
        # Here and not at the top: libcairo may be missing, and then only PDF and EPS are.
        import cairosvg
        import cairosvg.parser
    except OSError as error:
        raise PartMissing("part-missing.libcairo") from error
    return cairosvg  # type: ignore[no-any-return]


def pressed(svg: str, way: str) -> bytes:
    """Return a document as CairoSVG's function `way` writes it."""
    cairosvg = _press()
    try:
        return bytes(getattr(cairosvg, way)(bytestring=svg.encode(), dpi=96))
    except Exception as error:  # as above
        raise DrawingFailed("drawing-failed.press") from error


def _unpacked(surface: object, width: int, height: int) -> Bitmap:
    """Read Cairo's premultiplied ARGB as straight RGBA."""
    surface.flush()  # type: ignore[attr-defined]
    stride = surface.get_stride()  # type: ignore[attr-defined]
    raw = np.frombuffer(surface.get_data(), np.uint8)  # type: ignore[attr-defined]
    packed = raw.reshape(-1, stride)[:height, : 4 * width].reshape(height, width, 4)
    straight = np.empty(packed.shape, np.uint8)
    for place, which in enumerate((2, 1, 0, 3)):
        straight[..., place] = packed[..., which]
    flat = straight.reshape(-1, 4)
    soft = np.flatnonzero((flat[:, 3] > 0) & (flat[:, 3] < 255))  # the rest is straight as it is
    colour, alpha = flat[soft, :3].astype(np.uint16), flat[soft, 3:].astype(np.uint16)
    flat[soft, :3] = np.minimum((colour * 255 + alpha // 2) // alpha, 255)
    return array.bitmap(straight)
