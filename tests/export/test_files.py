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
import resource, signal, sys
from pathlib import Path
from cobrand.export import files
target, most = Path(sys.argv[1]), int(sys.argv[2])
signal.signal(signal.SIGXFSZ, getattr(signal, sys.argv[3]))
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
files.save(target, b"new" * 100_000, overwrite=True)
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kills nobody for a file's size")
@pytest.mark.parametrize("most", [0, 1, 65_536, 299_999])
def test_killed_in_the_middle_of_writing_leaves_what_was_there(tmp_path: Path, most: int) -> None:
    target = tmp_path / "card.png"
    target.write_bytes(b"earlier")
    killed = written(target, most, "SIG_DFL")
    kept = target.read_bytes()

    assert killed.returncode == -signal.SIGXFSZ
    assert kept == b"earlier"
    assert files.sweep(tmp_path, now=time.time() + 60) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["card.png"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for a file's size")
def test_refused_in_the_middle_of_writing_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "card.png"
    target.write_bytes(b"earlier")
    refused = written(target, 65_536, "SIG_IGN")

    assert refused.returncode == 1
    assert "export.too-big" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["card.png"]
    assert target.read_bytes() == b"earlier"


def written(target: Path, most: int, signals: str) -> subprocess.CompletedProcess[str]:
    """Save a file in a process that may write so many bytes."""
    command = [sys.executable, "-c", WRITER, str(target), str(most), signals]
    return subprocess.run(  # noqa: S603  our own words
        command, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself keeps what is open")
def test_a_part_that_is_being_written_is_not_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[int] = []
    monkeypatch.setattr(
        os, "fsync", lambda _: swept.append(files.sweep(tmp_path, time.time() + 60))
    )
    files.save(tmp_path / "card.png", b"whole")

    assert set(swept) == {0}
    assert (tmp_path / "card.png").read_bytes() == b"whole"


def test_a_part_of_a_killed_run_is_swept_by_the_next_file(tmp_path: Path) -> None:
    part = tmp_path / ".card.png.cobrand-part-0123456789abcdef"
    part.write_bytes(b"half")
    os.utime(part, (1, 1))
    files.save(tmp_path / "other.png", b"whole")

    assert [path.name for path in tmp_path.iterdir()] == ["other.png"]


def test_what_is_taken_away_is_handed_over(tmp_path: Path) -> None:
    (tmp_path / "proof.json").write_bytes(b"held")

    assert files.take_away(tmp_path / "proof.json") == b"held"
    assert files.take_away(tmp_path / "proof.json") is None
    with pytest.raises(WriteFailed):
        files.take_away(tmp_path)


def test_errors_can_cross_a_process_border() -> None:
    error = files.failure(OSError(errno.ENOSPC, "full"), Path("a/card.png"), 7)

    rebuilt = error.__reduce__()[0](*error.__reduce__()[1])  # type: ignore[index,operator]

    assert isinstance(rebuilt, CobrandError)
    assert rebuilt.values == error.values
