"""How a logo stands on grounds it was not made for, and a place for its own version for them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.dropping import Drops
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.fitting import paint_fitted
from cobrand.gui.parts.text import label


@dataclass(frozen=True, slots=True)
class Version:
    """What stands on a ground and what is said of it; without a picture only the title is there.

    `own` is a file of the person's; on a `band` the drawing lies as a card lays it, on white.
    """

    words: str = ""
    image: QImage | None = None
    own: bool = False
    band: bool = False


class Tile(QWidget):
    """The version on its ground; `pressed` is for whoever clicks where a file could be."""

    pressed = Signal()

    def __init__(self, desk: Desk, ground: str) -> None:
        super().__init__()
        self._desk, self._ground = desk, ground
        self._version = Version()
        self.hot = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        desk.theme.changed.connect(self.update)

    def show_version(self, version: Version) -> None:
        """Show a version, or an empty place."""
        self._version = version
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size beside the words."""
        return QSize(self._desk.px(104), self._desk.px(52))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be a button for the pointer; keys have the one beside it."""
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and version, or that letting go here is right."""
        px = self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(box, px(6), px(6))
        if self._version.image is not None and not self.hot:
            self._paint_version(painter, path, self._version.image)
        else:
            self._paint_place(painter, path)
        painter.end()

    def _paint_version(self, painter: QPainter, path: QPainterPath, image: QImage) -> None:
        theme, px, box = self._desk.theme, self._desk.px, path.boundingRect()
        painter.fillPath(path, theme.colour(self._ground))
        if self._version.band:
            box.setTop(round(box.top() + box.height() * 0.3))
            painter.save()
            painter.setClipPath(path)
            painter.fillRect(box, theme.colour("paper"))
            painter.restore()
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawPath(path)
        paint_fitted(painter, box, image, px(6 if self._version.band else 8))

    def _paint_place(self, painter: QPainter, path: QPainterPath) -> None:
        theme = self._desk.theme
        pen = QPen(theme.colour("accent" if self.hot else "control"), 1.5)
        pen.setDashPattern([3, 2.5])
        painter.fillPath(path, theme.colour("accsoft" if self.hot else "surface"))
        painter.setPen(pen)
        painter.drawPath(path)
        sign = QRectF(0, 0, self._desk.px(16), self._desk.px(16))
        sign.moveCenter(path.boundingRect().center())
        theme.paint_icon(painter, "plus", "accent", sign)


class Well(QWidget):
    """`asked` wants a file chosen, `given` was dropped here, `emptied` takes the file away."""

    asked = Signal()
    given = Signal(object)
    emptied = Signal()

    def __init__(self, desk: Desk, title: str, ground: str, offer: str = "") -> None:
        super().__init__()
        self._desk, self._title, self._seen = desk, title, False
        self._offer = offer or desk.tr("Use my own file…")
        drops = Drops(self)
        drops.hovering.connect(self._heat)
        drops.dropped.connect(self.given)
        self.setAccessibleName(title)
        self.tile = Tile(desk, ground)
        self.tile.setAccessibleName(title)
        self.tile.pressed.connect(self.asked)
        self.words = label(desk, "", "label", "soft", wrap=True)
        self.choose = Button(desk, "", role="link", size="inline").start_aligned().wrapping()
        self.choose.clicked.connect(self.asked)
        self.add = Button(desk, self._offer, role="link", size="inline")
        self.add.clicked.connect(self.asked)
        self.remove = Button(desk, desk.tr("Remove"), role="link", size="inline")
        self.remove.clicked.connect(self.emptied)
        self._lay_out()
        self.show_version(Version())

    def _lay_out(self) -> None:
        desk = self._desk
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.words)
        beside.addLayout(Ends(desk, self.choose, self.remove))
        inside = QHBoxLayout()
        inside.setSpacing(desk.px(10))
        inside.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.px(6))
        column.addLayout(Ends(desk, label(desk, self._title, "label", "soft", wrap=True), self.add))
        column.addLayout(inside)

    def show_version(self, version: Version) -> None:
        """Show what there is; where nothing is needed, only the way to give a file."""
        tr = self._desk.tr
        self._seen = bool(version.words)
        self.tile.show_version(version)
        self.words.setText(version.words)
        self.choose.say(tr("Replace…") if version.own else self._offer)
        for button in (self.choose, self.add, self.remove):
            button.setAccessibleName(f"{self._title}: {button.text().rstrip('…')}")
        for part in (self.words, self.choose, self.tile):
            part.setVisible(self._seen)
        self.add.setVisible(not self._seen)
        self.remove.setVisible(version.own)

    def _heat(self, hot: bool) -> None:
        self.tile.hot = hot
        self.tile.setVisible(hot or self._seen)
        self.tile.update()
