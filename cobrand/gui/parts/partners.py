"""The partners one below the other, moved by their handles, their buttons or keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.parts.partner import PartnerCard, Shown

_NEAR = 24  # px from the panel's edge, where it scrolls along


class Partners(QWidget):
    """Every signal says first which partner is meant, from 0; `moved` then by how many places."""

    named = Signal(int, str)
    left = Signal()
    moved = Signal(int, int)
    removed = Signal(int)
    mended = Signal(int, object)
    paged = Signal(int, int)
    sought = Signal(int, str)
    versioned = Signal(int, str, object)
    emptied = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: list[PartnerCard] = []
        self._focus = (-1, "")  # the place that a moved card goes to, and its part in focus
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.px(8))
        self._gap = QFrame(self)
        self._gap.setProperty("rule", "gap")
        self._gap.hide()

    def show_partners(self, shown: Sequence[Shown], movable: bool) -> None:
        """Show these partners; whoever moved one goes on with the same one."""
        while len(self.cards) < len(shown):
            self._add()
        for card in self.cards[len(shown) :]:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        del self.cards[len(shown) :]
        for place, (card, each) in enumerate(zip(self.cards, shown, strict=True)):
            card.show_partner(each, place, len(shown), movable)
        self.setVisible(bool(shown))
        self._follow()

    def _add(self) -> None:
        card, place = PartnerCard(self._desk), len(self.cards)
        card.named.connect(partial(self.named.emit, place))
        card.left.connect(self.left)
        card.moved.connect(partial(self._move, place))
        card.removed.connect(partial(self._remove, place))
        card.mended.connect(partial(self.mended.emit, place))
        card.paged.connect(partial(self.paged.emit, place))
        card.sought.connect(partial(self.sought.emit, place))
        card.versioned.connect(partial(self.versioned.emit, place))
        card.handle.dragged.connect(self._show_gap)
        card.handle.dropped.connect(partial(self._drop, place))
        self.cards.append(card)
        self._column.addWidget(card)

    def _move(self, place: int, by: int) -> None:
        target = place + by
        if not 0 <= target < len(self.cards):
            return
        card = self.cards[place]
        parts = ("up", "down", "remove", "name")
        held = next((name for name in parts if getattr(card, name).hasFocus()), "")
        self._focus = (target, held)
        self.moved.emit(place, by)

    def _remove(self, place: int) -> None:
        held = self.cards[place].remove.hasFocus()
        self._focus = (min(place, len(self.cards) - 2), "remove" if held else "")
        self.removed.emit(place)

    def _follow(self) -> None:
        """Keep the focus on the partner that was moved, or beside the one that went."""
        place, part = self._focus
        self._focus = (-1, "")
        if part and not self.cards:
            self.emptied.emit()
        if not part or not 0 <= place < len(self.cards):
            return
        card = self.cards[place]
        target = getattr(card, part)
        (target if target.isEnabled() else card.name).setFocus()

    # dragging

    def _place(self, at: QPoint) -> int:
        """Return before which card a point of the screen lies."""
        y = self.mapFromGlobal(at).y()
        return sum(card.geometry().center().y() < y for card in self.cards)

    def _show_gap(self, at: QPoint) -> None:
        place, space = self._place(at), self._column.spacing()
        last = self.cards[-1].geometry().bottom() + 1
        y = self.cards[place].y() - space // 2 if place < len(self.cards) else last
        self._gap.setGeometry(0, max(0, min(y - 1, self.height() - 2)), self.width(), 2)
        self._gap.show()
        self._gap.raise_()
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and (inside := area.widget()) is not None:
            area.ensureVisible(0, inside.mapFromGlobal(at).y(), 0, self._desk.px(_NEAR))

    def _drop(self, place: int, at: QPoint) -> None:
        was, before = not self._gap.isHidden(), self._place(at)
        self._gap.hide()
        by = before - place - (1 if before > place else 0)
        if was and by:
            self.moved.emit(place, by)
