"""The three pages of the export sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from cobrand.gui.desk import Desk
from cobrand.gui.exporting import Exporter, Made, What
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.cardbutton import RadioCard
from cobrand.gui.parts.combo import Combo, Tick
from cobrand.gui.parts.field import PathLine
from cobrand.gui.parts.filerows import FileRows
from cobrand.gui.parts.found import Sign
from cobrand.gui.parts.text import label, line, row
from cobrand.gui.studio import Studio
from cobrand.kit import Progress

_ENDINGS = {"jpeg": "jpg"}
_SLOW_LINE = 1_000_000 / 8  # bytes a second on a line of 1 Mbit/s


def _column(desk: Desk, owner: QWidget, spacing: float = 16) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(desk.px(spacing))
    return column


def _banner(desk: Desk, box: str, icon: str, tone: str, side: float, *words: QWidget) -> QFrame:
    """Return a coloured box with an icon and words."""
    frame = QFrame()
    frame.setProperty("box", box)
    inside = QHBoxLayout(frame)
    edge = desk.px(12 if side < 20 else 16)
    inside.setContentsMargins(edge, edge, edge, edge)
    inside.setSpacing(desk.px(10 if side < 20 else 14))
    where = Qt.AlignmentFlag.AlignTop if side < 20 else Qt.AlignmentFlag.AlignVCenter
    inside.addWidget(Sign(desk, icon, tone, side), 0, where)
    column = QVBoxLayout()
    column.setSpacing(desk.px(2))
    for each in words:
        column.addWidget(each)
    inside.addLayout(column, 1)
    return frame


class Choose(QWidget):
    """What to make, where to, and one button that says the number."""

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
        self.go = Button(desk, "", role="primary", size="large")
        self._build_complaint()
        self._lay_out()

    @property
    def kind(self) -> str:
        """The kind of file that is chosen for this one card."""
        return str(self._kind.currentData() or self._studio.format.kinds[0])

    def prepare(self, what: str) -> None:
        """Show what would be made now."""
        self.what = "file" if what == "file" else "kit"
        tr, format_ = self._desk.tr, self._studio.format
        count = self._exporter.count()
        files = tr.count("{n} file, with a proof of the rules", "{n} files, with a proof", count)
        self.kit.annotate(note=files)
        self.file.annotate(note=format_.name(tr.language))
        (self.file if self.what == "file" else self.kit).setChecked(True)
        self._show_kinds(format_.kinds)
        self._kind.setVisible(self.what == "file")
        self.zip.setVisible(self.what == "kit")
        self._note.setVisible(self._studio.campaign.stand_in)
        self.into.show_path(tr.ltr(_short(self.target())), str(self.target()))
        words = tr.count("Export {n} file", "Export {n} files", count)
        if self.what == "file":
            words = tr("Export this file")
        self.go.say(words)
        self.complain("", False)

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
        self.other = Button(desk, tr("Choose another folder"), size="small")
        self.other.clicked.connect(self.choose_folder)
        buttons = QWidget()
        column = _column(desk, buttons, 8)
        column.addLayout(row(self.keep_both, self.replace))
        column.addWidget(self.other)
        self._complaint = _banner(desk, "bads", "x-circle-fill", "bad", 16, self._sentence, buttons)
        self._complaint.hide()

    def _lay_out(self) -> None:
        desk, tr = self._desk, self._desk.tr
        words = tr(
            "The campaign mark is a stand-in. "
            "You can export now and remake the kit when you have the official one."
        )
        note = label(desk, words, "body", wrap=True)
        self._note = _banner(desk, "warns", "warning-fill", "warn", 16, note)
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
        column = _column(desk, self)
        column.addLayout(cards)
        column.addLayout(into)
        column.addWidget(self.zip)
        column.addStretch(1)
        column.addWidget(self._complaint)
        column.addWidget(self._note)
        column.addWidget(self.go)

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
        column = _column(desk, self, 12)
        for part in (self._title, self.bar, self.count, self.name):
            column.addWidget(part)
        column.addWidget(label(desk, desk.tr("Files that are finished stay."), "label", "soft"))
        column.addStretch(1)
        column.addWidget(self.cancel)

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


class Finished(QWidget):
    """The kit is there: open its folder, drag a file out, read the proof."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr = desk.tr
        self._made: Made | None = None
        self.title = label(desk, "", "title", wrap=True)
        self.story = label(desk, "", "body", wrap=True)
        self._good = _banner(desk, "oks", "check-circle-fill", "ok", 24, self.title, self.story)
        self.folder = Button(desk, tr("Open folder"), "folder-open", role="primary")
        self.again = Button(desk, tr("Export again"), "export")
        self.proof = Button(desk, tr("Read the proof"), "file-text", role="link", size="inline")
        self.folder.clicked.connect(lambda: self._open(self._made and self._made.place))
        self.proof.clicked.connect(lambda: self._open(self._made and self._made.proof))
        self._size = label(desk, "", "big")
        self._files = label(desk, "", "label", "soft")
        self._send = label(desk, "", "big")
        slow = label(desk, tr("on a line of 1 Mbit/s"), "label", "soft")
        self.rows = FileRows(desk)
        column = _column(desk, self)
        column.addWidget(self._good)
        buttons = row(self.folder, self.again, spacing=desk.px(10))
        buttons.setStretch(0, 1)
        buttons.setStretch(1, 1)
        column.addLayout(buttons)
        column.addWidget(self._figures((self._size, self._files), (self._send, slow)))
        column.addWidget(label(desk, tr("Drag a file into an e-mail or chat"), "label", "soft"))
        column.addWidget(self.rows, 1)
        column.addWidget(line())
        column.addLayout(row(self.proof, None))

    def show_made(self, made: Made, stand_in: bool) -> None:
        """Show what is there now."""
        tr = self._desk.tr
        self._made = made
        count = len(made.files)
        self.title.setText(tr("Stopped") if made.cancelled else tr("Your kit is ready"))
        self.story.setText(" ".join(self._story(made, stand_in)))
        self._size.setText(tr.ltr(tr.size(made.bytes)))
        files = tr.count("in {n} file, made in {s:.0} s", "in {n} files, made in {s:.0} s", count,
                         s=max(1.0, made.seconds))  # fmt: skip
        self._files.setText(files)
        send = max(1, round(made.bytes / _SLOW_LINE))
        self._send.setText(tr("{n} s to send", n=send))
        self.rows.show_files(made.files)
        self.proof.setVisible(made.proof is not None)

    def _story(self, made: Made, stand_in: bool) -> list[str]:
        tr, count = self._desk.tr, len(made.files)
        if made.cancelled:
            return [tr("{n} of {all} files are complete and safe.", n=count, all=made.total)]
        told = [
            tr.count(
                "{n} file, opened again and measured.",
                "{n} files, each opened again and measured.",
                count,
            )
        ]
        if made.broken:
            told.append(tr.count("{n} file breaks a rule.", "{n} files break a rule.", made.broken))
        else:
            told.append(tr("No rule broken."))
        told += [tr.say(each) for each in made.failed]
        if stand_in:
            told.append(tr("Made with the stand-in campaign mark."))
        return told

    def _figures(self, *pairs: tuple[QWidget, QWidget]) -> QFrame:
        frame = QFrame()
        frame.setProperty("box", "card")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for place, pair in enumerate(pairs):
            if place:
                inside.addWidget(line(upright=True))
            column = QVBoxLayout()
            px = self._desk.px
            column.setContentsMargins(px(14), px(10), px(14), px(10))
            column.setSpacing(0)
            for each in pair:
                column.addWidget(each)
            inside.addLayout(column, 1)
        return frame

    def _open(self, path: Path | None) -> None:
        if path is not None:
            whole = path.parent if path.suffix == ".zip" else path
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(whole)))


def _short(path: Path) -> str:
    """Return a path's last two parts: "Documents / Bridges kit"."""
    return " / ".join(path.parts[-2:])
