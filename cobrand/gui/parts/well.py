"""A place for the organisation's own version of its logo, shown on the ground that it is for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.dropping import gift
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.fitting import paint_fitted
from cobrand.gui.parts.text import label


class Tile(QWidget):
    """The version on its ground; until there is one, an empty place."""

    def __init__(self, desk: Desk, ground: str) -> None:
        super().__init__()
        self._desk, self._ground = desk, ground
        self._image: QImage | None = None
        self.hot = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.theme.changed.connect(self.update)

    def show_image(self, image: QImage | None) -> None:
        """Show a version, or that there is none."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Return the size beside the words."""
        return QSize(self._desk.px(104), self._desk.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground and version."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(box, px(6), px(6))
        if self._image is not None and not self.hot:
            painter.fillPath(path, theme.colour(self._ground))
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawPath(path)
            paint_fitted(painter, box, self._image, px(8))
        else:
            pen = QPen(theme.colour("accent" if self.hot else "control"), 1.5)
            pen.setDashPattern([3, 2.5])
            painter.fillPath(path, theme.colour("accsoft" if self.hot else "surface"))
            painter.setPen(pen)
            painter.drawPath(path)
        painter.end()


class Well(QWidget):
    """`asked` wants a file chosen, `given` was dropped here, `emptied` takes the file away."""

    asked = Signal()
    given = Signal(object)
    emptied = Signal()

    def __init__(self, desk: Desk, title: str, ground: str) -> None:
        super().__init__()
        self._desk = desk
        tr = desk.tr
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self.tile = Tile(desk, ground)
        self.tile.setAccessibleName(title)
        self.words = label(desk, "", "label", "soft", wrap=True)
        self.choose = Button(desk, tr("Use my own file…"), role="link", size="inline")
        self.choose.start_aligned().wrapping().setAccessibleName(
            f"{title}: {self.choose.text().rstrip('…')}"
        )
        self.choose.clicked.connect(self.asked)
        self.remove = Button(desk, tr("Remove"), role="link", size="inline")
        self.remove.setAccessibleName(f"{title}: {self.remove.text()}")
        self.remove.clicked.connect(self.emptied)
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
        column.addWidget(label(desk, title, "label", "soft", wrap=True))
        column.addLayout(inside)

    def show_version(self, image: QImage | None, words: str) -> None:
        """Show the version there is, or say what would be good here."""
        self.tile.show_image(image)
        self.words.setText(words)
        self.remove.setVisible(image is not None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Show that letting go here puts the file here, and not in the logo's place."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._heat(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Show that it is over."""
        self._heat(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take the file."""
        self._heat(False)
        if given := gift(event.mimeData()):
            event.acceptProposedAction()
            self.given.emit(given)

    def _heat(self, hot: bool) -> None:
        self.tile.hot = hot
        self.tile.update()
