"""A round swatch of a ground's colour, one of several."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from cobrand.gui.desk import Desk


class Swatch(QAbstractButton):
    """A colour to choose; its name is the tooltip."""

    def __init__(self, desk: Desk, name: str, colour: str) -> None:
        super().__init__()
        self._desk = desk
        self._colour = colour
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(name)
        self.setAccessibleName(f"{name}, {colour}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the swatch with room for its ring."""
        return QSize(1, 1) * self._desk.px(36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour, and the ring if it is the chosen one."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(px(4), px(4), -px(4), -px(4))
        painter.setBrush(QColor(self._colour))
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()
