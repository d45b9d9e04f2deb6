"""Turns a workbook into lines: asks a process that may be lost, and takes pictures out of it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

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


def taken_out(path: Path, room: Path) -> Callable[[str], Path | None]:
    """Return what puts a picture of the workbook into `room`, named by its content.

    It returns None for a part that is missing, broken, too large or no kind of logo file.
    """

    def take(part: str) -> Path | None:
        try:
            data = _part(path, part)
            kind = sniff.kind(data)
            if kind not in sniff.READ:
                return None
            room.mkdir(mode=0o700, parents=True, exist_ok=True)
            target = room / f"{hashlib.sha256(data).hexdigest()[:32]}.{kind}"
            return target if target.exists() else files.save(target, data)
        except _BROKEN:
            return None

    return take


def _part(path: Path, part: str) -> bytes:
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        data = stream.read(LARGEST_PICTURE + 1)
    return b"" if len(data) > LARGEST_PICTURE else data
