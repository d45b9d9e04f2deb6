"""Draws the dashed place that a file is dropped on, hot while one hangs over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from cobrand.gui.desk import Desk


def paint_zone(zone: QWidget, desk: Desk, *, hot: bool) -> None:
    """Fill a widget with its ground and border; to be called while Qt lets it paint."""
    theme, px = desk.theme, desk.px
    painter = QPainter(zone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour("accsoft" if hot else "surface"))
    pen = QPen(theme.colour("accent" if hot else "control"), 2)
    if not hot:
        pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(zone.rect()).adjusted(1, 1, -1, -1), px(16), px(16))
    painter.end()
