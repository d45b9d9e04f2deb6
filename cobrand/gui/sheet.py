"""The export sheet: choose, then progress, then the finished kit, all in one column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from cobrand.errors import CobrandError
from cobrand.gui.desk import Desk
from cobrand.gui.exporting import Exporter, Made, beside, in_the_way
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.scrolled import Scrolled
from cobrand.gui.parts.text import label, row
from cobrand.gui.sheetdone import Finished
from cobrand.gui.sheetpages import Choose, Running
from cobrand.gui.studio import Studio

if TYPE_CHECKING:
    from cobrand.kit import Progress


class Sheet(QFrame):
    """Never modal: the card stays in view and can be changed."""

    opened = Signal()
    closed = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, studio: Studio, exporter: Exporter) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAccessibleName(desk.tr("Export"))
        self._desk = desk
        self._studio = studio
        self._exporter = exporter
        self._target = Path()
        self.choose = Choose(desk, studio, exporter)
        self.running = Running(desk)
        self.done = Finished(desk)
        self.pages = QStackedWidget()
        for page in (self.choose, self.running, self.done):
            self.pages.addWidget(Scrolled(page))
        self._close = Button(desk, desk.tr("Close"), "x", role="bar", size="small", icon_only=True)
        column = QVBoxLayout(self)
        edge = desk.px(20)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(desk.px(16))
        column.addLayout(row(label(desk, desk.tr("Export"), "title"), None, self._close))
        column.addWidget(self.pages, 1)
        self._connect()

    def open(self, what: str = "kit") -> None:
        """Show what can be made, unless something is being made."""
        if not self.busy:
            self.choose.prepare(what)
            self._show(self.choose)
            self.choose.go.setFocus()
            self.opened.emit()

    @property
    def busy(self) -> bool:
        """Say whether files are being made."""
        return self.pages.currentIndex() == self._place(self.running)

    def _place(self, page: QWidget) -> int:
        return (self.choose, self.running, self.done).index(page)

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentIndex(self._place(page))

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.choose.go.clicked.connect(self._go)
        self.choose.keep_both.clicked.connect(lambda: self._start(beside(self._target)))
        self.choose.replace.clicked.connect(lambda: self._start(self._target, overwrite=True))
        self.running.cancel.clicked.connect(self._cancel)
        self.done.again.clicked.connect(lambda: self.open("kit"))
        self._exporter.advanced.connect(self._advance)
        self._exporter.finished.connect(self._finish)
        self._exporter.refused.connect(self._refuse)

    def _go(self) -> None:
        if not self.choose.asks():
            self._start(self.choose.target())

    def _start(self, target: Path, overwrite: bool = False) -> None:
        self._target = target
        self.choose.complain("", False)
        self.running.begin()
        self._show(self.running)
        self.running.cancel.setFocus()
        if self.choose.what == "kit":
            reason = self.choose.reason.line.text().strip()
            self._exporter.start_kit(target, overwrite, reason)
        else:
            self._exporter.start_file(target, self.choose.kind, overwrite)

    def _cancel(self) -> None:
        self.running.stopping()
        self._exporter.cancel()

    def _advance(self, progress: Progress) -> None:
        self.running.show_progress(progress)

    def _finish(self, made: Made) -> None:
        self.done.show_made(made, self._studio.campaign.stand_in)
        self._show(self.done)
        self.done.folder.setFocus()
        self.finished.emit()

    def _refuse(self, problem: CobrandError) -> None:
        self.choose.prepare(self.choose.what)
        self._show(self.choose)
        self.choose.complain(self._desk.tr.say(problem), in_the_way(problem))
