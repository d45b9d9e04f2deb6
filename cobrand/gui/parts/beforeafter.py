"""A logo as sent and as mended in one picture, with a divider that is drawn across."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from cobrand.gui.desk import Desk
from cobrand.gui.parts.fitting import paint_fitted, rounded, within


@dataclass(frozen=True, slots=True)
class Side:
    """A drawing of a logo and its place on a page of this width and height, in any unit."""

    image: QImage
    place: QRectF
    width: float
    height: float


class BeforeAfter(QAbstractSlider):
    """Its value is how much of the picture, in per cent from the start edge, is as sent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sent: Side | None = None
        self._mended: Side | None = None
        self._light = self._clear = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(20)
        self.setValue(50)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self.update)
        self.show_logo(None, None, clear=True, light=False)
        desk.theme.changed.connect(self.update)

    def show_logo(
        self, mended: Side | None, sent: Side | None, *, clear: bool, light: bool
    ) -> None:
        """Show a logo, and how it was sent where that is different.

        `clear` shows where it is transparent, `light` puts it on a dark ground.
        """
        tr = self._desk.tr
        self._mended, self._sent, self._clear, self._light = mended, sent, clear, light
        both = sent is not None
        self.setAccessibleName(tr("Your logo, as sent and mended") if both else tr("Your logo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if both else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor if both else Qt.CursorShape.ArrowCursor)
        self.update()

    @property
    def compares(self) -> bool:
        """Say whether there are two pictures."""
        return self._sent is not None

    def sizeHint(self) -> QSize:
        """Return the size in a panel."""
        return QSize(self._desk.px(264), self._desk.px(130))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the divider under the pointer."""
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the divider along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, both pictures, the divider and the chips."""
        theme, px = self._desk.theme, self._desk.px
        painter, path = rounded(self, px(8))
        painter.save()
        painter.setClipPath(path)
        self._paint_side(painter, self._mended, clear=self._clear)
        if self._sent is not None:
            painter.setClipRect(self._sent_box(), Qt.ClipOperation.IntersectClip)
            self._paint_side(painter, self._sent, clear=False)
        painter.restore()
        painter.setPen(theme.colour("line"))
        painter.drawPath(path)
        if self._sent is not None:
            self._paint_chips(painter)
            self._paint_divider(painter)
        painter.end()

    def _paint_side(self, painter: QPainter, side: Side | None, *, clear: bool) -> None:
        theme = self._desk.theme
        painter.fillRect(self.rect(), theme.colour("toast" if self._light else "paper"))
        if clear and not self._light:
            self._paint_squares(painter)
        if side is None:
            return
        box = QRectF(self.rect())
        if self._sent is None:
            paint_fitted(painter, box, side.image, self._desk.px(20))
            return
        page = within(box, side.width / side.height, self._desk.px(8))
        scale = page.width() / side.width
        at = QPointF(page.left() + side.place.left() * scale, page.top() + side.place.top() * scale)
        place = QRectF(at, side.place.size() * scale)
        paint_fitted(painter, place, side.image)

    def _paint_squares(self, painter: QPainter) -> None:
        side = self._desk.px(6)
        colour = self._desk.theme.colour("chequer")
        for row in range(self.height() // side + 1):
            for column in range(row % 2, self.width() // side + 1, 2):
                painter.fillRect(column * side, row * side, side, side, colour)

    def _paint_divider(self, painter: QPainter) -> None:
        theme, px = self._desk.theme, self._desk.px
        x, middle = self._x(), self.height() - px(17)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(x, middle), px(11), px(11))
        painter.setPen(QPen(theme.colour("on_accent"), 1.6))
        for turn in (-1, 1):
            tip = QPointF(x + turn * px(6), middle)
            for tall in (-px(3), px(3)):
                painter.drawLine(tip, tip + QPointF(-turn * px(3), tall))

    def _paint_chips(self, painter: QPainter) -> None:
        tr = self._desk.tr
        sent, mended = self._sent_box(), QRectF(self.rect())
        if self.isRightToLeft():
            mended.setRight(sent.left())
        else:
            mended.setLeft(sent.right())
        self._paint_chip(painter, tr("as sent"), sent, at_left=not self.isRightToLeft())
        self._paint_chip(painter, tr("mended"), mended, at_left=self.isRightToLeft())

    def _paint_chip(self, painter: QPainter, words: str, room: QRectF, *, at_left: bool) -> None:
        """Write on which side this is, unless the divider leaves no room for it."""
        theme, px = self._desk.theme, self._desk.px
        font = self._desk.type("caption")
        metrics = QFontMetricsF(font)
        box = QRectF(0, px(6), metrics.horizontalAdvance(words) + px(14), metrics.height() + px(4))
        if box.width() + px(14) > room.width():
            return
        box.moveLeft(room.left() + px(7) if at_left else room.right() - px(7) - box.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("soft"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _x(self) -> float:
        along = self.width() * self.value() / 100
        return self.width() - along if self.isRightToLeft() else along

    def _sent_box(self) -> QRectF:
        box = QRectF(self.rect())
        if self.isRightToLeft():
            box.setLeft(self._x())
        else:
            box.setRight(self._x())
        return box

    def _follow(self, event: QMouseEvent) -> None:
        if self._sent is not None and self.width():
            share = 100 * event.position().x() / self.width()
            self.setValue(round(100 - share if self.isRightToLeft() else share))
