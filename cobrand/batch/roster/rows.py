"""Turns a grid and what its columns are into rows, each with a name that no other has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from cobrand.batch.folding import folded
from cobrand.batch.names import Taken
from cobrand.batch.roster import fields
from cobrand.batch.roster.briefs import Maker, names_file
from cobrand.batch.roster.columns import Columns
from cobrand.batch.roster.grid import Grid
from cobrand.batch.row import Row
from cobrand.export import names
from cobrand.model.finding import Finding, breach, note, warning

Take = Callable[[str], Path | None]
_LOGO = "logo"


def rows(
    grid: Grid,
    columns: Columns,
    maker: Maker,
    take: Take,
    written: Iterable[tuple[int, str, str]] = (),
) -> Iterator[Row]:
    """Yield a row for every line; `take` puts a picture of the file into a file of its own.

    What is `written` (row, field, text) stands in the place of what the cell says.
    """
    taken, first = Taken(), dict[str, int]()
    own_texts = _by_line(written)
    pictures, covered = _by_row(grid, columns.fields), _covered(grid)
    for line in columns.rows:
        worded = _worded(columns.fields, covered.get(line.number, frozenset()))
        texts = fields.read(line, worded, grid.errors, own_texts.get(line.number))
        own, lost = _taken_out(pictures.get(line.number, {}), take)
        made = maker.made(texts.by_field, own)
        name = made.brief.name
        stem = taken.stem(name or texts.by_field.get("acronym", ""), f"row-{line.number}")
        again = _again(line.number, name, first) or _numbered(stem, name)
        yield Row(
            number=line.number,
            stem=stem,
            brief=made.brief,
            findings=(*texts.findings, *lost, *made.findings, *again),
            given=tuple(texts.by_field.items()),
            languages=made.languages,
            formats=made.formats,
        )


def _by_line(written: Iterable[tuple[int, str, str]]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for number, field, text in written:
        found.setdefault(number, {})[field] = text
    return found


def _covered(grid: Grid) -> dict[int, frozenset[int]]:
    """Return the columns over which pictures lie, by row."""
    found: dict[int, frozenset[int]] = {}
    for (row, column), _ in grid.pictures:
        found[row] = found.get(row, frozenset()) | {column}
    return found


def _worded(known: Mapping[int, str], covered: frozenset[int]) -> Mapping[int, str]:
    """Return the columns that say something in a row: a file's name under a picture does not."""
    if not covered:
        return known
    return {
        column: field
        for column, field in known.items()
        if column not in covered or not names_file(field)
    }


def _again(number: int, name: str, first: dict[str, int]) -> tuple[Finding, ...]:
    """Say that there is no name, or that the organisation was there before."""
    if not name:
        return (breach("roster.no-name"),)
    key = folded(name) or name
    before = first.setdefault(key, number)
    return (warning("roster.same-organisation", row=before),) if before != number else ()


def _numbered(stem: str, name: str) -> tuple[Finding, ...]:
    """Say that a name is written with a number, because a disk takes it for another's."""
    return () if stem == names.stem(name) else (note("roster.other-name", stem=stem),)


def _by_row(grid: Grid, known: Mapping[int, str]) -> dict[int, dict[str, str]]:
    """Return each row's pictures by field: that of their column, else the logo's."""
    found: dict[int, dict[str, str]] = {}
    for (row, column), part in grid.pictures:
        field = known.get(column, _LOGO)
        field = field if names_file(field) else _LOGO
        found.setdefault(row, {}).setdefault(field, part)
    return found


def _taken_out(
    pictures: Mapping[str, str], take: Take
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    files = {field: take(part) for field, part in pictures.items()}
    lost = tuple(
        breach("roster.picture-in-cell", field=field) for field, file in files.items() if not file
    )
    return {field: str(file) for field, file in files.items() if file}, lost


def beside(grid: Grid, columns: Columns) -> tuple[Finding, ...]:
    """Say how many pictures of the file stand in no organisation's row."""
    numbers = {line.number for line in columns.rows}
    count = sum(row not in numbers for (row, _), _ in grid.pictures)
    return (note("roster.pictures-beside", count=count),) if count else ()
