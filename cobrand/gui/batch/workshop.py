"""The presenter: one order, its list and its run; it knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cobrand.batch.crew import Crew
from cobrand.batch.make import Batch
from cobrand.batch.progress import Progress
from cobrand.batch.row import Roster, Row
from cobrand.batch.run import How
from cobrand.errors import CobrandError
from cobrand.gui.batch import order as orders
from cobrand.gui.batch.bench import Bench, Look, Watched
from cobrand.gui.batch.order import Order
from cobrand.gui.tasks import Tasks
from cobrand.library import Library
from cobrand.model.brief import Brief

OpenCrew = Callable[[int], Crew]
"""Opens so many workers."""
_READING = frozenset(
    ("roster", "logos", "columns", "encoding", "delimiter", "sheet", "written", "typeset", "base")
)
_EVERY = 100  # ms between telling how far a run is


class Workshop(QObject):
    """Every wish replaces the order; whoever shows something listens."""

    reading = Signal(bool)
    read = Signal()
    refused = Signal(object)
    looked = Signal()
    begun = Signal(bool)
    handed = Signal(object)
    advanced = Signal(object)
    finished = Signal(object)
    blocked = Signal(object)
    ended = Signal()

    def __init__(
        self,
        library: Library,
        tasks: tuple[Tasks[Bench], Tasks[Bench]],
        open_crew: OpenCrew,
        file: Path,
        language: str,
    ) -> None:
        super().__init__()
        self.library = library
        self._reader, self._maker = tasks
        self.open_crew, self._file, self._language = open_crew, file, language
        self._room = TemporaryDirectory(prefix="cobrand-roster-")
        known = library.campaign(Brief().campaign).vocabulary(language)
        base = Brief(language=language if known else Brief().language)
        self.order = Order(jobs=orders.fair_jobs(), base=base)
        self.roster: Roster | None = None
        self.look: Look | None = None
        self.running = False
        self.paused = False
        self.stopping = False
        self._mended: set[int] = set()
        self._going, self._stop = Event(), Event()
        self._crew: Crew | None = None
        self._told: SimpleQueue[Progress | str] = SimpleQueue()
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY)
        self._clock.timeout.connect(self._tell)

    # the list

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they were last looked at."""
        if self.look is not None:
            return self.look.roster.rows
        return self.roster.rows if self.roster else ()

    @property
    def unfinished(self) -> Order | None:
        """What was asked last time and not made to its end, if its list is still there."""
        kept = orders.kept(self._file)
        there = kept is not None and not kept.finished and Path(kept.roster).is_file()
        return kept if there else None

    def open(self, path: Path, folder: Path, crowded: tuple[Path, ...] = ()) -> None:
        """Read another list; the files would go into the folder."""
        self.roster = self.look = None
        self.order = orders.begin(path, self.order, folder, crowded)
        self._read()

    def go_on(self, order: Order) -> None:
        """Take up what was asked before."""
        self.roster = self.look = None
        self.order = order
        self._read()

    def change(self, **changes: Any) -> None:
        """Ask for something else; the list is read again only where that changes what it says."""
        self.take(replace(self.order, **changes))

    def take(self, order: Order) -> None:
        """Ask for all of this."""
        before, self.order = self.order, order
        changed = {
            name for name in Order.__slots__ if getattr(before, name) != getattr(order, name)
        }
        if changed & _READING:
            self._read()
        elif changed:
            self._look()

    def mend(self, row: int, field: str, text: str) -> None:
        """Put a text in the place of a cell."""
        self._mended.add(row)
        left = tuple(each for each in self.order.left if each != row)
        self.take(replace(self.order.with_text(row, field, text), left=left))

    def leave(self, row: int) -> None:
        """Make nothing of this row."""
        self.change(left=(*self.order.left, row))

    def give_up(self) -> None:
        """Read the list no further; what is there stays."""
        self._reader.drop("read")
        self.reading.emit(False)

    def _read(self) -> None:
        order, room = self.order, Path(self._room.name)
        if not order.roster:
            return
        self.reading.emit(True)
        self._reader.start(
            lambda bench: bench.read(order, room), self._show, self._refuse, key="read"
        )

    def _show(self, roster: Roster) -> None:
        self.roster, self.look = roster, None
        self.reading.emit(False)
        self.read.emit()
        self._look()

    def _refuse(self, problem: CobrandError) -> None:
        self.reading.emit(False)
        self.refused.emit(problem)

    def _look(self) -> None:
        order, roster = self.order, self.roster
        if roster is not None:
            self._reader.start(
                lambda bench: bench.look(order, roster), self._show_look, key="look", priority=1
            )

    def _show_look(self, look: Look) -> None:
        self.look = look
        self.looked.emit()

    # the run

    def start(self, *, resume: bool = False, replacing: bool = False) -> None:
        """Make everything; `blocked` tells what keeps it from being begun."""
        roster, order = self.roster, replace(self.order, finished=False)
        if roster is None or self.running:
            return
        self.running, self.paused, self.stopping = True, False, False
        self._mended.clear()
        self._going.set()
        self._stop.clear()
        how = How(Path(order.folder), resume, replacing, self._language, report=True)
        orders.keep(self._file, order)
        self.begun.emit(resume)
        self._clock.start()
        self._maker.start(
            lambda bench: bench.make(
                order, roster, how, self._crewed, self._told.put, self._stop.is_set
            ),
            self._finish,
            self._block,
            key="make",
        )

    def pause(self, on: bool) -> None:
        """Hand out no row until it goes on; what is in hand is finished."""
        self.paused = on
        (self._going.clear if on else self._going.set)()

    def stop(self) -> None:
        """End after the rows in hand; asked again, end at once: whole files stay in either case."""
        if self.stopping and self._crew is not None:
            self._crew.close(at_once=True)
        self.stopping = self.running
        self._stop.set()
        self._going.set()

    def close(self) -> None:
        """End the threads, and take away what was only for them."""
        self._clock.stop()
        for tasks in (self._reader, self._maker):
            tasks.close()
        self._room.cleanup()

    @property
    def busy(self) -> bool:
        """Say whether something is being read, looked at or made."""
        return self._reader.busy or self._maker.busy

    @property
    def crewed(self) -> bool:
        """Say whether there are workers now."""
        return self._crew is not None

    def _crewed(self) -> Crew:
        self._crew = Watched(self.open_crew(self.order.jobs), self._going, self._told.put)
        return self._crew

    def _tell(self) -> None:
        """Tell of all that has happened since the last time, in one go."""
        handed, steps = list[str](), list[Progress]()
        while True:
            try:
                told = self._told.get_nowait()
            except Empty:
                break
            if isinstance(told, str):
                handed.append(told)
            else:
                steps.append(told)
        if handed:
            self.handed.emit(tuple(handed))
        if steps:
            self.advanced.emit(tuple(steps))

    def _end(self) -> None:
        self._clock.stop()
        self._tell()
        self.running = self.stopping = self.paused = False
        self._crew = None

    def _finish(self, batch: Batch) -> None:
        stopped = self.stopping
        self._end()
        sound = {row.number for row in self.rows if row.sound}
        if self._mended & sound and not stopped and batch.result.stopped is None:
            self.start(resume=True)  # what was mended while the others were made
            return
        orders.keep(self._file, replace(self.order, finished=batch.result.complete))
        self.finished.emit(batch)
        self.ended.emit()

    def _block(self, problem: CobrandError) -> None:
        self._end()
        self.blocked.emit(problem)
        self.ended.emit()
