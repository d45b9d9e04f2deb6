"""What is drawn over a card: clear space, ink boxes, the safe area, and the place in question."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from cobrand.gui.desk import Desk
from cobrand.model.geometry import NO_INSETS, Box
from cobrand.model.scene import Scene

GUIDES = ("clear space", "safe area", "ink boxes")


@dataclass(frozen=True, slots=True)
class View:
    """A page and where it is seen."""

    scene: Scene
    place: QRectF

    def box(self, box: Box) -> QRectF:
        """Return a box of the page in px of the widget."""
        scale = self.place.width() / self.scene.size.width
        return QRectF(
            self.place.left() + box.left * scale,
            self.place.top() + box.top * scale,
            box.width * scale,
            box.height * scale,
        )

    def role(self, role: str) -> QRectF | None:
        """Return where the things of a role are."""
        box = self.scene.box(role)
        return None if box is None else self.box(box)


def paint(painter: QPainter, desk: Desk, view: View, guides: frozenset[str], lit: str) -> None:
    """Draw the chosen guides, and light up the things of the role `lit`."""
    painter.save()
    painter.setClipRect(view.place)
    if lit and (place := view.role(lit)):
        _paint_light(painter, desk, view.place, place)
    if "safe area" in guides and view.scene.safe != NO_INSETS:
        _paint_safe(painter, desk, view)
    if "ink boxes" in guides:
        for role in ("logo", "mark"):
            if place := view.role(role):
                outside = place.adjusted(-2, -2, 2, 2)  # the line must not hide the ink's edge
                _frame(painter, desk, outside, "guide", Qt.PenStyle.SolidLine)
    if "clear space" in guides:
        _paint_clear_space(painter, desk, view)
    painter.restore()


def _paint_clear_space(painter: QPainter, desk: Desk, view: View) -> None:
    lockup, promise = view.scene.box("lockup"), view.scene.promise
    if lockup is None or promise is None:
        return
    place = view.box(lockup.grown(promise.unit))
    _frame(painter, desk, place, "guide", Qt.PenStyle.DashLine)
    _paint_label(painter, desk, QPointF(place.center().x(), place.top()), desk.tr("clear space"))


def _paint_safe(painter: QPainter, desk: Desk, view: View) -> None:
    inside = view.box(Box.of(view.scene.size).inset(view.scene.safe))
    outside = QPainterPath()
    outside.addRect(view.place)
    outside.addRect(inside)
    colour = QColor(desk.theme.tokens.safe)
    colour.setAlpha(150)
    painter.save()
    painter.setClipPath(outside)
    painter.setPen(QPen(colour, 1))
    step, tall = desk.px(8), round(view.place.height())
    for offset in range(-tall, round(view.place.width()), step):
        start = view.place.bottomLeft() + QPointF(offset, 0)
        painter.drawLine(start, start + QPointF(tall, -tall))
    painter.restore()
    _frame(painter, desk, inside, "safe", Qt.PenStyle.SolidLine)


def _frame(painter: QPainter, desk: Desk, box: QRectF, tone: str, style: Qt.PenStyle) -> None:
    """Draw a line that shows on any card: it has a light casing."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    casing = QColor(desk.theme.tokens.casing)
    casing.setAlpha(200)
    painter.setPen(QPen(casing, 3))
    painter.drawRect(box)
    painter.setPen(QPen(desk.theme.colour(tone), 1, style))
    painter.drawRect(box)


def _paint_label(painter: QPainter, desk: Desk, middle: QPointF, text: str) -> None:
    font = desk.type("caption")
    painter.setFont(font)
    wide = QFontMetricsF(font).horizontalAdvance(text) + desk.px(12)
    box = QRectF(0, 0, wide, desk.px(16))
    box.moveCenter(middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(desk.theme.colour("guide"))
    painter.drawRoundedRect(box, desk.px(8), desk.px(8))
    painter.setPen(desk.theme.colour("casing"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_light(painter: QPainter, desk: Desk, page: QRectF, place: QRectF) -> None:
    by = desk.px(8)
    ring = place.adjusted(-by, -by, by, by).intersected(page.adjusted(2, 2, -2, -2))
    rest = QPainterPath()
    rest.addRect(page)
    hole = QPainterPath()
    hole.addRoundedRect(ring, desk.px(6), desk.px(6))
    shade = QColor(desk.theme.tokens.shade)
    shade.setAlphaF(0.45)
    painter.fillPath(rest.subtracted(hole), shade)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(desk.theme.tokens.ring), 2))
    painter.drawRoundedRect(ring, desk.px(6), desk.px(6))
