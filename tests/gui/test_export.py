"""Exporting from the sheet: files, cancel, names that are taken."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from cobrand.gui.exporting import Made
from cobrand.gui.window import Window
from cobrand.kit import Progress


def finish(window: Window, qtbot: QtBot) -> Made:
    with qtbot.waitSignal(window.exporter.finished, timeout=60_000) as signal:
        window.sheet.choose.go.click()
    assert signal.args is not None
    made = signal.args[0]
    assert isinstance(made, Made)
    return made


def test_this_file_is_written_and_can_be_found(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    kit.deeds["export_file"].trigger()

    made = finish(kit, qtbot)

    file = tmp_path / "Riverbank Learning Network Instagram square.png"
    assert file.read_bytes().startswith(b"\x89PNG")
    assert made.files[0][0] == file
    assert kit.sheet.done.isVisible()
    assert kit.focusWidget() is kit.sheet.done.folder


def test_a_kit_is_written_with_its_proof(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    kit.studio.write_word("event.title", "")
    kit.deeds["export"].trigger()
    promised = kit.exporter.count()

    made = finish(kit, qtbot)

    folder = tmp_path / "Riverbank Learning Network kit"
    assert len(made.files) == promised >= 10
    assert all(path.is_file() for path, _ in made.files)
    assert (folder / "proof.html").is_file()
    assert str(promised) in kit.sheet.done.story.text()


def test_a_cancelled_kit_keeps_whole_files(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    kit.deeds["export"].trigger()

    def stop(progress: Progress) -> None:
        if progress.done == 1:
            kit.sheet.running.cancel.click()

    kit.exporter.advanced.connect(stop)
    made = finish(kit, qtbot)

    assert made.cancelled
    assert 1 <= len(made.files) < made.total
    assert all(path.stat().st_size for path, _ in made.files)
    assert kit.sheet.done.title.text() == "Stopped"


def test_a_broken_rule_asks_for_a_reason_and_the_proof_shows_it(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    kit.studio.write_message("learning together " * 12)
    kit.deeds["export"].trigger()
    choose = kit.sheet.choose
    qtbot.waitUntil(lambda: choose.go.text() == "Export with 1 broken rule…", timeout=20_000)

    choose.go.click()
    assert kit.focusWidget() is choose.reason.line
    choose.go.click()
    assert choose.reason.below.isVisible()
    choose.reason.line.setText("Our board wants it so")
    made = finish(kit, qtbot)

    assert made.broken
    assert made.proof is not None
    assert "Our board wants it so" in made.proof.read_text("utf-8")


def test_without_a_broken_rule_nothing_is_asked(kit: Window, qtbot: QtBot) -> None:
    kit.deeds["export"].trigger()
    qtbot.waitUntil(lambda: not kit.busy, timeout=20_000)

    assert kit.sheet.choose.go.text().startswith("Export ")
    assert kit.sheet.choose.go.text().endswith(" files")
    assert not kit.sheet.choose.asks()


def test_names_that_are_taken_are_never_replaced_unasked(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "Riverbank Learning Network Instagram square.png"
    there.write_text("mine")
    kit.deeds["export_file"].trigger()
    with qtbot.waitSignal(kit.exporter.refused, timeout=30_000):
        kit.sheet.choose.go.click()
    assert kit.sheet.choose.keep_both.isVisible()
    assert there.read_text() == "mine"

    with qtbot.waitSignal(kit.exporter.finished, timeout=30_000):
        kit.sheet.choose.keep_both.click()

    assert there.read_text() == "mine"
    assert there.with_name("Riverbank Learning Network Instagram square 2.png").is_file()
