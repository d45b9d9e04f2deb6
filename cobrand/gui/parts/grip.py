"""The panel's edge: a hairline to see, a wider strip to drag, a double click to restore."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from cobrand.gui.desk import Desk

_GRAB = 7


class Grip(QWidget):
    """Lies over `edge`; `dragged` tells how far outward the pointer went from the start."""

    dragged = Signal(int)
    restored = Signal()

    def __init__(self, desk: Desk, edge: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._edge, self._parent = edge, parent
        self._last: float | None = None
        self.setAccessibleName(desk.tr("Width of the panel"))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        edge.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the edge."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            corner = self._edge.mapTo(self._parent, QPoint(-(_GRAB // 2), 0))
            self.setGeometry(corner.x(), corner.y(), _GRAB, self._edge.height())
            self.show()
            self.raise_()
        elif event.type() is QEvent.Type.Hide:
            self.hide()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._last = event.globalPosition().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._last is not None:
            moved = event.globalPosition().x() - self._last
            self._last = event.globalPosition().x()
            self.dragged.emit(round(-moved if self.isRightToLeft() else moved))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._last = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the usual width."""
        self.restored.emit()
