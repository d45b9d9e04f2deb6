"""The round badge that says how many findings there are, or that there is one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from cobrand.gui.desk import Desk


def paint_badge(painter: QPainter, desk: Desk, x: float, y: float, text: str, tone: str) -> None:
    """Draw a badge with its middle at x, y."""
    font = QFont(desk.theme.font)
    font.setPixelSize(desk.px(10.5))
    font.setWeight(QFont.Weight.Bold)
    tall = desk.px(16)
    wide = max(tall, QFontMetricsF(font).horizontalAdvance(text) + desk.px(8))
    box = QRectF(0, 0, wide, tall)
    box.moveCenter(QPointF(x, y))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(desk.theme.colour(tone))
    painter.drawRoundedRect(box, tall / 2, tall / 2)
    painter.setFont(font)
    painter.setPen(desk.theme.colour("surface"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()
