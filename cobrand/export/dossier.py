"""What a proof tells, whatever it is written as: a brief's files, who made them, and why so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from cobrand.errors import CobrandError
from cobrand.export import discreet
from cobrand.export.given import Given
from cobrand.export.written import TWINS, Written
from cobrand.messages import title, ui
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign
from cobrand.model.finding import Finding, Severity
from cobrand.model.override import Override, Overrides
from cobrand.rules.override import override_of

Verdict = Literal["kept", "warning", "breach"]
PLANNED = {measured: planned for planned, measured in TWINS.items()}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A card that was not made, because nobody gave these words for it."""

    name: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a proof says; `made` is the moment in ISO 8601, `language` the reader's.

    `made` is empty where the same inputs have to give the same proof, whenever it is made.
    `given` are the files it was made with, `by` the person who made it, `overrides` why broken
    rules were let stand. `folder` is where the proof is put, so that it may name files beside it;
    None where that is not known, as in a ZIP. `shared` is what is to be known of every file alike,
    to be said once; what is broken never is.
    """

    brief: Brief
    campaign: Campaign
    files: tuple[Written, ...]
    made: str
    language: str
    given: tuple[Given, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    failed: tuple[tuple[str, CobrandError], ...] = ()
    seconds: float = 0.0
    cancelled: bool = False
    by: str = ""
    overrides: Overrides = ()
    folder: Path | None = None
    shared: tuple[Finding, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shared", _shared(self.files))  # once: there may be thousands

    @property
    def bytes(self) -> int:
        """The bytes of all files together."""
        return sum(file.bytes for file in self.files)

    @property
    def sending_seconds(self) -> float:
        """How long it takes to send them at 1 Mbit/s."""
        return self.bytes * 8 / 1_000_000

    @property
    def failures(self) -> tuple[tuple[str, CobrandError], ...]:
        """What failed, without a person's folders."""
        return tuple((name, discreet.error(error)) for name, error in self.failed)

    @property
    def count(self) -> Mapping[Verdict, int]:
        """How many files have which verdict."""
        found = Counter(verdict(file) for file in self.files)
        return {each: found[each] for each in ("kept", "warning", "breach")}

    @property
    def worst_first(self) -> tuple[Written, ...]:
        """The files by their gravest findings and how many of those there are, else as made."""
        return tuple(sorted(self.files, key=lambda file: (-self.worst(file), *_gravity(file))))

    def worst(self, file: Written) -> Severity:
        """Return how bad the worst of a file is, less what is so for every file."""
        own = (found.severity for found in file.findings if found not in self.shared)
        return max(own, default=Severity.KEPT)

    def override(self, finding: Finding) -> Override | None:
        """Return why this breach was let stand, if anybody said so."""
        return override_of(finding, self.overrides)


def _shared(files: tuple[Written, ...]) -> tuple[Finding, ...]:
    if len(files) < 2:
        return ()
    loud = (
        dict.fromkeys(each for each in file.findings if 0 < each.severity < Severity.BREACH)
        for file in files
    )
    first = next(loud)
    common = set(first).intersection(*loud)
    return tuple(found for found in first if found in common)


def verdict(file: Written) -> Verdict:
    """Say in one word how bad the worst of a file's findings is; a note counts as kept."""
    if file.worst is Severity.BREACH:
        return "breach"
    return "warning" if file.worst is Severity.WARNING else "kept"


def rule_title(finding: Finding, language: str) -> str:
    """Return the rule's short name: whether it was planned or measured does not matter here."""
    if (finding.code, finding.role) == ("file.contrast", "mark"):
        return ui(language, "Contrast of the campaign mark")
    return title(language, replace(finding, code=PLANNED.get(finding.code, finding.code)))


def _gravity(file: Written) -> tuple[int, int]:
    return -file.worst, -sum(found.severity > Severity.NOTE for found in file.findings)
