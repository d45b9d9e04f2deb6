"""Cuts a picture as the document that shows it does."""

from __future__ import annotations

from cobrand.intake.office.finding import UNCUT, Inside
from cobrand.intake.picture import ink
from cobrand.model.geometry import Box
from cobrand.pixels import bitmap, encode


def cropped(found: Inside, kind: str) -> bytes:
    """Return the picture's bytes, decoded and cut only where the document shows a part of it."""
    if found.crop == UNCUT or kind not in bitmap.READERS:
        return found.data
    whole = bitmap.decode(found.data, kind).bitmap
    left, top, right, bottom = found.crop
    box = Box.spanning(
        round(left * whole.width),
        round(top * whole.height),
        round((1 - right) * whole.width),
        round((1 - bottom) * whole.height),
    )
    return (
        found.data if box.width < 1 or box.height < 1 else encode.encode(ink.cut(whole, box), "png")
    )
