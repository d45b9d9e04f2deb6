"""Files dropped anywhere on a window: what they are, and who is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Answers a drop at once; `dropped` tells of it when the other program is free again."""

    hovering = Signal(bool)
    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Take what holds a file of this computer."""
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self.hovering.emit(False)
        elif isinstance(event, QDropEvent) and (paths := files(event.mimeData())):
            event.acceptProposedAction()
            self.hovering.emit(kind is not QEvent.Type.Drop)
            if kind is QEvent.Type.Drop:
                QTimer.singleShot(0, self, lambda: self.dropped.emit(paths[0]))
            return True
        return False


def files(data: QMimeData) -> list[Path]:
    """Return the local files among what is dragged; addresses elsewhere are not fetched."""
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
