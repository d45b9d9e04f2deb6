"""What every family of files becomes first: lines of cells that hold text, within limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cobrand.errors import RosterError
from cobrand.model.finding import Finding

MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
LONGEST_CELL = 100_000
"""Letters; a spreadsheet program takes 32,767."""
MOST_LETTERS = 20_000_000

Place = tuple[int, int]
"""A cell: its row as a spreadsheet shows it, its column from 0."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row's cells, and its number as its file counts rows."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Return a cell's text, or an empty one where the row has ended."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows that are not empty; `pictures` are (cell, name of the picture in the file).

    `errors` are cells where a formula came to nothing, `headed` says that the first line is names,
    `sheets` are those of a workbook, the one that was read first.
    """

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
    pictures: tuple[tuple[Place, str], ...] = ()
    errors: frozenset[Place] = frozenset()
    headed: bool = False
    sheets: tuple[str, ...] = ()


def lines(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[Line, ...]:
    """Return what is not empty of numbered rows; RosterError if it is more than a roster holds."""
    return tuple(_bounded(rows))


def _bounded(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Line]:
    count = letters = 0
    for number, row in rows:
        cells = _filled(row)
        count += bool(cells)
        letters += sum(map(len, cells))
        if count > MOST_ROWS or letters > MOST_LETTERS:
            raise RosterError("roster.too-many-rows", most=MOST_ROWS)
        if len(cells) > MOST_COLUMNS:
            raise RosterError("roster.too-many-columns", row=number, most=MOST_COLUMNS)
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise RosterError("roster.cell-too-long", row=number, most=LONGEST_CELL)
        if cells:
            yield Line(number, cells)


def _filled(row: Sequence[str]) -> tuple[str, ...]:
    """Return the cells, without spaces round them and without the empty ones at the end."""
    last = len(row)
    while last and not row[last - 1].strip():
        last -= 1
    return tuple(cell.strip() for cell in row[:last])
