"""What became of a kit: whole files, what was left out, what failed, how long it took."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cobrand.errors import CobrandError
from cobrand.export.written import Written
from cobrand.kit.plan import KitJob
from cobrand.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` files; `name` is the last one, `left` a guess at the seconds to go."""

    done: int
    total: int
    name: str
    left: float


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be made."""

    name: str
    error: CobrandError


@dataclass(frozen=True, slots=True)
class KitReport:
    """A finished kit; `target` is its folder or ZIP, `total` how many files were planned."""

    target: Path
    files: tuple[Written, ...]
    skipped: tuple[KitJob, ...]
    failures: tuple[Failure, ...]
    total: int
    seconds: float
    cancelled: bool
    proof: Path | None

    @property
    def bytes(self) -> int:
        """The bytes of all files together."""
        return sum(file.bytes for file in self.files)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a person should know of any file, each once, the worst first."""
        found = {
            finding: None for file in self.files for finding in file.findings if finding.severity
        }
        return tuple(sorted(found, key=lambda finding: -finding.severity))

    @property
    def breaches(self) -> int:
        """How many files break a rule."""
        return sum(file.worst is Severity.BREACH for file in self.files)

    @property
    def complete(self) -> bool:
        """Say whether every planned file is there."""
        return len(self.files) == self.total


Tell = Callable[[Progress], object]
Ask = Callable[[], bool]
