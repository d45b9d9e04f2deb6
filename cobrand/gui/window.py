"""The main window: start screen or editor under one header; it forwards and shows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cobrand.errors import CobrandError
from cobrand.gui import keys, matching, regions, stops
from cobrand.gui.actions import Actions
from cobrand.gui.batching import Batching
from cobrand.gui.checking import Checking
from cobrand.gui.desk import Desk
from cobrand.gui.dialogs import Dialogs
from cobrand.gui.dropping import Drops
from cobrand.gui.editor import Editor
from cobrand.gui.exporting import Exporter
from cobrand.gui.filing import Filing
from cobrand.gui.header import Header
from cobrand.gui.hosting import Hosting
from cobrand.gui.images import image
from cobrand.gui.memory import Memory
from cobrand.gui.metering import Metering
from cobrand.gui.nursing import Nursing
from cobrand.gui.parts.focusring import FocusRing
from cobrand.gui.parts.waiting import Waiting
from cobrand.gui.ports import Maker
from cobrand.gui.recents import Recents
from cobrand.gui.sheet import Sheet
from cobrand.gui.showing import Showing
from cobrand.gui.start import Start
from cobrand.gui.studio import Studio
from cobrand.gui.sweep import Sweep
from cobrand.gui.tasks import Tasks
from cobrand.gui.wiring import wire
from cobrand.model.finding import Severity


class Window(QMainWindow):
    """Everything on the desk."""

    def __init__(
        self,
        desk: Desk,
        studio: Studio,
        tasks: tuple[Tasks[Maker], Tasks[Maker], Tasks[Maker]],
        memory: Memory,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._sweep = Sweep(self)
        self.desk, self.studio, self.memory = desk, studio, memory
        self._tasks = tasks
        work, exports, _ = tasks
        self.exporter = Exporter(studio, exports)
        self.filing = Filing(studio, self.exporter, Dialogs(desk, self), memory.pictures)
        self.header = Header(desk)
        self.start = Start(desk)
        self.sheet = Sheet(desk, studio, self.exporter)
        self.editor = Editor(desk, studio, self.sheet)
        self.showing = Showing(desk, studio, work, self.editor)
        self.recents = Recents(studio, memory, self.editor.stage)
        self.checking = Checking(studio, work, self.sheet)
        self.metering = Metering(desk, studio, work, self.editor)
        self.nursing = Nursing(desk, studio, self.editor, self.filing, self.showing.toast)
        self.hosting = Hosting(desk, studio, self.editor, self.filing)
        self.batching = Batching(desk, studio, self.exporter, memory)
        self.deeds = Actions(desk, self)
        self._lay_out()
        self._connect_studio()
        self._connect_parts()
        wire(self)
        self.desk.theme.changed.connect(self._draw_mark)
        memory.restore(desk, self, self.editor, self.exporter, self.deeds)
        self.ring = FocusRing(desk, self)
        self.drops = Drops(self)
        self.drops.hovering.connect(self.start.zone.heat)
        self.drops.dropped.connect(self.filing.take)
        self._show_start()

    def _lay_out(self) -> None:
        self._screens = QStackedWidget()
        self._screens.addWidget(self.start)
        self._screens.addWidget(self.editor)
        self.waiting = Waiting(self.desk, self._screens)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._screens, 1)
        self.setCentralWidget(whole)
        self._menu = QMenu(self)
        self.deeds.fill(self.menuBar(), self._menu)
        self.setMinimumSize(800, 500)  # whatever the size of the type: the parts fold

    def _connect_studio(self) -> None:
        self.studio.opened.connect(self._show_kit)
        self.recents.changed.connect(self._show_recent)
        self.studio.changed.connect(self._show_change)
        self.studio.saved.connect(self._show_header)
        self.studio.refused.connect(self._show_refusal)
        self.studio.reading.connect(self._show_reading)
        self.waiting.cancel.clicked.connect(self.studio.stop_reading)

    def _connect_parts(self) -> None:
        zone, header, filing = self.start.zone, self.header, self.filing
        zone.open.clicked.connect(filing.ask_open)
        zone.sample.clicked.connect(filing.sample)
        self.start.batch.clicked.connect(self.batching.open)
        self.editor.rail.batch.clicked.connect(self.batching.open)
        self.batching.needing.connect(self.editor.rail.mark_batch)
        self.batching.news.connect(self._tell_batch)
        filing.leaving.connect(self.recents.leave)
        filing.left.connect(self._show_start)
        self.start.recent.connect(lambda path: filing.open(Path(path)))
        header.named.connect(self._edit_name)
        header.export.connect(self._toggle_sheet)
        header.undo.clicked.connect(self.studio.undo)
        header.redo.clicked.connect(self.studio.redo)
        header.more.clicked.connect(self.open_menu)
        self.sheet.closed.connect(self._close_sheet)
        self.editor.logo.replaced.connect(filing.ask_replace)
        self.editor.look.words_wanted.connect(self._write_missing)
        self.editor.rules.reworded.connect(self._rewrite)
        self.editor.rules.permitted.connect(self.hosting.ask_permission)
        self.editor.panelled.connect(
            lambda _: header.show_sheet(self.sheet.isVisibleTo(self.editor))
        )

    @property
    def busy(self) -> bool:
        """Say whether something is still to be drawn or measured."""
        work, _, reader = self._tasks
        waiting = (
            self.showing.busy,
            self.metering.rooms.busy,
            self.checking.busy,
            self.batching.busy,
        )
        return any(waiting) or work.busy or reader.busy

    # showing

    def _show_start(self) -> None:
        self._screens.setCurrentWidget(self.start)
        self.header.show_empty()
        self.deeds.show_kit(False)
        campaign = self.studio.campaign
        self.start.zone.hole.show_mark(campaign.hashtag, None)
        QTimer.singleShot(0, self, self._draw_mark)
        self.start.stand_in.setVisible(campaign.stand_in)
        self.start.zone.complain("")
        self._show_recent()
        self.setWindowTitle("cobrand")
        self.start.zone.open.setFocus()

    def _draw_mark(self) -> None:
        self.showing.wish_mark(self.start.zone.hole)

    def _show_recent(self) -> None:
        there = self.memory.recent
        self.start.show_recent(there, self.recents.pictures.find)
        self.deeds.recent.clear()
        for each in there:
            action = self.deeds.recent.addAction(each.name or Path(each.path).stem)
            action.triggered.connect(lambda _=False, path=each.path: self.filing.open(Path(path)))
        self.deeds.recent.menuAction().setVisible(bool(there))

    def _show_kit(self) -> None:
        self._screens.setCurrentWidget(self.editor)
        self.deeds.show_kit(True)
        self._close_sheet()
        studio = self.studio
        findings = studio.logo.findings if studio.logo else ()
        if any(each.severity >= Severity.WARNING or each.mending for each in findings):
            self.editor.show_panel("logo")
        QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        if self.studio.brief.name:
            self.editor.stage.setFocus()
        else:
            self._edit_name()

    def _show_change(self) -> None:
        history = self.studio.history
        self.deeds.show_history(history.undoable, history.redoable)
        self.header.show_history(
            self.deeds["undo"].text() if history.undoable else "",
            self.deeds["redo"].text() if history.redoable else "",
        )
        self._show_header()

    def _show_header(self) -> None:
        studio, tr = self.studio, self.desk.tr
        if studio.logo is None:
            return
        name = studio.brief.name or tr("Kit without a name")
        saved = studio.document is not None and not studio.modified
        state = tr("Saved") if saved else tr("Not saved")
        light = studio.logo.traits.tone == "light"
        self.header.show_kit(name, state, image(studio.logo.sample), light=light)
        self.setWindowTitle(f"{name} — cobrand")

    def _show_refusal(self, problem: CobrandError, path: str) -> None:
        """Say it in its place, and keep what is there."""
        sentence = self.desk.tr.say(problem)
        if self.studio.logo is None:
            self.start.zone.complain(sentence)
        elif not self.hosting.refuse(problem, path):
            self.editor.show_panel("logo")
            self.editor.logo.complain(sentence)

    def _show_reading(self, on: bool) -> None:
        self.start.zone.read(on)
        (self.waiting.begin if on else self.waiting.end)()
        (self.editor.bar.dot.start if on else self.editor.bar.dot.stop)()

    def _tell_batch(self, words: str) -> None:
        self.showing.toast.tell(words, self.desk.tr("Show"), self.batching.open)

    def _edit_name(self) -> None:
        self.editor.show_panel("words")
        self.editor.words.focus_name()

    def _write_missing(self) -> None:
        self.editor.show_panel("words")
        self.editor.words.focus_missing()

    def _rewrite(self, role: str) -> None:
        studio = self.studio
        self.editor.show_panel("words")
        self.editor.words.focus_words(matching.words_of(studio.template, studio.format, role))

    # the sheet

    def open_sheet(self, what: str = "kit") -> None:
        """Show what can be exported."""
        self.editor.show_sheet(True)
        self.header.show_sheet(True)
        self.sheet.open(what)

    def _toggle_sheet(self) -> None:
        if self.sheet.isVisibleTo(self.editor):
            self._close_sheet()
        else:
            self.open_sheet()

    def _close_sheet(self) -> None:
        was = self.sheet.isVisibleTo(self.editor)
        self.editor.show_sheet(False)
        self.header.show_sheet(False)
        if was:
            self.header.go.setFocus()

    # moving about

    def enter_panel(self, name: str) -> None:
        """Show a panel and put the focus on its rail entry."""
        self.editor.show_panel(name)
        self.editor.rail.button(name).setFocus()

    def step_region(self, by: int) -> None:
        """Move the focus to the next or previous part of the window."""
        extra: list[regions.Region] = [(self.showing.toast, self.showing.toast.act)]
        regions.step(self.header, self.editor, extra, self.focusWidget(), by)

    def open_menu(self) -> None:
        """Open the one menu of a small window, else go to the menu bar."""
        more = self.header.more
        if not more.isVisible():
            self.menuBar().setActiveAction(self.menuBar().actions()[0])
            return
        self._menu.popup(more.mapToGlobal(more.rect().bottomLeft()))

    # what Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit."""
        scale = 13 / self.desk.theme.em
        width, height = self.width() * scale, self.height() * scale
        small = width < 1100 or height < 680
        self.menuBar().setVisible(not small)
        self.header.more.setVisible(small)
        self.start.flatten(height < 680)
        self.editor.fold(width, height)
        super().resizeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the window as it is read."""
        return stops.step(self, 1 if forward else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button in focus with Enter too; close the top-most thing with Esc."""
        if keys.enters(self, event):
            return
        if event.matches(QKeySequence.StandardKey.Cancel):
            if self.waiting.cancel.isVisible():
                self.studio.stop_reading()
                return
            if self.showing.end_highlight() or self.editor.close_panel():
                return
            if self.sheet.isVisible() and not self.sheet.busy:
                self._close_sheet()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what the window remembers, and end the work."""
        if not self.batching.may_close(self, self.close) or not self.filing.may_leave():
            event.ignore()
            return
        self.batching.close()
        self.recents.leave()
        self.memory.note(self.desk, self, self.editor, self.exporter)
        self.exporter.cancel()
        self.studio.stop_reading()
        for tasks in self._tasks:
            tasks.close()
        self._sweep.end()
        super().closeEvent(event)
