"""Writes all reports of a run whole: page, table, document, proof on paper, contact sheet."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Self

from cobrand.batch.plan import ON_A_SHEET, REPORTS, SHEET, SHEETS
from cobrand.batch.process import begin
from cobrand.batch.report import document, page, paper, table
from cobrand.batch.report.account import Account, Told
from cobrand.batch.report.cell import Cell
from cobrand.errors import BatchError
from cobrand.export import files

Pieces = Callable[[Told], Iterator[str]]
Draw = Callable[[tuple[Cell, ...]], bytes]
_WRITERS: tuple[tuple[str, Pieces], ...] = (
    (REPORTS[0], page.pieces),
    (REPORTS[1], table.pieces),
    (REPORTS[2], document.pieces),
)
PROOF = "cobrand.batch.report.printing.pages"
CONTACTS = "cobrand.batch.report.sheet.page"
_OLD = re.compile(re.escape(SHEET.partition("{")[0].rpartition("/")[2]) + r"\d{3,}\.jpg")


class Painter:
    """One process that draws pages; where it ends in the middle of one, another draws that."""

    def __init__(self) -> None:
        self._pool = _pool()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def drawn(self, name: str, work: Callable[..., bytes], *given: object) -> bytes:
        """Return what `work` makes of what is given; BatchError if two processes ended with it."""
        try:
            return self._asked(work, given)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = _pool()
        try:
            return self._asked(work, given)
        except BrokenProcessPool as problem:
            kind = type(problem).__name__
            raise BatchError("batch.unforeseen", name=name, kind=kind) from problem

    def _asked(self, work: Callable[..., bytes], given: tuple[object, ...]) -> bytes:
        return self._pool.submit(work, *given).result()


def _made(work: str, *given: object) -> bytes:
    """Do work that is named by module and function: only who draws loads Qt and renderers."""
    module, _, name = work.rpartition(".")
    made: bytes = getattr(import_module(module), name)(*given)
    return made


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=begin)


def write(told: Told, folder: Path) -> tuple[Path, ...]:
    """Write the reports over those of an earlier run.

    WriteFailed if the folder refuses them, BatchError if no process stays alive to draw them.
    """
    written = [_written(folder / name, pieces(told)) for name, pieces in _WRITERS]
    with Painter() as painter:
        proof = painter.drawn(REPORTS[3], _made, PROOF, *paper.document(told))
        written.append(files.put(folder / REPORTS[3], proof, overwrite=True))
        drawn = partial(painter.drawn, SHEETS, _made, CONTACTS)
        return (*written, *sheets(told, folder, drawn))


def sheets(told: Told, folder: Path, drawn: Draw) -> tuple[Path, ...]:
    """Write the contact sheet's pages: of every row the first card; older pages go."""
    files.make_folder(folder / SHEETS)
    cells = (_cell(account) for account in told.accounts())
    shown = (cell for cell in cells if cell.picture)
    made: list[Path] = []
    while part := tuple(islice(shown, ON_A_SHEET)):
        made.append(folder / SHEET.format(page=len(made) + 1))
        files.put(made[-1], drawn(part), overwrite=True)
    for old in _old(folder / SHEETS):
        if old not in made and told.manifest.is_ours(f"{SHEETS}/{old.name}"):
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
