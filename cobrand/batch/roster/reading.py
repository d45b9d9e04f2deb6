"""Turns a file into a roster: opens it as what it is, finds its columns, makes its rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cobrand.batch import stand_in
from cobrand.batch.roster import columns, delimited, file, records, rows, text, workbook
from cobrand.batch.roster.briefs import Maker
from cobrand.batch.roster.grid import Grid
from cobrand.batch.roster.matching import Files
from cobrand.batch.roster.meanings import Meanings
from cobrand.batch.row import Roster
from cobrand.export import files
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, note, warning
from cobrand.model.text import Typesetter
from cobrand.typeset.late import LateTypesetter


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a roster is read; what is empty is found out.

    `base` has what the roster does not say. `logos` is a folder to find logos in by name.
    `columns` are (field, heading) for headings that are in no catalogue; an empty heading says
    that no column has the field. `typeset_missing` sets a name as a stand-in where there is no
    logo; `outside` allows files anywhere on the disk. `written` are (row, field, text) that a
    person puts in the place of cells; of these, a whole path is taken wherever it leads.
    """

    base: Brief = field(default_factory=Brief)
    logos: Path | None = None
    columns: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    typeset_missing: bool = False
    outside: bool = False
    written: tuple[tuple[int, str, str], ...] = ()


def read(
    path: Path,
    library: Library,
    room: Path,
    wanted: Wanted | None = None,
    typesetter: Typesetter | None = None,
) -> Roster:
    """Read a roster; RosterError says why it cannot be used, findings what is odd about it.

    UnknownId if the base's campaign is nowhere.

    Pictures from cells and typeset stand-ins are put into `room`, named by their content. It is
    made when the first of them comes, and is the caller's to take away.
    """
    wanted = wanted or Wanted()
    library.campaign(wanted.base.campaign)
    names = columns.Names(library, wanted.columns)
    grid = _grid(path, names.known, wanted)
    found = columns.find(grid, names, wanted.columns)
    picked = frozenset(text for _, _, text in wanted.written)
    beside = Files(path, wanted.logos, wanted.outside, picked)
    maker = Maker(
        meanings={each.id: Meanings(library, each) for each in library.campaigns()},
        base=wanted.base,
        files=beside,
        stand_in=_stand_ins(room, typesetter or LateTypesetter()),
        typeset_missing=wanted.typeset_missing,
    )
    with workbook.Pictures(path, room) as pictures:
        made = tuple(rows.rows(grid, found, maker, pictures.take, wanted.written))
    more = (*rows.beside(grid, found), *_about_logos(beside, grid, found, wanted))
    findings = (*grid.findings, *found.findings, *more)
    return Roster(path, made, findings, found.named, grid.sheets)


def _grid(path: Path, known: Callable[[str], bool], wanted: Wanted) -> Grid:
    with file.opened(path) as handle:
        kind = file.kind(handle, path)
        if kind != "text":
            return workbook.read(path, kind, wanted.sheet)
        decoded = text.decode(file.load(handle), wanted.encoding)
    if not wanted.delimiter and records.looks_like(decoded.text):
        return records.read(decoded)
    return delimited.read(decoded, wanted.delimiter, known)


def _about_logos(
    beside: Files, grid: Grid, found: columns.Columns, wanted: Wanted
) -> Iterator[Finding]:
    anyhow = wanted.logos or wanted.typeset_missing or grid.pictures
    if not anyhow and not {"logo", "stand-in"} & set(found.fields.values()):
        yield note("roster.no-logo-column")
    if wanted.logos and beside.full:
        yield warning("roster.folder-full", folder=wanted.logos.name)


def _stand_ins(room: Path, typesetter: Typesetter) -> Callable[[str, str], str]:
    """Return what sets a name and puts the drawing into `room`."""

    def made(name: str, acronym: str) -> str:
        data = stand_in.draw(stand_in.words(name, acronym), typesetter)
        target = room / f"stand-in-{hashlib.sha256(data).hexdigest()[:32]}.svg"
        if not target.exists():
            room.mkdir(mode=0o700, parents=True, exist_ok=True)
            files.save(target, data)
        return str(target)

    return made
