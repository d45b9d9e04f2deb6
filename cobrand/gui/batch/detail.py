"""What is the matter with the current row, in whole sentences, and everything that mends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from cobrand.gui.batch.troubles import Trouble
from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.text import label, retone


class Detail(QFrame):
    """Below the table; gone where nothing is the matter. Each signal is one way to mend."""

    taken = Signal()
    choosing = Signal()
    typesetting = Signal()
    leaving = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr, px = desk.tr, desk.px
        self.setObjectName("batchdetail")
        self.setProperty("box", "bads")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.who = label(desk, "", "strong", wrap=True)
        self.sentence = label(desk, "", "body", wrap=True)
        self.take = Button(desk, "", role="primary", size="small").shrinking()
        self.choose = Button(desk, tr("Choose…"), size="small")
        self.typeset = Button(desk, tr("Typeset the name"), size="small")
        self.leave = Button(desk, tr("Skip this row"), size="small")
        self.take.clicked.connect(self.taken)
        self.choose.clicked.connect(self.choosing)
        self.typeset.clicked.connect(self.typesetting)
        self.leave.clicked.connect(self.leaving)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.who)
        lines.addWidget(self.sentence)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(24), px(9), px(24), px(9))
        buttons = (self.take, self.choose, self.typeset, self.leave)
        inside.addLayout(Ends(desk, words, *buttons))
        self.hide()

    def tell(self, number: int, name: str, troubles: tuple[Trouble, ...]) -> None:
        """Say what is the matter with a row; without troubles there is nothing to say."""
        there = tuple(each for each in troubles if each.tone in ("bad", "warn"))
        self.setVisible(bool(there))
        if not there:
            return
        tr, first = self._desk.tr, there[0]
        self.who.setText(
            tr("Row {n}: {name}", n=number, name=name) if name else tr("Row {n}", n=number)
        )
        self.sentence.setText(" ".join(each.sentence for each in there[:3]))
        self.setAccessibleName(f"{self.who.text()}. {self.sentence.text()}")
        retone(self, "box", "bads" if first.tone == "bad" else "warns")
        self.take.say(tr("Use {name}", name=first.shown) if first.offer else "")
        self.take.setVisible(bool(first.offer))
        self.choose.setVisible(first.lost)
        self.typeset.setVisible(first.lost and bool(name))
        self.leave.setVisible(first.tone == "bad")
