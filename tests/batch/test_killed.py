"""A run that is killed three times and gone on with is the one that was never disturbed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from cobrand import errors
from cobrand.batch import make as batches
from cobrand.batch.plan import Plan
from cobrand.batch.run import How
from cobrand.library import Library
from tests.batch.fakes import Here, roster
from tests.batch.killed import NAMES, WISH
from tests.batch.test_run import held

ROOT = Path(errors.__file__).parent.parent
PATIENCE = 120.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")


def started(logos: Path, out: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  our own words
        [sys.executable, "-m", "tests.batch.killed", str(logos), str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def wait_for(there: Callable[[], bool], until: float) -> None:
    """Wait until something is so: what another program does is seen by looking."""
    while not there():
        assert time.monotonic() < until
        time.sleep(0.005)


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in listed.read_text().split()] if listed.exists() else []


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def gone(workers: list[int]) -> bool:
    return not any(map(runs, workers))


def has(out: Path, least: int) -> bool:
    final = (path for path in out.rglob("*.*") if ".cobrand" not in str(path.relative_to(out)))
    return sum(1 for _ in final) >= least


def test_killed_three_times_and_gone_on_with(tmp_path: Path) -> None:
    logos, out, whole = (tmp_path / name for name in ("logos", "out", "whole"))
    plan = Plan(Library.shipped(), roster(logos, NAMES), WISH)
    batches.make(plan, Here(), How(whole, language="en"))
    expected, until = held(whole), time.monotonic() + PATIENCE

    for share in (0.2, 0.5, 0.8):
        program = started(logos, out)
        least = round(share * len(expected))
        wait_for(partial(has, out, least), until)
        workers = children(program.pid)
        os.kill(program.pid, signal.SIGKILL)
        program.communicate()
        wait_for(partial(gone, workers), until)
        found = {name: data for name, data in held(out).items() if "part-" not in name}
        assert found.items() <= expected.items()
        for name in found:
            room = name.rpartition("/")[0]
            assert not name.endswith("proof.html") or f"{room}/og_image-en.png" in found

    program = started(logos, out)
    said, _ = program.communicate(timeout=PATIENCE)
    jobs, _, states = said.partition(" ")

    assert held(out) == expected
    assert 0 < int(jobs) < len(NAMES)
    assert "'failed': 3" in states
