"""Background work as values: say what to run and what to do with its result, then start it.

All work of one `Tasks` runs in one thread, which owns the tool it works with (an engine whose
fonts belong to that thread). Of one key the newest wins; older results are dropped unseen.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from queue import PriorityQueue
from threading import Thread
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from cobrand.errors import CobrandError

Tool = TypeVar("Tool")
_log = logging.getLogger(__name__)


def _ignore(_: object) -> None:
    return None


@dataclass(order=True)
class _Job:
    priority: int
    number: int
    key: str = field(compare=False)
    work: Callable[[Any], Any] | None = field(compare=False)
    then: Callable[[Any], object] = field(compare=False)
    otherwise: Callable[[CobrandError], object] = field(compare=False)


_THE_END = _Job(-(10**6), 0, "", None, _ignore, _ignore)


class Tasks(QObject, Generic[Tool]):
    """A queue of work in one thread; results arrive in the window's thread."""

    settled = Signal()
    _done = Signal(object, object, object)

    def __init__(self, make_tool: Callable[[], Tool]) -> None:
        super().__init__()
        self._make_tool = make_tool
        self._queue: PriorityQueue[_Job] = PriorityQueue()
        self._latest: dict[str, int] = {}
        self._numbers = count(1)
        self._open = 0
        self._closed = False
        self._thread = Thread(target=self._run, name="cobrand-work", daemon=True)
        self._done.connect(self._deliver)

    def start(
        self,
        work: Callable[[Tool], Any],
        then: Callable[[Any], object] = _ignore,
        otherwise: Callable[[CobrandError], object] = _ignore,
        *,
        key: str = "",
        priority: int = 0,
    ) -> None:
        """Run `work` with the tool; low `priority` numbers come first. After the end, nothing."""
        if self._closed:
            return
        number = next(self._numbers)
        key = key or f"#{number}"
        self._latest[key] = number
        self._open += 1
        self._queue.put(_Job(priority, number, key, work, then, otherwise))
        if not self._thread.is_alive():
            self._thread.start()

    def drop(self, start: str) -> None:
        """Forget the results of every key that begins so."""
        for key in [each for each in self._latest if each.startswith(start)]:
            del self._latest[key]

    @property
    def busy(self) -> bool:
        """Say whether a result is still to come."""
        return self._open > 0

    def close(self) -> None:
        """Let the thread end after the work in hand; nothing is delivered any more."""
        self._closed = True
        self._latest.clear()
        if self._thread.is_alive():
            self._queue.put(_THE_END)
            self._thread.join(5)

    def _run(self) -> None:
        tool: Tool | None = None
        while (job := self._queue.get()).work is not None:
            result, problem = None, None
            if self._wanted(job):
                try:
                    tool = tool or self._make_tool()
                    result = job.work(tool)
                except CobrandError as error:
                    problem = error
                except Exception as error:
                    _log.exception("work failed: %s", job.key)
                    problem = _wrapped(error)
            self._done.emit(job, result, problem)

    def _wanted(self, job: _Job) -> bool:
        return self._latest.get(job.key) == job.number

    def _deliver(self, job: _Job, result: object, problem: CobrandError | None) -> None:
        self._open -= 1
        if self._wanted(job):
            del self._latest[job.key]
            if problem is None:
                job.then(result)
            else:
                job.otherwise(problem)
        if not self._open:
            self.settled.emit()


def _wrapped(error: Exception) -> CobrandError:
    """Return what a person is told about a mistake of the program's own."""
    wrapped = CobrandError()
    wrapped.__cause__ = error
    return wrapped
