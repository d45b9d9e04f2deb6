"""Turns a workbook into lines, inside the worker: values by calamine, places of pictures by us."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from defusedxml import DefusedXmlException
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from cobrand.batch.roster import excel, opendocument
from cobrand.batch.roster.grid import MOST_COLUMNS, Line, Place, lines
from cobrand.batch.roster.limits import check
from cobrand.errors import CobrandError, RosterError

_MOST_FILLED = 1_000_000
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError,
    RuntimeError, SyntaxError, DefusedXmlException, CobrandError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Book:
    """What a worker says of a workbook; `others` are sheets that were not read.

    `whole` says whether the places of pictures could be read.
    """

    lines: tuple[Line, ...]
    sheet: str
    others: tuple[str, ...] = ()
    pictures: tuple[tuple[Place, str], ...] = ()
    errors: tuple[Place, ...] = ()
    whole: bool = True


@dataclass(slots=True)
class Places:
    """What is found in a sheet's own file, cell by cell."""

    pictures: dict[Place, str] = field(default_factory=dict)
    errors: set[Place] = field(default_factory=set)


def read(path: Path, kind: str, sheet: str = "") -> Book:
    """Return the asked sheet, else the first that people see and that holds anything.

    RosterError says what is wrong with the file.
    """
    if kind != "xls":
        check(path)
    try:
        with CalamineWorkbook.from_path(path) as book:
            chosen = _chosen(book, sheet)
            found, whole = _places(path, kind, chosen.name)
            others = tuple(name for name in _seen(book) if name != chosen.name)
            return Book(
                lines(_rows(chosen)),
                chosen.name,
                others,
                tuple(found.pictures.items()),
                tuple(found.errors),
                whole,
            )
    except PasswordError as error:
        raise RosterError("roster.locked", name=path.name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise RosterError("roster.damaged", name=path.name) from error


def _chosen(book: CalamineWorkbook, wanted: str) -> CalamineSheet:
    names = book.sheet_names
    if wanted and wanted not in names:
        raise RosterError("roster.no-sheet", sheet=wanted, known=", ".join(names))
    seen = (wanted,) if wanted else _seen(book)
    sheets = [book.get_sheet_by_name(name) for name in seen]
    filled = next((each for each in sheets if each.start is not None), None)
    if filled is None:
        raise RosterError("roster.no-rows")
    return filled


def _seen(book: CalamineWorkbook) -> tuple[str, ...]:
    """Return the names of the sheets that are not hidden."""
    return tuple(
        each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible
    )


def _places(path: Path, kind: str, sheet: str) -> tuple[Places, bool]:
    """Find pictures and errors; where the parts around a sheet are broken, do without them."""
    found = Places()
    try:
        if kind == "xlsx":
            excel.find(path, sheet, found.pictures, found.errors)
        elif kind == "ods":
            opendocument.find(path, sheet, found.pictures)
    except _BROKEN:
        return Places(), False
    return found, True


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield numbered rows; a cell that reaches over several rows is said in each of them."""
    top, left = sheet.start or (0, 0)  # rows come from the first on, columns from the first filled
    if left + sheet.width > MOST_COLUMNS:
        raise RosterError("roster.too-many-columns", row=top + 1, most=MOST_COLUMNS)
    above = _merged(sheet)
    kept: dict[Place, str] = {}
    for row, values in enumerate(sheet.iter_rows()):
        cells = [""] * left + [as_text(value) for value in values]
        for column in above.get(row, ()):
            cells[column] = cells[column] or kept.get((row - 1, column), "")
        kept = {(row, column): cells[column] for column in above.get(row + 1, ())}
        yield row + 1, cells


def _merged(sheet: CalamineSheet) -> dict[int, list[int]]:
    """Return the columns whose cell goes on from the row above, by row."""
    goes_on: dict[int, list[int]] = {}
    end = sheet.end or (0, 0)
    count = 0
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        rows = range(top + 1, min(bottom, end[0]) + 1)
        count += len(rows)
        if left > end[1] or count > _MOST_FILLED:
            continue
        for row in rows:
            goes_on.setdefault(row, []).append(left)
    return goes_on


def as_text(value: Any) -> str:
    """Return what a cell says: 1.0 is "1", a day is written as ISO 8601 has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date | time | timedelta):
        return _moment(value)
    return str(value)


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
