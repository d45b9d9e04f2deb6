"""The Rules panel: broken rules first, then warnings, then what was kept and by how much."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from cobrand.gui import measures
from cobrand.gui.desk import Desk
from cobrand.gui.panels.panel import Panel, cleared
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.found import FoundCard, KeptRow
from cobrand.gui.parts.text import label
from cobrand.gui.studio import Studio
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity

_TOO_LONG = "words.too-long"
_NOBODY = "rule.permission"
_NONE = ("", "", "")
Place = tuple[str, str, str]  # code, role, and whose mark where there is no role
_OF_FILE = "logo."  # what is only to be known about the file is in the Logo panel


class RulesPanel(Panel):
    """`lit` asks the stage to show a place; `wanted` what would help; `settled`: all is well.

    `reworded` asks for the place where the words of a role are written, `permitted` for where it
    is said who allowed a mark.
    """

    lit = Signal(str)
    reworded = Signal(str)
    closed = Signal()
    settled = Signal()
    wanted = Signal(object)
    permitted = Signal(str)

    def __init__(self, desk: Desk, studio: Studio) -> None:
        self._format = label(desk, "", "label", "soft")
        self._close = Button(desk, desk.tr("Close"), "x", role="bar", size="small", icon_only=True)
        self._close.hide()
        super().__init__(desk, desk.tr("Rules"), self._format, self._close)
        self._close.clicked.connect(self.closed)
        self.column.setSpacing(desk.px(12))
        self._studio = studio
        self._shown: tuple[Finding, ...] = ()
        self.cards: list[FoundCard] = []
        self._selected = _NONE
        self._mended = False
        self._healed: set[Place] = set()
        self._open = QVBoxLayout()
        self._open.setSpacing(desk.px(12))
        self._kept = QVBoxLayout()
        self._kept.setSpacing(0)
        self._head = label(desk, desk.tr("Rules kept"), "label", "soft")
        self._units = label(desk, desk.tr("measured · limit"), "label", "soft")
        self.add(self._open)
        self.add(Ends(desk, self._head, self._units))
        self.add(self._kept)
        self.column.addStretch(1)
        foot = desk.tr("Limits are cobrand defaults, not campaign rules.")
        self.add(label(desk, foot, "label", "soft", wrap=True))
        studio.composed.connect(self.refresh)
        studio.mended.connect(self._note_mending)

    def refresh(self) -> None:
        """Show the findings of the card on the stage, once somebody looks."""
        composition = self._studio.composition
        if composition is None or not self.isVisible():
            return
        self._format.setText(measures.plain_name(composition.format, self.desk.tr.language))
        if composition.findings == self._shown:
            return
        self._shown = composition.findings
        self._show_open()
        self._show_kept()
        self._focus_next()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the card."""
        super().showEvent(event)
        self.refresh()

    def _note_mending(self) -> None:
        self._mended = True

    def _focus_next(self) -> None:
        """After a mending, go to what is broken next; else to where the verdict is."""
        if not self._mended:
            return
        self._mended = False
        bad = [card for card in self.cards if card.found.severity is Severity.BREACH]
        if bad:
            self.select(bad[0])
            bad[0].setFocus()
        else:
            self.settled.emit()

    def show_first(self) -> None:
        """Light up the first broken rule's place, as the panel opens."""
        if self.cards and self.cards[0].found.severity is Severity.BREACH:
            self.select(self.cards[0])

    def select(self, card: FoundCard) -> None:
        """Show a finding's place on the stage."""
        self._selected = _place(card.found)
        for each in self.cards:
            each.select(each is card and card.found.severity is Severity.BREACH)
        self.lit.emit(card.found.role)

    def step(self, by: int) -> None:
        """Go to the next or previous finding, round and round."""
        if not self.cards:
            return
        places = [_place(card.found) for card in self.cards]
        here = places.index(self._selected) if self._selected in places else (-1 if by > 0 else 0)
        card = self.cards[(here + by) % len(self.cards)]
        self.select(card)
        card.setFocus()
        self.ensureWidgetVisible(card)

    def unselect(self) -> None:
        """End the highlight."""
        self._selected = _NONE
        for each in self.cards:
            each.select(False)

    def offer(self, found: Finding, mendings: list[tuple[str, Brief]]) -> None:
        """Offer what was tried and found to help."""
        card = next((each for each in self.cards if each.found == found), None)
        if card is None or card.doing.count():
            return
        for words, mended in mendings:
            self._add_deed(card, words, partial(self._mend, _place(found), mended))
        if found.code == _TOO_LONG:
            self._add_deed(
                card, self.desk.tr("Change the words"), partial(self.reworded.emit, found.role)
            )

    def _add_deed(self, card: FoundCard, words: str, deed: Callable[[], object]) -> None:
        first = card.found.severity is Severity.BREACH and not card.doing.count()
        button = Button(self.desk, words, role="primary" if first else "plain", size="small")
        if card.found.severity is Severity.NOTE:
            button = Button(self.desk, words, role="link", size="inline").start_aligned()
        button.wrapping().clicked.connect(lambda _: deed())
        card.doing.addWidget(button)
        above = 0 if card.found.severity is Severity.NOTE else 12
        card.doing.setContentsMargins(0, self.desk.px(above), 0, 0)

    def dock(self, on: bool) -> None:
        """Stand beside another panel, where it can be closed."""
        self._close.setVisible(on)

    def forget_mended(self) -> None:
        """Show what was mended here no longer: the panel is left."""
        if self._healed:
            self._healed.clear()
            self._show_open()
            self._show_kept()

    def _mend(self, place: Place, brief: Brief) -> None:
        self._healed.add(place)
        self._studio.mend(brief)

    def _show_open(self) -> None:
        cleared(self._open)
        self.cards = []
        for found in measures.of_severity(self._studio.composition, Severity.KEPT):
            if _place(found) in self._healed:
                self._open.addWidget(FoundCard(self.desk, found, self._owner(found)))
        for severity in (Severity.BREACH, Severity.WARNING, Severity.NOTE):
            for found in measures.of_severity(self._studio.composition, severity):
                if severity is Severity.NOTE and found.code.startswith(_OF_FILE):
                    continue
                card = FoundCard(self.desk, found, self._owner(found))
                card.clicked.connect(lambda card=card: self.select(card))
                self.cards.append(card)
                self._open.addWidget(card)
                if found.code == _NOBODY:
                    words, mark = self.desk.tr("Say who allowed it"), _mark(found)
                    self._add_deed(card, words, partial(self.permitted.emit, mark))
                self.wanted.emit(found)
        again = next((each for each in self.cards if _place(each.found) == self._selected), None)
        if again is not None:
            self.select(again)
        elif self._selected != _NONE:
            self._selected = _NONE
            self.lit.emit("")

    def _show_kept(self) -> None:
        cleared(self._kept)
        for found in measures.of_severity(self._studio.composition, Severity.KEPT):
            if _place(found) not in self._healed:
                figures = measures.short(self.desk.tr, found)
                self._kept.addWidget(KeptRow(self.desk, found, figures, self._owner(found)))

    def _owner(self, found: Finding) -> str:
        """Return the name of the partner, or the mark, that a finding is about, or nothing."""
        composition = self._studio.composition
        promise = composition.scene.promise if composition else None
        names = {each.role: each.name for each in promise.partners} if promise else {}
        return names.get(found.role, "") or _mark(found)


def _place(found: Finding) -> Place:
    """Return what tells a finding from others of one card: several marks may break one rule."""
    return found.code, found.role, _mark(found)


def _mark(found: Finding) -> str:
    """Return whose mark a finding about a permission speaks of."""
    return str(found.named.get("mark", ""))
