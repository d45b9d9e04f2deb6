"""The page on which a person says what is made of every row, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cobrand.batch.wish import USUAL_PATTERN
from cobrand.errors import CobrandError
from cobrand.gui.batch import troubles
from cobrand.gui.batch.bench import Look
from cobrand.gui.batch.order import Order
from cobrand.gui.desk import Desk
from cobrand.gui.parts.banner import banner, column
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.combo import Combo, Tick
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.field import Field, PathLine
from cobrand.gui.parts.fold import Fold
from cobrand.gui.parts.segmented import Segmented
from cobrand.gui.parts.text import label, row
from cobrand.gui.speech import marked
from cobrand.intake.readers import processors
from cobrand.library import Library
from cobrand.model.brief import Brief

_GROUPS = (
    ("@kit", marked("The whole kit, as for one organisation")),
    ("@social", marked("Social media")),
    ("@web", marked("Web and mail")),
    ("@print", marked("Print")),
    ("@lockup", marked("Only the two logos")),
)
_PATTERNS = (
    (USUAL_PATTERN, marked("A folder for each organisation")),
    ("{format}/{stem}-{language}.{kind}", marked("A folder for each format")),
    ("{language}/{stem}/{format}.{kind}", marked("A folder for each language")),
    ("{stem}-{format}-{language}.{kind}", marked("All in one folder")),
)
_OWN = "own"


class Wants(QWidget):
    """`wanted` tells an order in which something else is made."""

    wanted = Signal(object)
    folder_wanted = Signal()
    resuming = Signal()
    replacing = Signal()

    def __init__(self, desk: Desk, library: Library) -> None:
        super().__init__()
        self._desk, self._library = desk, library
        self._order = Order()
        self._kit: Brief | None = None
        tr = desk.tr
        self.groups = {name: self._tick(tr(words)) for name, words in _GROUPS}
        known = library.formats()
        self.formats = {each.id: self._tick(each.name(tr.language)) for each in known}
        campaign = library.campaign(Brief().campaign)
        self.languages = {each.language: self._tick(each.name) for each in campaign.vocabularies}
        self.look = Tick(desk, tr("Look and words as in the open kit"))
        self.typeset = Tick(desk, tr("Typeset the name where a logo is missing"))
        self.into = PathLine(tr("Into"))
        self.change = Button(desk, tr("Change…"), size="field")
        self.patterns = Combo(desk, tr("Names of files"))
        self.pattern = Field(desk, tr("Pattern of the names"))
        self.pattern.line.setAccessibleDescription(tr("Braces stand for what differs."))
        self.example = label(desk, "", "label", "soft", wrap=True)
        self.zip = Segmented(
            desk, (("", tr("Folders")), ("per-row", tr("A ZIP each")), ("all", tr("One ZIP")))
        )
        self.zip.setAccessibleName(tr("Packed as"))
        self.jobs = Combo(desk, tr("Helpers at work"))
        self.notes = label(desk, "", "body", wrap=True)
        self.noted = banner(desk, "warns", "warning-fill", "warn", 16, self.notes)
        self.noted.hide()
        self._build_complaint()
        self._lay_out()
        self._connect()

    def _tick(self, words: str) -> Tick:
        tick = Tick(self._desk, words)
        tick.clicked.connect(self._choose)
        return tick

    def _connect(self) -> None:
        self.look.clicked.connect(self._choose_look)
        self.typeset.clicked.connect(lambda on: self._want(typeset=on))
        self.change.clicked.connect(self.folder_wanted)
        self.patterns.activated.connect(self._choose_pattern)
        self.pattern.edited.connect(lambda text: self._want(pattern=text))
        self.zip.chosen.connect(lambda name: self._want(zip=name))
        self.jobs.activated.connect(lambda _: self._want(jobs=int(self.jobs.currentData())))

    def _build_complaint(self) -> None:
        desk, tr = self._desk, self._desk.tr
        self.sentence = label(desk, "", "body", wrap=True)
        self.resume = Button(desk, tr("Go on with them"), role="primary", size="small")
        self.replace = Button(desk, tr("Replace"), size="small")
        self.other = Button(desk, tr("Choose another folder"), size="small")
        self.resume.clicked.connect(self.resuming)
        self.replace.clicked.connect(self.replacing)
        self.other.clicked.connect(self.folder_wanted)
        buttons = QWidget()
        rows = column(desk, buttons, 8)
        rows.addLayout(Ends(desk, self.resume, self.replace, self.other))
        self.complaint = banner(desk, "bads", "x-circle-fill", "bad", 16, self.sentence, buttons)
        self.complaint.hide()

    # laying out

    def _lay_out(self) -> None:
        px = self._desk.px
        columns = QHBoxLayout()
        columns.setSpacing(px(40))
        columns.addLayout(self._left(), 1)
        columns.addLayout(self._right(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(24), px(8), px(24), px(20))
        whole.setSpacing(px(16))
        whole.addWidget(self.complaint)
        whole.addLayout(columns)
        whole.addStretch(1)

    def _left(self) -> QVBoxLayout:
        desk, tr, px = self._desk, self._desk.tr, self._desk.px
        made = QVBoxLayout()
        made.setSpacing(px(4))
        made.addWidget(label(desk, tr("Formats"), "strong"))
        for tick in self.groups.values():
            made.addWidget(tick)
        self.single = Fold(desk, tr("Single formats"))
        self.single.inside.setSpacing(0)
        self.single.inside.addLayout(_paired(list(self.formats.values())))
        made.addWidget(self.single)
        made.addSpacing(px(16))
        made.addWidget(label(desk, tr("Languages"), "strong"))
        note = tr("Rows that name a language keep it. The others are made in these:")
        made.addWidget(label(desk, note, "label", "soft", wrap=True))
        made.addLayout(_paired(list(self.languages.values())))
        made.addStretch(1)
        return made

    def _right(self) -> QVBoxLayout:
        tr, px = self._desk.tr, self._desk.px
        made = QVBoxLayout()
        made.setSpacing(px(16))
        where = row(self.into, self.change, spacing=px(8))
        where.setStretch(0, 1)
        made.addLayout(self._captioned(tr("Into"), where))
        names = self._captioned(tr("Names of files"), self.patterns)
        names.addWidget(self.pattern)
        names.addWidget(self.example)
        made.addLayout(names)
        made.addLayout(self._captioned(tr("Packed as"), self.zip))
        made.addLayout(self._captioned(tr("Helpers at work"), self.jobs))
        ticks = QVBoxLayout()
        ticks.setSpacing(px(4))
        ticks.addWidget(self.look)
        ticks.addWidget(self.typeset)
        made.addLayout(ticks)
        made.addWidget(self.noted)
        made.addStretch(1)
        return made

    def _captioned(self, words: str, part: QWidget | QHBoxLayout) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(self._desk.px(6))
        made.addWidget(label(self._desk, words, "label", "soft"))
        if isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
        return made

    # showing

    def show_order(self, order: Order, kit: Brief | None) -> None:
        """Show what is wanted now; `kit` is the one that is open in the main window."""
        self._order, self._kit = order, kit
        for name, tick in {**self.groups, **self.formats}.items():
            tick.setChecked(name in order.formats)
        if any(name in self.formats for name in order.formats):
            self.single.open()
        for name, tick in self.languages.items():
            tick.setChecked(name in (order.languages or (order.base.language,)))
        self.look.setVisible(kit is not None)
        self.look.setChecked(bool(order.templates))
        self.typeset.setChecked(order.typeset)
        folder = Path(order.folder)
        self.into.show_path(self._desk.tr.ltr(" / ".join(folder.parts[-2:])), str(folder))
        self.zip.mark(order.zip)
        self._show_pattern(order.pattern)
        self._show_jobs(order.jobs)

    def _show_pattern(self, pattern: str) -> None:
        tr = self._desk.tr
        if not self.patterns.count():
            for each, words in _PATTERNS:
                self.patterns.addItem(tr(words), each)
            self.patterns.addItem(tr("A pattern of your own"), _OWN)
        known = self.patterns.findData(pattern)
        at_hand = self.patterns.currentData() == _OWN and self.pattern.line.hasFocus()
        if not at_hand:
            self.patterns.setCurrentIndex(known if known >= 0 else self.patterns.findData(_OWN))
        self.pattern.setVisible(self.patterns.currentData() == _OWN)
        self.pattern.show_text(pattern)

    def _show_jobs(self, jobs: int) -> None:
        most = max(jobs, min(processors(), 16))
        if self.jobs.count() != most:
            self.jobs.clear()
            for number in range(1, most + 1):
                words = self._desk.tr.count("{n} at a time", "{n} at a time", number)
                self.jobs.addItem(words, number)
        self.jobs.setCurrentIndex(self.jobs.findData(jobs))

    def show_look(self, look: Look) -> None:
        """Show an example of a name, or what is wrong with the pattern."""
        tr = self._desk.tr
        self.example.setText(tr("For example: {name}", name=tr.ltr(look.example)))
        self.example.setVisible(bool(look.example))
        wrong = look.problem if look.problem and "pattern" in look.problem.code else None
        self.pattern.complain(tr.say(wrong) if wrong else "")
        self._show_notes(look)
        if look.problem is None:
            self.complain(None)
        elif wrong is None:
            self.complain(look.problem)

    def _show_notes(self, look: Look) -> None:
        """Say once what is so for every row."""
        tr = self._desk.tr
        told = []
        if self._library.campaign(self._order.base.campaign).stand_in:
            told.append(
                tr(
                    "The campaign mark is a stand-in. You can export now and remake the kit "
                    "when you have the official one."
                )
            )
        if look.unreviewed:
            listed = ", ".join(tr.ltr(each) for each in look.unreviewed)
            told.append(tr("Not checked by a speaker yet: {languages}.", languages=listed))
        self.notes.setText(" ".join(told))
        self.noted.setVisible(bool(told))

    def complain(self, problem: CobrandError | None) -> None:
        """Say why nothing can be made so; where names are taken, offer what can be done."""
        taken = problem is not None and problem.code == "batch.target-exists"
        record = problem is not None and problem.code.startswith("batch.manifest")
        self.sentence.setText(troubles.said(self._desk.tr, problem) if problem else "")
        self.resume.setVisible(taken)
        self.replace.setVisible(taken or record)
        self.other.setVisible(taken or record)
        self.complaint.setVisible(problem is not None)
        if taken:
            self.resume.setFocus()

    # choosing

    def _want(self, **changes: object) -> None:
        self._order = replace(self._order, **changes)  # type: ignore[arg-type]
        self.wanted.emit(self._order)

    def _choose(self) -> None:
        formats = {**self.groups, **self.formats}
        self._want(
            formats=tuple(name for name, tick in formats.items() if tick.isChecked()),
            languages=tuple(name for name, tick in self.languages.items() if tick.isChecked()),
        )

    def _choose_look(self, on: bool) -> None:
        if on and self._kit is not None:
            self._order = self._order.looking_like(self._kit)
            self.wanted.emit(self._order)
        else:
            language = self._order.base.language
            self._want(base=Brief(language=language), templates=(), ground="")

    def _choose_pattern(self) -> None:
        chosen = str(self.patterns.currentData())
        self.pattern.setVisible(chosen == _OWN)
        if chosen == _OWN:
            self.pattern.line.setFocus()
        else:
            self._want(pattern=chosen)


def _paired(ticks: Sequence[Tick]) -> QGridLayout:
    """Return ticks in two columns, read downwards."""
    grid, half = QGridLayout(), (len(ticks) + 1) // 2
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for place, tick in enumerate(ticks):
        grid.addWidget(tick, place % half, place // half)
    return grid
