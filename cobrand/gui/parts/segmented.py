"""Two to four choices in one frame: side by side, or one below the other where words are long."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from cobrand.gui.desk import Desk


class _Segment(QAbstractButton):
    def __init__(self, desk: Desk, text: str, first: bool, last: bool) -> None:
        super().__init__()
        self._desk = desk
        self._ends = (first, last)
        self.upright = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._font(True)).horizontalAdvance(self.text())
        tall = max(self._desk.px(34), self.fontMetrics().height() + self._desk.px(8))
        return QSize(round(wide) + self._desk.px(16), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, on = self._desk.theme, self._desk.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(self._frame(), px(6), px(6))
        fill = "accsoft" if on else "hover" if self.underMouse() else "surface"
        painter.fillPath(path, theme.colour(fill))
        painter.setPen(theme.colour("control"))
        painter.drawPath(path)
        self._paint_edge(painter)
        painter.setFont(self._font(on))
        painter.setPen(theme.colour("accent" if on else "text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()

    def _frame(self) -> QRectF:
        """Return the frame of all choices, as far as it runs round this one."""
        box, out = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._desk.px(8)
        first, last = self._sides()
        before, after = (0 if first else -out), (0 if last else out)
        if self.upright:
            return box.adjusted(0, before, 0, after)
        return box.adjusted(before, 0, after, 0)

    def _paint_edge(self, painter: QPainter) -> None:
        if self._sides()[0]:
            return
        painter.drawLine(0, 0, *((self.width(), 0) if self.upright else (0, self.height())))

    def _sides(self) -> tuple[bool, bool]:
        turned = self.isRightToLeft() and not self.upright
        return (self._ends[1], self._ends[0]) if turned else self._ends

    def _font(self, on: bool) -> QFont:
        return self._desk.type("strong" if on else "body")


class Segmented(QWidget):
    """One of several, all in view; one tab stop with arrows inside."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._buttons: dict[str, _Segment] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for place, (name, text) in enumerate(choices):
            button = _Segment(desk, text, place == 0, place == len(choices) - 1)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            button.setParent(self)
            self._buttons[name] = button

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow one is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of a line, or of as many as there are choices."""
        tall = max(each.sizeHint().height() for each in self._buttons.values())
        return tall * (1 if self._fits(width) else len(self._buttons))

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        widest = self.minimumSizeHint()
        return QSize(widest.width() * len(self._buttons), widest.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest choice."""
        sizes = [each.sizeHint() for each in self._buttons.values()]
        return QSize(max(each.width() for each in sizes), max(each.height() for each in sizes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices beside or below each other."""
        super().resizeEvent(event)
        upright, count = not self._fits(self.width()), len(self._buttons)
        wide, tall = self.width(), self.height()
        for place, each in enumerate(self._buttons.values()):
            each.upright = upright
            left = place * wide // count
            box = QRect(left, 0, (place + 1) * wide // count - left, tall)
            if upright:
                box = QRect(0, place * tall // count, wide, tall // count)
            each.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _fits(self, width: int) -> bool:
        widest = max(each.sizeHint().width() for each in self._buttons.values())
        return widest * len(self._buttons) <= width

    def mark(self, name: str) -> None:
        """Show which one holds."""
        self._buttons[name].setChecked(True)
