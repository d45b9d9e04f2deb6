"""Answers jobs in a process of its own, with an engine that is made once and kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from cobrand.batch import work
from cobrand.batch.digest import Digests
from cobrand.batch.job import Done, Job
from cobrand.engine import Engine
from cobrand.errors import BatchError, LogoError
from cobrand.intake.reader import Reader
from cobrand.library import Library
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.limits import ORDINARY, Limits
from cobrand.model.logo import Logo
from cobrand.typeset import QtTypesetter

Read = TypeVar("Read", Logo, Bitmap)
_TURN = threading.Lock()  # a cluster's worker may have several threads, and has one reader
_PATIENCE = 6.0  # there may be as many processes as there are rows to wait for
_REMEMBERED = 4  # logos of one row: it is made whole before the next


@dataclass(slots=True)
class Desk:
    """Where logos are read: from the disk, or from bytes that came with the job."""

    reader: Reader
    files: Mapping[str, bytes] = field(default_factory=dict)

    def load(self, path: Path, care: Care = USUAL) -> Logo:
        """Read a logo by its path, or by the digest that stands for it."""
        if (data := self.files.get(path.as_posix())) is not None:
            return _surely(lambda: self.reader.read_bytes(data, care))
        return _surely(lambda: self.reader.read(path, care))

    def load_photo(self, path: Path) -> Bitmap:
        """Read a photograph by its path, or by the digest that stands for it."""
        if (data := self.files.get(path.as_posix())) is not None:
            return _surely(lambda: self.reader.read_photo_bytes(data))
        return _surely(lambda: self.reader.read_photo(path))


def _surely(read: Callable[[], Read]) -> Read:
    """Read once more where the reader was lost: somebody else may have ended it, not the file."""
    try:
        return read()
    except LogoError as problem:
        if not problem.code.endswith(work.READER_LOST):
            raise
    return read()


Open = Callable[[Desk], work.Engine]


def usual(desk: Desk) -> work.Engine:
    """Return the program's own engine, with the person's resources."""
    return Engine(Library.default(), QtTypesetter(), desk.load, desk.load_photo, _REMEMBERED)


def shipped(desk: Desk) -> work.Engine:
    """Return an engine with the resources that came with the program, and no others."""
    return Engine(Library.shipped(), QtTypesetter(), desk.load, desk.load_photo, _REMEMBERED)


@dataclass(frozen=True, slots=True)
class Setup:
    """How a worker prepares itself: what its engine is, what reading a logo may cost."""

    open: Open = usual
    limits: Limits = ORDINARY


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
    engine = setup.open(desk)
    return desk, engine, Digests(engine.library)
