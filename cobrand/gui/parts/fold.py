"""A heading that folds away what is below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button


class Fold(QWidget):
    """Folded at first; opens in place."""

    def __init__(self, desk: Desk, text: str) -> None:
        super().__init__()
        self._head = Button(desk, text, "caret-right", role="quiet", size="inline")
        self._head.start_aligned().wrapping()
        self._head.setCheckable(True)
        self._head.toggled.connect(self._show)
        self.body = QWidget()
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(0, desk.px(8), 0, desk.px(4))
        self.inside.setSpacing(desk.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.body)
        self.body.hide()

    def open(self) -> None:
        """Unfold."""
        self._head.setChecked(True)

    def say(self, text: str) -> None:
        """Change the heading."""
        if text != self._head.text():
            self._head.say(text)

    def _show(self, on: bool) -> None:
        self._head.turn("caret-down" if on else "caret-right")
        self.body.setVisible(on)
