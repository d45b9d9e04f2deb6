"""Soft shadows, painted, for the card on the stage and for what floats over the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cobrand.gui.desk import Desk

_REACH = 16


def paint_shadow(painter: QPainter, desk: Desk, box: QRectF, strength: float = 1.0) -> None:
    """Draw a shadow round the box, a little lower than it."""
    dark = 2.6 if desk.theme.tokens.dark else 1.0
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for reach in range(_REACH, 0, -1):
        colour = QColor(desk.theme.tokens.shade)
        fall = (1 - reach / (_REACH + 1)) ** 2
        colour.setAlphaF(min(1.0, 0.014 * dark * strength * fall))
        painter.setBrush(colour)
        ring = box.adjusted(-reach, -reach, reach, reach).translated(0, 3)
        painter.drawRoundedRect(ring, reach * 1.4, reach * 1.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = QColor(desk.theme.tokens.shade)
    edge.setAlphaF(0.10)
    painter.setPen(edge)
    painter.drawRect(box.adjusted(-0.5, -0.5, -0.5, -0.5))
    painter.restore()
