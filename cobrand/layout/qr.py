"""Turns an address into a QR code on its white plate."""

from __future__ import annotations

import segno

from cobrand.model.colour import WHITE, Colour
from cobrand.model.geometry import Box
from cobrand.model.scene import Fill
from cobrand.model.text import Outline, Segment


def draw_qr(address: str, box: Box, ink: Colour) -> Fill:
    """Return a QR code, error correction M, as squares that fill the box (ISO/IEC 18004)."""
    rows = segno.make(address, error="m", micro=False).matrix
    side = box.width / len(rows)
    segments: list[Segment] = []
    for y, row in enumerate(rows):
        for start, end in _runs(tuple(row)):
            left, right = box.left + start * side, box.left + end * side
            top = box.top + y * side
            segments.extend(_square(left, top, right, top + side))
    return Fill(box, ink, "qr", tuple(segments))


def draw_plate(box: Box) -> Fill:
    """Return the white plate with the code's quiet zone."""
    return Fill(box, WHITE, "qr-plate")


def _runs(row: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return where dark modules begin and end in a row."""
    runs, start = [], None
    for x, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            runs.append((start, x))
            start = None
    return runs


def _square(left: float, top: float, right: float, bottom: float) -> Outline:
    return (
        ("M", left, top),
        ("L", right, top),
        ("L", right, bottom),
        ("L", left, bottom),
        ("Z",),
    )
