"""Words on the window: labels in the theme's type, tones and chips, and thin lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.speech import marked

END_OF_LINE = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
STATUS = {
    "official": (marked("official"), "ok"),
    "reviewed": (marked("reviewed"), "soft"),
    "unreviewed": (marked("unreviewed"), "warn"),
    "own": (marked("your words"), "soft"),
}


def label(
    desk: Desk, text: str = "", kind: str = "body", tone: str = "", *, wrap: bool = False
) -> QLabel:
    """Return words in one of the theme's types and tones."""
    made = QLabel(text)
    made.setFont(desk.type(kind))
    made.setProperty("tone", tone)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if desk.tr.mirrored:  # Qt would follow the words' own direction, name by name
        made.setAlignment(END_OF_LINE)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def chip(desk: Desk, text: str, tone: str) -> QLabel:
    """Return a small rounded mark of a status."""
    made = QLabel(text)
    made.setFont(desk.type("caption"))
    made.setProperty("chip", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def retone(widget: QWidget, name: str, value: str) -> None:
    """Change a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def line(upright: bool = False) -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setProperty("rule", "upright" if upright else "line")
    return made


def row(*parts: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Return widgets side by side; None is a stretch."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        else:
            made.addWidget(part)
    return made
