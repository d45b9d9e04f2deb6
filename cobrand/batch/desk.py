"""Asks for rows in a process of its own, where logos are read at a desk and engines are loaded.

Nothing heavy is loaded here: whoever only asks has no need of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from cobrand.batch import work
from cobrand.batch.job import Done, Job
from cobrand.errors import LogoError, LogoTooLarge
from cobrand.intake import here
from cobrand.intake.reader import Reader
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.limits import ORDINARY, Limits
from cobrand.model.logo import Logo
from cobrand.model.text import Typesetter

Read = TypeVar("Read", Logo, Bitmap)


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

    def load_mark(self, data: bytes, typesetter: Typesetter) -> Logo:
        """Read a campaign's mark; limits that are too tight for it are meant for logos."""
        try:
            return _surely(lambda: self.reader.read_bytes(data))
        except LogoTooLarge:
            return here.read(data, typesetter)

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


@dataclass(frozen=True, slots=True)
class Setup:
    """How a worker prepares itself: an engine that is not the program's own, reading's limits."""

    open: Open | None = None
    limits: Limits = ORDINARY


def answer(setup: Setup, job: Job) -> Done:
    """Make one row in this process, by `worker.answer`; its rooms are loaded with the first."""
    done: Done = import_module("cobrand.batch.worker").answer(setup, job)
    return done
