"""Turns lines on record into accounts: one row with its files, findings and errors, in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cobrand.batch import stored
from cobrand.batch.manifest import Entry, Line, Manifest
from cobrand.batch.run import Result
from cobrand.errors import CobrandError
from cobrand.messages import say
from cobrand.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Account:
    """One row of a report; `failed` are (name, error) of what could not be made."""

    line: Line
    files: tuple[Entry, ...]
    others: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    failed: tuple[tuple[str, CobrandError], ...]

    @property
    def size(self) -> int:
        """The bytes of its files together."""
        return sum(entry.bytes for entry in self.files)

    @property
    def worst(self) -> Severity:
        """How bad the worst of its findings is."""
        return max((found.severity for found in self.findings), default=Severity.KEPT)

    @property
    def needs_a_look(self) -> bool:
        """Say whether something is missing or a rule is broken."""
        unwell = self.line.state in {"failed", "partly", "waiting"}
        return unwell or self.worst is Severity.BREACH

    def errors(self, language: str) -> Iterator[str]:
        """Yield in words why files are missing, each reason once."""
        yield from dict.fromkeys(say(language, error) for _, error in self.failed)


@dataclass(slots=True)
class Totals:
    """Sums over all rows, counted while they are told; `common` is what is so in every row."""

    rows: int = 0
    files: int = 0
    bytes: int = 0
    seconds: float = 0.0
    broken: int = 0
    common: tuple[Finding, ...] | None = None

    def add(self, account: Account) -> None:
        """Count one row."""
        self.rows += 1
        self.files += len(account.files)
        self.bytes += account.size
        self.seconds += account.line.seconds
        self.broken += account.worst is Severity.BREACH
        if account.files:
            known = account.findings if self.common is None else self.common
            here = set(account.findings)
            self.common = tuple(each for each in known if each in here)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report is made from: the record, the run's result, the words' language."""

    manifest: Manifest
    result: Result
    totals: Totals
    roster: str
    language: str
    orphans: tuple[str, ...] = ()

    def accounts(self) -> Iterator[Account]:
        """Yield every row in the roster's order; only one is in memory."""
        return accounts(self.manifest)


def accounts(manifest: Manifest) -> Iterator[Account]:
    """Yield the rows of this run."""
    for line in manifest.lines():
        yield _account(line, manifest.entries(line.stem).values())


def totals(manifest: Manifest) -> Totals:
    """Return the sums over this run's rows."""
    sums = Totals()
    for account in accounts(manifest):
        sums.add(account)
    return sums


def _account(line: Line, entries: Iterable[Entry]) -> Account:
    held = sorted(entries, key=lambda entry: entry.name)
    return Account(
        line,
        tuple(entry for entry in held if entry.written),
        tuple(entry for entry in held if not entry.written),
        stored.found(json.loads(line.findings)),
        tuple(_failed(line)),
    )


def _failed(line: Line) -> Iterator[tuple[str, CobrandError]]:
    whole = stored.problem(line.error)
    if whole is not None:
        yield "", whole
    for name, text in json.loads(line.failed).items():
        problem = stored.problem(text)
        if problem is not None:
            yield name, problem
