"""What all panels have: a title, a column that scrolls alone, and 16 px round it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.text import label


class Panel(QScrollArea):
    """One rail entry's contents."""

    def __init__(self, desk: Desk, title: str, *aside: QWidget) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("panel")
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("panel")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(inside)
        self.column.setSpacing(desk.px(16))
        self.column.addLayout(Ends(desk, label(desk, title, "title"), *aside))
        self.pad(16)
        self.setWidget(inside)

    def pad(self, by: int) -> None:
        """Set the room round the column."""
        edge = self.desk.px(by)
        self.column.setContentsMargins(edge, edge, edge, edge)

    def add(self, part: QWidget | QLayout, after: int | None = None) -> None:
        """Add something below."""
        if isinstance(part, QWidget):
            self.column.addWidget(part)
        else:
            self.column.addLayout(part)
        if after is not None:
            self.column.addSpacing(self.desk.px(after - 16))


def cleared(column: QBoxLayout) -> None:
    """Take everything out of a layout."""
    while item := column.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
