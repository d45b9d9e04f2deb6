"""Saving: whole or not at all, nothing replaced unasked, a clear code for every refusal."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from cobrand.errors import CobrandError, TargetExists, WriteFailed
from cobrand.export import files

WRITER = """
import sys
from pathlib import Path
from cobrand.export import files
folder, size = Path(sys.argv[1]), int(sys.argv[2])
print("go", flush=True)
for number in range(100_000):
    files.save(folder / f"card-{number}.png", bytes([number % 251]) * size)
"""


def test_saves_what_was_given(tmp_path: Path) -> None:
    files.save(tmp_path / "card.png", b"whole")

    assert (tmp_path / "card.png").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["card.png"]


def test_never_replaces_unasked(tmp_path: Path) -> None:
    (tmp_path / "card.png").write_bytes(b"theirs")

    with pytest.raises(TargetExists) as caught:
        files.save(tmp_path / "card.png", b"ours")

    assert (tmp_path / "card.png").read_bytes() == b"theirs"
    assert caught.value.values == {"name": "card.png", "folder": str(tmp_path), "count": 1}


def test_replaces_when_asked(tmp_path: Path) -> None:
    (tmp_path / "card.png").write_bytes(b"theirs")

    files.save(tmp_path / "card.png", b"ours", overwrite=True)

    assert (tmp_path / "card.png").read_bytes() == b"ours"


def test_of_many_who_save_at_once_one_wins(tmp_path: Path) -> None:
    outcomes: list[str] = []

    def save(content: bytes) -> None:
        try:
            files.save(tmp_path / "card.png", content)
            outcomes.append("saved")
        except TargetExists:
            outcomes.append("refused")

    threads = [threading.Thread(target=save, args=(bytes([n]) * 9999,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["refused"] * 7 + ["saved"]
    assert len(set((tmp_path / "card.png").read_bytes())) == 1


def test_a_link_that_leads_nowhere_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "card.png").symlink_to(tmp_path / "gone.png")

    with pytest.raises(TargetExists):
        files.save(tmp_path / "card.png", b"ours")


def test_works_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    files.save(tmp_path / "card.png", b"whole")

    assert (tmp_path / "card.png").read_bytes() == b"whole"
    with pytest.raises(TargetExists):
        files.save(tmp_path / "card.png", b"again")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "export.disk-full"),
        (errno.EACCES, "export.not-permitted"),
        (errno.EROFS, "export.read-only"),
        (errno.EIO, "export.folder-gone"),
        (errno.EBADF, "export.write-failed"),
    ],
)
def test_a_refusal_has_a_code_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WriteFailed) as caught:
        files.save(tmp_path / "card.png", b"12345")

    assert caught.value.code == code
    assert caught.value.values["bytes"] == 5
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("gone/card.png", "export.folder-gone"),
        ("x" * 300 + ".png", "export.name-too-long"),
        ("file.txt/card.png", "export.folder-gone"),
    ],
)
def test_names_that_cannot_be(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "file.txt").write_bytes(b"")

    with pytest.raises(WriteFailed) as caught:
        files.save(tmp_path / name, b"ours")

    assert caught.value.code == code


def test_a_folder_cannot_be_made_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "kit").write_bytes(b"")

    with pytest.raises(WriteFailed) as caught:
        files.make_folder(tmp_path / "kit")

    assert caught.value.code == "export.not-a-folder"


def test_sweeps_only_own_and_old_parts(tmp_path: Path) -> None:
    old = tmp_path / ".card.png.cobrand-part-0123456789abcdef"
    fresh = tmp_path / ".card.png.cobrand-part-fedcba9876543210"
    theirs = tmp_path / ".card.png.cobrand-part-notes"
    for path in (old, fresh, theirs):
        path.write_bytes(b"")
    os.utime(old, (1, 1))
    os.utime(theirs, (1, 1))

    assert files.sweep(tmp_path) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((fresh.name, theirs.name))


def test_sweeping_a_folder_that_is_gone_is_quiet(tmp_path: Path) -> None:
    assert files.sweep(tmp_path / "gone") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("wait", [0.0, 0.003, 0.011, 0.029, 0.053])
def test_killed_at_any_moment_leaves_only_whole_files(tmp_path: Path, wait: float) -> None:
    size = 3_000_017
    command = [sys.executable, "-c", WRITER, str(tmp_path), str(size)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603  our own words
    assert writer.stdout is not None
    with writer.stdout:
        writer.stdout.readline()
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        writer.wait()

    named = [path for path in tmp_path.iterdir() if not path.name.startswith(".")]
    for path in named:
        content = path.read_bytes()
        assert len(content) == size
        assert len(set(content)) == 1
    parts = [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert files.sweep(tmp_path, now=time.time() + 3600) == len(parts)


def test_errors_can_cross_a_process_border() -> None:
    error = files.failure(OSError(errno.ENOSPC, "full"), Path("a/card.png"), 7)

    rebuilt = error.__reduce__()[0](*error.__reduce__()[1])  # type: ignore[index,operator]

    assert isinstance(rebuilt, CobrandError)
    assert rebuilt.values == error.values
