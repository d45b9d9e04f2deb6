"""What is remembered: recent kits with their pictures, zoom and panel; and waiting for a file."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from cobrand.engine import Engine
from cobrand.gui.parts import waiting
from cobrand.gui.parts.recent import RecentCard
from cobrand.gui.window import Window
from cobrand.model.brief import Brief
from cobrand.model.logo import Logo
from tests.gui.conftest import MakeWindow


def cards(window: Window) -> list[RecentCard]:
    return [each for each in window.start.findChildren(RecentCard) if each.isVisible()]


def test_a_kit_that_was_left_is_found_again_by_its_picture(kit: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kit.showing.drawn, timeout=5_000):
        kit.studio.choose_ground("light")
    kit.filing.dialogs.ask_keep = lambda _: "discard"  # type: ignore[method-assign]

    kit.filing.leave()

    path = kit.memory.recent[0].path
    picture = kit.recents.pictures.find(path)
    assert picture is not None
    assert picture.size() == QSize(168, 168)
    assert picture.pixelColor(84, 10).lightness() > 200
    qtbot.waitUntil(lambda: [card.text() for card in cards(kit)] == [kit.memory.recent[0].name])


def test_saving_names_the_kit_instead_of_its_logo(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    document = tmp_path / "ours.cobrand"

    kit.studio.save(document)

    assert [each.path for each in kit.memory.recent] == [str(document)]
    assert kit.recents.pictures.find(str(document)) is not None


def test_pictures_of_forgotten_kits_are_removed(kit: Window, tmp_path: Path) -> None:
    kit.studio.save(tmp_path / "ours.cobrand")
    folder = kit.memory.thumbnails
    (folder / "0123456789abcdef.png").write_bytes(b"old")

    kit.recents.note()

    assert len(list(folder.iterdir())) == 1


def test_zoom_is_remembered(make: MakeWindow, kit: Window, qtbot: QtBot) -> None:
    kit.editor.stage.pixels()
    wanted = kit.editor.stage.scale
    kit.close()

    again = make()
    with qtbot.waitSignal(again.showing.drawn, timeout=20_000):
        again.studio.open_sample()

    assert again.editor.stage.scale == pytest.approx(wanted, abs=1e-4)


class Stuck:
    """An engine that takes long to read."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.gate = Event()

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def logo(self, brief: Brief) -> Logo:
        self.gate.wait(20)
        return self._engine.logo(brief)


def test_reading_that_takes_long_can_be_cancelled(
    make: MakeWindow, engine: Engine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "WORDS_AFTER", 20)
    monkeypatch.setattr(waiting, "CANCEL_AFTER", 200)
    stuck = Stuck(engine)
    window = make(maker=stuck, stop=stuck.gate.set)
    window.studio.open_sample()
    assert not window.waiting.isVisible()
    qtbot.waitUntil(window.waiting.isVisible)
    assert not window.waiting.cancel.isVisible()
    qtbot.waitUntil(window.waiting.cancel.isVisible)

    window.waiting.cancel.click()

    assert not window.waiting.isVisible()
    assert window.start.isVisible()
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.studio.open_sample()
    assert window.editor.isVisible()
