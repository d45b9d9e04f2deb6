"""The same plan on a cluster: a real scheduler and two workers, one of which is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from cobrand import errors
from cobrand.batch import make as batches
from cobrand.batch.plan import Plan
from cobrand.batch.run import How
from cobrand.batch.wish import Wish
from cobrand.errors import BatchError
from cobrand.library import Library
from tests.batch import fakes
from tests.batch.fakes import Here, roster
from tests.batch.test_run import held

pytest.importorskip("distributed")
from cobrand.batch import cluster

ROOT = Path(errors.__file__).parent.parent
WISH = Wish(formats=("ig_square", "og_image"))
PATIENCE = 60.0
QUIET = {"DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "critical", "PYTHONPATH": str(ROOT)}

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # of Dask's own
    pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL"),
]


@dataclass
class Room:
    """A scheduler and its workers on this computer."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def started(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  our own words
        [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]],
        env={**os.environ, **QUIET},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def worker(address: str, room: Path) -> subprocess.Popen[bytes]:
    return started(
        "dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
        "--local-directory", str(room), "--death-timeout", "60", "--host", "127.0.0.1",
    )  # fmt: skip


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    port, home = free_port(), tmp_path / "dask"
    address = f"tcp://127.0.0.1:{port}"
    scheduler = started(
        "dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard",
        "--scheduler-file", str(home) + ".json",
    )  # fmt: skip
    until = time.monotonic() + PATIENCE
    while not Path(str(home) + ".json").exists():
        assert time.monotonic() < until
        time.sleep(0.05)
    workers = [worker(address, home) for _ in range(2)]
    yield Room(address, workers)
    for each in (*workers, scheduler):
        each.kill()
        each.wait()


def test_a_worker_killed_in_the_middle_changes_nothing(tmp_path: Path, room: Room) -> None:
    names = ("bad", *(f"slow {n}" for n in range(40)))
    plan = Plan(Library.shipped(), roster(tmp_path / "logos", names), WISH)
    batches.make(plan, Here(), How(tmp_path / "here", language="en"))
    crew = cluster.connect(fakes.answer, room.address, PATIENCE)
    crew.client.wait_for_workers(2, timeout=PATIENCE)
    steps: list[str] = []

    def step(_: object) -> None:
        steps.append("")
        if len(steps) == 8:
            room.workers[0].send_signal(signal.SIGKILL)

    done = batches.make(plan, crew, How(tmp_path / "there", language="en"), tell=step)
    resumed = batches.make(plan, Here(), How(tmp_path / "there", resume=True, language="en"))
    crew.close()

    assert dict(done.result.states) == {"made": 40, "failed": 1}
    assert held(tmp_path / "there") == held(tmp_path / "here")
    assert dict(resumed.result.states) == {"kept": 40, "failed": 1}


def test_a_scheduler_that_is_not_there_is_said() -> None:
    with pytest.raises(BatchError) as problem:
        cluster.connect(fakes.answer, f"tcp://127.0.0.1:{free_port()}", 1.0)

    assert problem.value.code == "cluster.unreachable"


@pytest.mark.parametrize("address", ["nonsense", "ftp://x", "tcp://"])
def test_an_address_that_is_none_is_said(address: str) -> None:
    with pytest.raises(BatchError):
        cluster.connect(fakes.answer, address, 1.0)


def test_a_worker_with_another_program_makes_nothing(tmp_path: Path) -> None:
    plan = Plan(Library.shipped(), roster(tmp_path / "logos", ("Bridges",)), WISH)
    crew = fakes.Elsewhere()
    submit = crew.submit
    crew.submit = lambda job, alone=False: submit(  # type: ignore[method-assign]
        replace(job, foundation="of another version"), alone=alone
    )
    done = batches.make(plan, crew, How(tmp_path / "out", language="en", report=False))

    assert dict(done.result.states) == {"failed": 1}
    assert held(tmp_path / "out") == {}
