"""How a list is read: which column is which, its encoding or sheet, and where its logos are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cobrand.batch.row import Roster
from cobrand.gui.batch import troubles
from cobrand.gui.batch.order import Order
from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.combo import Combo
from cobrand.gui.parts.field import PathLine
from cobrand.gui.parts.text import label, retone, row
from cobrand.gui.speech import Speech, marked
from cobrand.model.finding import Finding, Severity

_FIELDS = (("name", marked("Name")), ("logo", marked("Logo")), ("language", marked("Language")))
_ENCODINGS = (
    "utf-8", "windows-1252", "windows-1256", "windows-1251", "windows-1250", "iso-8859-15",
    "utf-16", "mac-roman", "gb18030", "shift_jis",
)  # fmt: skip
_DELIMITERS = ((",", ","), (";", ";"), ("\t", marked("Tab")), ("|", "|"))
_READ_AS = ("roster.read-as", "roster.read-as-guessed", "roster.read-as-json", "roster.sheet")
_SAID = 3  # findings that are said at once; the table needs the room


class ReadAs(QFrame):
    """`wanted` tells an order in which something is read another way."""

    wanted = Signal(object)
    folder_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("readas")
        self._desk = desk
        self._order = Order()
        tr = desk.tr
        self.columns = {field: Combo(desk, tr(words)) for field, words in _FIELDS}
        for field, combo in self.columns.items():
            combo.activated.connect(lambda _, field=field: self._choose_column(field))
        self.more = Button(desk, tr("How it is read"), "caret-right", role="quiet", size="inline")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._unfold)
        self.encoding = self._combo(tr("Encoding"), "encoding")
        self.delimiter = self._combo(tr("Cells are parted by"), "delimiter")
        self.sheet = self._combo(tr("Sheet"), "sheet")
        self.logos = PathLine(tr("Logos are in"))
        self.change = Button(desk, tr("Change…"), size="field")
        self.change.clicked.connect(self.folder_wanted)
        self.told = label(desk, "", "label", "soft", wrap=True)
        self._lay_out()

    def _combo(self, name: str, what: str) -> Combo:
        combo = Combo(self._desk, name)
        combo.activated.connect(lambda _: self._choose(combo, what))
        return combo

    def _lay_out(self) -> None:
        desk, px = self._desk, self._desk.px
        arrow = "→" if desk.tr.mirrored else "←"
        upper = QHBoxLayout()
        upper.setSpacing(px(8))
        for field, words in _FIELDS:
            caption = label(desk, f"{desk.tr(words)} {arrow}", "body", "soft")
            caption.setBuddy(self.columns[field])
            upper.addWidget(caption)
            upper.addWidget(self.columns[field], 1)
            upper.addSpacing(px(8))
        upper.addWidget(self.more)
        self._below = QWidget()
        lower = QHBoxLayout(self._below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(px(12))
        for combo in (self.encoding, self.delimiter, self.sheet):
            lower.addLayout(self._captioned(combo, combo), 2)
        where = row(self.logos, self.change, spacing=px(8))
        where.setStretch(0, 1)
        lower.addLayout(self._captioned(self.logos, where), 4)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(10), px(24), px(10))
        column.setSpacing(px(10))
        column.addLayout(upper)
        column.addWidget(self._below)
        column.addWidget(self.told)

    def _captioned(self, named: QWidget, part: QWidget | QHBoxLayout) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(self._desk.px(6))
        caption = label(self._desk, named.accessibleName(), "label", "soft")
        named.setProperty("caption", caption)
        made.addWidget(caption)
        if isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
        return made

    def show_roster(self, order: Order, roster: Roster) -> None:
        """Show how the list was read."""
        self._order = order
        self._show_columns(roster)
        text = any(each.code.startswith("roster.read-as") for each in roster.findings)
        codes = {each.code: each for each in roster.findings}
        cells = codes.get("roster.read-as") or codes.get("roster.read-as-guessed")
        found = str(cells.named["encoding"]) if cells else ""
        self._fill(self.encoding, [(each, each) for each in _ENCODINGS], order.encoding, found)
        tab = self._desk.tr("Tab")
        parted = str(cells.named["delimiter"]).replace("delimiter.tab", tab) if cells else ""
        named = [(each, self._desk.tr(words)) for each, words in _DELIMITERS]
        self._fill(self.delimiter, named, order.delimiter, parted)
        sheets = [(each, each) for each in roster.sheets]
        self._fill(self.sheet, sheets, order.sheet or next(iter(roster.sheets), ""))
        for combo, on in (
            (self.encoding, text),
            (self.delimiter, cells is not None),
            (self.sheet, len(roster.sheets) > 1),
        ):
            combo.setVisible(on)
            combo.property("caption").setVisible(on)
        self._show_logos(order)
        self._show_told(roster.findings)

    def _show_columns(self, roster: Roster) -> None:
        where = {field: heading for heading, field in roster.columns if field}
        headings = [heading for heading, _ in roster.columns]
        none = self._desk.tr("No column")
        for field, combo in self.columns.items():
            combo.clear()
            for heading in headings:
                combo.addItem(heading, heading)
            if field != "name":
                combo.addItem(none, "")
            combo.setCurrentIndex(max(0, combo.findData(where.get(field, ""))))

    def _fill(
        self, combo: Combo, choices: Sequence[tuple[str, str]], now: str, found: str = ""
    ) -> None:
        """Fill a list of choices; the first is what was found out, where anything was."""
        combo.clear()
        if found:
            combo.addItem(self._desk.tr("Found out: {name}", name=found), "")
        for data, words in choices:
            combo.addItem(words, data)
        combo.setCurrentIndex(max(0, combo.findData(now)))

    def _show_logos(self, order: Order) -> None:
        tr = self._desk.tr
        folder = Path(order.logos) if order.logos else Path(order.roster).parent
        shown = " / ".join(folder.parts[-2:])
        self.logos.show_path(tr.ltr(shown), str(folder))

    def _show_told(self, findings: Sequence[Finding]) -> None:
        tr = self._desk.tr
        worth = [each for each in findings if each.code not in _READ_AS]
        ordered = sorted(worth, key=lambda each: -each.severity)[:_SAID]
        self.told.setText(" ".join(troubles.said(tr, each) for each in ordered))
        graver = any(each.severity >= Severity.WARNING for each in ordered)
        retone(self.told, "tone", "warn" if graver else "soft")
        self.told.setVisible(bool(ordered))

    def complain(self, sentence: str) -> None:
        """Say why the list cannot be read that way; what was read before stays."""
        self.told.setText(sentence)
        retone(self.told, "tone", "bad")
        self.told.show()

    def _unfold(self, on: bool) -> None:
        self.more.turn("caret-down" if on else "caret-right")
        self._below.setVisible(on)

    def _choose_column(self, field: str) -> None:
        heading = str(self.columns[field].currentData())
        self.wanted.emit(self._order.with_column(field, heading))

    def _choose(self, combo: Combo, what: str) -> None:
        self.wanted.emit(self._order.reading(**{what: str(combo.currentData())}))


def read_as(tr: Speech, roster: Roster) -> str:
    """Return how a list was read, in a sentence."""
    found = next((each for each in roster.findings if each.code in _READ_AS), None)
    return tr.say(found) if found else ""
