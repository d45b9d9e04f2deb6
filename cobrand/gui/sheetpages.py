"""The export sheet while choosing and while files are being made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from cobrand.gui.desk import Desk
from cobrand.gui.exporting import Exporter, What
from cobrand.gui.parts.banner import banner, column
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.cardbutton import RadioCard
from cobrand.gui.parts.combo import Combo, Tick
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.field import Field, PathLine
from cobrand.gui.parts.text import label, row
from cobrand.gui.studio import Studio

if TYPE_CHECKING:
    from cobrand.kit import Progress

_ENDINGS = {"jpeg": "jpg"}


class Choose(QWidget):
    """What to make, where to, and one button that says the number; `turned` to kit or file."""

    turned = Signal()

    def __init__(self, desk: Desk, studio: Studio, exporter: Exporter) -> None:
        super().__init__()
        self._desk = desk
        self._studio = studio
        self._exporter = exporter
        self.what: What = "kit"
        tr = desk.tr
        self.kit = RadioCard(desk, tr("The whole kit"), strong=True)
        self.file = RadioCard(desk, tr("This file"), strong=True)
        group = QButtonGroup(self)
        for card, what in ((self.kit, "kit"), (self.file, "file")):
            group.addButton(card)
            card.clicked.connect(lambda _=False, what=what: self.prepare(what))
        self._kind = Combo(desk, tr("Kind of file"))
        self._kind.activated.connect(lambda: self.prepare("file"))
        self.into = PathLine(tr("Into"))
        self.change = Button(desk, tr("Change…"), size="field")
        self.change.clicked.connect(self.choose_folder)
        self.zip = Tick(desk, tr("As one ZIP file"))
        self.zip.clicked.connect(lambda: self.prepare(self.what))
        self.go = Button(desk, "", role="primary", size="large").wrapping()
        self.reason = Field(desk, tr("Why all the same? The proof shows it."))
        self.reason.line.returnPressed.connect(self.go.click)
        self.reason.hide()
        self.by = Field(desk, tr("Your name, for the proof"))
        self.by.edited.connect(self._sign)
        self._broken = 0
        self._build_complaint()
        self._lay_out()

    @property
    def kind(self) -> str:
        """The kind of file that is chosen for this one card."""
        return str(self._kind.currentData() or self._studio.format.kinds[0])

    def prepare(self, what: str) -> None:
        """Show what would be made now."""
        was, self.what = self.what, "file" if what == "file" else "kit"
        if self.what != was:
            self._broken = 0
            self.turned.emit()
        tr, format_ = self._desk.tr, self._studio.format
        count = self._exporter.count()
        files = tr.count("{n} file, with a proof of the rules", "{n} files, with a proof", count)
        self.kit.annotate(note=files)
        self.file.annotate(note=format_.name(tr.language))
        (self.file if self.what == "file" else self.kit).setChecked(True)
        self._show_kinds(format_.kinds)
        self._kind.setVisible(self.what == "file")
        self.zip.setVisible(self.what == "kit")
        self.by.setVisible(self.what == "kit")
        self.by.show_text(self._exporter.by)
        self._note.setVisible(self._studio.campaign.stand_in)
        self.into.show_path(tr.ltr(_short(self.target())), str(self.target()))
        self._name_button()
        self.complain("", False)

    def show_broken(self, count: int) -> None:
        """Say how many rules are broken by what would be made."""
        self._broken = count
        self._name_button()

    def asks(self) -> bool:
        """Ask for a reason where a rule is broken; say whether an answer is still to come."""
        if self.what != "kit" or not self._broken:
            return False
        if self.reason.isHidden():
            self.reason.show()
            self._name_button()
        elif self.reason.line.text().strip():
            return False
        else:
            self.reason.complain(self._desk.tr("One line is enough."))
        self.reason.line.setFocus()
        return True

    def _name_button(self) -> None:
        tr, kit, broken = self._desk.tr, self.what == "kit", self._broken
        if not (kit and broken):
            self.reason.hide()
        count = self._exporter.count()
        words = tr.count("Export {n} file", "Export {n} files", count)
        if not kit:
            words = tr("Export this file")
        if broken and self.reason.isHidden():
            words = tr.count("Export with {n} broken rule", "Export with {n} broken rules", broken)
            words += "…" if kit else ""
        self.go.say(words)

    def _sign(self, name: str) -> None:
        self._exporter.by = name

    def target(self) -> Path:
        """Return what would be made: a folder, an archive or a file."""
        folder, stem = self._exporter.folder, self._exporter.stem
        if self.what == "kit":
            return folder / (f"{stem}.zip" if self.zip.isChecked() else stem)
        name = self._studio.format.name(self._desk.tr.language)
        owner = stem.removesuffix(" kit")
        return folder / f"{owner} {name}.{_ENDINGS.get(self.kind, self.kind)}"

    def choose_folder(self) -> None:
        """Ask where to."""
        title = self._desk.tr("Where should the files go?")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._exporter.folder))
        if chosen:
            self._exporter.folder = Path(chosen)
            self.prepare(self.what)

    def complain(self, sentence: str, taken: bool) -> None:
        """Say why nothing was made; where names are taken, offer what can be done."""
        self._sentence.setText(sentence)
        self._complaint.setVisible(bool(sentence))
        for button in (self.keep_both, self.replace, self.other):
            button.setVisible(taken)
        if taken:
            self.keep_both.setFocus()

    def _build_complaint(self) -> None:
        desk, tr = self._desk, self._desk.tr
        self._sentence = label(desk, "", "body", wrap=True)
        self.keep_both = Button(desk, tr("Keep both"), role="primary", size="small")
        self.replace = Button(desk, tr("Replace"), size="small")
        self.other = Button(desk, tr("Choose another folder"), size="small").wrapping()
        self.other.clicked.connect(self.choose_folder)
        buttons = QWidget()
        rows = column(desk, buttons, 8)
        rows.addLayout(Ends(desk, self.keep_both, self.replace))
        rows.addWidget(self.other)
        self._complaint = banner(desk, "bads", "x-circle-fill", "bad", 16, self._sentence, buttons)
        self._complaint.hide()

    def _lay_out(self) -> None:
        desk, tr = self._desk, self._desk.tr
        words = tr(
            "The campaign mark is a stand-in. "
            "You can export now and remake the kit when you have the official one."
        )
        note = label(desk, words, "body", wrap=True)
        self._note = banner(desk, "warns", "warning-fill", "warn", 16, note)
        into = QVBoxLayout()
        into.setSpacing(desk.px(6))
        into.addWidget(label(desk, tr("Into"), "label", "soft"))
        where = row(self.into, self.change)
        where.setStretch(0, 1)
        into.addLayout(where)
        cards = QVBoxLayout()
        cards.setSpacing(desk.px(8))
        for card in (self.kit, self.file, self._kind):
            cards.addWidget(card)
        rows = column(desk, self)
        rows.addLayout(cards)
        rows.addLayout(into)
        rows.addWidget(self.zip)
        rows.addWidget(self.by)
        rows.addStretch(1)
        rows.addWidget(self._complaint)
        rows.addWidget(self._note)
        rows.addWidget(self.reason)
        rows.addWidget(self.go)

    def _show_kinds(self, kinds: tuple[str, ...]) -> None:
        now = self._kind.currentData()
        if [self._kind.itemData(place) for place in range(self._kind.count())] == list(kinds):
            return
        self._kind.clear()
        for kind in kinds:
            words = {"docx": "Word", "jpeg": "JPEG", "webp": "WebP"}.get(kind, kind.upper())
            self._kind.addItem(words, kind)
        self._kind.setCurrentIndex(max(0, self._kind.findData(now)))


class Running(QWidget):
    """How far it is, with the name of the file in hand, and Cancel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = label(desk, "", "title", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(desk.tr("Progress"))
        self.count = label(desk, "", "body", wrap=True)
        self.name = label(desk, "", "label", "soft", wrap=True)
        self.cancel = Button(desk, desk.tr("Cancel"))
        rows = column(desk, self, 12)
        for part in (self._title, self.bar, self.count, self.name):
            rows.addWidget(part)
        rows.addWidget(
            label(desk, desk.tr("Files that are finished stay."), "label", "soft", wrap=True)
        )
        rows.addStretch(1)
        rows.addWidget(self.cancel)

    def begin(self) -> None:
        """Show that it has begun."""
        self._title.setText(self._desk.tr("Making your files"))
        self.bar.setRange(0, 0)
        self.count.setText("")
        self.name.setText("")
        self.cancel.setEnabled(True)

    def stopping(self) -> None:
        """Show that the file in hand is the last one."""
        self._title.setText(self._desk.tr("Stopping after the file in hand"))
        self.cancel.setEnabled(False)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        tr = self._desk.tr
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        far = tr("{done} of {total}", done=progress.done, total=progress.total)
        left = tr("{left:.0} s left", left=max(0.0, progress.left))
        self.count.setText(f"{far} · {left}" if progress.done > 2 else far)
        self.name.setText(tr.ltr(progress.name))


def _short(path: Path) -> str:
    """Return a path's last two parts: "Documents / Bridges kit"."""
    return " / ".join(path.parts[-2:])
