"""Keeps what was made of a roster in one database in the folder: it survives a kill at any moment.

SQLite with a write-ahead log: a transaction is there or it is not, whenever the program ends, and
10,000 rows are looked up and told in their order without ever being in memory. The file is locked
for as long as a run lasts, so that two runs never work in one folder.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cobrand.batch.job import Kept
from cobrand.errors import BatchError, WriteFailed
from cobrand.export import files
from cobrand.export.written import Jpeg

ROOM = ".cobrand"
NAME = "manifest.sqlite"
_VERSION = 1
_TABLES = (
    "CREATE TABLE planned (name TEXT PRIMARY KEY, run INTEGER) WITHOUT ROWID",
    "CREATE TABLE files (name TEXT PRIMARY KEY, stem TEXT, digest TEXT, sha256 TEXT, "
    "bytes INTEGER, written TEXT, thumbnail BLOB)",
    "CREATE INDEX by_stem ON files (stem)",
    "CREATE TABLE rows (stem TEXT PRIMARY KEY, number INTEGER, place INTEGER, name TEXT, "
    "state TEXT, seconds REAL, run INTEGER, error TEXT, findings TEXT, failed TEXT)",
    f"PRAGMA user_version = {_VERSION}",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file on record: the digest of what went into it, and of what came out."""

    name: str
    digest: str
    sha256: str
    bytes: int
    written: str = ""
    thumbnail: Jpeg = b""

    @property
    def kept(self) -> Kept:
        """What is needed of it where it is not made again."""
        return Kept(self.written, self.thumbnail, self.sha256, self.bytes)


@dataclass(frozen=True, slots=True)
class Line:
    """A row on record: `error` and `findings` as `stored` packs them, `failed` likewise by name."""

    stem: str
    number: int
    place: int
    name: str
    state: str
    seconds: float = 0.0
    error: str = ""
    findings: str = "[]"
    failed: str = "{}"


class Manifest:
    """The database of one folder, open for one run; BatchError says why it cannot be."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / ROOM / NAME
        files.make_folder(self._path.parent)
        with self._said():
            self._base = _opened(self._path)
            last = self._base.execute("SELECT max(run) FROM planned").fetchone()[0]
        self.run = (last or 0) + 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _: type[BaseException] | None,
        problem: BaseException | None,
        __: TracebackType | None,
    ) -> None:
        self._base.close()

    def plan(self, names: Iterable[str]) -> None:
        """Note every name that this run may make, before the first is made: they are ours."""
        with self._saved() as base:
            base.executemany(
                "INSERT OR REPLACE INTO planned VALUES (?, ?)", ((name, self.run) for name in names)
            )

    def is_ours(self, name: str) -> bool:
        """Say whether an earlier run planned a file of this name."""
        return bool(self._all("SELECT 1 FROM planned WHERE name = ?", name))

    def entries(self, stem: str) -> dict[str, Entry]:
        """Return what is on record of a row's files, by name."""
        rows = self._all(
            "SELECT name, digest, sha256, bytes, written, thumbnail FROM files WHERE stem = ?", stem
        )
        return {row[0]: Entry(*row) for row in rows}

    def line(self, stem: str) -> Line | None:
        """Return what is on record of a row."""
        rows = self._all(
            "SELECT stem, number, place, name, state, seconds, error, findings, failed FROM rows "
            "WHERE stem = ?",
            stem,
        )
        return Line(*rows[0]) if rows else None

    def note(self, line: Line, entries: Sequence[Entry] = (), lost: Sequence[str] = ()) -> None:
        """Write down a row with the files that were made of it, and forget those that are lost."""
        with self._saved() as base:
            base.executemany("DELETE FROM files WHERE name = ?", ((name,) for name in lost))
            base.executemany(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (e.name, line.stem, e.digest, e.sha256, e.bytes, e.written, e.thumbnail)
                    for e in entries
                ),
            )
            base.execute(
                "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    line.stem, line.number, line.place, line.name, line.state, line.seconds,
                    self.run, line.error, line.findings, line.failed,
                ),
            )  # fmt: skip

    def keep(self, entry: Entry) -> None:
        """Write down a file that is of no row."""
        with self._saved() as base:
            base.execute(
                "INSERT OR REPLACE INTO files VALUES (?, '', ?, ?, ?, '', NULL)",
                (entry.name, entry.digest, entry.sha256, entry.bytes),
            )

    def made(self) -> Iterator[Entry]:
        """Yield the files of this run's rows, with their digests alone."""
        with self._said():
            yield from (
                Entry(*row)
                for row in self._base.execute(
                    "SELECT files.name, digest, sha256, bytes FROM files "
                    "JOIN planned ON planned.name = files.name WHERE run = ? AND stem != ''",
                    (self.run,),
                )
            )

    def lines(self) -> Iterator[Line]:
        """Yield the rows of this run in the roster's order."""
        with self._said():
            yield from (
                Line(*row)
                for row in self._base.execute(
                    "SELECT stem, number, place, name, state, seconds, error, findings, failed "
                    "FROM rows WHERE run = ? ORDER BY place",
                    (self.run,),
                )
            )

    def orphans(self) -> Iterator[str]:
        """Yield the names of files that were made once and are in this plan no more."""
        with self._said():
            yield from (
                row[0]
                for row in self._base.execute(
                    "SELECT planned.name FROM planned JOIN files ON files.name = planned.name "
                    "WHERE planned.run < ? ORDER BY planned.name",
                    (self.run,),
                )
            )

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._said():
            return self._base.execute(query, values).fetchall()

    @contextmanager
    def _saved(self) -> Iterator[sqlite3.Connection]:
        """Let several changes be there together or not at all."""
        with self._said(), self._base:
            yield self._base

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as problem:
            raise _failure(problem, self._path) from problem


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=0.2, isolation_level="DEFERRED")
    base.execute("PRAGMA locking_mode = EXCLUSIVE")  # before the log: then nothing is shared
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    version = base.execute("PRAGMA user_version").fetchone()[0]
    if not version:
        with base:
            for table in _TABLES:
                base.execute(table)
    elif version != _VERSION:
        raise BatchError("batch.manifest-version", file=f"{ROOM}/{NAME}")
    with base:
        base.execute("UPDATE planned SET run = run WHERE name = ''")  # takes the lock
    return base


def _failure(problem: sqlite3.Error, path: Path) -> BatchError | WriteFailed:
    """Return what the database said, as an error with a code."""
    said = str(problem)
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BatchError("batch.folder-busy", folder=str(path.parent.parent))
    if code == sqlite3.SQLITE_FULL:
        return WriteFailed(
            "export.disk-full", name=path.name, folder=str(path.parent), bytes=1_000_000, said=said
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return BatchError("batch.manifest-damaged", file=str(path))
    return WriteFailed(
        "export.folder-gone", name=path.name, folder=str(path.parent.parent), bytes=0, said=said
    )
