"""Takes files that are dropped on a part of a panel, and shows that it would."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.dropping import gifts, promising


class Welcome(QWidget):
    """`given` tells all that was dropped; while it hangs over this, there is a dashed frame."""

    given = Signal(object)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk, self.hot = desk, False
        self.setAcceptDrops(True)
        self.setAccessibleName(name)
        desk.theme.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that letting go here puts the file here, and not in the logo's place."""
        if promising(event.mimeData()):
            event.acceptProposedAction()
            self._heat(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that it is over."""
        self._heat(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self._heat(False)
        if given := gifts(event.mimeData()):
            event.acceptProposedAction()
            self.given.emit(given)

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
