"""What a person does with the window, and what they would notice."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cobrand.engine import Engine
from cobrand.errors import DrawingFailed
from cobrand.gui.crash import Crash
from cobrand.gui.window import Window
from cobrand.model.brief import Brief
from cobrand.model.composition import Composition
from cobrand.model.guest import ALONE, Guests
from cobrand.model.logo import Logo
from tests.gui.conftest import MakeWindow


def drop(onto: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    give(onto, data)


def give(onto: QWidget, data: QMimeData) -> None:
    """Drag this over a widget and let it go."""
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    at = QPointF(40, 40)
    entering = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    QApplication.sendEvent(onto, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(onto, QDropEvent(at, copy, data, left, none))


def card(window: Window) -> QImage:
    picture = window.editor.stage.picture
    assert picture is not None
    return picture.images[0]


class Slow:
    """An engine whose first card waits at a gate."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.gate = Event()
        self.composed: list[str] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def compose(self, brief: Brief, logo: Logo, guests: Guests = ALONE) -> Composition:
        self.gate.wait(10)
        self.composed.append(brief.ground)
        return self._engine.compose(brief, logo, guests)


def a_logo(folder: Path, name: str = "harbour-school.svg", colour: str = "#a33") -> Path:
    file = folder / name
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">'
        f'<path fill="{colour}" d="M0 0h80v80H0zM100 20h100v40H100z"/></svg>'
    )
    return file


