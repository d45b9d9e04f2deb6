"""The top of the batch window: what it is about, how many rows are well, and the three pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cobrand.gui.desk import Desk
from cobrand.gui.parts.segmented import Segmented
from cobrand.gui.parts.text import chip, label


class Head(QFrame):
    """`turned` to a page by its name: list, what, run."""

    turned = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("batchhead")
        tr, px = desk.tr, desk.px
        self._desk = desk
        self.title = label(desk, "", "dialog", wrap=True)
        self.below = label(desk, "", "body", "soft", wrap=True)
        self.good = chip(desk, "", "ok")
        self.bad = chip(desk, "", "bad")
        for each in (self.good, self.bad):
            each.setFont(desk.type("label"))
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            each.setFixedHeight(max(px(22), each.fontMetrics().height() + px(4)))
        self.pages = Segmented(
            desk, (("list", tr("List")), ("what", tr("What")), ("run", tr("Run")))
        )
        self.pages.setAccessibleName(tr("Pages"))
        self.pages.setFixedWidth(3 * self.pages.minimumSizeHint().width() + px(24))
        self.pages.chosen.connect(self.turned)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.below)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(px(24), px(14), px(24), px(12))
        inside.setSpacing(px(12))
        inside.addLayout(words, 1)
        for part in (self.good, self.bad, self.pages):
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_counts("", "")

    def tell(self, title: str, below: str) -> None:
        """Say what the window is about."""
        self.title.setText(title)
        self.below.setText(below)
        self.below.setVisible(bool(below))

    def show_counts(self, good: str, bad: str) -> None:
        """Say how many rows are well, and how many need a person."""
        for part, words in ((self.good, good), (self.bad, bad)):
            part.setText(words)
            part.setVisible(bool(words))
