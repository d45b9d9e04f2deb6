"""The Words panel: language, message, organisation, address, and what events and letters need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QVBoxLayout

from cobrand.gui.desk import Desk
from cobrand.gui.panels.panel import Panel, cleared
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.cardbutton import RadioCard
from cobrand.gui.parts.combo import Combo
from cobrand.gui.parts.date import DateField
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.field import Field
from cobrand.gui.parts.fold import Fold
from cobrand.gui.parts.meter import Meter
from cobrand.gui.parts.text import STATUS, chip, label, retone
from cobrand.gui.studio import Studio
from cobrand.model.campaign import Message

_SHOWN = 3


class Own(QPlainTextEdit):
    """Three lines for the person's own message."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that writing is over."""
        super().focusOutEvent(event)
        self.left.emit()


class WordsPanel(Panel):
    """Shows the brief's words and tells the studio what was written."""

    def __init__(self, desk: Desk, studio: Studio) -> None:
        super().__init__(desk, desk.tr("Words"))
        self._studio = studio
        self._shown: tuple[object, ...] = ()
        self._all = False
        self._cards: dict[str, RadioCard] = {}
        self._add_language()
        self._add_messages()
        self._add_fields()
        self._add_event()
        self._add_contact()
        self.column.addStretch(1)
        studio.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the brief in hand."""
        if self._studio.logo is None:
            return
        brief = self._studio.brief
        self._show_languages()
        self._show_messages()
        self.name.show_text(brief.name)
        for name, field in self._fields.items():
            field.show_text(brief.word(name).replace("|", " "))
        self._day.show_date(brief.word("event.date"))
        self.url.line.setPlaceholderText(self._studio.campaign.url)
        if any(need.startswith("event.") for need in self._studio.template.needs):
            self.events.open()
        if self._studio.template.kind == "stationery":
            self.contact.open()
        self._show_missing()

    def focus_name(self) -> None:
        """Put the cursor where the organisation's name is written."""
        self.ensureWidgetVisible(self.name)
        self.name.line.setFocus()
        self.name.line.selectAll()

    def focus_missing(self) -> None:
        """Put the cursor where the card still needs words."""
        self.focus_words(self._studio.missing)

    def focus_words(self, names: Sequence[str]) -> None:
        """Put the cursor where the first of these texts is written, else on the name."""
        if "message" in names:
            self._begin_own()
            return
        wanted = next((self._fields[name] for name in names if name in self._fields), None)
        if wanted is None:
            self.focus_name()
            return
        for fold in (self.events, self.contact):
            if fold.isAncestorOf(wanted):
                fold.open()
        wanted.line.setFocus()
        QTimer.singleShot(0, wanted, lambda: self.ensureWidgetVisible(wanted))

    @property
    def meters(self) -> dict[str, Meter]:
        """The meter of every text, by the text's name in a brief."""
        fields = {name: field.meter for name, field in self._fields.items()}
        return {"message": self.own_meter, "organisation.name": self.name.meter, **fields}

    # parts

    def _add_language(self) -> None:
        desk = self.desk
        self.language = Combo(desk, desk.tr("Language on the cards"))
        self.language.activated.connect(self._choose_language)
        self._status = chip(desk, "", "soft")
        caption = label(desk, desk.tr("Language on the cards"), "label", "soft")
        column = QVBoxLayout()
        column.setSpacing(desk.px(6))
        column.addLayout(Ends(desk, caption, self._status))
        column.addWidget(self.language)
        self.add(column)

    def _add_messages(self) -> None:
        desk, tr = self.desk, self.desk.tr
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.px(8))
        self.own_button = Button(desk, tr("Write your own"), "plus", role="link", size="inline")
        self.own_button.clicked.connect(self._begin_own)
        self._more = Button(desk, tr("More"), role="quiet", size="inline")
        self._more.clicked.connect(self._show_all)
        self.own = Own()
        self.own.setAccessibleName(tr("Your own message"))
        self.own.setPlaceholderText(tr("Your own message"))
        self.own.setTabChangesFocus(True)
        self.own.setAcceptDrops(False)
        self.own.setMinimumHeight(desk.px(74))
        self.own.setMaximumHeight(desk.px(130))
        self.own.textChanged.connect(self._write_own)
        self.own.left.connect(self._studio.history.settle)
        self._own_chip = chip(desk, tr(STATUS["own"][0]), STATUS["own"][1])
        whole = QVBoxLayout()
        whole.setSpacing(desk.px(8))
        self.own_meter = Meter(desk)
        whole.addWidget(label(desk, tr("Message"), "label", "soft"))
        whole.addLayout(self._column)
        whole.addWidget(self.own)
        whole.addWidget(self.own_meter)
        whole.addLayout(Ends(desk, self._own_chip, self.own_meter.aside))
        whole.addLayout(Ends(desk, self.own_button, self._more))
        self.add(whole)

    def _add_fields(self) -> None:
        desk, tr = self.desk, self.desk.tr
        self.name = Field(desk, tr("Organisation"))
        self.name.edited.connect(self._studio.write_name)
        self.url = Field(desk, tr("Web address"))
        self._fields: dict[str, Field] = {"url": self.url}
        self.add(self.name)
        self.add(self.url)
        self._listen("url", self.url)
        self.name.left.connect(self._studio.history.settle)

    def _add_event(self) -> None:
        desk, tr = self.desk, self.desk.tr
        self.events = Fold(desk, tr("Event: date, place, title"))
        self.events.inside.addWidget(self._field("event.title", tr("Title")))
        self._day = DateField(desk, tr("Date"))
        self._day.chosen.connect(lambda day: self._studio.write_word("event.date", day))
        self.events.inside.addWidget(self._day)
        self.events.inside.addWidget(self._field("event.time", tr("Time")))
        self.events.inside.addWidget(self._field("event.place", tr("Place")))
        self.add(self.events)

    def _add_contact(self) -> None:
        desk, tr = self.desk, self.desk.tr
        self.contact = Fold(desk, tr("Contact, for letters"))
        sender = self._field("organisation.return_line", tr("Sender, above the address"))
        lines = self._field("organisation.contact", tr("Address, telephone, e-mail"))
        self.contact.inside.addWidget(lines)
        self.contact.inside.addWidget(sender)
        self.add(self.contact)

    def _field(self, name: str, caption: str) -> Field:
        field = Field(self.desk, caption)
        self._fields[name] = field
        self._listen(name, field)
        return field

    def _listen(self, name: str, field: Field) -> None:
        field.edited.connect(lambda text: self._studio.write_word(name, text))
        field.left.connect(self._studio.history.settle)

    # showing

    def _show_languages(self) -> None:
        words = self._studio.vocabulary
        offered = self._studio.campaign.vocabularies
        if self.language.count() != len(offered):
            self.language.clear()
            for each in offered:
                self.language.addItem(each.name, each.language)
        self.language.setCurrentIndex(self.language.findData(words.language))
        name, tone = STATUS[words.status]
        self._status.setText(self.desk.tr(name))
        self._status.setVisible(words.status != "official")
        retone(self._status, "chip", tone)

    def _show_messages(self) -> None:
        brief, words = self._studio.brief, self._studio.vocabulary
        own = bool(brief.word("message")) or (not brief.message and self.own.hasFocus())
        chosen = next((m for m, each in enumerate(words.messages) if each.id == brief.message), 0)
        everything = self._all or chosen >= _SHOWN
        if self._shown != (words.language, everything):
            self._build_cards(words.messages if everything else words.messages[:_SHOWN])
            self._shown = (words.language, everything)
        rest = len(words.messages) - _SHOWN
        self._more.say(self.desk.tr.count("{n} more", "{n} more", rest))
        self._more.setVisible(rest > 0 and not everything)
        self._mark_cards("" if own else brief.message)
        self._show_own(own, brief.word("message"))

    def _build_cards(self, messages: tuple[Message, ...]) -> None:
        cleared(self._column)
        self._cards.clear()
        for message in messages:
            card = RadioCard(self.desk, message.text.replace("|", " "))
            name, tone = STATUS[message.status]
            card.annotate(chip=(self.desk.tr(name), tone))
            card.clicked.connect(lambda _=False, name=message.id: self._choose_message(name))
            self._group.addButton(card)
            self._cards[message.id] = card
            self._column.addWidget(card)

    def _mark_cards(self, name: str) -> None:
        self._group.setExclusive(False)
        for each, card in self._cards.items():
            card.setChecked(each == name)
        self._group.setExclusive(True)

    def _show_own(self, own: bool, text: str) -> None:
        for part in (self.own, self._own_chip, self.own_meter.aside):
            part.setVisible(own)
        self.own_button.setVisible(not own)
        if self.own.toPlainText() != text and not self.own.hasFocus():
            self.own.blockSignals(True)
            self.own.setPlainText(text)
            self.own.blockSignals(False)

    def _show_missing(self) -> None:
        """Mark what the template cannot do without."""
        missing = self._studio.missing
        sentence = self.desk.tr("This card needs it.")
        for name, field in self._fields.items():
            field.complain(sentence if name in missing else "")
        self.name.complain(sentence if "organisation.name" in missing else "")
        self._day.complain("event.date" in missing)

    # doing

    def _choose_language(self, place: int) -> None:
        self._studio.choose_language(str(self.language.itemData(place)))

    def _choose_message(self, name: str) -> None:
        self._show_own(False, "")
        self._studio.choose_message(name)

    def _begin_own(self) -> None:
        self._show_own(True, self._studio.brief.word("message"))
        self._mark_cards("")
        self.own.setFocus()

    def _write_own(self) -> None:
        if self.own.isVisible():
            self._studio.write_message(self.own.toPlainText())

    def _show_all(self) -> None:
        self._all = True
        self._show_messages()
        next(iter(self._cards.values())).setFocus()
