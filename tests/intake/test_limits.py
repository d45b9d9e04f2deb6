"""A file may cost so much and no more; nothing that was started for it outlives it."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from cobrand.errors import LogoTooLarge
from cobrand.intake import reader, wire
from cobrand.intake.door import read
from cobrand.intake.reader import Reader
from cobrand.model.care import USUAL
from cobrand.model.limits import Limits
from tests.intake.files import FILES, data

posix = pytest.mark.skipif(os.name != "posix", reason="processes and signals of POSIX")
ROOT = FILES.parents[2]
SERVE = "from cobrand.intake.worker import serve; serve()"
SLOW = "import cobrand.intake.door as d, {0}; d.read = lambda *a, **k: {1}; "
CHILD = "__import__('subprocess').run(['sleep', '60'])"


def instead(monkeypatch: pytest.MonkeyPatch, modules: str, what: str) -> None:
    """Let workers do something else than reading."""
    start = "import sys; sys.path.insert(0, sys.argv[1]); "
    monkeypatch.setattr(reader, "_START", start + SLOW.format(modules, what) + SERVE)


def gone(pid: int, seconds: float = 60) -> bool:
    """Say whether a process ends soon; one that waits for its parent to notice has ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


def children(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(each) for each in found]


def soon(ask: Callable[[], list[int]]) -> int:
    """Return the first of what is asked for, once it is there."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if found := ask():
            return found[0]
        time.sleep(0.01)
    raise AssertionError


@pytest.mark.parametrize(
    ("modules", "what"),
    [("time", "time.sleep(60)"), ("itertools", "sum(itertools.repeat(0))")],
    ids=["by the clock", "of the processor"],
)
def test_time_is_limited_and_the_next_file_is_read_at_once(
    monkeypatch: pytest.MonkeyPatch, modules: str, what: str
) -> None:
    with Reader(Limits(seconds=1)) as one:
        with monkeypatch.context() as patch:
            instead(patch, modules, what)
            start = time.monotonic()
            with pytest.raises(LogoTooLarge) as caught:
                one.read(FILES / "plain.svg")

        assert caught.value.code == "logo.too-slow"
        assert time.monotonic() - start < 2
        one._limits = Limits()
        assert one.read(FILES / "plain.svg").kind == "svg"


@posix
def test_the_processor_is_limited_where_the_clock_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "itertools", "sum(itertools.repeat(0))")
    process = reader._started(1024)
    request = pickle.dumps((FILES / "plain.svg", b"", USUAL, 0.1))

    assert reader._asked(process, request, 20) is None
    assert reader._end(process) == -signal.SIGXCPU


@posix
@pytest.mark.parametrize("kind", ["the system", "the worker itself"])
def test_memory_is_limited(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    unlimited = "" if kind == "the system" else "import cobrand.intake.memory as m; m.resource=None"
    what = "len([bytearray(10_000_000) for _ in iter(int, 1)])"
    instead(monkeypatch, "time; " + (unlimited or "m = 0"), what)

    with Reader(Limits(seconds=20, memory=200)) as one, pytest.raises(LogoTooLarge) as caught:
        one.read(FILES / "plain.svg")

    assert caught.value.code == "logo.too-much-memory"


def test_what_a_process_holds_is_known() -> None:
    code = (
        "from cobrand.intake import memory; before = memory.resident(); "
        "held = b'x' * 50_000_000; print(memory.resident() - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - this Python

    assert 40_000_000 < int(done.stdout) < 60_000_000


@posix
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads /proc")
class TestNobodyIsLeftBehind:
    @pytest.mark.parametrize("give_up", [Reader.close, Reader.stop])
    def test_a_worker_that_is_given_up_while_it_starts_ends(
        self, give_up: Callable[[Reader], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        one, start, begun = Reader(), reader._started, []

        def interrupted(megabytes: int) -> subprocess.Popen[bytes]:
            begun.append(start(megabytes))
            give_up(one)
            return begun[0]

        monkeypatch.setattr(reader, "_started", interrupted)
        with pytest.raises(LogoTooLarge, match="reader-died"):
            one.read(FILES / "plain.svg")

        assert gone(begun[0].pid)

    def test_what_a_worker_started_ends_with_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        instead(monkeypatch, "time", CHILD)
        found: list[int] = []
        with Reader(Limits(seconds=60)) as one:

            def stop_with_child() -> None:
                worker_id = soon(lambda: [one._process.pid] if one._process else [])
                found.append(soon(lambda: children(worker_id)))
                one.stop()

            looking = threading.Thread(target=stop_with_child)
            looking.start()
            with pytest.raises(LogoTooLarge):
                one.read(FILES / "plain.svg")
            looking.join()

            assert [gone(each) for each in found] == [True]

    @pytest.mark.parametrize("what", ["time.sleep(60)", CHILD], ids=["worker", "its child"])
    def test_a_parent_that_is_killed_leaves_no_worker(self, what: str) -> None:
        code = (
            "from pathlib import Path; from cobrand.intake import reader; "
            f"reader._START = reader._START.replace('serve()', {SLOW.format('time', what)!r}"
            " + 'serve()'); reader.read_file(Path('tests/data/logos/plain.svg'))"
        )
        parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)  # noqa: S603 - this Python
        worker_id = soon(lambda: children(parent.pid))
        family = [worker_id]
        if what == CHILD:
            family.append(soon(lambda: children(worker_id)))
        parent.kill()
        parent.wait()

        assert [gone(each) for each in family] == [True] * len(family)

    def test_closing_does_not_wait_for_a_slow_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        instead(monkeypatch, "time", "time.sleep(60)")
        one = Reader(Limits(seconds=30))
        stopped: list[LogoTooLarge] = []

        def work() -> None:
            try:
                one.read(FILES / "plain.svg")
            except LogoTooLarge as error:
                stopped.append(error)

        reading = threading.Thread(target=work)
        reading.start()
        soon(lambda: [one._process.pid] if one._process else [])
        one.close()
        reading.join(60)

        assert [error.code for error in stopped] == ["logo.reader-died"]


def test_an_endless_answer_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "LARGEST_ANSWER", 1000)

    with Reader() as one, pytest.raises(LogoTooLarge) as caught:
        one.read(FILES / "plain.svg")

    assert caught.value.code == "logo.reader-died"


@pytest.mark.parametrize("part", [{"sample": 3}, {"art": None}, {"ink": ()}, {"findings": []}])
def test_a_logo_of_other_parts_is_no_answer(part: dict[str, object]) -> None:
    forged = replace(read(data("plain.svg")), **part)  # type: ignore[arg-type]  # that is the point

    with pytest.raises(pickle.UnpicklingError):
        wire.unpickled(pickle.dumps(forged))


def test_a_picture_that_holds_less_than_it_says_is_no_answer() -> None:
    logo = read(data("plain.svg"))
    forged = replace(logo, sample=replace(logo.sample, width=logo.sample.width + 1))

    with pytest.raises(pickle.UnpicklingError):
        wire.unpickled(pickle.dumps(forged))


def test_bytes_are_refused_before_they_are_sent() -> None:
    with Reader() as one, pytest.raises(LogoTooLarge) as caught:
        one.read_bytes(bytes(41_000_000))

    assert caught.value.code == "logo.too-large"
    assert one._process is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_is_read_within_the_ordinary_limits(kind: str) -> None:
    picture = Image.new("L", (8_000, 8_000), 255)
    picture.paste(40, (1_000, 2_000, 7_000, 6_000))
    file = io.BytesIO()
    picture.save(file, kind)

    with Reader() as reading:
        logo = reading.read_bytes(file.getvalue())

    assert logo.ink.width / logo.page.width == pytest.approx(0.75, abs=0.002)
    assert "logo.reduced" in {each.code for each in logo.findings}
