"""Says over the window that a file is being read, and offers to stop when it takes long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.text import label, row
from cobrand.gui.resting import rest

WORDS_AFTER, CANCEL_AFTER = 1000, 3000  # ms


class Waiting(QFrame):
    """Nothing for a second, then a moving bar and words, and after three seconds Cancel."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self.setProperty("box", "toast")
        self._words = label(desk, desk.tr("Reading the file…"))
        self.setAccessibleName(self._words.text())
        self.cancel = Button(desk, desk.tr("Cancel"), role="toast", size="small")
        bar = QProgressBar()
        bar.setObjectName("hairbar")
        bar.setTextVisible(False)
        bar.setRange(0, 0)
        bar.setAccessibleName(self._words.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(desk.px(14), desk.px(8), desk.px(14), desk.px(8))
        column.setSpacing(desk.px(6))
        column.addLayout(row(self._words, None, self.cancel, spacing=desk.px(12)))
        column.addWidget(bar)
        self._soon = rest(self, WORDS_AFTER, self._appear)
        self._late = rest(self, CANCEL_AFTER, self._offer)
        over.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Count from now."""
        self.cancel.hide()
        self._soon.start()
        self._late.start()

    def end(self) -> None:
        """The file has been read, or not."""
        self._soon.stop()
        self._late.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _offer(self) -> None:
        self.cancel.show()
        self._appear()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._desk.px(14))
