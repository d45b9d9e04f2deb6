"""The program as people start it: exit codes, what goes where, and no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from cobrand import __main__ as doors
from cobrand.cli import details, lists, run
from cobrand.errors import PartMissing

TRACE = "Traceback"


def start(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Start the program in a process of its own."""
    here = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **environ}
    command = [sys.executable, "-m", "cobrand", *words]
    return subprocess.run(  # noqa: S603  our own program
        command, capture_output=True, encoding="utf-8", env=here, timeout=120, check=False
    )


def test_a_list_goes_to_standard_output() -> None:
    done = start("formats", "--json")

    assert done.returncode == 0
    assert done.stderr == ""
    assert json.loads(done.stdout)


def test_wrong_use_is_2_and_json_stays_json() -> None:
    done = start("make", "--jsn", "--json")

    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "wrong-use.unknown-option"
    assert done.stderr.startswith("cobrand: There is no option --jsn here.")


def test_wrong_use_of_a_kit_is_said_once(tmp_path: Path) -> None:
    done = start("kit", "--sample", "--language", "xx", "--out", str(tmp_path / "kit"))

    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "cobrand: There is no language called xx. There is: ar, en, es, fr."
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_1() -> None:
    done = start("inspect", "nowhere.svg")

    assert (done.returncode, done.stdout) == (1, "")
    assert TRACE not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that closes early is a Unix habit")
def test_a_reader_that_leaves_early_hears_nothing() -> None:
    command = f'"{sys.executable}" -m cobrand campaign --json | head -c 10'
    done = subprocess.run(  # noqa: S602  a pipe needs a shell
        command, shell=True, capture_output=True, encoding="utf-8", timeout=60, check=False
    )

    assert done.stderr == ""


def test_letters_that_a_terminal_lacks_do_not_stop_a_list() -> None:
    plain = start("languages", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    coded = start("languages", "--json", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert plain.returncode == 0
    assert "العربية" in {row["name"] for row in json.loads(coded.stdout)}


def test_without_a_screen_a_sentence_instead_of_a_window() -> None:
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = start(**hidden)

    if sys.platform.startswith("linux"):
        assert done.returncode == 1
        assert "no screen" in done.stderr
    assert TRACE not in done.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 0),
        (["--help"], 0),
        (["kit", "--help"], 0),
        (["--version"], 0),
        (["kti"], 2),
        (["--nonsense"], 2),
        (["formats", "--ui-language"], 2),
        (["formats", "--ui-language", "xx"], 2),
    ],
)
def test_exit_codes(words: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(words, {"LANG": "C"}) == code
    assert TRACE not in capsys.readouterr().err


def test_a_language_for_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for words in (["--help"], ["--ui-language", "fr", "--help"], ["--ui-language=es", "--help"]):
        run.main(words, {"LANG": "C"})
        said.append(capsys.readouterr().out)

    assert len(set(said)) == 3


def test_the_system_s_language_is_spoken(capsys: pytest.CaptureFixture[str]) -> None:
    run.main(["kti"], {"LANG": "fr_FR.UTF-8"})

    assert "kit" in capsys.readouterr().err


def stumble(*_: object) -> int:
    raise ZeroDivisionError("deep inside")


def test_an_accident_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lists, "formats", stumble)

    assert run.main(["formats"], {"LANG": "C"}) == 1
    said = capsys.readouterr().err
    assert TRACE not in said
    assert "ZeroDivisionError" in said
    assert "COBRAND_DEBUG=1" in said


def test_an_accident_s_details_are_kept_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(lists, "formats", stumble)
    monkeypatch.setattr(details.platformdirs, "user_log_path", lambda *_, **__: tmp_path)

    assert run.main(["formats"], {"LANG": "C", "COBRAND_DEBUG": "1"}) == 1
    kept = next(tmp_path.iterdir())
    assert str(kept) in capsys.readouterr().err
    assert "deep inside" in kept.read_text("utf-8")


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "Stopped."),
        (MemoryError(), 1, "memory"),
        (ImportError("libEGL.so.1: cannot open shared object file"), 1, "apt-get install libegl1"),
    ],
)
def test_what_stops_a_run(
    raised: BaseException, code: int, said: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    def stop(*_: object) -> int:
        raise raised

    monkeypatch.setattr(lists, "formats", stop)

    assert run.main(["formats"], {"LANG": "C"}) == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["LOGO"], True),
        (["kit"], False),
        (["formats", "LOGO"], False),
        (["missing.svg"], False),
        (["--help"], False),
    ],
)
def test_which_door(words: list[str], window: bool, logo: Path) -> None:
    assert doors.wants_window([str(logo) if word == "LOGO" else word for word in words]) is window


@pytest.mark.parametrize(
    ("environ", "platform", "opens"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "w"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_window_needs_a_screen(environ: Mapping[str, str], platform: str, opens: bool) -> None:
    if opens:
        doors.check_screen(environ, platform)
    else:
        with pytest.raises(PartMissing):
            doors.check_screen(environ, platform)
