"""A radio button as a card: words that wrap, a chip or a note below, a figure at the end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.fitting import turned

_END = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
_WRAP = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)


class RadioCard(QAbstractButton):
    """One choice of several; selected it has a border, a fill and a dot, never colour alone."""

    def __init__(
        self, desk: Desk, text: str, *, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._strong = strong
        self._note = ""
        self._figure = ""
        self._chip = ("", "soft")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()
        desk.theme.changed.connect(self.update)

    def annotate(self, note: str = "", figure: str = "", chip: tuple[str, str] = ("", "")) -> None:
        """Add a line below, a figure at the end, and a chip (words, tone)."""
        self._note, self._figure, self._chip = note, figure, chip
        self._name()
        self.updateGeometry()
        self.update()

    def say(self, text: str) -> None:
        """Change its words."""
        self.setText(text)
        self._name()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words with what is below."""
        px = self._desk.px
        return round(self._words(width).height() + self._below(width) + px(2 * self._pad) + 0.5)

    def sizeHint(self) -> QSize:
        """Return the size in a panel."""
        width = self._desk.px(280)
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._desk.px(160), self._desk.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._paint_radio(painter)
        words = self._words(self.width())
        painter.setPen(self._desk.theme.colour("text"))
        painter.setFont(self._type())
        painter.drawText(turned(self, words), _WRAP, self.text())
        if self._figure:
            self._paint_figure(painter)
        below = QRectF(words.left(), words.bottom(), self.width() - words.left() - self._edge, 0)
        self._paint_below(painter, below)
        painter.end()

    def _paint_card(self, painter: QPainter) -> None:
        theme, on = self._desk.theme, self.isChecked()
        width = 2 if on else 1
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        fill = "accsoft" if on or self.isDown() else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.colour(fill))
        painter.setPen(QPen(theme.colour("accent" if on else "line"), width))
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))

    def _paint_radio(self, painter: QPainter) -> None:
        theme, px, on = self._desk.theme, self._desk.px, self.isChecked()
        line = QFontMetricsF(self._type()).height()
        top = px(self._pad) + (line - px(16)) / 2
        box = turned(self, QRectF(px(12), top, px(16), px(16)))
        thick = px(5) if on else 1.5
        box = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("accent" if on else "control"), thick))
        painter.drawEllipse(box)

    def _paint_figure(self, painter: QPainter) -> None:
        painter.setFont(self._desk.type("body"))
        painter.setPen(self._desk.theme.colour("soft"))
        box = QRectF(self.rect()).adjusted(self._edge, self._desk.px(self._pad), -self._edge, 0)
        # Qt turns left and right round by itself where the window is mirrored
        painter.drawText(box, _END, self._figure)

    def _paint_below(self, painter: QPainter, box: QRectF) -> None:
        theme, px = self._desk.theme, self._desk.px
        if self._note:
            painter.setFont(self._desk.type("label"))
            painter.setPen(theme.colour("soft"))
            painter.drawText(turned(self, box.adjusted(0, 0, 0, 1000)), _WRAP, self._note)
        if self._chip[0]:
            font = self._desk.type("caption")
            wide = QFontMetricsF(font).horizontalAdvance(self._chip[0]) + px(14)
            place = turned(self, QRectF(box.left(), box.top() + px(3), wide, px(16)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(
                theme.colour({"soft": "hover"}.get(self._chip[1], f"{self._chip[1]}s"))
            )
            painter.drawRoundedRect(place, px(8), px(8))
            painter.setFont(font)
            painter.setPen(theme.colour(self._chip[1]))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._chip[0])

    @property
    def _pad(self) -> int:
        return 12 if self._strong else 9

    @property
    def _edge(self) -> int:
        return self._desk.px(14 if self._strong else 12)

    def _type(self) -> QFont:
        return self._desk.type("strong" if self._strong else "body")

    def _words(self, width: int) -> QRectF:
        left = self._desk.px(12 + 16 + 10)
        figure = QFontMetricsF(self._desk.theme.font).horizontalAdvance(self._figure)
        room = max(1.0, width - left - self._edge - (figure + 12 if self._figure else 0))
        bounds = QRectF(0, 0, room, 10000)
        tall = QFontMetricsF(self._type()).boundingRect(bounds, _WRAP, self.text()).height()
        return QRectF(left, self._desk.px(self._pad), room, tall)

    def _below(self, width: int) -> float:
        tall = self._desk.px(19) if self._chip[0] else 0.0
        if self._note:
            room = QRectF(0, 0, max(1.0, width - self._words(width).left() - self._edge), 10000)
            metrics = QFontMetricsF(self._desk.type("label"))
            tall += metrics.boundingRect(room, _WRAP, self._note).height()
        return tall

    def _name(self) -> None:
        parts = (self.text(), self._note, self._chip[0], self._figure)
        self.setAccessibleName(", ".join(part for part in parts if part))
