"""A line to write in, under its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.meter import Meter
from cobrand.gui.parts.text import label, retone


class Line(QLineEdit):
    """A line edit that tells when the focus leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that writing is over."""
        super().focusOutEvent(event)
        self.left.emit()


class PathLine(QLineEdit):
    """A path to read; its middle gives way where it is too long."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._path = ""
        self.setReadOnly(True)
        self.setAccessibleName(name)

    def show_path(self, shown: str, whole: str) -> None:
        """Show the end of a path; the tooltip has all of it."""
        self._path = shown
        self.setToolTip(whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 4 * self.fontMetrics().averageCharWidth()
        self.setText(self.fontMetrics().elidedText(self._path, Qt.TextElideMode.ElideMiddle, room))


class Field(QWidget):
    """`edited` tells every change by hand; texts set by the program are silent."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, name: str, hint: str = "") -> None:
        super().__init__()
        self.line = Line()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.setAcceptDrops(False)  # the whole window takes files
        if desk.tr.mirrored:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.line.textEdited.connect(self.edited)
        self.line.left.connect(self.left)
        caption = label(desk, name, "label", "soft", wrap=True)
        caption.setBuddy(self.line)
        self.meter = Meter(desk)
        self.below = label(desk, "", "label", "bad", wrap=True)
        self.below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.px(6))
        column.addLayout(Ends(desk, caption, self.meter.aside))
        column.addWidget(self.line)
        column.addWidget(self.meter)
        column.addWidget(self.below)

    def show_text(self, text: str) -> None:
        """Show a text without disturbing the writer's place in it."""
        if self.line.text() != text:
            self.line.setText(text)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)

    def complain(self, sentence: str) -> None:
        """Say what is the matter below the line; an empty sentence takes it back."""
        retone(self.line, "state", "bad" if sentence else "")
        self.below.setText(sentence)
        self.below.setVisible(bool(sentence))
