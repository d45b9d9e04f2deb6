"""Export without widgets: what would be made and where, then progress, cancel and the result."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QStandardPaths, Signal

from cobrand.errors import CobrandError, TargetExists
from cobrand.gui import kits
from cobrand.gui.ports import Maker
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks

if TYPE_CHECKING:
    from cobrand.kit import KitReport

What = Literal["kit", "file"]
_KEY = "export"
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class Made:
    """Whole files on the disk; `place` is their folder, or the archive that holds them."""

    place: Path
    files: tuple[tuple[Path, int], ...]
    total: int
    seconds: float
    broken: int
    cancelled: bool
    proof: Path | None = None
    failed: tuple[CobrandError, ...] = ()

    @property
    def bytes(self) -> int:
        """All files together."""
        return sum(size for _, size in self.files)


class Exporter(QObject):
    """Runs one export at a time, off the window's thread."""

    advanced = Signal(object)
    finished = Signal(object)
    refused = Signal(object)

    def __init__(self, studio: Studio, tasks: Tasks[Maker]) -> None:
        super().__init__()
        self._studio = studio
        self._tasks = tasks
        self._stop = Event()
        self.folder = documents_folder()
        self.by = ""

    @property
    def stem(self) -> str:
        """What the kit's folder is called."""
        name = _UNFIT.sub(" ", self._studio.brief.name).strip(" .")
        return f"{name} kit" if name else "Logo kit"

    def count(self) -> int:
        """Return how many files the whole kit has."""
        jobs = kits.plan(self._studio.library, self._studio.brief)
        return sum(len(job.kinds) for job in jobs)

    def start_kit(self, target: Path, overwrite: bool = False, reason: str = "") -> None:
        """Make everything into a folder, or into a file that ends in .zip.

        The proof shows the `reason` why, where a rule is broken.
        """
        brief, hand = self._studio.brief, self._studio.hand
        if hand is None:
            return

        def work(maker: Maker) -> Made:
            report = kits.make(
                maker,
                brief,
                hand,
                target,
                overwrite=overwrite,
                progress=self.advanced.emit,
                cancelled=self._stop.is_set,
                reason=reason,
                by=self.by,
            )
            return _made(report)

        self._start(work)

    def start_file(self, target: Path, kind: str, overwrite: bool = False) -> None:
        """Make the card on the stage as one file."""
        brief, hand = self._studio.brief, self._studio.hand
        if hand is None:
            return

        def work(maker: Maker) -> Made:
            begun = time.monotonic()
            composition = maker.compose(brief, hand.logo, hand.guests)
            written = maker.export(composition, target, kind, overwrite=overwrite)
            files = ((written.path, written.bytes),)
            broken = int(bool(composition.breaches))
            return Made(target.parent, files, 1, time.monotonic() - begun, broken, False)

        self._start(work)

    def cancel(self) -> None:
        """Stop after the file in hand; whole files stay."""
        self._stop.set()

    def _start(self, work: Callable[[Maker], Made]) -> None:
        self._stop.clear()
        self._tasks.start(work, self.finished.emit, self.refused.emit, key=_KEY)


def beside(target: Path) -> Path:
    """Return a name like this one that is not taken: "Bridges kit 2"."""
    number = 2
    while (free := target.with_name(f"{target.stem} {number}{target.suffix}")).exists():
        number += 1
    return free


def in_the_way(problem: CobrandError) -> bool:
    """Say whether an export was refused because of names that are taken."""
    return isinstance(problem, TargetExists)


def documents_folder() -> Path:
    """Return where this person keeps documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def _made(report: KitReport) -> Made:
    return Made(
        place=report.target,
        files=tuple((file.path, file.bytes) for file in report.files),
        total=report.total,
        seconds=report.seconds,
        broken=report.breaches,
        cancelled=report.cancelled,
        proof=report.proof,
        failed=tuple(failure.error for failure in report.failures),
    )
