"""What is asked of a worker for one row, and what comes back: plain records that can travel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cobrand.batch.plan import Task
from cobrand.errors import CobrandError
from cobrand.export.dossier import LeftOut
from cobrand.export.written import Jpeg
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is there and unchanged: what was measured on it, as `stored` packs it."""

    written: str
    thumbnail: Jpeg
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Job:
    """One row to make.

    Files of `kept` names are not made again. `folder` is where files go; None where the worker
    shares no disk with whoever asks: then they come back as bytes, and `files` hold what the
    briefs name, by digest, and `names` what they are called. `foundation` is what the worker must
    have too: its program, campaign, templates.
    """

    stem: str
    tasks: tuple[Task, ...]
    kept: Mapping[str, Kept]
    proofs: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    language: str
    folder: Path | None
    zip: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    foundation: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def named(self, brief: Brief) -> Brief:
        """Return the brief with its files as the person calls them."""
        return brief.with_files(lambda file: self.names.get(file, file))


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made, or why it was not."""

    name: str
    sha256: str = ""
    bytes: int = 0
    written: str = ""
    thumbnail: Jpeg = b""
    error: CobrandError | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a row: `findings` are those of all its files, the kept rules aside.

    `parcel` is its ZIP, `contents` are its files where there is no folder.
    """

    files: tuple[MadeFile, ...]
    proofs: tuple[MadeFile, ...]
    seconds: float
    findings: tuple[Finding, ...] = ()
    parcel: tuple[MadeFile, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def made(self) -> tuple[MadeFile, ...]:
        """The files that are there."""
        return tuple(each for each in self.files if each.error is None)

    @property
    def lost(self) -> tuple[MadeFile, ...]:
        """What could not be made."""
        return tuple(each for each in (*self.files, *self.proofs, *self.parcel) if each.error)
