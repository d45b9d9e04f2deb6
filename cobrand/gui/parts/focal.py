"""A photograph with a ring on what must be seen of it, drawn by the pointer or by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.fitting import paint_fitted, within

_STEP, _STRIDE = 0.02, 0.1
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_HIGHEST = 200  # px of the design


class Focal(QWidget):
    """`moved` tells the focus in shares from the upper left while it moves, `rested` when it ends.

    Photographs are not mirrored, so arrow keys move in space. Home puts it back in the middle.
    """

    moved = Signal(float, float)
    rested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._photo: QImage | None = None
        self._focus = (0.5, 0.5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(desk.tr("Drag the ring, or use the arrow keys"))
        desk.theme.changed.connect(self.update)
        self._name()

    def show_photo(self, photo: QImage | None, focus: tuple[float, float]) -> None:
        """Show a photograph and its focus."""
        if photo is not self._photo:
            self._photo = photo
            self.updateGeometry()
        if focus != self._focus:
            self._focus = focus
            self._name()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a wide panel shows a larger photograph."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the photograph across the panel, within limits."""
        photo = self._photo
        tall = width * photo.height() / photo.width() if photo else 0
        return round(max(self._desk.px(72), min(tall, self._desk.px(_HIGHEST))))

    def sizeHint(self) -> QSize:
        """Return the size in a panel."""
        width = self._desk.px(264)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._desk.px(120), self._desk.px(72))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the ring under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the ring along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.rested.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take moving by keys as ended."""
        super().focusOutEvent(event)
        self.rested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the ring; with Shift in strides."""
        across, down = self._focus
        key = Qt.Key(event.key())
        if key in _ARROWS:
            far = _STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self._tell(across + far * _ARROWS[key][0], down + far * _ARROWS[key][1])
        elif key is Qt.Key.Key_Home:
            self._tell(0.5, 0.5)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photograph and the ring."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        painter.fillPath(path, theme.colour("sunk"))
        if self._photo is not None:
            painter.save()
            painter.setClipPath(path)
            paint_fitted(painter, QRectF(self.rect()), self._photo)
            painter.restore()
            self._paint_ring(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.colour("line"))
        painter.drawPath(path)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        theme, px = self._desk.theme, self._desk.px
        box = self._box()
        middle = QPointF(
            box.left() + self._focus[0] * box.width(), box.top() + self._focus[1] * box.height()
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("shade", 5), ("casing", 2.5)):
            painter.setPen(QPen(theme.colour(colour), width))
            painter.drawEllipse(middle, px(12), px(12))
        painter.setPen(QPen(theme.colour("shade"), 1))
        painter.setBrush(theme.colour("casing"))
        painter.drawEllipse(middle, px(2.5), px(2.5))

    def _box(self) -> QRectF:
        photo = self._photo
        aspect = photo.width() / photo.height() if photo else 1.0
        return within(QRectF(self.rect()), aspect)

    def _follow(self, at: QPointF) -> None:
        box = self._box()
        self._tell((at.x() - box.left()) / box.width(), (at.y() - box.top()) / box.height())

    def _tell(self, across: float, down: float) -> None:
        if self._photo is not None:
            self.moved.emit(min(1.0, max(0.0, across)), min(1.0, max(0.0, down)))

    def _name(self) -> None:
        across, down = (round(100 * share) for share in self._focus)
        told = self._desk.tr(
            "What must be seen: {across} % from the left, {down} % from the top",
            across=across,
            down=down,
        )
        self.setAccessibleName(told)
        if QAccessible.isActive():
            changed = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(changed)
