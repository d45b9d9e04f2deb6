"""Making a kit: whole files, the proof last, nothing replaced unasked, cancelling, failures."""

from __future__ import annotations

import errno
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from cobrand import kit
from cobrand.errors import DrawingFailed, TargetExists, WriteFailed
from cobrand.export import files
from cobrand.kit import KitReport, Progress
from cobrand.model.brief import Brief
from cobrand.model.finding import Severity
from tests.kit.fakes import LOGO, MANY, FakeEngine

PROOFS = ("proof.html", "proof.json", "proof.pdf")
BRIEF = Brief(name="Riverbank")
NAMES = [
    "instagram-square-key-message.png",
    "instagram-square-key-message.svg",
    "x-post-key-message.png",
    "x-post-key-message.svg",
]


def make(target: Path, engine: FakeEngine | None = None, **more: object) -> KitReport:
    return kit.make(engine or FakeEngine(), BRIEF, LOGO, target, **more)  # type: ignore[arg-type]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_kit_is_files_and_their_proof(tmp_path: Path) -> None:
    report = make(tmp_path / "new" / "kit")

    assert names(tmp_path / "new" / "kit") == sorted([*NAMES, *PROOFS])
    assert [file.path.name for file in report.files] == NAMES
    assert report.bytes == sum((report.target / name).stat().st_size for name in NAMES)
    assert report.complete
    assert not report.cancelled
    assert [job.stem for job in report.skipped] == ["instagram-square-event"]
    assert report.proof == report.target / "proof.html"
    assert [found.code for found in report.findings] == ["mark.stand-in"]


def test_progress_counts_every_file_once(tmp_path: Path) -> None:
    told: list[Progress] = []
    make(tmp_path, progress=told.append)

    assert [each.done for each in told] == [1, 2, 3, 4]
    assert {each.total for each in told} == {4}
    assert sorted(each.name for each in told) == NAMES
    assert told[-1].left == 0


def test_what_is_there_stops_the_kit_before_it_begins(tmp_path: Path) -> None:
    (tmp_path / NAMES[1]).write_bytes(b"theirs")
    (tmp_path / "proof.json").write_bytes(b"theirs")

    with pytest.raises(TargetExists) as caught:
        make(tmp_path)

    assert caught.value.values == {"name": NAMES[1], "folder": str(tmp_path), "count": 2}
    assert names(tmp_path) == sorted([NAMES[1], "proof.json"])


def test_what_is_there_is_replaced_when_asked(tmp_path: Path) -> None:
    (tmp_path / NAMES[0]).write_bytes(b"theirs")
    (tmp_path / "notes.txt").write_bytes(b"theirs")

    report = make(tmp_path, overwrite=True)

    assert report.complete
    assert (tmp_path / NAMES[0]).read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "notes.txt").read_bytes() == b"theirs"


def test_cancelling_leaves_whole_files_and_a_proof_of_them(tmp_path: Path) -> None:
    told: list[Progress] = []
    engine = FakeEngine(lambda _: None, *MANY)
    report = make(tmp_path, engine, progress=told.append, cancelled=lambda: len(told) >= 1)

    assert report.cancelled
    assert 1 <= len(report.files) < report.total == 12
    made = sorted(file.path.name for file in report.files)
    assert names(tmp_path) == sorted([*made, *PROOFS])
    assert json.loads((tmp_path / "proof.json").read_text("utf-8"))["cancelled"] is True


def test_cancelled_at_once_makes_nothing(tmp_path: Path) -> None:
    report = make(tmp_path, cancelled=lambda: True)

    assert report.files == ()
    assert report.proof is None
    assert names(tmp_path) == []


def test_one_bad_card_does_not_stop_the_others(tmp_path: Path) -> None:
    def refuse(target: Path) -> None:
        if target.name == NAMES[0]:
            raise DrawingFailed

    report = make(tmp_path, FakeEngine(refuse))

    assert [file.path.name for file in report.files] == NAMES[1:]
    assert [(failure.name, failure.error.code) for failure in report.failures] == [
        (NAMES[0], "drawing-failed")
    ]
    assert not report.complete


