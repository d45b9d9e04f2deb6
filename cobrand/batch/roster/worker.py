"""Reads a workbook in a process of its own, within limits, and says what it holds as JSON.

A sheet that says two cells at its ends makes the reader ask for more memory than there is, which
ends its process; so it has one that may be lost.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from dataclasses import asdict
from pathlib import Path

from cobrand.batch.roster import book
from cobrand.errors import CobrandError, RosterError
from cobrand.intake import memory

try:
    import resource
except ImportError:  # Windows: the parent's clock is the only limit
    resource = None  # type: ignore[assignment]  # no module there


def serve() -> None:
    """Answer the one request on standard input, on standard output."""
    asked = json.loads(sys.stdin.readline())
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not garble answers
    _limit(asked["memory"], asked["seconds"])
    json.dump(_answer(Path(asked["path"]), asked["kind"], asked["sheet"]), answers)
    answers.flush()


def _answer(path: Path, kind: str, sheet: str) -> dict[str, object]:
    try:
        return {"book": asdict(book.read(path, kind, sheet))}
    except CobrandError as error:
        return {"code": error.code, "values": error.values}
    except MemoryError:
        return _refusal(RosterError("roster.too-much-inside", name=path.name))
    except BaseException:  # calamine's own accidents are no Exception
        return _refusal(RosterError("roster.damaged", name=path.name))


def _refusal(error: RosterError) -> dict[str, object]:
    return {"code": error.code, "values": error.values}


def _limit(megabytes: int, seconds: int) -> None:
    if not memory.limit(megabytes):
        threading.Thread(target=memory.watch, args=(megabytes,), daemon=True).start()
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
