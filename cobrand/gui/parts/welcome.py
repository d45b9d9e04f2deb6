"""Takes files that are dropped on a part of a panel, and shows that it would."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.dropping import Drops, gifts


class Welcome(QWidget):
    """`given` tells all that was dropped; while it hangs over this, there is a dashed frame."""

    given = Signal(object)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk, self.hot = desk, False
        drops = Drops(self, gifts)
        drops.hovering.connect(self._heat)
        drops.dropped.connect(self.given)
        self.setAccessibleName(name)
        desk.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        if not self.hot:
            return
        theme = self._desk.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent"), 1.5)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(theme.colour("accsoft"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, self._desk.px(6), self._desk.px(6))
        painter.end()

    def _heat(self, hot: bool) -> None:
        self.hot = hot
        self.update()
