"""A kit opened before, as a card on the start screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cobrand.gui.desk import Desk
from cobrand.gui.parts.fitting import paint_fitted, turned
from cobrand.settings import Recent


class RecentCard(QAbstractButton):
    """Picture, name and file; a click opens it again. In a low window the name alone."""

    def __init__(self, desk: Desk, recent: Recent, picture: QImage | None) -> None:
        super().__init__()
        self._desk = desk
        self._picture = picture
        self._low = False
        path = Path(recent.path)
        self._file = path.name
        self.setText(recent.name or path.stem)
        self.setToolTip(recent.path)
        self.setAccessibleName(f"{self.text()}, {self._file}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.theme.changed.connect(self.update)

    def flatten(self, low: bool) -> None:
        """Show the name alone, or everything."""
        self._low = low
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a card."""
        return QSize(self._desk.px(200), self._desk.px(36 if self._low else 78))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        painter.setPen(theme.colour("line"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, px(8), px(8))
        words = box.adjusted(px(12), 0, -px(12), 0)
        if not self._low:
            side = px(56)
            at = QRectF(px(11), (self.height() - side) / 2, side, side)
            self._paint_picture(painter, turned(self, at))
            words.setLeft(px(79))
        self._paint_words(painter, words)
        painter.end()

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        theme = self._desk.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunk"))
        painter.drawRoundedRect(box, self._desk.px(4), self._desk.px(4))
        if self._picture is None:
            middle = QRectF(0, 0, self._desk.px(24), self._desk.px(24))
            middle.moveCenter(box.center())
            theme.paint_icon(painter, "image-square", "soft", middle)
        else:
            paint_fitted(painter, box, self._picture)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        """Stand name, on two lines if need be, and file in the middle of the height."""
        strong, soft = self._desk.type("strong"), self._desk.type("label")
        lines = _lines(self.text(), strong, room.width(), 1 if self._low else 2)
        rows = [(line, strong, "text") for line in lines]
        if not self._low:
            painter.setFont(soft)
            file = painter.fontMetrics().elidedText(
                self._file, Qt.TextElideMode.ElideMiddle, round(room.width())
            )
            rows.append((file, soft, "soft"))
        tall = self._desk.px(18)
        top = (self.height() - tall * len(rows)) / 2
        for place, (text, font, tone) in enumerate(rows):
            box = QRectF(room.left(), top + place * tall, room.width(), tall)
            painter.setFont(font)
            painter.setPen(self._desk.theme.colour(tone))
            painter.drawText(turned(self, box), self._side, text)

    @property
    def _side(self) -> int:
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        return int(start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def _lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break a name into lines; the last one gives way where there are more."""
    laid = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    laid.setTextOption(option)
    starts: list[int] = []
    laid.beginLayout()
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    laid.endLayout()
    parts = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    if len(parts) <= most:
        return parts
    rest = text[starts[most - 1] :]
    cut = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [*parts[: most - 1], cut]
