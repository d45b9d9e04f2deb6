from __future__ import annotations

import errno
import os
import platform
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

import dev

LOCKS = sorted(dev.LOCKS.glob("*.txt"))
SMALL_LOCK = """\
# head
one==1.0 ; sys_platform == 'win32' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
one-more==2.0 \\
    --hash=sha256:cc
"""


def test_words_after_run_all_belong_to_the_program() -> None:
    words = dev.parse(["--wheels", "w", "run", "kit", "--wheels", "--help"])

    assert words.wheels == Path("w")
    assert words.rest == ["kit", "--wheels", "--help"]


@pytest.mark.parametrize(
    "order", [["test", "--wheels", "w", "-k", "x"], ["--wheels", "w", "test", "-k", "x"]]
)
def test_the_folder_of_wheels_may_stand_before_or_after(order: list[str]) -> None:
    words = dev.parse(order)

    assert (words.wheels, words.rest) == (Path("w"), ["-k", "x"])


def test_an_unknown_command_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.parse(["dance"])

    assert stopped.value.code == 2
    assert "dance" in capsys.readouterr().err


def test_the_help_explains_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.parse(["--help"])

    told = capsys.readouterr().out
    assert all(
        f"{name} " in told and str(does.__doc__) in told for name, does in dev.COMMANDS.items()
    )


def test_only_what_does_not_load_is_missing() -> None:
    parts = {"libhere.so": "libhere1", "libgone.so": "libgone1"}

    assert dev.missing(parts, lambda library: library == "libhere.so") == ["libgone1"]


def test_a_library_that_nobody_has_does_not_load() -> None:
    assert not dev.loads("libnobody-has-this.so.99")


def test_one_line_installs_what_is_missing() -> None:
    line = dev.apt_line(["libcairo2", "libegl1"])

    assert line.startswith("sudo apt-get install ")
    assert line.endswith(" libcairo2 libegl1")
    assert "\n" not in line


def test_without_the_right_to_install_the_line_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)

    with pytest.raises(dev.Stop, match=r"\nsudo apt-get install .* libgone1$"):
        dev.provide({"libgone.so.99": "libgone1"})


def test_without_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(dev.Stop, match="libgone1"):
        dev.provide({"libgone.so.99": "libgone1"})


@pytest.mark.parametrize(
    ("environ", "seen", "parts"),
    [
        ({}, False, {}),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, True, dev.X_SCREEN),
        ({"WAYLAND_DISPLAY": "w"}, True, dev.WAYLAND_SCREEN),
    ],
)
def test_what_a_screen_needs(
    environ: dict[str, str], seen: bool, parts: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "LINUX", True)

    assert dev.has_screen(environ) is seen
    assert dev.screen_parts(environ) == parts


def test_another_lock_keeps_the_place_and_changes_the_stamp() -> None:
    first, second = dev.stamp(b"a", "here"), dev.stamp(b"b", "here")

    assert first != second
    assert first.partition("\n")[0] == second.partition("\n")[0] == "here"


def test_an_environment_is_tied_to_its_folder_and_python() -> None:
    assert str(dev.ROOT) in dev.place()
    assert platform.python_version() in dev.place()


def test_one_entry_is_cut_out_of_a_lock_whole() -> None:
    assert dev.entry(SMALL_LOCK, "one").splitlines()[1:] == [
        "    --hash=sha256:aa \\",
        "    --hash=sha256:bb",
    ]
    assert dev.entry(SMALL_LOCK, "one-more").count("--hash") == 1
    with pytest.raises(dev.Stop, match=r"dev\.py lock"):
        dev.entry(SMALL_LOCK, "two")


def test_a_home_built_wheel_becomes_one_more_allowed_file(tmp_path: Path) -> None:
    built = tmp_path / "one-1.0-py3-none-any.whl"
    built.write_bytes(b"wheel")

    assert dev.wheel_of("one", tmp_path) == built
    assert dev.wheel_of("two", tmp_path) is dev.wheel_of("one", None) is None
    grown = dev.with_hash(SMALL_LOCK, "one", b"wheel")
    assert dev.entry(grown, "one").count("--hash=sha256:") == 3
    assert dev.entry(grown, "one-more") == dev.entry(SMALL_LOCK, "one-more")


@pytest.mark.parametrize(
    ("told", "wheels", "said"),
    [
        ("OSError: [Errno 28] No space left on device", None, "disk is full"),
        (
            "WARNING: Retrying (…)\nERROR: No matching distribution found for a==1",
            None,
            "No network",
        ),
        ("WARNING: Retrying (… CERTIFICATE_VERIFY_FAILED …)", None, "PIP_CERT="),
        ("ERROR: No matching distribution found for a==1", None, "no a==1 for this system"),
        ("ERROR: No matching distribution found for a==1", Path("w"), "w has no file of a==1"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", None, "not the one that the lock names"),
        ("ERROR: odd", None, "ERROR: odd"),
    ],
)
def test_why_pip_failed_is_said_plainly(told: str, wheels: Path | None, said: str) -> None:
    assert said in dev.why_pip_failed(told, wheels)


def test_what_the_system_refuses_is_said_plainly(tmp_path: Path) -> None:
    assert "disk is full" in dev.plainly(OSError(errno.ENOSPC, "no"))
    assert str(tmp_path) in dev.plainly(PermissionError(errno.EACCES, "no", str(tmp_path)))


def test_every_step_runs_and_the_first_failure_counts(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "ROOT", Path.cwd())
    leave = [[sys.executable, "-c", f"raise SystemExit({code})"] for code in (0, 3, 0, 4)]

    assert dev.run_all(leave) == 3
    assert capfd.readouterr().out.count("$ ") == 4


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_locked_package_has_a_version_and_hashes_and_nothing_else(lock: Path) -> None:
    head, *entries = re.split(r"^(?=\S)", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]

    assert head.startswith("# ")
    shape = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\/]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n")
    assert [each for each in entries if not shape.fullmatch(each)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_qt_stays_where_python_3_11_can_stand_it(lock: Path) -> None:
    for name in ("pyside6-essentials", "shiboken6"):
        version = re.search(rf"^{name}==(\d+)\.(\d+)", lock.read_text("utf-8"), re.MULTILINE)
        assert version is not None
        assert (6, 9) <= (int(version[1]), int(version[2])) < (6, 12)


def test_what_the_program_runs_on_is_tested_with() -> None:
    runtime, everything = (
        (dev.LOCKS / f"{name}.txt").read_text("utf-8") for name in ("runtime", "dev")
    )

    named = re.findall(r"^([a-z0-9-]+)==", runtime, re.MULTILINE)
    assert {"pyvips", "pillow", "setuptools"} <= set(named)
    assert [name for name in named if dev.entry(runtime, name) != dev.entry(everything, name)] == []


def test_the_lock_names_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.match(r"[\w-]+", each)[0].lower() for each in asked if isinstance(each, str)]  # type: ignore[index]

    lock = (dev.LOCKS / "dev.txt").read_text("utf-8")
    assert [name for name in names if f"\n{name}==" not in lock] == []
