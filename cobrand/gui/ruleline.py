"""The line that says, in words and numbers, whether the rules hold."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cobrand.gui import measures
from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.fitting import turned
from cobrand.gui.speech import Speech
from cobrand.model.composition import Composition
from cobrand.model.finding import Severity

_MOST = 4  # facts

Piece = tuple[str, str, str]  # words, kind of type, tone


class Verdict(QAbstractButton):
    """Icon, verdict and as many facts as there is room for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._icon = ("check-circle-fill", "ok")
        self._facts: list[list[Piece]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(desk.tr("Rules"))
        desk.theme.changed.connect(self.update)

    def say(self, icon: tuple[str, str], facts: list[list[Piece]]) -> None:
        """Show these facts, the first one being the verdict."""
        self._icon, self._facts = icon, facts
        spoken = ["".join(words for words, _, _ in fact) for fact in facts]
        self.setAccessibleName(", ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a small width: facts drop out by themselves."""
        return QSize(self._desk.px(120), self._desk.px(28))

    @property
    def needed(self) -> int:
        """Return the width of the icon and the verdict."""
        return round(self._desk.px(26) + self._wide(self._facts[0]) + 1) if self._facts else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the facts from the start edge."""
        px = self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._facts:
            painter.end()
            return
        icon = QRectF(0, (self.height() - px(16)) / 2, px(16), px(16))
        self._desk.theme.paint_icon(painter, *self._icon, turned(self, icon))
        at: float = px(26)
        for number, fact in enumerate(self._facts):
            dot = px(20) if number else 0
            if number and at + dot + self._wide(fact) > self.width():
                break
            if number:
                self._paint(painter, ("·", "strong", "control"), at + px(7), px(8))
            at = self._paint_fact(painter, fact, at + dot)
        painter.end()

    def _paint_fact(self, painter: QPainter, fact: list[Piece], at: float) -> float:
        for piece in fact:
            wide = self._metrics(piece).horizontalAdvance(piece[0])
            self._paint(painter, piece, at, wide)
            at += wide
        return at

    def _paint(self, painter: QPainter, piece: Piece, at: float, wide: float) -> None:
        words, kind, tone = piece
        painter.setFont(self._desk.type(kind))
        painter.setPen(self._desk.theme.colour(tone))
        box = turned(self, QRectF(at, 0, wide + 1, self.height()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _wide(self, fact: list[Piece]) -> float:
        return sum(self._metrics(piece).horizontalAdvance(piece[0]) for piece in fact)

    def _metrics(self, piece: Piece) -> QFontMetricsF:
        return QFontMetricsF(QFont(self._desk.type(piece[1])))


class RuleLine(QWidget):
    """Verdict, a way out of a highlight, and the mark's state."""

    asked = Signal()
    unlit = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("ruleline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.setMinimumHeight(desk.px(40))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._said = ""
        self._icon = ("check-circle-fill", "ok")
        self._facts: list[list[Piece]] = []
        self.verdict = Verdict(desk)
        self.verdict.clicked.connect(self.asked)
        self.hide_light = Button(desk, desk.tr("Hide highlight"), "crosshair", size="small")
        self.hide_light.clicked.connect(self.unlit)
        self.hide_light.hide()
        self.stand_in = Button(
            desk, desk.tr("Stand-in campaign mark"), "warning-fill", role="warn", size="chip"
        )
        self.stand_in.clicked.connect(self.asked)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(desk.px(14), 0, desk.px(14), 0)
        inside.setSpacing(desk.px(12))
        inside.addWidget(self.verdict, 1)
        inside.addWidget(self.hide_light)
        inside.addWidget(self.stand_in)

    def show_composition(self, composition: Composition, stand_in: bool) -> None:
        """Say how this card does."""
        tr = self._desk.tr
        broken = composition.breaches
        icon = ("x-circle-fill", "bad") if broken else ("check-circle-fill", "ok")
        told = measures.verdict(tr, composition)
        facts: list[list[Piece]] = [[(told, "strong", icon[1])]]
        if broken:
            facts.append([(tr.title(broken[0]), "body", "text")])
        else:
            facts += self._look_at(composition)
            facts += [_fact(*each) for each in measures.facts(tr, composition)]
        self._icon, self._facts = icon, facts
        self.verdict.say(icon, facts)
        self.stand_in.setVisible(stand_in and self.hide_light.isHidden())
        self._said = told
        self._make_room()

    def show_weight(self, count: int, kind: str) -> None:
        """Add how many bytes the card's file has; the kind is named where there are several."""
        size = self._desk.tr.size(count)
        self.verdict.say(self._icon, [*self._facts, _fact(size, kind)][:_MOST])

    def _look_at(self, composition: Composition) -> list[list[Piece]]:
        """Return how many warnings there are besides the mark's, which has its own chip."""
        found = measures.of_severity(composition, Severity.WARNING)
        count = sum(each.code != "mark.stand-in" for each in found)
        words = self._desk.tr.count("{n} thing to look at", "{n} things to look at", count)
        return [[(words, "strong", "warn")]] if count else []

    def shorten(self, short: bool) -> None:
        """Use fewer words in a narrow window."""
        tr = self._desk.tr
        self.stand_in.say(tr("Stand-in mark") if short else tr("Stand-in campaign mark"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the other parts as icons where the verdict needs their room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for button in (self.stand_in, self.hide_light):
            button.bare(False)
            left = self.width() - button.sizeHint().width() - self._desk.px(14 + 12 + 14)
            button.bare(left < self.verdict.needed)

    def light(self, on: bool, stand_in: bool) -> None:
        """Offer to end a highlight."""
        self.hide_light.setVisible(on)
        self.stand_in.setVisible(stand_in and not on)

    @property
    def said(self) -> str:
        """The verdict in words, for whoever announces it."""
        return self._said


def _fact(words: str, aside: str) -> list[Piece]:
    if not aside:
        return [(words, "body", "text")]
    return [(words, "body", "text"), (f" {aside}", "body", "soft")]


def spoken(tr: Speech, composition: Composition, name: str) -> str:
    """Return what a screen reader says of the card on the stage."""
    size = composition.format.size
    return tr(
        "Card preview, {name}, {width} by {height}, {verdict}",
        name=name,
        width=round(size.width),
        height=round(size.height),
        verdict=measures.verdict(tr, composition),
    )