def test_a_card_that_cannot_be_laid_out_fails_with_all_its_files(tmp_path: Path) -> None:
    engine = FakeEngine()
    engine.refused["message"] = DrawingFailed("drawing-failed.librsvg")

    report = make(tmp_path, engine)

    assert [failure.name for failure in report.failures] == NAMES
    assert report.files == ()


def test_a_full_disk_stops_the_rest(tmp_path: Path) -> None:
    def refuse(target: Path) -> None:
        raise WriteFailed("export.disk-full", name=target.name)

    report = make(tmp_path, FakeEngine(refuse, *MANY))

    assert 1 <= len(report.failures) < report.total == 12
    assert report.failures[0].error.code == "export.disk-full"
    assert not report.cancelled


def test_a_disk_that_fills_up_leaves_whole_files_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    def fill(target: Path) -> None:
        if target.name.startswith("post-2"):
            monkeypatch.setattr(os, "fsync", full)

    report = make(tmp_path, FakeEngine(fill, *MANY))

    assert {failure.error.code for failure in report.failures} == {"export.disk-full"}
    assert report.proof is None
    assert names(tmp_path) == sorted(file.path.name for file in report.files)
    assert {file.path.stat().st_size for file in report.files} == {
        file.bytes for file in report.files
    }


def test_a_folder_that_vanishes_is_said_and_not_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "stick" / "kit"

    def pull_out(target: Path) -> None:
        if target.name.startswith("post-2"):
            shutil.rmtree(folder.parent, ignore_errors=True)

    report = make(folder, FakeEngine(pull_out, *MANY))

    assert {failure.error.code for failure in report.failures} == {"export.folder-gone"}
    assert report.proof is None
    assert names(tmp_path) == []


def test_an_old_proof_is_gone_before_the_first_file_is_replaced(tmp_path: Path) -> None:
    make(tmp_path)
    beside: list[list[str]] = []
    engine = FakeEngine(lambda _: beside.append([n for n in names(tmp_path) if "proof" in n]))
    make(tmp_path, engine, overwrite=True)

    assert beside == [[]] * 4
    assert set(PROOFS) < set(names(tmp_path))


def test_where_nothing_was_replaced_the_old_proof_stays(tmp_path: Path) -> None:
    make(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    make(tmp_path, overwrite=True, cancelled=lambda: True)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_parts_of_a_killed_run_are_cleared_away(tmp_path: Path) -> None:
    part = tmp_path / ".card.png.cobrand-part-0123456789abcdef"
    part.write_bytes(b"half")
    os.utime(part, (1, 1))
    make(tmp_path)

    assert not part.exists()


def test_a_zip_holds_the_same_files(tmp_path: Path) -> None:
    report = make(tmp_path / "out" / "kit.zip")

    with zipfile.ZipFile(tmp_path / "out" / "kit.zip") as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted([*NAMES, *PROOFS])
        assert archive.read(NAMES[0]).startswith(b"\x89PNG")
    assert names(tmp_path / "out") == ["kit.zip"]
    assert report.files[0].path == tmp_path / "out" / "kit.zip" / NAMES[0]


def test_a_zip_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "kit.zip").write_bytes(b"theirs")

    with pytest.raises(TargetExists):
        make(tmp_path / "kit.zip")
    assert make(tmp_path / "kit.zip", overwrite=True).complete


def test_the_worst_of_a_file_is_what_counts(tmp_path: Path) -> None:
    report = make(tmp_path)

    assert report.breaches == 0
    assert {file.worst for file in report.files} == {Severity.WARNING}


def test_a_disk_that_fills_up_before_the_proof_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = files.save

    def refuse(path: Path, data: bytes, overwrite: bool = False) -> Path:
        if path.name.startswith("proof"):
            raise WriteFailed("export.disk-full", name=path.name)
        return save(path, data, overwrite)

    monkeypatch.setattr(files, "save", refuse)
    report = make(tmp_path)

    assert len(report.files) == 4
    assert report.proof is None
    said = [(failure.name, failure.error.code) for failure in report.failures]
    assert said == [("proof.json", "export.disk-full")]
