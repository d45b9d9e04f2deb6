"""The batch window: a list, what is made of it, the run; it forwards and shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cobrand.batch.make import Batch
from cobrand.batch.plan import REPORTS
from cobrand.batch.progress import Progress
from cobrand.errors import CobrandError
from cobrand.gui import keys, stops
from cobrand.gui.batch import troubles, words
from cobrand.gui.batch.detail import Detail
from cobrand.gui.batch.empty import Empty
from cobrand.gui.batch.feet import Far, ListFoot, RunFoot, WhatFoot
from cobrand.gui.batch.head import Head
from cobrand.gui.batch.lines import Lines
from cobrand.gui.batch.mending import Mending
from cobrand.gui.batch.readas import ReadAs
from cobrand.gui.batch.table import RowTable
from cobrand.gui.batch.wants import Wants
from cobrand.gui.batch.workshop import Workshop
from cobrand.gui.desk import Desk
from cobrand.gui.dropping import Drops, Gift
from cobrand.gui.parts.focusring import FocusRing
from cobrand.gui.parts.scrolled import Scrolled
from cobrand.gui.parts.waiting import Waiting
from cobrand.model.brief import Brief

_SIZE, _LEAST = (1088, 672), (900, 520)


class BatchWindow(QWidget):
    """Not modal: the card stays in view; closing it lets a run go on.

    `needing` tells how many rows need a person, `done` what became of a run.
    """

    needing = Signal(int)
    done = Signal(str)

    def __init__(
        self,
        desk: Desk,
        workshop: Workshop,
        folder: Callable[[], Path],
        kit: Callable[[], Brief | None],
    ) -> None:
        super().__init__()
        self.setObjectName("batch")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk, self.workshop = desk, workshop
        self._folder, self._kit = folder, kit
        self.page = "list"
        self._begun = self._going_on = False
        self._result: Batch | None = None
        self._far = Far(0, 0)
        self.lines = Lines(desk)
        self.head = Head(desk)
        self.empty = Empty(desk)
        self.read_as = ReadAs(desk)
        self.table = RowTable(desk, self.lines)
        self.detail = Detail(desk)
        self.mending = Mending(desk, workshop, self.lines, self.table, self.detail)
        self.wants = Wants(desk, workshop.library)
        self.list_foot, self.what_foot, self.run_foot = (
            ListFoot(desk),
            WhatFoot(desk),
            RunFoot(desk),
        )
        self._lay_out()
        self._connect()
        self.ring = FocusRing(desk, self)
        self.drops = Drops(self)
        self.drops.hovering.connect(self.empty.place.heat)
        self.drops.dropped.connect(self._take)
        campaign = workshop.library.campaign(Brief().campaign)
        self._languages = {each.language: each.name for each in campaign.vocabularies}
        self.setMinimumSize(*_LEAST)
        self.resize(desk.px(_SIZE[0]), desk.px(_SIZE[1]))
        self._show()

    def _lay_out(self) -> None:
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.read_as)
        inside.addWidget(self.table)
        inside.addWidget(self.detail)
        inside.setStretch(1, 1)
        self.scrolled = Scrolled(self.wants)
        self.middle = QStackedWidget()
        for part in (self.empty, self.body, self.scrolled):
            self.middle.addWidget(part)
        self.waiting = Waiting(self.desk, self.middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.middle, 1)
        for foot in (self.list_foot, self.what_foot, self.run_foot):
            column.addWidget(foot)

    def _connect(self) -> None:
        shop = self.workshop
        shop.reading.connect(self._show_reading)
        shop.read.connect(self._show_read)
        shop.refused.connect(self._show_refusal)
        shop.looked.connect(self._show_look)
        shop.begun.connect(self._show_begun)
        shop.handed.connect(self.lines.hand)
        shop.advanced.connect(self._show_advance)
        shop.finished.connect(self._show_finished)
        shop.blocked.connect(self._show_blocked)
        self.waiting.cancel.clicked.connect(shop.give_up)
        self._connect_list()
        self._connect_rest()

    def _connect_list(self) -> None:
        self.empty.place.open.clicked.connect(self.ask_list)
        self.empty.place.sample.clicked.connect(self.open_sample)
        self.empty.go_on.clicked.connect(self.go_on)
        self.list_foot.other.clicked.connect(self.ask_list)
        self.list_foot.go.clicked.connect(lambda: self.turn("what"))
        self.read_as.wanted.connect(self.workshop.take)
        self.read_as.folder_wanted.connect(self._ask_logos)

    def _connect_rest(self) -> None:
        shop, run = self.workshop, self.run_foot
        self.head.turned.connect(self.turn)
        self.wants.wanted.connect(shop.take)
        self.wants.folder_wanted.connect(self._ask_folder)
        self.wants.resuming.connect(lambda: shop.start(resume=True))
        self.wants.replacing.connect(lambda: shop.start(replacing=True))
        self.what_foot.go.clicked.connect(self.make)
        run.pause.clicked.connect(self._pause)
        run.stop.clicked.connect(self.stop)
        run.go_on.clicked.connect(lambda: shop.start(resume=True))
        run.mend.clicked.connect(self._mend_or_run)
        run.folder.clicked.connect(lambda: self._open(Path(shop.order.folder)))
        run.report.clicked.connect(lambda: self._open(Path(shop.order.folder) / REPORTS[0]))
        for sequence, deed in (
            (QKeySequence("F8"), lambda: self.mending.step(1)),
            (QKeySequence("Shift+F8"), lambda: self.mending.step(-1)),
            (QKeySequence(QKeySequence.StandardKey.Open), self.ask_list),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
        ):
            QShortcut(sequence, self).activated.connect(deed)

    # opening

    def enter(self) -> None:
        """Come to the front, with what was not finished offered again."""
        if self.workshop.roster is None:
            self.empty.offer(self.workshop.unfinished)
            first = self.empty.go_on if self.empty.unfinished.isVisibleTo(self) else None
            (first or self.empty.place.open).setFocus()
        self.show()
        self.raise_()
        self.activateWindow()

    def open(self, path: Path) -> None:
        """Read a list, unless another one is being made."""
        if self.workshop.running:
            return
        self._begun, self._going_on, self._result = False, False, None
        self.lines.fill((), {}, (), {})
        self.empty.place.complain("")
        self.page = "list"
        self.workshop.open(path, self._folder(), crowded(self._folder()))
        self._show()

    def open_sample(self) -> None:
        """Read the list that comes with the program."""
        self.open(self.workshop.library.sample_roster())

    def ask_list(self) -> None:
        """Ask for a list."""
        if not self.workshop.running and (path := self.mending.asking.list(self, self._folder())):
            self.open(path)

    def go_on(self) -> None:
        """Take up what was not finished, and make the rest as soon as it has been read."""
        if (order := self.workshop.unfinished) is not None:
            self._going_on = True
            self.workshop.go_on(order)

    def _take(self, gift: Gift) -> None:
        if gift.path is not None:
            self.open(gift.path)

    # showing

    def turn(self, page: str) -> None:
        """Show one of the three pages."""
        self.page = page
        if page == "what":
            self.wants.show_order(self.workshop.order, self._kit())
        self._show()
        target = {"what": self.what_foot.go, "list": self.list_foot.go}.get(page, self.table)
        if target.isVisibleTo(self):
            target.setFocus()

    def _show(self) -> None:
        there, page = self.workshop.roster is not None, self.page
        middle = self.scrolled if page == "what" else self.body
        self.middle.setCurrentWidget(middle if there else self.empty)
        self.head.pages.setVisible(there and not self.workshop.running)
        self.head.pages.mark(page)
        self.read_as.setVisible(page == "list")
        self.table.show_files(page == "run")
        run = there and page == "run"
        self.list_foot.setVisible(there and page == "list")
        self.what_foot.setVisible((there and page == "what") or (run and not self._begun))
        self.run_foot.setVisible(run and self._begun)
        self._show_head()

    def _show_head(self) -> None:
        tr, shop = self.desk.tr, self.workshop
        self.setWindowTitle(words.window_title(tr, shop.roster))
        self.head.tell(*words.title(tr, shop, self.page))
        self._show_counts()

    def _show_counts(self) -> None:
        made = self._begun and self.page == "run"
        there = self.workshop.roster is not None
        bad = len(self.lines.needing())
        told = words.counts(self.desk.tr, self.lines, bad, made=made) if there else ("", "")
        self.head.show_counts(*told)
        self.list_foot.tell(bad)
        self.needing.emit(bad)

    def _show_reading(self, on: bool) -> None:
        (self.waiting.begin if on else self.waiting.end)()

    def _show_read(self) -> None:
        self._fill()
        if self.workshop.roster is not None:
            self.read_as.show_roster(self.workshop.order, self.workshop.roster)
        self.what_foot.show_look(None, 1, 0)
        self._show()
        if self._going_on:
            self._going_on = False
            self.workshop.start(resume=True)
        elif self.page == "list" and not self.table.currentIndex().isValid():
            self.list_foot.go.setFocus()

    def _fill(self) -> None:
        shop = self.workshop
        counts = shop.look.counts if shop.look else {}
        self.lines.fill(shop.rows, counts, shop.order.left, self._languages)
        self.mending.tell()

    def _show_refusal(self, problem: CobrandError) -> None:
        """Say it in its place, and keep what is there."""
        self._going_on = False
        sentence = troubles.said(self.desk.tr, problem)
        if self.workshop.roster is None:
            self.empty.place.complain(sentence)
            self._show()
        else:
            self.read_as.complain(sentence)

    def _show_look(self) -> None:
        shop = self.workshop
        self._fill()
        if shop.look is not None:
            self.wants.show_look(shop.look)
            self.what_foot.show_look(shop.look, shop.order.jobs, len(self.lines.needing()))
        self._show_far()
        self._show_head()
        if self._result is not None and not shop.running:
            self._show_end(self._result)

    # folders

    def _ask_logos(self) -> None:
        order, title = self.workshop.order, self.desk.tr("Where are the logos?")
        if path := self.mending.asking.folder(self, title, Path(order.logos or order.roster)):
            self.workshop.change(logos=str(path))

    def _ask_folder(self) -> None:
        title = self.desk.tr("Where should the files go?")
        if path := self.mending.asking.folder(self, title, Path(self.workshop.order.folder).parent):
            self.workshop.change(folder=str(path))
            self.wants.complain(None)
            self.wants.show_order(self.workshop.order, self._kit())

    def _mend_or_run(self) -> None:
        """Make what was mended; while nothing is, go to what needs it."""
        if self.lines.many("mended"):
            self.workshop.start(resume=True)
        else:
            self.mending.step(1)

    # the run

    def make(self) -> None:
        """Make everything."""
        self.workshop.start()

    def _show_begun(self, resume: bool) -> None:
        self._begun, self._result = True, None
        if not resume:
            self.lines.forget()
        self.lines.begin()
        self.page = "run"
        self.wants.complain(None)
        self.run_foot.show_ready()
        self._show()
        self.run_foot.stop.setFocus()

    def _show_advance(self, steps: tuple[Progress, ...]) -> None:
        self.lines.advance(steps)
        last, shop = steps[-1], self.workshop
        self._far = Far(0, 0, last.done, last.total, last.rate, last.left)
        if not shop.stopping:
            self.run_foot.show_running(shop.paused)
        self._show_far()
        self._show_counts()
        self.mending.tell()

    def _show_far(self) -> None:
        if self._begun:
            there, total = self.lines.there, self.lines.total
            self.run_foot.show_far(replace(self._far, there=there, total=total))

    def _pause(self) -> None:
        self.workshop.pause(not self.workshop.paused)
        self.run_foot.show_running(self.workshop.paused)

    def stop(self) -> None:
        """End after the rows in hand; asked again, at once."""
        self.workshop.stop()
        self.run_foot.show_stopping()

    def _show_finished(self, batch: Batch) -> None:
        self._result, self._far = batch, Far(0, 0)
        self.lines.settle()
        self._show_far()
        self._show_end(batch)
        self._show()
        first = (self.run_foot.go_on, self.run_foot.mend, self.run_foot.report)
        next((each for each in first if each.isVisibleTo(self)), self.run_foot.folder).setFocus()
        self.done.emit(self.run_foot.words.text())

    def _show_end(self, batch: Batch) -> None:
        self.run_foot.show_end(words.end(self.desk.tr, self.lines, batch))

    def _show_blocked(self, problem: CobrandError) -> None:
        """Say on the page before why nothing could be begun."""
        self._begun = False
        self.lines.forget()
        self.turn("what")
        self.wants.complain(problem)

    @staticmethod
    def _open(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    # what Qt asks

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the window as it is read."""
        return stops.step(self, 1 if forward else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button in focus with Enter too; close with Esc."""
        if keys.enters(self, event):
            return
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.close()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only hide: a run goes on, and the list is here again when the window is opened."""
        event.accept()


def crowded(documents: Path) -> tuple[Path, ...]:
    """Return the folders in which so much lies that a list's logos are not looked for there."""
    home = Path.home()
    return (home, documents, home / "Desktop", home / "Downloads")
