"""The start screen: a lock-up with a hole in it, where the logo goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.panels.panel import cleared
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.fitting import paint_fitted, turned
from cobrand.gui.parts.found import Sign
from cobrand.gui.parts.recent import RecentCard
from cobrand.gui.parts.text import label, row
from cobrand.gui.parts.zone import paint_zone
from cobrand.settings import Recent


class Hole(QWidget):
    """The lock-up: a dashed place, the line, and the campaign's mark."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._mark: QImage | None = None
        self._words = ""
        self.setFixedHeight(desk.px(92))
        self.setMaximumWidth(desk.px(560))
        self.setAccessibleName(desk.tr("Your logo beside the campaign mark"))
        desk.theme.changed.connect(self.update)

    def show_mark(self, words: str, mark: QImage | None) -> None:
        """Show the campaign's mark, or its hashtag until the mark has been drawn."""
        self._words, self._mark = words, mark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw hole, line and mark."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        hole = turned(self, QRectF(px(24), px(4), px(210), px(84)))
        pen = QPen(theme.colour("accent"), 2)
        pen.setDashPattern([3.5, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("accsoft"))
        painter.drawRoundedRect(hole, px(10), px(10))
        font = self._font(18, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("accent"))
        painter.drawText(hole, int(Qt.AlignmentFlag.AlignCenter), self._desk.tr("your logo"))
        painter.fillRect(turned(self, QRectF(px(266), px(4), 1.6, px(84))), theme.colour("soft"))
        self._paint_mark(painter, turned(self, QRectF(px(298), px(4), px(250), px(84))))
        painter.end()

    def _paint_mark(self, painter: QPainter, room: QRectF) -> None:
        if self._mark is None:
            painter.setFont(self._font(40, QFont.Weight.Medium))
            painter.setPen(self._desk.theme.colour("soft"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self._words)
            return
        paint_fitted(painter, room, self._mark)

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(self._desk.theme.font)
        font.setPixelSize(self._desk.px(size))
        font.setWeight(weight)
        return font


class DropZone(QWidget):
    """Says what will be here and the ways to fill it; `hot` while a file hangs over it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr, px = desk.tr, desk.px
        self._hot = False
        self.hole = Hole(desk)
        self.words = label(desk, "", "big", wrap=True)
        self.below = label(desk, "", "body", "soft", wrap=True)
        self.open = Button(desk, tr("Open logo…"), "folder-open", role="primary", size="large")
        self.sample = Button(desk, tr("Try with a sample"), size="large")
        self.complaint = label(desk, "", "body", "bad", wrap=True)
        self.complaint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.complaint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(4))
        column.addStretch(2)
        column.addLayout(_centred(self.hole))
        column.addStretch(2)
        for words in (self.words, self.below):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addWidget(self.complaint)
        column.addStretch(2)
        column.addLayout(row(None, self.open, self.sample, None, spacing=px(12)))
        column.addStretch(2)
        desk.theme.changed.connect(self.update)
        self.heat(False)

    def heat(self, hot: bool) -> None:
        """Show whether letting go here would open the file."""
        tr = self._desk.tr
        self._hot = hot
        self.words.setText(tr("Let go to open") if hot else tr("Drop your logo here"))
        self.below.setText(
            tr("Any file you have: SVG, PNG, JPEG, PDF, even the Word letterhead it sits in")
        )
        self.update()

    def read(self, on: bool) -> None:
        """Show that a file is being read."""
        tr = self._desk.tr
        self.words.setText(tr("Reading the file…") if on else tr("Drop your logo here"))
        if on:
            self.complain("")

    def complain(self, sentence: str) -> None:
        """Say why the last file could not be opened."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        self.below.setVisible(not sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and dashed border."""
        paint_zone(self, self._desk, hot=self._hot)


class Start(QWidget):
    """Drop zone, recent kits and two quiet notes."""

    recent = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr, px = desk.tr, desk.px
        self.zone = DropZone(desk)
        self.zone.setMaximumWidth(px(720))
        self._recent = QWidget()
        self._cards = QHBoxLayout()
        self._cards.setSpacing(px(16))
        self._head = label(desk, tr("Recent"), "strong")
        below = QVBoxLayout(self._recent)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(px(10))
        below.addWidget(self._head)
        below.addLayout(self._cards)
        self._recent.setMaximumWidth(px(720))
        self.batch = Button(
            desk, tr("Make cards for a whole list…"), "table", role="link", size="inline"
        )
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addLayout(_centred(self.zone))
        self._column.addLayout(_centred(self._recent))
        self._column.addLayout(row(None, self.batch, None))
        self._column.addLayout(self._notes())
        self._column.addStretch(1)
        self._recent.hide()
        self.flatten(False)

    def flatten(self, low: bool) -> None:
        """Fit a low window."""
        self._low = low
        for card in self._recent.findChildren(RecentCard):
            card.flatten(low)
        self.zone.setMinimumHeight(self._desk.px(190 if low else 300))
        self._column.setSpacing(self._desk.px(12 if low else 28))
        self.zone.hole.setVisible(not low)

    def show_recent(
        self, recent: tuple[Recent, ...], picture: Callable[[str], QImage | None]
    ) -> None:
        """Offer the last three kits."""
        cleared(self._cards)
        for each in recent[:3]:
            card = RecentCard(self._desk, each, picture(each.path))
            card.flatten(self._low)
            card.clicked.connect(lambda _=False, path=each.path: self.recent.emit(path))
            self._cards.addWidget(card, 1)
        for _ in range(3 - len(recent[:3])):
            self._cards.addWidget(QWidget(), 1)
        self._recent.setVisible(bool(recent))

    def _notes(self) -> QVBoxLayout:
        tr, px = self._desk.tr, self._desk.px
        notes = QVBoxLayout()
        notes.setSpacing(px(8))
        offline = tr("Works without internet. Your files stay on this computer.")
        self.stand_in = label(
            self._desk, tr("The campaign mark shown is a stand-in."), "label", "soft"
        )
        lock = Sign(self._desk, "lock", "soft")
        words = label(self._desk, offline, "label", "soft", wrap=True)
        words.setMaximumWidth(words.fontMetrics().horizontalAdvance(offline) + px(4))
        told = row(None, lock, words, None, spacing=px(6))
        told.setStretch(2, 1000)  # on one line where there is room for it
        notes.addLayout(told)
        notes.addLayout(row(None, self.stand_in, None))
        return notes


def _centred(part: QWidget) -> QHBoxLayout:
    """Return a line in whose middle something is as wide as it may be."""
    made = row(None, part, None)
    made.setStretch(1, 1000)
    return made
