"""Finds the row of a roster that names its columns, and what each column holds."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cobrand.batch.folding import folded
from cobrand.batch.roster.grid import Grid, Line
from cobrand.errors import RosterError
from cobrand.library import Library
from cobrand.model.finding import Finding, note, warning

_SEARCHED = 50
"""Rows that are looked through for headings."""
_NUMBERED = re.compile(r"(\d{1,2})")
_MOST_PARTNERS = 7
_NEEDED = "name"
_PARTNER = "partner."
_NAMED = 12


class Names:
    """Knows which field a heading means, in any of the languages of the catalogue."""

    def __init__(self, library: Library, own: Iterable[tuple[str, str]] = ()) -> None:
        self._fields = {folded(name): field for field, names in library.columns for name in names}
        self._fields |= {folded(field): field for field, _ in library.columns}
        self._said = {folded(name): name for _, names in library.columns for name in names}
        pairs = tuple(own)
        self._own = {folded(heading): field for field, heading in pairs if heading}
        given = {field for field, _ in pairs}
        self._fields = {key: each for key, each in self._fields.items() if each not in given}

    def known(self, heading: str) -> bool:
        """Say whether a heading means anything."""
        return bool(self.field(heading))

    def field(self, heading: str) -> str:
        """Return the field: "name", "event.title", "partner.2.logo" …, or an empty string."""
        key = folded(heading)
        if key in self._own:
            return self._own[key]
        found = self._fields.get(key, "")
        number = _NUMBERED.search(key)
        if not found and number and 1 <= int(number[1]) <= _MOST_PARTNERS:
            found = self._fields.get(key.replace(number[1], "", 1), "")
            found = found if found.startswith(_PARTNER) else ""
        if found.startswith(_PARTNER):
            place = int(number[1]) if number else 1
            return f"{_PARTNER}{place}.{found.removeprefix(_PARTNER)}"
        return found

    def nearest(self, heading: str) -> str:
        """Return the heading that was probably meant, or an empty string."""
        near = difflib.get_close_matches(folded(heading), self._said, 1, 0.75)
        return self._said[near[0]] if near else ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field stands in which column, the rows below the headings, and what was noticed."""

    fields: Mapping[int, str]
    rows: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Every heading with its field, or "" for a column that is left aside."""
        there = enumerate(self.headings)
        return tuple((said, self.fields.get(place, "")) for place, said in there if said)


def find(grid: Grid, names: Names, own: Iterable[tuple[str, str]] = ()) -> Columns:
    """Return the columns of a grid; RosterError if none of them is the organisation's name."""
    if not grid.lines:
        raise RosterError("roster.no-rows")
    place = 0 if grid.headed else _heading_place(grid.lines, names)
    heading, rows = grid.lines[place], grid.lines[place + 1 :]
    _check_own(heading, own)
    fields, twice = _fields(heading, names)
    if _NEEDED not in fields.values():
        raise _nameless(heading, names)
    if not rows:
        raise RosterError("roster.no-rows")
    told = [*_about_place(place, heading), *twice]
    told += _about_unknown(heading, rows, fields, names)
    return Columns(fields, rows, tuple(told), heading.cells)


def _heading_place(lines: tuple[Line, ...], names: Names) -> int:
    """Return the place of the first row that has the most known headings, a title comes before."""
    counts = [sum(map(names.known, line.cells)) for line in lines[:_SEARCHED]]
    return counts.index(max(counts))


def _check_own(heading: Line, own: Iterable[tuple[str, str]]) -> None:
    there = {folded(cell): cell for cell in heading.cells}
    for field, wanted in own:
        if wanted and folded(wanted) not in there:
            near = difflib.get_close_matches(folded(wanted), there, 1)
            raise RosterError(
                "roster.no-such-column",
                field=field,
                heading=wanted,
                did_you_mean=there[near[0]] if near else "",
                known=_list(heading.cells),
            )


def _fields(heading: Line, names: Names) -> tuple[dict[int, str], list[Finding]]:
    fields: dict[int, str] = {}
    twice = []
    for column, cell in enumerate(heading.cells):
        field = names.field(cell) if cell else ""
        if field in fields.values() and field:
            twice.append(warning("roster.column-twice", heading=cell, field=field))
        elif field:
            fields[column] = field
    return fields, twice


def _nameless(heading: Line, names: Names) -> RosterError:
    unknown = (cell for cell in heading.cells if cell and not names.known(cell))
    near = next((near for near in map(names.nearest, unknown) if names.field(near) == _NEEDED), "")
    return RosterError("roster.no-name-column", headings=_list(heading.cells), did_you_mean=near)


def _about_place(place: int, heading: Line) -> list[Finding]:
    return [note("roster.headings-in", row=heading.number)] if place else []


def _about_unknown(
    heading: Line, rows: tuple[Line, ...], fields: Mapping[int, str], names: Names
) -> list[Finding]:
    """Say which columns are left aside; an empty column without a name is none."""
    unknown = [cell for column, cell in enumerate(heading.cells) if cell and column not in fields]
    unknown = [cell for cell in unknown if not names.known(cell)]
    meant = {cell: names.nearest(cell) for cell in unknown[:_NAMED]}
    told = [
        warning("roster.unknown-column", heading=cell, did_you_mean=near)
        for cell, near in meant.items()
        if near
    ]
    rest = [cell for cell in unknown if not meant.get(cell)]
    if rest:
        told.append(note("roster.unknown-columns", headings=_list(rest), count=len(rest)))
    nameless = max((len(row.cells) for row in rows), default=0) > len(heading.cells)
    return [*told, *([warning("roster.cells-beyond")] if nameless else [])]


def _list(headings: Iterable[str]) -> str:
    """Return headings in one line, not more of them than people read."""
    said = [heading for heading in headings if heading]
    more = [f"… ({len(said) - _NAMED})"] if len(said) > _NAMED else []
    return ", ".join([*said[:_NAMED], *more])
