"""Who makes the rows: processes on this machine, each of which may be lost without the others."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Protocol

from cobrand.batch.job import Done, Job
from cobrand.batch.process import begin

_AHEAD = 2  # rows that a worker has at most: the one it makes, and the next
Answer = Callable[[Job], Done]


class Lost(Exception):  # noqa: N818  as in `errors`: it says what happened
    """A worker ended with this row in its hands."""


class Crew(Protocol):
    """Takes rows, and says when it has no room for more; `shares_disk` if it writes by itself."""

    shares_disk: bool

    def submit(self, job: Job, *, alone: bool = False) -> Future[Done] | None:
        """Take a row, or None if there is no room now; `alone` if nothing may share its fate."""
        ...

    def outcome(self, row: Future[Done]) -> Done:
        """Return what became of a row that is done; Lost where its worker ended with it."""
        ...

    def close(self, *, at_once: bool = False) -> None:
        """End the workers, after what they have begun or in the middle of it."""
        ...


@dataclass(slots=True)
class _Desk:
    """One process with the rows it has been given."""

    pool: ProcessPoolExecutor
    rows: set[Future[Done]] = field(default_factory=set)
    alone: bool = False

    def has_room(self, alone: bool) -> bool:
        """Say whether it may take a row more."""
        self.rows = {row for row in self.rows if not row.done()}
        if not self.rows:
            self.alone = False
        return not self.rows if alone else not self.alone and len(self.rows) < _AHEAD


class Processes:
    """As many processes as `jobs`, each with a pool of its own: one that dies breaks no other."""

    shares_disk = True

    def __init__(self, answer: Answer, jobs: int) -> None:
        self._answer = answer
        self._desks = [_Desk(_pool()) for _ in range(jobs)]

    def submit(self, job: Job, *, alone: bool = False) -> Future[Done] | None:
        """Give the row to the process that has the fewest."""
        free = [desk for desk in self._desks if desk.has_room(alone)]
        if not free:
            return None
        desk = min(free, key=lambda each: len(each.rows))
        desk.alone = alone
        with _undisturbed():
            try:
                row = desk.pool.submit(self._answer, job)
            except BrokenProcessPool:  # it died with the row before, or between rows
                desk.pool.shutdown(wait=False)
                desk.pool = _pool()
                row = desk.pool.submit(self._answer, job)
        desk.rows.add(row)
        return row

    def outcome(self, row: Future[Done]) -> Done:
        """Return what became of a row; Lost if its process ended."""
        try:
            return row.result()
        except BrokenProcessPool as problem:
            raise Lost from problem

    def close(self, *, at_once: bool = False) -> None:
        """End all processes."""
        for desk in self._desks:
            if at_once:
                for process in list((desk.pool._processes or {}).values()):
                    process.kill()
            desk.pool.shutdown(wait=True, cancel_futures=True)


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=begin)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C from a process that is just being born: what is blocked here is so there too."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
