"""A list to choose from, drawn as a field with a caret, and a tick box."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.fitting import tall


class Combo(QComboBox):
    """A field whose value comes from a list."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the height of a field and a fair width."""
        return QSize(self._desk.px(160), self._tall())

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._desk.px(80), self._tall())

    def _tall(self) -> int:
        return max(self._desk.px(34), self.fontMetrics().height() + self._desk.px(8))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the panel and not change what is under the pointer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, its value and the caret."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(theme.colour("control"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setPen(theme.colour("text"))
        words = box.adjusted(px(10), 0, -px(36), 0)
        if self.isRightToLeft():
            words = box.adjusted(px(36), 0, -px(10), 0)
        fitted = QFontMetricsF(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), fitted)
        left = px(10) if self.isRightToLeft() else self.width() - px(26)
        place = QRectF(left, (self.height() - px(16)) / 2, px(16), px(16))
        theme.paint_icon(painter, "caret-down", "text", place)
        painter.end()


class Tick(QCheckBox):
    """A box to tick with its words beside it."""

    def __init__(self, desk: Desk, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._desk = desk
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.theme.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words in as many lines as they need."""
        px = self._desk.px
        return max(px(28), round(tall(self.font(), self.text(), width - px(24))) + px(6))

    def sizeHint(self) -> QSize:
        """Return room for box and words."""
        px = self._desk.px
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(px(28) + words), px(28))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._desk.px(96), self._desk.px(28))

    def hitButton(self, pos: QPoint) -> bool:
        """Count clicks on the words too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() - px(16) if self.isRightToLeft() else 0
        box = QRectF(left, (self.height() - px(16)) / 2, px(16), px(16))
        on = self.isChecked()
        painter.setBrush(theme.colour("accent" if on else "surface"))
        painter.setPen(QPen(theme.colour("accent" if on else "control"), 1.5))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), px(4), px(4))
        if on:
            theme.paint_icon(painter, "check", "on_accent", box.adjusted(2, 2, -2, -2))
        painter.setPen(theme.colour("text"))
        words = QRectF(self.rect()).adjusted(px(24), 0, 0, 0)
        if self.isRightToLeft():
            words = QRectF(self.rect()).adjusted(0, 0, -px(24), 0)
        lines = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, lines, self.text())
        painter.end()
