"""A push button drawn from the theme: icon, words, a quiet detail and a caret, in any role."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.fitting import tall, turned


@dataclass(frozen=True, slots=True)
class Role:
    """Token names of a kind of button; an empty name paints nothing."""

    fill: str = ""
    border: str = ""
    text: str = "text"
    weight: int = 500
    hover: str = "hover"


@dataclass(frozen=True, slots=True)
class Measure:
    """Height and padding in px of the design, and the size of the type."""

    height: float
    padding: float
    type: float = 13.0
    icon: float = 16.0
    radius: float = 6.0


ROLES = {
    "plain": Role("surface", "control"),
    "primary": Role("accent", "accent", "on_accent", 600, "accent"),
    "chosen": Role("accsoft", "accent", "accent", 600, "accsoft"),
    "link": Role("", "", "accent", 600, ""),
    "quiet": Role("", "", "soft", 400, ""),
    "bar": Role("", "", "text", 400),
    "strong": Role("", "", "text", 600),
    "toast": Role("", "", "toast_link", 600, ""),
    "warn": Role("warns", "", "warn", 500, "warns"),
}
SIZES = {
    "small": Measure(28, 10, 12.5),
    "field": Measure(34, 14),
    "button": Measure(36, 14),
    "large": Measure(44, 20, 15, 20),
    "bar": Measure(32, 8),
    "inline": Measure(28, 0),
    "chip": Measure(28, 9, 12),
}


class Button(QPushButton):
    """Says what it does; with `icon_only` the words are its name and tooltip."""

    def __init__(
        self,
        desk: Desk,
        text: str,
        icon: str = "",
        *,
        role: str = "plain",
        size: str = "button",
        icon_only: bool = False,
        caret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._icon = icon
        self._size = SIZES[size]
        self._role = role
        self._bare = icon_only
        self._caret = caret
        self._detail = ""
        self._gives = ""
        self._across = Qt.AlignmentFlag.AlignHCenter
        self.say(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        desk.theme.changed.connect(self.update)

    def say(self, text: str, detail: str = "", name: str = "") -> None:
        """Change the words; `name` is what a screen reader says instead."""
        self.setText(text)
        self._detail = detail
        self.setAccessibleName(name or f"{text} {detail}".strip().rstrip("…"))
        if self._bare or self._gives == "words":
            self.setToolTip(text)
        self.updateGeometry()

    def dress(self, role: str) -> None:
        """Play another role."""
        self._role = role
        self.update()

    def turn(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def bare(self, bare: bool) -> None:
        """Show only the icon, with the words as tooltip."""
        self._bare = bare
        self.setToolTip(self.text() if bare else "")
        self.updateGeometry()

    def start_aligned(self) -> Button:
        """Put the words at the start edge, and return the button."""
        self._across = Qt.AlignmentFlag.AlignLeft
        return self

    def wrapping(self) -> Button:
        """Let long words wrap where there is no room for them, and return the button."""
        self._gives = "lines"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        return self

    def shrinking(self) -> Button:
        """Let the detail, then the end of the words give way, and return the button."""
        self._gives = "words"
        return self

    def hasHeightForWidth(self) -> bool:
        """Say whether words wrap."""
        return self._gives == "lines"

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words in as many lines as they need."""
        rest = self.sizeHint().width() - self._widths()[1]
        lines = tall(self._type(), self.text(), width - rest)
        return round(self._height() + max(0.0, lines - self._metrics().height()))

    def sizeHint(self) -> QSize:
        """Return room for everything it shows."""
        height = self._height()
        if self._bare and not self._caret:
            return QSize(height, height)
        width = 2 * self._desk.px(self._size.padding) + sum(self._widths()) + self._gaps()
        return QSize(round(width + 0.5), height)

    def minimumSizeHint(self) -> QSize:
        """Return all of it, unless words may wrap or give way."""
        whole = self.sizeHint()
        return (
            QSize(min(whole.width(), self._desk.px(96)), whole.height()) if self._gives else whole
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, border and what it says."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = ROLES["chosen" if self.isChecked() and self._role == "bar" else self._role]
        self._paint_ground(painter, look)
        tone = look.text if self.isEnabled() else "disabled"
        if self.underMouse() and not look.hover and tone in ("soft", "accent"):
            tone = "text"  # what has no ground of its own answers with its words
        self._paint_words(painter, tone)
        painter.end()

    def _paint_ground(self, painter: QPainter, look: Role) -> None:
        theme, box = self._desk.theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._size is SIZES["chip"]:
            box = box.adjusted(0, self._desk.px(4), 0, -self._desk.px(4))
        fill = look.hover if self.underMouse() and self.isEnabled() else look.fill
        fill = "accsoft" if self.isDown() and look.fill in ("", "surface") else fill
        radius = box.height() / 2 if look.fill == "warns" else theme.px(self._size.radius)
        painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        edge = look.border and self._role != "bar"
        painter.setPen(theme.colour(look.border) if edge else Qt.PenStyle.NoPen)
        if look.border == "accent" and self.underMouse():
            painter.setPen(QPen(theme.colour("text"), 1))
        painter.drawRoundedRect(box, radius, radius)

    def _paint_words(self, painter: QPainter, tone: str) -> None:
        widths, px = self._widths(), self._desk.px
        room = self.width() - 2 * (0 if self._bare and not self._caret else px(self._size.padding))
        spare = room - sum(widths) - self._gaps()
        if spare < 0 and widths[2]:  # the detail gives way before the words do
            spare += widths[2] + px(8)
            widths = (widths[0], widths[1], 0.0, widths[3])
        at = (self.width() - room) / 2 + self._shift(spare)
        parts = ((self._paint_icon, widths[0]), (self._paint_text, widths[1] + min(0.0, spare)))
        for paint, width in (
            *parts,
            (self._paint_detail, widths[2]),
            (self._paint_caret, widths[3]),
        ):
            if width > 0:
                box = QRectF(at, 0, width, self.height())
                paint(painter, turned(self, box), tone)
                at += width + px(8)

    def _shift(self, spare: float) -> float:
        centred = self._across is Qt.AlignmentFlag.AlignHCenter
        return max(0.0, spare / 2) if centred else 0.0

    def _paint_icon(self, painter: QPainter, box: QRectF, tone: str) -> None:
        self._draw(painter, self._icon, box, tone)

    def _paint_caret(self, painter: QPainter, box: QRectF, tone: str) -> None:
        self._draw(painter, "caret-down", box, tone)

    def _draw(self, painter: QPainter, icon: str, box: QRectF, tone: str) -> None:
        side = box.width()
        place = QRectF(QPointF(box.left(), box.center().y() - side / 2), QSize(1, 1) * side)
        self._desk.theme.paint_icon(painter, icon, tone, place)

    def _paint_text(self, painter: QPainter, box: QRectF, tone: str) -> None:
        painter.setFont(self._type())
        painter.setPen(self._desk.theme.colour(tone))
        if self._gives == "lines":
            painter.drawText(box.adjusted(0, 0, 1, 0), self._lines, self.text())
            return
        fitted = self._metrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, box.width() + 1
        )
        painter.drawText(box.adjusted(0, 0, 1, 0), _LEVEL | Qt.AlignmentFlag.AlignHCenter, fitted)

    def _paint_detail(self, painter: QPainter, box: QRectF, tone: str) -> None:
        painter.setFont(self._desk.theme.font)
        painter.setPen(self._desk.theme.colour("soft" if self.isEnabled() else tone))
        painter.drawText(box, _LEVEL | Qt.AlignmentFlag.AlignHCenter, self._detail)

    def _widths(self) -> tuple[float, float, float, float]:
        px = self._desk.px
        icon = px(20 if self._bare and not self._caret else self._size.icon) if self._icon else 0
        words = 0.0 if self._bare else self._metrics().horizontalAdvance(self.text())
        plain = QFontMetricsF(self._desk.theme.font)
        detail = plain.horizontalAdvance(self._detail) if self._detail else 0.0
        return icon, words, detail, px(16) if self._caret else 0.0

    def _height(self) -> int:
        return max(self._desk.px(self._size.height), round(self._metrics().height()) + 4)

    @property
    def _lines(self) -> int:
        start = self._across is Qt.AlignmentFlag.AlignLeft
        across = Qt.AlignmentFlag.AlignLeading if start else Qt.AlignmentFlag.AlignHCenter
        return int(across | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)

    def _gaps(self) -> float:
        return self._desk.px(8) * (sum(width > 0 for width in self._widths()) - 1)

    def _type(self) -> QFont:
        font = self._desk.type("body")
        font.setPixelSize(self._desk.px(self._size.type))
        font.setWeight(QFont.Weight(ROLES[self._role].weight))
        return font

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._type())


_LEVEL = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
