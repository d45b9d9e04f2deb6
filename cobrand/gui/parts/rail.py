"""The rail: one tab stop that chooses the panel, with a badge where something was found."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.badge import paint_badge


class RailButton(QAbstractButton):
    """An icon over its name."""

    def __init__(self, desk: Desk, text: str, icon: str) -> None:
        super().__init__()
        self._desk = desk
        self._icon = icon
        self._badge = (0, "warn")
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        desk.theme.changed.connect(self.update)

    def set_badge(self, number: int, tone: str, name: str) -> None:
        """Show how many findings wait behind this entry."""
        self._badge = (number, tone)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of an entry."""
        px, metrics = self._desk.px, QFontMetricsF(self._type(True))
        wide = round(metrics.horizontalAdvance(self.text())) + px(8)
        return QSize(max(px(60), wide), px(39) + max(px(17), round(metrics.height())))

    def _type(self, on: bool) -> QFont:
        font = QFont(self._desk.theme.font)
        font.setPixelSize(self._desk.px(11.5))
        font.setWeight(QFont.Weight.DemiBold if on else QFont.Weight.Normal)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entry."""
        theme, px, on = self._desk.theme, self._desk.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accsoft" if on or self.isDown() else "hover"))
            painter.drawRoundedRect(self.rect(), px(8), px(8))
        tone = "accent" if on else "soft"
        icon = QRectF((self.width() - px(24)) / 2, px(7), px(24), px(24))
        theme.paint_icon(painter, self._icon, tone, icon)
        painter.setFont(self._type(on))
        painter.setPen(theme.colour(tone))
        words = QRectF(0, px(33), self.width(), self.height() - px(38))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self._badge[0]:
            x = self.width() / 2 + (-px(14) if self.isRightToLeft() else px(14))
            paint_badge(painter, self._desk, x, px(11), str(self._badge[0]), self._badge[1])
        painter.end()


class Rail(QWidget):
    """Entries in an exclusive group, and below them the door to whole lists.

    Clicking the chosen entry again tells too.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, entries: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(desk.tr("Panels"))
        px = desk.px
        self.setMinimumWidth(px(72))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(8), px(6), px(8))
        column.setSpacing(px(4))
        for name, text, icon in entries:
            button = RailButton(desk, desk.tr(text), icon)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._buttons[name] = button
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self.batch = RailButton(desk, desk.tr("Batch"), "table")
        self.batch.setCheckable(False)
        self.batch.setToolTip(desk.tr("Make cards for a whole list"))
        self._tr = desk.tr
        column.addWidget(self.batch)

    def mark_batch(self, needing: int) -> None:
        """Show how many rows of a list need a person."""
        words = self._tr("Batch")
        if needing:
            told = self._tr.count("{n} row needs you", "{n} rows need you", needing)
            words = f"{words}, {told}"
        self.batch.set_badge(needing, "bad", words)

    def button(self, name: str) -> RailButton:
        """Return an entry."""
        return self._buttons[name]

    def mark(self, name: str) -> None:
        """Mark an entry as shown; an empty name marks none."""
        self._group.setExclusive(bool(name))
        for each, button in self._buttons.items():
            button.setChecked(each == name)
