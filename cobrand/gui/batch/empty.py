"""The batch window without a list: where to drop one, a sample, and what was not finished."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cobrand.gui.batch.order import Order
from cobrand.gui.desk import Desk
from cobrand.gui.parts.banner import banner
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.found import Sign
from cobrand.gui.parts.text import label, row
from cobrand.gui.parts.zone import paint_zone


class Place(QWidget):
    """Says what will be here and the ways to fill it; hot while a file hangs over it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._hot = desk, False
        tr, px = desk.tr, desk.px
        self.words = label(desk, tr("Drop your list here"), "big", wrap=True)
        self.below = label(
            desk,
            tr(
                "A table with a row for each organisation: CSV, Excel, LibreOffice or JSON. "
                "Columns are known by their names, in any order."
            ),
            "body",
            "soft",
            wrap=True,
        )
        self.complaint = label(desk, "", "body", "bad", wrap=True)
        self.open = Button(desk, tr("Open list…"), "folder-open", role="primary", size="large")
        self.sample = Button(desk, tr("Try with a sample list"), size="large")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(24), px(32), px(24))
        column.setSpacing(px(8))
        column.addStretch(2)
        column.addLayout(row(None, Sign(desk, "table", "accent", 40), None))
        column.addSpacing(px(8))
        for each in (self.words, self.below, self.complaint):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        column.addSpacing(px(12))
        column.addLayout(row(None, self.open, self.sample, None, spacing=px(12)))
        column.addStretch(3)
        self.complain("")
        desk.theme.changed.connect(self.update)

    def heat(self, hot: bool) -> None:
        """Show whether letting go here would open the list."""
        tr = self._desk.tr
        self._hot = hot
        self.words.setText(tr("Let go to open") if hot else tr("Drop your list here"))
        self.update()

    def complain(self, sentence: str) -> None:
        """Say why the list cannot be used."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        self.below.setVisible(not sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and dashed border."""
        paint_zone(self, self._desk, hot=self._hot)


class Empty(QWidget):
    """The place for a list, and above it what was begun and not finished."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr, px = desk.tr, desk.px
        self.place = Place(desk)
        self._words = label(desk, "", "body", wrap=True)
        self.go_on = Button(desk, tr("Go on"), "play", role="primary", size="small")
        card = QWidget()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(Ends(desk, self._words, self.go_on))
        self.unfinished = banner(desk, "warns", "clock", "warn", 16, card)
        self.unfinished.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(4), px(24), px(24))
        column.setSpacing(px(16))
        column.addWidget(self.unfinished)
        column.addWidget(self.place, 1)

    def offer(self, order: Order | None) -> None:
        """Offer to go on with what was not finished."""
        self.unfinished.setVisible(order is not None)
        if order is not None:
            tr = self._desk.tr
            self._words.setText(
                tr(
                    "Not finished: {list}, into {folder}. Files that are there are not made again.",
                    list=tr.ltr(Path(order.roster).name),
                    folder=tr.ltr(" / ".join(Path(order.folder).parts[-2:])),
                )
            )
