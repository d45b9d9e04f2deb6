"""Reads a roster that a test has written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cobrand.batch import roster
from cobrand.batch.roster import workbook, worker
from cobrand.batch.row import Roster
from cobrand.library import Library
from tests.squares import SquareTypesetter

Read = Callable[..., Roster]


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let workbooks be read in this process, which takes a hundredth of the time."""

    def answered(path: Path, kind: str, sheet: str) -> object:
        return json.loads(json.dumps(worker._answer(path, kind, sheet)))

    monkeypatch.setattr(workbook, "_asked", answered)


@pytest.fixture
def read(library: Library, tmp_path: Path, squares: SquareTypesetter) -> Read:
    """Return what reads bytes or a path as a roster; pictures go to `tmp_path/room`."""

    def reading(given: bytes | str | Path, name: str = "roster.csv", **wanted: Any) -> Roster:
        path = given if isinstance(given, Path) else tmp_path / name
        if isinstance(given, str):
            given = given.encode()
        if isinstance(given, bytes):
            path.write_bytes(given)
        return roster.read(path, library, tmp_path / "room", roster.Wanted(**wanted), squares)

    return reading
