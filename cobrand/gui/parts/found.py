"""A finding as a card with title, sentence and mendings; a rule that is kept as a row."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cobrand.gui import measures
from cobrand.gui.desk import Desk
from cobrand.gui.explaining import explained
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.text import END_OF_LINE, label, retone
from cobrand.model.finding import Finding, Severity

TONES = {
    Severity.KEPT: ("check-circle-fill", "ok"),
    Severity.NOTE: ("info", "soft"),
    Severity.WARNING: ("warning-fill", "warn"),
    Severity.BREACH: ("x-circle-fill", "bad"),
}


class Sign(QWidget):
    """An icon on its own line."""

    def __init__(self, desk: Desk, icon: str, tone: str, side: float = 16) -> None:
        super().__init__()
        self._desk = desk
        self._what = (icon, tone)
        self._side = desk.px(side)
        self.setFixedSize(self._side, max(self._side, desk.px(18)))
        self.setAccessibleName(tone)
        desk.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        box = QRectF(0, (self.height() - self._side) / 2, self._side, self._side)
        self._desk.theme.paint_icon(painter, *self._what, box)
        painter.end()


class Sentence(QLabel):
    """A finding's sentence, in which the measured number stands out."""

    def __init__(self, desk: Desk, found: Finding) -> None:
        super().__init__()
        self._desk, self._found = desk, found
        self.setFont(desk.type("body"))
        self.setProperty("tone", "soft")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if desk.tr.mirrored:
            self.setAlignment(END_OF_LINE)
        desk.theme.changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        desk, told = self._desk, self._desk.tr.say(self._found)
        begin, end = measures.figure(self._found, told)
        tone = desk.theme.tokens.tone(TONES[self._found.severity][1])
        number = f'<b style="color: {tone}">{escape(told[begin:end])}</b>' if end else ""
        self.setText(f"{escape(told[:begin])}{number}{escape(told[end:])}")


class FoundCard(QFrame):
    """What a person sees, the number, the limit, and what can be done; green once mended."""

    clicked = Signal()

    def __init__(self, desk: Desk, found: Finding, owner: str = "") -> None:
        super().__init__()
        self.found = found
        self.setProperty("box", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWhatsThis(explained(desk.tr, found))
        title, sentence = _title(desk, found, owner), desk.tr.say(found)
        if found.severity is Severity.KEPT:
            title = desk.tr("{rule}: mended", rule=title)
        self.setAccessibleName(f"{title}. {sentence}")
        self.doing = QVBoxLayout()
        self.doing.setSpacing(desk.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(desk, title, "strong", wrap=True))
        words.addWidget(Sentence(desk, found))
        words.addLayout(self.doing)
        inside = QHBoxLayout(self)
        edge = desk.px(12)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.setSpacing(desk.px(10))
        icon, tone = TONES[found.severity]
        inside.addWidget(Sign(desk, icon, tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)

    def select(self, on: bool) -> None:
        """Mark the card whose place is shown on the stage."""
        retone(self, "box", "bad" if on else "card")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the place."""
        self.clicked.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the place with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


def _title(desk: Desk, found: Finding, owner: str) -> str:
    """Return what a finding is called, with the name of the partner whose mark it is about."""
    title = desk.tr.title(found)
    return desk.tr("{name} · {rule}", name=owner, rule=title) if owner else title


class KeptRow(QWidget):
    """A kept rule: its name, then measured and limit."""

    def __init__(self, desk: Desk, found: Finding, figures: str, owner: str = "") -> None:
        super().__init__()
        title = label(desk, _title(desk, found, owner), wrap=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, desk.px(6), 0, desk.px(6))
        inside.setSpacing(desk.px(10))
        inside.addWidget(Sign(desk, *TONES[Severity.KEPT]), 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(Ends(desk, title, label(desk, figures, "body", "soft")), 1)
        self.setToolTip(desk.tr.say(found))
        self.setWhatsThis(explained(desk.tr, found))
        self.setAccessibleName(f"{title.text()}, {figures}")
