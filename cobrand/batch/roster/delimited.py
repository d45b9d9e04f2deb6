"""Turns text whose cells are parted by a character into lines."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from cobrand.batch.roster.grid import Grid, lines
from cobrand.batch.roster.text import Decoded
from cobrand.errors import RosterError
from cobrand.model.finding import Finding, note, warning

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 40
_SAYS = "sep="


def read(decoded: Decoded, delimiter: str, known: Callable[[str], bool]) -> Grid:
    """Return the cells; `known` says whether a heading is one of a roster's.

    RosterError if a cell is longer than a cell can be.
    """
    text, said = _said(decoded.text)
    chosen = delimiter or said or _guess(text, known)
    rows, findings = _parsed(text, chosen)
    about = (_about(decoded, chosen),) if len(rows) else ()
    return Grid(lines(enumerate(rows, 2 if said else 1)), (*about, *findings))


def _said(text: str) -> tuple[str, str]:
    """Return the text without the line that tells Excel its delimiter, and the delimiter."""
    first, _, rest = text.partition("\n")
    first = first.strip("\r ").strip('"')
    if first.lower().startswith(_SAYS) and len(first) == len(_SAYS) + 1:
        return rest, first[-1]
    return text, ""


def _about(decoded: Decoded, delimiter: str) -> Finding:
    code = "roster.read-as-guessed" if decoded.guessed else "roster.read-as"
    name = {"\t": "delimiter.tab"}.get(delimiter, delimiter)
    return note(code, encoding=decoded.encoding, delimiter=name)


def _parsed(text: str, delimiter: str) -> tuple[Sequence[Sequence[str]], tuple[Finding, ...]]:
    """Read strictly; where the quotation marks do not allow it, as well as can be, and say so."""
    strict: list[list[str]] = []
    reader = _reader(text, delimiter, strict=True)
    try:
        strict.extend(reader)
    except csv.Error as problem:
        if "field limit" in str(problem):
            raise RosterError(
                "roster.cell-too-long", row=len(strict) + 1, most=_longest()
            ) from problem
        return _loosely(text, delimiter), (warning("roster.quotes", row=len(strict) + 1),)
    return strict, ()


def _loosely(text: str, delimiter: str) -> Sequence[Sequence[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(_reader(text, delimiter, strict=False))
    except csv.Error as problem:
        raise RosterError("roster.cell-too-long", row=len(rows) + 1, most=_longest()) from problem
    return rows


def _longest() -> int:
    return csv.field_size_limit()


def _reader(text: str, delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    try:
        return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    except (TypeError, ValueError) as problem:
        raise RosterError("roster.delimiter", delimiter=delimiter) from problem


def _guess(text: str, known: Callable[[str], bool]) -> str:
    """Return the delimiter that parts the most known headings, else rows of the same length."""
    return max(DELIMITERS, key=lambda each: _fitness(text, each, known))


def _fitness(text: str, delimiter: str, known: Callable[[str], bool]) -> tuple[int, float, int]:
    try:
        rows = list(islice(_reader(text, delimiter, strict=False), _SAMPLE))
    except csv.Error:
        return (0, 0.0, 0)
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    heads = max((sum(map(known, row)) for row in rows), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, often = widths.most_common(1)[0] if widths else (0, 0)
    return (heads, often / max(1, len(rows)), width)
