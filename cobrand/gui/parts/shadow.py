"""Soft shadows, painted, for the card on the stage and for what floats over the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cobrand.gui.desk import Desk

# how far out and how dark; the steps add up to a soft fall-off
_RINGS = ((14, 3), (11, 4), (8, 6), (6, 8), (4, 10), (2, 14), (1, 20))


def paint_shadow(painter: QPainter, desk: Desk, box: QRectF, strength: float = 1.0) -> None:
    """Draw a shadow round the box, a little lower than it."""
    dark = 2.6 if desk.theme.tokens.dark else 1.0
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, alpha in _RINGS:
        colour = QColor(desk.theme.tokens.shade)
        colour.setAlpha(min(255, round(alpha * dark * strength * 0.7)))
        painter.setBrush(colour)
        ring = box.adjusted(-reach, -reach * 0.6, reach, reach).translated(0, reach * 0.35)
        painter.drawRoundedRect(ring, reach, reach)
    painter.restore()
