"""Answers jobs in a process of its own, with an engine that is made once and kept."""

from __future__ import annotations

import threading
from functools import lru_cache, partial

from cobrand.batch import work
from cobrand.batch.desk import Desk, Setup
from cobrand.batch.digest import Digests
from cobrand.batch.job import Done, Job
from cobrand.engine import Engine
from cobrand.errors import BatchError
from cobrand.intake.reader import Reader
from cobrand.library import Library
from cobrand.typeset.setter import QtTypesetter

_TURN = threading.Lock()  # a cluster's worker may have several threads, and has one reader
_PATIENCE = 6.0  # there may be as many processes as there are rows to wait for
_REMEMBERED = 4  # logos of one row: it is made whole before the next


def usual(desk: Desk) -> work.Engine:
    """Return the program's own engine, with the person's resources."""
    return _engine(Library.default(), desk)


def shipped(desk: Desk) -> work.Engine:
    """Return an engine with the resources that came with the program, and no others."""
    return _engine(Library.shipped(), desk)


def _engine(library: Library, desk: Desk) -> Engine:
    typesetter = QtTypesetter()
    read_mark = partial(desk.load_mark, typesetter=typesetter)
    return Engine(library, typesetter, desk.load, desk.load_photo, _REMEMBERED, read_mark)


def answer(setup: Setup, job: Job) -> Done:
    """Make one row in this process."""
    with _TURN:
        desk, engine, digests = _prepared(setup)
        if job.foundation and digests.foundations(job.tasks) != job.foundation:
            raise BatchError("cluster.other-version")
        desk.files = job.files
        return work.make(engine, job)


@lru_cache(1)
def _prepared(setup: Setup) -> tuple[Desk, work.Engine, Digests]:
    desk = Desk(Reader(setup.limits, _PATIENCE))
    engine = (setup.open or usual)(desk)
    return desk, engine, Digests(engine.library)
