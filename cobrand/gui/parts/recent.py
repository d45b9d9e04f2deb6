"""A kit opened before, as a card on the start screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cobrand.gui.desk import Desk
from cobrand.settings import Recent


class RecentCard(QAbstractButton):
    """Name and file; a click opens it again."""

    def __init__(self, desk: Desk, recent: Recent) -> None:
        super().__init__()
        self._desk = desk
        path = Path(recent.path)
        self._file = path.name
        self.setText(recent.name or path.stem)
        self.setToolTip(recent.path)
        self.setAccessibleName(f"{self.text()}, {self._file}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Return the size of a card."""
        return QSize(self._desk.px(200), self._desk.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        painter.setPen(theme.colour("line"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, px(8), px(8))
        words = box.adjusted(px(14), px(11), -px(14), -px(11))
        self._write(painter, words, "strong", "text", self.text(), Qt.TextElideMode.ElideRight)
        below = words.translated(0, px(22))
        self._write(painter, below, "label", "soft", self._file, Qt.TextElideMode.ElideMiddle)
        painter.end()

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        kind: str,
        tone: str,
        text: str,
        elide: Qt.TextElideMode,
    ) -> None:
        painter.setFont(self._desk.type(kind))
        painter.setPen(self._desk.theme.colour(tone))
        painter.drawText(
            box,
            int(Qt.AlignmentFlag.AlignTop),
            painter.fontMetrics().elidedText(text, elide, round(box.width())),
        )
