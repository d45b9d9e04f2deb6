"""The card over the stage that says why the last change cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.text import label


class Failure(QFrame):
    """The last good card stays behind it."""

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk, self._stage = desk, stage
        self.setProperty("box", "card")
        self.sentence = label(desk, "", "body", wrap=True)
        self.again = Button(desk, desk.tr("Try again"), role="primary", size="small")
        self.undo = Button(desk, desk.tr("Undo the last change"), size="small")
        column = QVBoxLayout(self)
        edge = desk.px(16)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(desk.px(12))
        column.addWidget(self.sentence)
        column.addLayout(Ends(desk, self.again, self.undo))
        stage.installEventFilter(self)
        self.hide()

    def tell(self, sentence: str, undoable: bool) -> None:
        """Say what is the matter."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.undo.setVisible(undoable)
        self.show()
        self._place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the stage changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        stage, px = self._stage, self._desk.px
        self.setFixedWidth(max(px(200), min(px(340), stage.width() - px(24))))
        self.adjustSize()
        self.move((stage.width() - self.width()) // 2, (stage.height() - self.height()) // 2)
