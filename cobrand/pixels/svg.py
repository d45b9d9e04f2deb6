"""Turns an SVG document into pixels by librsvg, at the exact size asked for."""

from __future__ import annotations

import numpy as np
import pyvips

from cobrand.errors import DrawingFailed
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box
from cobrand.pixels import root, vips
from cobrand.pixels.array import Bytes

LARGEST_SIDE = 32_000
_TO_PX = 72 / 96  # vips counts 72 px to the inch; without this it draws larger, then resamples


def draw(svg: str | bytes, width: int, height: int, view: Box | None = None) -> Bitmap:
    """Draw a document, its viewBox fitted to exactly `width` x `height` px.

    With `view`, that part of the drawing's space is stretched over the pixels instead.
    """
    return Bitmap(width, height, drawn(svg, width, height, view).tobytes())


def drawn(svg: str | bytes, width: int, height: int, view: Box | None = None) -> Bytes:
    """Draw a document as `draw` does; return its pixels, of shape (height, width, 4).

    They stay where the renderer put them: a copy would take a fifth of the time again.
    """
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise DrawingFailed("drawing-failed.size", width=width, height=height)
    document = root.sized(svg, width, height, view)
    vips.settle()
    try:
        image = pyvips.Image.svgload_buffer(document, dpi=96, scale=_TO_PX)
        if (image.width, image.height) != (width, height):  # a style sheet sizes the root
            image = image.thumbnail_image(width, height=height, size="force")
        data = image.write_to_memory()
    except pyvips.Error as error:
        raise DrawingFailed("drawing-failed.librsvg") from error
    return np.frombuffer(data, np.uint8).reshape(height, width, 4)
