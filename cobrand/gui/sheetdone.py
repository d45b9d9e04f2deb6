"""The export sheet when it is done: the files, what they weigh, and the proof."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.exporting import Made
from cobrand.gui.parts.banner import banner, column
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.filerows import FileRows
from cobrand.gui.parts.text import label, line, row

_SLOW_LINE = 1_000_000 / 8  # bytes a second on a line of 1 Mbit/s


class Finished(QWidget):
    """The kit is there: open its folder, drag a file out, read the proof."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr = desk.tr
        self._made: Made | None = None
        self.title = label(desk, "", "title", wrap=True)
        self.story = label(desk, "", "body", wrap=True)
        self._good = banner(desk, "oks", "check-circle-fill", "ok", 24, self.title, self.story)
        self.folder = Button(desk, tr("Open folder"), "folder-open", role="primary")
        self.again = Button(desk, tr("Export again"), "export")
        self.proof = Button(desk, tr("Read the proof"), "file-text", role="link", size="inline")
        self.folder.clicked.connect(lambda: self._open(self._made and self._made.place))
        self.proof.clicked.connect(lambda: self._open(self._made and self._made.proof))
        self._size = label(desk, "", "big", wrap=True)
        self._files = label(desk, "", "label", "soft", wrap=True)
        self._send = label(desk, "", "big", wrap=True)
        slow = label(desk, tr("on a line of 1 Mbit/s"), "label", "soft", wrap=True)
        self.rows = FileRows(desk)
        rows = column(desk, self)
        rows.addWidget(self._good)
        buttons = row(self.folder, self.again, spacing=desk.px(10))
        buttons.setStretch(0, 1)
        buttons.setStretch(1, 1)
        rows.addLayout(buttons)
        rows.addWidget(self._figures((self._size, self._files), (self._send, slow)))
        rows.addWidget(
            label(desk, tr("Drag a file into an e-mail or chat"), "label", "soft", wrap=True)
        )
        rows.addWidget(self.rows, 1)
        rows.addWidget(line())
        rows.addLayout(row(self.proof, None))

    def show_made(self, made: Made, stand_in: bool) -> None:
        """Show what is there now."""
        tr = self._desk.tr
        self._made = made
        count = len(made.files)
        self.title.setText(tr("Stopped") if made.cancelled else tr("Your kit is ready"))
        self.story.setText(" ".join(self._story(made, stand_in)))
        self._size.setText(tr.size(made.bytes))
        files = tr.count("in {n} file", "in {n} files", count)
        if made.seconds:
            files = tr.count(
                "in {n} file, made in {s:.0} s",
                "in {n} files, made in {s:.0} s",
                count,
                s=max(1.0, made.seconds),
            )
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
