"""Boxes turned to the side a language runs from, pictures fitted into them, words into a width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget


def within(box: QRectF, aspect: float, air: float = 0.0) -> QRectF:
    """Return the largest box of this aspect inside, in the middle, on whole px."""
    room = box.adjusted(air, air, -air, -air)
    wide = min(room.width(), room.height() * aspect)
    place = QRectF(0, 0, max(1.0, round(wide)), max(1.0, round(wide / aspect)))
    place.moveCenter(room.center())
    place.moveTopLeft(place.topLeft().toPoint().toPointF())
    return place


def turned(widget: QWidget, box: QRectF) -> QRectF:
    """Return a box, measured from the left, on the side from which the widget runs."""
    left = widget.width() - box.right() if widget.isRightToLeft() else box.left()
    return QRectF(left, box.top(), box.width(), box.height())


def rounded(widget: QWidget, radius: float) -> tuple[QPainter, QPainterPath]:
    """Return a painter of smooth edges and pictures, and the widget's box with round corners."""
    painter, path = QPainter(widget), QPainterPath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    path.addRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    return painter, path


def paint_fitted(painter: QPainter, box: QRectF, image: QImage, air: float = 0.0) -> QRectF:
    """Draw an image as large as the box allows; return where."""
    place = within(box, image.width() / image.height(), air)
    ratio = painter.device().devicePixelRatioF()
    size = QSize(round(place.width() * ratio), round(place.height() * ratio))
    if size.width() < image.width():
        image = image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    painter.drawImage(place, image)
    return place


def tall(font: QFont, text: str, width: float) -> float:
    """Return how tall words are when they wrap into this width."""
    room = QRectF(0, 0, max(1.0, width), 100_000)
    return QFontMetricsF(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