def test_a_dropped_logo_becomes_a_card(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        drop(window, a_logo(tmp_path))

    assert window.editor.isVisible()
    assert card(window).width() > 300
    assert window.studio.brief.name == "Harbour School"


def test_dropping_another_logo_changes_the_card(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    before = card(kit)

    drop(kit, a_logo(tmp_path))
    qtbot.waitUntil(lambda: card(kit) != before, timeout=20_000)

    assert kit.studio.brief.name == "Riverbank Learning Network"


@pytest.mark.parametrize("panel", ["logo", "words", "look", "rules"])
def test_every_part_of_the_window_takes_files(
    kit: Window, qtbot: QtBot, tmp_path: Path, panel: str
) -> None:
    kit.editor.show_panel(panel)
    kit.editor.words._begin_own()
    kit.open_sheet()
    kit.editor.stack.show()
    taken: list[object] = []
    kit.drops.dropped.disconnect()
    kit.drops.dropped.connect(taken.append)
    logo, look = kit.editor.logo, kit.editor.look
    wells = (*logo.wells.values(), *logo.company.wells.values())
    own = (*wells, logo.company.place, look.photo)  # take files for themselves
    parts = [
        each
        for each in kit.findChildren(QWidget)
        if each.isVisible()
        and not each.isWindow()
        and not any(each is well or well.isAncestorOf(each) for well in own)
    ]

    for part in parts:
        drop(part, a_logo(tmp_path))
    qtbot.waitUntil(lambda: len(taken) >= len(parts))

    assert len(parts) > 50


def test_while_a_file_hangs_over_it_the_zone_says_so(window: Window, tmp_path: Path) -> None:
    window.start.zone.heat(True)

    assert window.start.zone.words.text() == "Let go to open"


def test_typing_a_name_changes_the_card(kit: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kit.showing.drawn, timeout=5_000):
        kit.studio.choose_template("endorsement")
    before = card(kit)
    kit.editor.show_panel("words")
    kit.editor.words.focus_name()

    with qtbot.waitSignal(kit.showing.drawn, timeout=5_000):
        qtbot.keyClicks(kit.editor.words.name.line, "Harbour School")

    assert card(kit) != before
    assert kit.windowTitle() == "Harbour School — cobrand"


def test_undo_and_redo_name_the_step(kit: Window, qtbot: QtBot) -> None:
    before = card(kit)
    with qtbot.waitSignal(kit.showing.drawn, timeout=5_000):
        kit.studio.choose_ground("light")
    assert kit.deeds["undo"].text() == "Undo ground"

    with qtbot.waitSignal(kit.showing.drawn, timeout=5_000):
        kit.deeds["undo"].trigger()

    assert card(kit) == before
    assert kit.deeds["redo"].text() == "Redo ground"
    assert not kit.deeds["undo"].isEnabled()


def test_the_film_strip_chooses_formats_by_keyboard(kit: Window, qtbot: QtBot) -> None:
    kit.editor.film.setFocus()

    with qtbot.waitSignal(kit.showing.drawn, timeout=5_000):
        qtbot.keyClick(kit.editor.film, Qt.Key.Key_Right)

    assert kit.studio.brief.format == "ig_portrait"
    assert "Instagram portrait" in kit.editor.bar.formats.text()


def test_every_format_has_its_own_thumbnail(kit: Window, qtbot: QtBot) -> None:
    frames = kit.editor.film.frames.frames
    qtbot.waitUntil(lambda: all(frame.picture for frame in frames), timeout=20_000)

    aspects = {round(frame.aspect, 2) for frame in frames}

    assert len(aspects) >= 6


def test_a_broken_logo_is_refused_in_words_and_the_old_one_stays(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    before = kit.studio.brief

    with qtbot.waitSignal(kit.studio.refused, timeout=20_000):
        drop(kit, bad)

    assert kit.editor.logo.complaint.isVisible()
    assert len(kit.editor.logo.complaint.text()) > 20
    assert kit.studio.brief == before


def test_a_file_that_is_no_logo_is_refused_on_the_start_screen(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("hello")

    with qtbot.waitSignal(window.studio.refused, timeout=20_000):
        drop(window, text)

    assert window.start.isVisible()
    assert window.start.zone.complaint.isVisible()


def test_opening_and_closing_the_export_sheet(kit: Window, qtbot: QtBot) -> None:
    kit.deeds["export"].trigger()

    assert kit.sheet.isVisible()
    assert not kit.editor.stack.isVisible()
    assert kit.focusWidget() is kit.sheet.choose.go

    qtbot.keyClick(kit.sheet.choose.go, Qt.Key.Key_Escape)

    assert not kit.sheet.isVisible()
    assert kit.editor.stack.isVisible()


def test_a_kit_is_saved_and_opened_again(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    kit.studio.choose_ground("dark")
    document = tmp_path / "ours.cobrand"
    kit.studio.save(document)
    assert not kit.studio.modified
    wanted = kit.studio.brief
    kit.filing.leave()
    assert kit.start.isVisible()

    with qtbot.waitSignal(kit.showing.drawn, timeout=20_000):
        kit.filing.open(document)

    assert kit.studio.brief == wanted
    assert kit.memory.recent[0].path == str(document)


def test_the_window_remembers_its_panel_and_size(make: MakeWindow, window: Window) -> None:
    window.editor.show_panel("look")
    window.resize(1200, 700)
    window.close()

    again = make()

    assert again.editor.panel == "look"
    assert (again.width(), again.height()) == (1200, 700)


def test_of_many_changes_only_the_newest_is_drawn(
    make: MakeWindow, engine: Engine, qtbot: QtBot
) -> None:
    slow = Slow(engine)
    slow.gate.set()
    window = make(maker=slow)
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.studio.open_sample()
    qtbot.waitUntil(lambda: not window.showing.busy, timeout=20_000)
    slow.gate.clear()
    slow.composed.clear()

    shown: list[str] = []
    window.studio.composed.connect(lambda: shown.append(window.studio.composition.brief.ground))
    for ground in ("light", "dark", "brand", "light", "dark"):
        window.studio.choose_ground(ground)
    slow.gate.set()
    qtbot.waitUntil(lambda: shown == ["dark"], timeout=10_000)

    assert slow.composed[0] == "dark"


class Refusing(Slow):
    """An engine that cannot make one ground."""

    def compose(self, brief: Brief, logo: Logo, guests: Guests = ALONE) -> Composition:
        if brief.ground == "dark":
            raise DrawingFailed
        return self._engine.compose(brief, logo, guests)


def test_a_card_that_cannot_be_made_says_so_and_can_be_undone(
    make: MakeWindow, engine: Engine, qtbot: QtBot
) -> None:
    window = make(maker=Refusing(engine))
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.studio.open_sample()
    before = card(window)

    window.studio.choose_ground("dark")
    qtbot.waitUntil(window.showing.failure.isVisible, timeout=10_000)
    assert card(window) == before
    window.showing.failure.undo.click()

    qtbot.waitUntil(lambda: not window.showing.failure.isVisible(), timeout=10_000)


def test_a_mistake_of_the_program_is_told_without_its_details(kit: Window) -> None:
    crash = Crash(kit)

    crash.caught(ZeroDivisionError, ZeroDivisionError("secret"), None)

    box = kit.findChild(QMessageBox)
    assert box.isVisible()
    assert "secret" not in box.text() + box.informativeText()
    box.close()


def test_a_change_is_drawn_on_the_stage_before_anything_else(kit: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not kit.busy, timeout=20_000)
    drawn: list[str] = []
    kit.showing._previews.drawn.connect(lambda place, _: drawn.append(place))
    kit.showing._previews._kept.clear()  # what is known already need not wait for its turn

    kit.studio.choose_ground("light")
    qtbot.waitUntil(lambda: len(drawn) > 5, timeout=20_000)

    assert drawn[0] == "stage"
