"""The header: whose kit this is, undo and redo, and Export."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy

from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.fitting import paint_fitted, turned
from cobrand.gui.parts.text import label

_CHIP = (56, 32)


class Who(QAbstractButton):
    """Logo, name and whether all is saved; a click leads to where the name is written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._logo: QImage | None = None
        self._light = False
        self._state = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(desk.tr("Organisation"))
        desk.theme.changed.connect(self.update)

    def show_kit(self, name: str, state: str, logo: QImage, *, light: bool) -> None:
        """Show whose kit it is; a `light` logo lies on the dark."""
        self.setText(name)
        self._state, self._logo, self._light = state, logo, light
        self.setAccessibleName(f"{name}, {state}")
        change = self._desk.tr("Change the organisation's name")
        self.setToolTip(f"{name}\n{change}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for chip and name."""
        px = self._desk.px
        name = QFontMetricsF(self._desk.type("name")).horizontalAdvance(self.text())
        state = QFontMetricsF(self._desk.type("label")).horizontalAdvance(self._state)
        return QSize(round(px(_CHIP[0] + 10) + max(name, state) + 2), px(40))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the name is shortened."""
        return QSize(self._desk.px(140), self._desk.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw chip, name and state."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        chip = turned(self, QRectF(0.5, px(4) + 0.5, px(_CHIP[0]) - 1, px(_CHIP[1]) - 1))
        path = QPainterPath()
        path.addRoundedRect(chip, px(6), px(6))
        painter.fillPath(path, theme.colour("shade" if self._light else "paper"))
        if self._logo is not None:
            paint_fitted(painter, chip, self._logo, px(4))
        painter.setPen(theme.colour("accent" if self.underMouse() else "line"))
        painter.drawPath(path)
        left = px(_CHIP[0] + 10)
        words = QRectF(left, px(1), self.width() - left, px(21))
        self._write(painter, words, "name", "text", self.text())
        self._write(painter, words.translated(0, px(19)), "label", "soft", self._state)
        painter.end()

    def _write(self, painter: QPainter, box: QRectF, kind: str, tone: str, text: str) -> None:
        painter.setFont(self._desk.type(kind))
        painter.setPen(self._desk.theme.colour(tone))
        fitted = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, round(box.width())
        )
        painter.drawText(turned(self, box), int(Qt.AlignmentFlag.AlignVCenter), fitted)


class Header(QFrame):
    """One filled button at most: Export loses its fill while its sheet is open."""

    export = Signal()
    named = Signal()
    menu = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr, px = desk.tr, desk.px
        self.setObjectName("header")
        self.setMinimumHeight(px(52))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.more = Button(desk, tr("Menu"), "list", role="bar", icon_only=True)
        self.who = Who(desk)
        self.who.clicked.connect(self.named)
        self.fresh = label(desk, tr("New kit"), "name")
        self.undo = Button(desk, tr("Undo"), "arrow-u-up-left", role="bar", icon_only=True)
        self.redo = Button(desk, tr("Redo"), "arrow-u-up-right", role="bar", icon_only=True)
        self.go = Button(desk, tr("Export…"), "export", role="primary")
        self.go.clicked.connect(self.export)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(px(12), 0, px(12), 0)
        inside.setSpacing(px(4))
        for part in (self.more, self.fresh, self.who):
            inside.addWidget(part)
        inside.addSpacing(px(12))
        inside.addWidget(self.undo)
        inside.addWidget(self.redo)
        inside.addStretch(1)
        inside.addWidget(self.go)
        self.more.hide()
        self.show_empty()

    def show_empty(self) -> None:
        """Show that there is no kit yet."""
        for part in (self.who, self.undo, self.redo, self.go):
            part.hide()
        self.fresh.show()

    def show_kit(self, name: str, state: str, logo: QImage, *, light: bool) -> None:
        """Show whose kit is open."""
        self.who.show_kit(name, state, logo, light=light)
        self.fresh.hide()
        for part in (self.who, self.undo, self.redo, self.go):
            part.show()

    def show_history(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; the words are empty where there is nothing."""
        tr = self._desk.tr
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        self.undo.say(undo or tr("Undo"))
        self.redo.say(redo or tr("Redo"))

    def show_sheet(self, is_open: bool) -> None:
        """Give the fill of Export away while its sheet is open."""
        self.go.dress("chosen" if is_open else "primary")
