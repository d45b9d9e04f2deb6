"""A coloured box with an icon and words, and the column that sheets are laid out in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.found import Sign


def column(desk: Desk, owner: QWidget, spacing: float = 16) -> QVBoxLayout:
    """Return a column without edges, filling its owner."""
    made = QVBoxLayout(owner)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(desk.px(spacing))
    return made


def banner(desk: Desk, box: str, icon: str, tone: str, side: float, *words: QWidget) -> QFrame:
    """Return a coloured box with an icon and words."""
    frame = QFrame()
    frame.setProperty("box", box)
    inside = QHBoxLayout(frame)
    edge = desk.px(12 if side < 20 else 16)
    inside.setContentsMargins(edge, edge, edge, edge)
    inside.setSpacing(desk.px(10 if side < 20 else 14))
    where = Qt.AlignmentFlag.AlignTop if side < 20 else Qt.AlignmentFlag.AlignVCenter
    inside.addWidget(Sign(desk, icon, tone, side), 0, where)
    below = QVBoxLayout()
    below.setSpacing(desk.px(2))
    for each in words:
        below.addWidget(each)
    inside.addLayout(below, 1)
    return frame
