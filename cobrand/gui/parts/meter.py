"""How much room a text takes in the tightest format, and which formats have too little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.text import label

_NAMED = 3  # formats by name; the others are counted
_KEYBOARD = Qt.TextInteractionFlag.LinksAccessibleByKeyboard
_POINTER = Qt.TextInteractionFlag.LinksAccessibleByMouse


@dataclass(frozen=True, slots=True)
class Reading:
    """`used` of the room in the tightest of so many formats; too long for those of `names`."""

    used: float
    of: int
    names: Sequence[str] = ()


class Bar(QWidget):
    """Fills from the start edge; past its end it is red."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._used = 0.0
        self._tone = "ok"
        self.setFixedHeight(desk.px(4))
        self.setAccessibleName(desk.tr("Room for this text"))
        desk.theme.changed.connect(self.update)

    def fill(self, used: float, tone: str) -> None:
        """Show how much of the room is used."""
        self._used, self._tone = used, tone
        share = self._desk.tr.number(100 * used, 0)
        self.setAccessibleName(self._desk.tr("{share} % of the room used", share=share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track and filling."""
        theme, box = self._desk.theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = box.height() / 2
        painter.setBrush(theme.colour("sunk"))
        painter.drawRoundedRect(box, radius, radius)
        wide = max(box.height(), box.width() * min(1.0, self._used))
        left = box.width() - wide if self.isRightToLeft() else 0.0
        painter.setBrush(theme.colour(self._tone))
        painter.drawRoundedRect(QRectF(left, 0, wide, box.height()), radius, radius)
        painter.end()


class Meter(QWidget):
    """The bar; `aside` says in how many formats the text fits, for the row of its caption."""

    asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.aside = label(desk, "", "label", "soft")
        self.bar = Bar(desk)
        self.tight = _links(desk)
        self.tight.linkActivated.connect(lambda place: self.asked.emit(int(place)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.px(4))
        column.addWidget(self.bar)
        column.addWidget(self.tight)
        self.clear()

    def clear(self) -> None:
        """Say nothing: there is no text, or no card shows it."""
        self.aside.clear()
        self.hide()

    def read(self, reading: Reading) -> None:
        """Show how a text does."""
        if not reading.of:
            self.clear()
            return
        tr, names = self._desk.tr, reading.names
        self.bar.fill(max(reading.used, 1.01) if names else reading.used, "bad" if names else "ok")
        fitting = reading.of - len(names)
        told = tr("fits {fitting} of {all}", fitting=fitting, all=reading.of)
        self.aside.setText(told if names else tr("fits all {all}", all=reading.of))
        self.tight.setText(self._sentence(names))
        self.tight.setVisible(bool(names))
        self.show()

    def _sentence(self, names: Sequence[str]) -> str:
        tr, rest = self._desk.tr, len(names) - _NAMED
        links = ", ".join(
            f'<a href="{place}">{escape(name)}</a>' for place, name in enumerate(names[:_NAMED])
        )
        told = tr("Too long for {names}.", names="\0")
        if rest > 0:
            told = tr.count(
                "Too long for {names} and {n} more.",
                "Too long for {names} and {n} more.",
                rest,
                names="\0",
            )
        return escape(told).replace("\0", links)


def _links(desk: Desk) -> QLabel:
    made = label(desk, "", "label", "bad", wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(_KEYBOARD | _POINTER)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
