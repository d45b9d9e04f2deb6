"""Reads the plainest roster: UTF-8, commas, columns called name and logo, paths beside the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from cobrand.batch.pattern import alike
from cobrand.batch.row import Roster, Row
from cobrand.errors import WrongUse
from cobrand.export import names
from cobrand.intake import source
from cobrand.model.brief import Brief


def read(path: Path, base: Brief) -> Roster:
    """Return the rows; WrongUse if there are no such columns."""
    text = source.load(path).decode("utf-8-sig", "replace")
    lines = list(csv.DictReader(io.StringIO(text)))
    if not lines or not {"name", "logo"} <= set(lines[0]):
        raise WrongUse("wrong-use.document", name=path.name)
    return Roster(path, tuple(_rows(path, lines, base)))


def _rows(path: Path, lines: list[dict[str, str]], base: Brief) -> Iterator[Row]:
    taken: set[str] = set()
    for number, line in enumerate(lines, 2):
        stem = names.stem(line["name"] or "", f"row-{number}")
        stem = f"{stem}-{number}" if alike(stem) in taken else stem
        taken.add(alike(stem))
        logo = str(path.parent / (line["logo"] or ""))
        given = tuple((field, text) for field, text in line.items() if field and text)
        brief = Brief(logo=logo, name=line["name"] or "", campaign=base.campaign)
        yield Row(number, stem, brief, given=given)
