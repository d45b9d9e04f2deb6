"""Turns a workbook into lines: asks a process that may be lost, and takes pictures out of it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any, Self

from cobrand.batch.roster.grid import Grid, Line
from cobrand.errors import RosterError
from cobrand.export import files
from cobrand.intake import sniff
from cobrand.model.finding import Finding, note, warning

WORKER_FLAG = "--read-book"
"""What a frozen program is started with to become the process that reads one workbook."""
SECONDS = 30
MEGABYTES = 1_500
LARGEST_PICTURE = 40_000_000
_PACKAGES = str(Path(__file__).resolve().parents[3])
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from cobrand.batch.roster.worker import serve; serve()"
)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError,
    RuntimeError,
)  # fmt: skip


def read(path: Path, kind: str, sheet: str = "") -> Grid:
    """Return a sheet's lines; RosterError says what is wrong with the workbook."""
    answer = _asked(path, kind, sheet)
    if "book" not in answer:
        raise RosterError(answer["code"], **answer["values"])
    book = answer["book"]
    return Grid(
        lines=tuple(Line(each["number"], tuple(each["cells"])) for each in book["lines"]),
        findings=_about(book),
        pictures=tuple(((row, column), part) for (row, column), part in book["pictures"]),
        errors=frozenset((row, column) for row, column in book["errors"]),
        sheets=(book["sheet"], *book["others"]),
    )


def _about(book: Any) -> tuple[Finding, ...]:
    found = [note("roster.sheet", sheet=book["sheet"])]
    if book["others"]:
        others = ", ".join(book["others"])
        found.append(note("roster.other-sheets", sheets=others, count=len(book["others"])))
    if not book["whole"]:
        found.append(warning("roster.pictures-unreadable"))
    return tuple(found)


def _asked(path: Path, kind: str, sheet: str) -> Any:
    request = {
        "path": str(path.absolute()), "kind": kind, "sheet": sheet,
        "memory": MEGABYTES, "seconds": SECONDS,
    }  # fmt: skip
    frozen = getattr(sys, "frozen", False)
    command = [WORKER_FLAG] if frozen else ["-P", "-c", _START, _PACKAGES]
    try:
        done = subprocess.run(  # noqa: S603  this very program
            [sys.executable, *command],
            input=json.dumps(request).encode() + b"\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:  # it was ended, or it ended itself
        raise RosterError("roster.too-much-inside", name=path.name) from error


class Pictures:
    """Takes pictures out of a workbook into `room`, each once, named by its content."""

    def __init__(self, path: Path, room: Path) -> None:
        self._path = path
        self._room = room
        self._archive: zipfile.ZipFile | None = None
        self._taken: dict[str, Path | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._archive is not None:
            self._archive.close()

    def take(self, part: str) -> Path | None:
        """Return the file of a part; None if it is missing, broken, too large or no logo file."""
        if part not in self._taken:
            try:
                self._taken[part] = self._kept(self._data(part))
            except _BROKEN:
                self._taken[part] = None
        return self._taken[part]

    def _kept(self, data: bytes) -> Path | None:
        kind = sniff.kind(data)
        if kind not in sniff.READ:
            return None
        self._room.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = self._room / f"{hashlib.sha256(data).hexdigest()[:32]}.{kind}"
        return target if target.exists() else files.save(target, data)

    def _data(self, part: str) -> bytes:
        if self._archive is None:
            self._archive = zipfile.ZipFile(self._path)
        with self._archive.open(part) as stream:
            data = stream.read(LARGEST_PICTURE + 1)
        return b"" if len(data) > LARGEST_PICTURE else data
