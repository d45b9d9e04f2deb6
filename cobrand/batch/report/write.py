"""Writes all reports of a run whole: the page, the table, the document, the contact sheet."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from cobrand.batch.plan import ON_A_SHEET, REPORTS, SHEET
from cobrand.batch.process import begin
from cobrand.batch.report import document, page, sheet, table
from cobrand.batch.report.account import Account, Told
from cobrand.batch.report.sheet import Cell
from cobrand.export import files

Pieces = Callable[[Told], Iterator[str]]
Draw = Callable[[tuple[Cell, ...]], bytes]
_WRITERS: tuple[tuple[str, Pieces], ...] = (
    (REPORTS[0], page.pieces),
    (REPORTS[1], table.pieces),
    (REPORTS[2], document.pieces),
)
_OLD = re.compile(re.escape(SHEET.partition("{")[0]) + r"\d{3,}\.jpg")


def write(told: Told, folder: Path) -> tuple[Path, ...]:
    """Write the reports over those of an earlier run; WriteFailed if the folder refuses them."""
    written = [_written(folder / name, pieces(told)) for name, pieces in _WRITERS]
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=begin) as pool:
        return (
            *written,
            *sheets(told, folder, lambda cells: pool.submit(sheet.page, cells).result()),
        )


def sheets(told: Told, folder: Path, drawn: Draw) -> tuple[Path, ...]:
    """Write the contact sheet's pages: of every row the first card; older pages go."""
    cells = (_cell(account) for account in told.accounts())
    shown = (cell for cell in cells if cell.picture)
    made: list[Path] = []
    while part := tuple(islice(shown, ON_A_SHEET)):
        made.append(folder / SHEET.format(page=len(made) + 1))
        files.put(made[-1], drawn(part), overwrite=True)
    for old in _old(folder):
        if old not in made and told.manifest.is_ours(old.name):
            files.take_away(old)
    return tuple(made)


def _old(folder: Path) -> Iterable[Path]:
    with os.scandir(folder) as found:
        return [folder / each.name for each in found if _OLD.fullmatch(each.name)]


def _written(path: Path, pieces: Iterator[str]) -> Path:
    def write(file: object) -> None:
        for piece in pieces:
            file.write(piece.encode("utf-8", "replace"))  # type: ignore[attr-defined]

    return files.stream(path, write, overwrite=True)


def _cell(account: Account) -> Cell:
    line = account.line
    picture = next((entry.thumbnail for entry in account.files if entry.thumbnail), b"")
    return Cell(f"{line.number} · {line.name or line.stem}", picture)
