"""One transparent overlay that draws the focus ring round whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from cobrand.gui.desk import Desk

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Shown after keyboard use, in fields always; drawn outside, so no widget needs its own."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.keyboard = True  # until a pointer is used
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(desk.tr("Focus"))
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        window.winId()  # makes the window's handle, through which every key and click comes
        window.windowHandle().installEventFilter(self)
        desk.theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and pointers, and follow the target when it moves."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            self.keyboard = True
            self._settle()
        elif kind is QEvent.Type.MouseButtonPress and watched not in self._watched:
            self.keyboard = False
            self._settle()
        elif kind in _MOVES and watched in self._watched:
            self._settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._desk.theme.colour("accent"), 2))
        radius = self._desk.px(10 if not self._small() else 8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):  # cards come and go
            widget.removeEventFilter(self)
        self._target = now if now and now.window() is self.window() else None
        self._watched = _with_parents(self._target)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._settle()

    def _settle(self) -> None:
        target = self._target if self._target and isValid(self._target) else None
        wanted = target is not None and (self.keyboard or _is_field(target))
        if target is None or not wanted or not target.isVisible() or _rings_itself(target):
            self.hide()
            return
        box = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        reach = 4 if target.objectName() != "stage" else -2
        self.setGeometry(box.adjusted(-reach, -reach, reach, reach))
        self._clip(target)
        self.show()
        self.raise_()

    def _clip(self, target: QWidget) -> None:
        """Do not draw outside the panel that scrolls."""
        self.clearMask()
        area = target.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            view = area.viewport()
            seen = QRect(view.mapTo(self.window(), QPoint(0, 0)), view.size())
            seen = seen.adjusted(-4, 0, 4, 0).translated(-self.pos())
            seen = seen.intersected(self.rect())
            self.setMask(QRect(-1, -1, 1, 1) if seen.isEmpty() else seen)

    def _small(self) -> bool:
        return self.height() < self._desk.px(36)


def _with_parents(widget: QWidget | None) -> list[QWidget]:
    found = []
    while widget is not None and not widget.isWindow():
        found.append(widget)
        widget = widget.parentWidget()
    return found


def _is_field(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit)


def _rings_itself(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QPlainTextEdit)
