"""Two to four choices side by side in one frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cobrand.gui.desk import Desk


class _Segment(QAbstractButton):
    def __init__(self, desk: Desk, text: str, first: bool, last: bool) -> None:
        super().__init__()
        self._desk = desk
        self._ends = (first, last)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        wide = QFontMetricsF(self._font(True)).horizontalAdvance(self.text())
        return QSize(round(wide) + self._desk.px(16), self._desk.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme, px, on = self._desk.theme, self._desk.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = reversed(self._ends) if self.isRightToLeft() else self._ends
        box = QRectF(self.rect()).adjusted(
            0.5 if first else -px(8), 0.5, -0.5 if last else px(8), -0.5
        )
        path = QPainterPath()
        path.addRoundedRect(box, px(6), px(6))
        fill = "accsoft" if on else "hover" if self.underMouse() else "surface"
        painter.fillPath(path, theme.colour(fill))
        painter.setPen(theme.colour("control"))
        painter.drawPath(path)
        if not first:
            painter.drawLine(0, 0, 0, self.height())
        painter.setFont(self._font(on))
        painter.setPen(theme.colour("accent" if on else "text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()

    def _font(self, on: bool) -> QFont:
        return self._desk.type("strong" if on else "body")


class Segmented(QWidget):
    """One of several, all in view; one tab stop with arrows inside."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._buttons: dict[str, _Segment] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for place, (name, text) in enumerate(choices):
            button = _Segment(desk, text, place == 0, place == len(choices) - 1)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._buttons[name] = button
            line.addWidget(button)

    def mark(self, name: str) -> None:
        """Show which one holds."""
        self._buttons[name].setChecked(True)
