"""A short message over the stage, with a button where there is something to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.text import label

_SHORT, _LONG = 6000, 20000


class Toast(QFrame):
    """Stays a while; longer where it can be pressed, and while the pointer is on it."""

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk, self._stage = desk, stage
        self.setProperty("box", "toast")
        self.setMinimumHeight(desk.px(44))
        self.words = label(desk)
        self.act = Button(desk, desk.tr("Undo"), role="toast", size="small")
        self.act.clicked.connect(self._act)
        self._then: Callable[[], object] | None = None
        inside = QHBoxLayout(self)
        inside.setContentsMargins(desk.px(14), 0, desk.px(6), 0)
        inside.setSpacing(desk.px(12))
        inside.addWidget(self.words)
        inside.addWidget(self.act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        stage.installEventFilter(self)
        self.hide()

    def tell(self, words: str, act: str = "", then: Callable[[], object] | None = None) -> None:
        """Say something; what the button says and does, where there is one."""
        self._then = then
        self.act.say(act)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.act.setVisible(bool(act))
        self._timer.start(_LONG if act else _SHORT)
        self._place()
        self.show()
        self.raise_()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is here."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on."""
        self._timer.start(_SHORT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the stage changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()

    def _place(self) -> None:
        self.adjustSize()
        stage = self._stage
        self.move((stage.width() - self.width()) // 2, self._desk.px(14))
