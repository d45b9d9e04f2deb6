"""Make the files of a kit: cards laid out one after another, files written by two workers."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cobrand.errors import CobrandError, WriteFailed
from cobrand.export import files
from cobrand.export.dossier import Dossier
from cobrand.export.files import Store
from cobrand.export.written import Written
from cobrand.kit.plan import KitJob
from cobrand.kit.report import Ask, Failure, Progress, Tell
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.composition import Composition
from cobrand.model.guest import ALONE, Guests
from cobrand.model.logo import Logo

_WORKERS = 2
_WAITING = 2  # files laid out ahead of the workers: more would only take memory
_LISTEN = 0.1  # seconds between asking whether to stop
HOPELESS = {
    "export.disk-full",
    "export.folder-gone",
    "export.not-permitted",
    "export.read-only",
}


class Maker(Protocol):
    """What a kit needs of an engine."""

    @property
    def library(self) -> Library:
        """Where formats, templates and campaigns come from."""
        ...

    def compose(self, brief: Brief, logo: Logo, guests: Guests = ALONE) -> Composition:
        """Lay out a card."""
        ...

    def print_proof(self, dossier: Dossier) -> bytes:
        """Return the proof as PDF."""
        ...

    def export(
        self,
        composition: Composition,
        target: Path,
        kind: str,
        *,
        overwrite: bool = False,
        store: Store = files,
    ) -> Written:
        """Write a file and measure it."""
        ...


@dataclass(slots=True)
class Work:
    """Files on their way; stops early when asked to, or when no file could be written."""

    maker: Maker
    folder: Path
    store: Store
    overwrite: bool
    tell: Tell
    cancelled: Ask
    total: int
    started: float = field(default_factory=time.monotonic)
    files: dict[str, Written] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)
    asked: bool = False  # to stop, by a person
    hopeless: bool = False  # no file can be written any more

    def run(self, jobs: Sequence[KitJob], logo: Logo, guests: Guests = ALONE) -> None:
        """Make every file of the jobs; on cancelling, what was begun is still finished whole."""
        with ThreadPoolExecutor(_WORKERS, "kit") as pool:
            pending: dict[Future[Written], str] = {}
            for name, kind, composition in self._cards(jobs, logo, guests):
                pending[pool.submit(self._write, composition, name, kind)] = name
                while len(pending) >= _WORKERS + _WAITING:
                    self._collect(pending)
            while pending:
                self._collect(pending)

    def _cards(
        self, jobs: Sequence[KitJob], logo: Logo, guests: Guests
    ) -> Iterator[tuple[str, str, Composition]]:
        for job in jobs:
            if self._stop():
                return
            try:
                composition = self.maker.compose(job.brief, logo, guests)
            except CobrandError as error:
                for name in job.names:
                    self._failed(name, error)
                continue
            for name, kind in zip(job.names, job.kinds, strict=True):
                if self._stop():
                    return
                yield name, kind, composition

    def _write(self, composition: Composition, name: str, kind: str) -> Written:
        return self.maker.export(
            composition, self.folder / name, kind, overwrite=self.overwrite, store=self.store
        )

    def _stop(self) -> bool:
        self.asked = self.asked or self.cancelled()
        return self.asked or self.hopeless

    def _collect(self, pending: dict[Future[Written], str]) -> None:
        done, _ = wait(pending, _LISTEN, FIRST_COMPLETED)
        for future in done:
            name = pending.pop(future)
            try:
                self.files[name] = future.result()
            except CobrandError as error:
                self._failed(name, error)
            except Exception as error:  # a fault of the program costs one file, never the kit
                said = type(error).__name__
                lost = WriteFailed("export.write-failed", name=name, folder="", bytes=0, said=said)
                self._failed(name, lost)
            else:
                self._tell(name)
        for future in list(pending) if self._stop() else ():
            if future.cancel():
                del pending[future]

    def _failed(self, name: str, error: CobrandError) -> None:
        self.failures[name] = Failure(name, error)
        if isinstance(error, WriteFailed) and error.code in HOPELESS:
            self.hopeless = True
        self._tell(name)

    def _tell(self, name: str) -> None:
        done = len(self.files) + len(self.failures)
        each = (time.monotonic() - self.started) / done
        self.tell(Progress(done, self.total, name, each * (self.total - done)))
