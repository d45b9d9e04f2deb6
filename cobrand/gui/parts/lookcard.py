"""A template as a picture of this very card, with its name below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cobrand.gui.desk import Desk
from cobrand.gui.parts.fitting import tall

_LINES = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)


class LookCard(QAbstractButton):
    """One look; until its picture is there it shows the outline in true proportion."""

    def __init__(self, desk: Desk, name: str, aspect: float) -> None:
        super().__init__()
        self._desk = desk
        self._aspect = aspect
        self._image: QImage | None = None
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.theme.changed.connect(self.update)

    def show_image(self, image: QImage) -> None:
        """Show what this look makes of the card."""
        self._image = image
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the picture keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture with its name."""
        words = tall(self._desk.type("strong"), self.text(), width - 8)
        return round(self._tall(width) + max(self._desk.px(20), words)) + self._desk.px(6)

    def sizeHint(self) -> QSize:
        """Return the size in two columns."""
        width = self._desk.px(133)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw picture, ring and name."""
        theme, px, on = self._desk.theme, self._desk.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        cell = QRectF(0, 0, self.width(), self._tall(self.width())).adjusted(4, 4, -4, -4)
        picture = self._fitted(cell)
        path = QPainterPath()
        path.addRoundedRect(picture, px(4), px(4))
        painter.fillPath(path, theme.colour("sunk"))
        if self._image is not None:
            painter.save()
            painter.setClipPath(path)
            painter.drawImage(picture, self._image)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if on:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(picture.adjusted(-3, -3, 3, 3), px(6), px(6))
        else:
            painter.setPen(QPen(theme.colour("control" if self.underMouse() else "line"), 1))
            painter.drawRoundedRect(picture, px(4), px(4))
        painter.setFont(self._desk.type("strong" if on else "body"))
        painter.setPen(theme.colour("accent" if on else "text"))
        top = self._tall(self.width()) + px(2)
        words = QRectF(4, top, self.width() - 8, self.height() - top)
        painter.drawText(words, _LINES, self.text())
        painter.end()

    def _tall(self, width: int) -> float:
        """Cells are square at most, so that a tower does not fill the panel."""
        return min(width, (width - 8) / self._aspect + 8)

    def _fitted(self, cell: QRectF) -> QRectF:
        wide = min(cell.width(), cell.height() * self._aspect)
        picture = QRectF(0, 0, wide, wide / self._aspect)
        picture.moveCenter(cell.center())
        return picture
