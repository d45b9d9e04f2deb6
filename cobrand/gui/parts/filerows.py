"""The files just made, as rows that can be dragged into other programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.found import Sign
from cobrand.gui.parts.text import label

_FAR = 6


class Shortened(QLabel):
    """A file's name, whose middle gives way where it is too long."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(name)
        self._tr = desk.tr
        self._name = name
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_name(self, name: str) -> None:
        """Show another file's name."""
        self._name = name
        self.setToolTip(name)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return room for the whole name."""
        wide = self.fontMetrics().horizontalAdvance(self._name) + 2
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(8 * self.fontMetrics().averageCharWidth(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the name again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitted = self.fontMetrics().elidedText(
            self._name, Qt.TextElideMode.ElideMiddle, self.width()
        )
        self.setText(self._tr.ltr(fitted))


class FileRow(QWidget):
    """One file: handle, name, size."""

    def __init__(self, desk: Desk, path: Path, size: int) -> None:
        super().__init__()
        self._path = path
        self._pressed: QPoint | None = None
        tr = desk.tr
        self.setMinimumHeight(desk.px(32))
        self.setAccessibleName(f"{path.name}, {tr.size(size)}")
        self.setToolTip(path.name)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, desk.px(4), 0)
        inside.setSpacing(desk.px(10))
        inside.addWidget(Sign(desk, "dots-six-vertical", "soft"))
        inside.addWidget(Shortened(desk, path.name), 1)
        inside.addWidget(label(desk, tr.ltr(tr.size(size)), "body", "soft"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Get ready to drag."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the file out."""
        if self._pressed is None:
            return
        moved = event.position().toPoint() - self._pressed
        if moved.manhattanLength() < _FAR or not self._path.is_file():
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._path))])
        drag = QDrag(self)
        drag.setMimeData(data)
        self._pressed = None
        drag.exec(Qt.DropAction.CopyAction)


class FileRows(QScrollArea):
    """All files; the column scrolls."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setMinimumHeight(desk.px(96))
        self.setAccessibleName(desk.tr("Files"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_files(self, files: tuple[tuple[Path, int], ...]) -> None:
        """Show these files."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for path, size in files:
            column.addWidget(FileRow(self._desk, path, size))
        column.addStretch(1)
        self.setWidget(inside)
