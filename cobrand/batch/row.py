"""What a roster says: one row an organisation, and what a person should know of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation: `number` is its row as its file counts them, as a spreadsheet shows it.

    `stem` is its name as a file or folder may be called on every system, unlike that of every
    other row. `brief` names the logo by its path; format, template and ground are the run's where
    the roster gives none. `given` are (field, text) of every known column that this row fills:
    it tells what the roster gave, and fills the fields of a pattern of names. `languages` and
    `formats` are the row's own, if it names any. A row with a breach cannot be made.
    """

    number: int
    stem: str
    brief: Brief
    findings: tuple[Finding, ...] = ()
    given: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Say whether it can be made."""
        return all(found.severity is not Severity.BREACH for found in self.findings)

    def says(self, field: str) -> str:
        """Return what the roster says in a known column ("name", "acronym", "logo" …), or ""."""
        return dict(self.given).get(field, "")


@dataclass(frozen=True, slots=True)
class Roster:
    """A read roster: `findings` are about the file as a whole (its encoding, its columns).

    `columns` are its headings with the field that each holds, or "" for one that is left aside;
    `sheets` are those of a workbook, the one that was read first.
    """

    path: Path
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    sheets: tuple[str, ...] = ()
