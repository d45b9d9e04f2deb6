"""The door to the batch window: loads it when it is first asked for, and lets nothing be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cobrand.gui import kits
from cobrand.gui.desk import Desk
from cobrand.gui.exporting import Exporter
from cobrand.gui.memory import Memory
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks

if TYPE_CHECKING:  # the main window is in view before these are loaded
    from cobrand.gui.batch.bench import Bench
    from cobrand.gui.batch.window import BatchWindow


class Batching(QObject):
    """`opened` tells that the window is there, `needing` how many rows need a person, `news` what
    became of a run whose window is closed."""

    opened = Signal()
    needing = Signal(int)
    news = Signal(str)

    def __init__(self, desk: Desk, studio: Studio, exporter: Exporter, memory: Memory) -> None:
        super().__init__()
        self._desk, self._studio, self._exporter, self._memory = desk, studio, exporter, memory
        self._tasks: tuple[Tasks[Bench], Tasks[Bench]] = (self._worker(), self._worker())
        self.window: BatchWindow | None = None
        self._leave: Callable[[], object] | None = None

    def _worker(self) -> Tasks[Bench]:
        library = self._studio.library
        return Tasks(lambda: kits.bench(library))

    def open(self) -> None:
        """Show the window; the first time as soon as its rooms are loaded."""
        if self.window is not None:
            self.window.enter()
        else:
            self._tasks[0].start(lambda _: None, lambda _: self._build(), key="open")

    @property
    def busy(self) -> bool:
        """Say whether a list is being read or made."""
        return any(tasks.busy for tasks in self._tasks)

    @property
    def running(self) -> bool:
        """Say whether cards are being made."""
        return self.window is not None and self.window.workshop.running

    def may_close(self, window: QWidget, close: Callable[[], object]) -> bool:
        """Say whether the program may end now; else it is asked, and `close` comes later."""
        if self.window is None or not self.running:
            return True
        if self._leave or self.window.mending.asking.may_stop(window):
            self._leave = close
            self.window.stop()
        return False

    def close(self) -> None:
        """Put the window away, and end its threads."""
        if self.window is not None:
            self.window.close()
            self.window.workshop.close()
            self.window.deleteLater()
            self.window = None
        for tasks in self._tasks:
            tasks.close()

    def _build(self) -> None:
        memory, exporter = self._memory, self._exporter
        self.window = kits.batch_window(
            self._desk,
            self._studio.library,
            self._tasks,
            memory.settings.limits,
            memory.batch,
            lambda: exporter.folder,
            lambda: self._studio.brief if self._studio.logo else None,
        )
        self.window.needing.connect(self.needing)
        self.window.done.connect(self._tell)
        self.window.workshop.ended.connect(self._end)
        self.window.enter()
        self.opened.emit()

    def _end(self) -> None:
        """End the program, if a run was all that it waited for."""
        if (leave := self._leave) is not None:
            self._leave = None
            leave()

    def _tell(self, words: str) -> None:
        if self.window is not None and not self.window.isVisible():
            self.news.emit(words)
