"""Many files: all of them, in order, several at once, within limits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from cobrand import settings
from cobrand.cli import commands, look, reading
from cobrand.cli.parser import parse
from cobrand.errors import LogoError, LogoUnreadable, WrongUse
from cobrand.model.limits import Limits
from cobrand.model.logo import Logo
from cobrand.settings import Settings
from tests.cli.conftest import Run
from tests.logos import drawn, svg

posix = pytest.mark.skipif(os.name != "posix", reason="signals and links of POSIX")


def asked(*words: str) -> Namespace:
    return parse(commands.INSPECT, ["logo.svg", *words])


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A person's settings file, in a folder of its own."""
    file = tmp_path / "settings.json"
    monkeypatch.setattr(settings, "default_file", lambda: file)
    return file


def test_the_limits_are_those_of_the_program(kept: Path) -> None:
    assert Limits(10, 1024) == reading.limits(asked())


def test_the_limits_are_those_of_the_settings(kept: Path) -> None:
    settings.write(kept, Settings(limit_seconds=30, limit_memory=512))

    assert Limits(30, 512) == reading.limits(asked())


def test_what_is_asked_for_goes_before(kept: Path) -> None:
    settings.write(kept, Settings(limit_seconds=30, limit_memory=512))
    words = ("--limit-seconds", "5", "--limit-memory", "2048")

    assert Limits(5, 2048) == reading.limits(asked(*words))


@pytest.mark.parametrize("name", ["seconds", "memory"])
@pytest.mark.parametrize("number", [-1, 0, 10**12])
def test_settings_out_of_all_reason_are_not_kept_to(kept: Path, name: str, number: int) -> None:
    kept.write_text(json.dumps({f"limit_{name}": number}))

    assert Limits() == reading.limits(asked())


@pytest.mark.parametrize(
    "words", [["--limit-seconds", "0"], ["--limit-memory", "5"], ["--jobs", "0"]]
)
def test_limits_out_of_all_reason_are_refused(kept: Path, words: list[str]) -> None:
    with pytest.raises(WrongUse) as caught:
        (reading.limits(asked(*words)), reading.jobs(asked(*words)))

    assert words[0] == caught.value.values["option"]


def test_folders_give_all_their_files_in_order(tmp_path: Path) -> None:
    for name in ["b.svg", "a/z.svg", "a/b/c.svg", "a-b.svg", ".hidden", ".git/x.svg"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = list(reading.files([tmp_path / "b.svg", tmp_path]))

    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "b.svg", "a/b/c.svg", "a/z.svg", "a-b.svg", "b.svg",
    ]  # fmt: skip


@posix
def test_links_are_no_way_round_and_round(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")

    assert list(reading.files([tmp_path])) == [tmp_path / "again", tmp_path / "nowhere"]


@pytest.mark.parametrize("word", ["~$logo.docx", "~nobody-of-this-name/logo.svg", "a" * 5000])
def test_words_that_only_look_like_something_else(word: str, kept: Path, run: Run) -> None:
    said = run(commands.INSPECT, look.inspect, [word, "--json"])

    assert said.code == 1
    assert json.loads(said.out)["error"]["code"] == "logo.not-found"


def test_the_order_is_that_of_the_files_whichever_is_ready_first() -> None:
    late = threading.Event()

    def read(path: Path) -> Logo:
        if path.name == "0":
            assert late.wait(10)
        if path.name == "3":
            late.set()
        return drawn("wide")

    paths = [Path(str(number)) for number in range(9)]

    assert paths == [path for path, _ in reading.each(paths, read, 2)]


def test_one_bad_file_does_not_stop_the_rest() -> None:
    def read(path: Path) -> Logo:
        if path.name == "1":
            raise LogoUnreadable("logo.empty")
        return drawn("wide")

    outcomes = [each for _, each in reading.each(map(Path, "012"), read, 2)]

    assert [isinstance(each, LogoError) for each in outcomes] == [False, True, False]


def test_few_are_read_before_their_turn() -> None:
    begun: list[Path] = []

    def read(path: Path) -> Logo:
        begun.append(path)
        return drawn("wide")

    first = next(iter(reading.each((Path(str(each)) for each in range(500)), read, 2)))

    assert first[0] == Path("0")
    assert len(begun) <= 20


def _folder(tmp_path: Path, count: int, bad: bytes) -> Path:
    folder = tmp_path / "logos"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.svg").write_bytes(svg("wide") if number else bad)
    return folder


def _inspecting(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "cobrand", "inspect", str(folder), "--json", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603


def test_every_file_is_a_line(tmp_path: Path) -> None:
    out, _ = _inspecting(_folder(tmp_path, 12, b"<svg"), "--jobs", "2").communicate(timeout=60)
    lines = [json.loads(line) for line in out.splitlines()]

    assert [bool(line.get("error")) for line in lines] == [True] + [False] * 11
    assert [Path(line["file"]).name for line in lines] == sorted(f"{n}.svg" for n in range(12))


@pytest.fixture
def heeded() -> Iterator[None]:
    """Let what is started heed Ctrl-C, also where the tests themselves run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@posix
@pytest.mark.usefixtures("heeded")
def test_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    group = '<g opacity=".9">' * 20
    shapes = '<path d="M0 0c9 9 3 90 90 9z" opacity=".5"/>' * 40_000
    slow = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99">{group}{shapes}'
    folder = _folder(tmp_path, 60, (slow + "</g>" * 20 + "</svg>").encode())
    (folder / "0.svg").rename(folder / "5.svg")
    with _inspecting(folder, "--limit-seconds", "60") as process:
        assert process.stdout is not None
        process.stdout.readline()
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)

    assert process.returncode == 130
    assert time.monotonic() - start < 5
    assert b"Traceback" not in err
