"""Keyboard, screen readers, mirroring, dark mode and small windows."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QScrollBar,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cobrand.gui.stops import stops
from cobrand.gui.window import Window
from cobrand.library import Library
from tests.gui.conftest import MakeWindow

REACHABLE = ("header.who", "header.go", "editor.bar.formats", "editor.stage", "editor.film")


@pytest.mark.parametrize("panel", ["logo", "words", "look", "rules"])
def test_everything_that_can_be_pressed_is_reached_by_tab(kit: Window, panel: str) -> None:
    kit.editor.show_panel(panel)
    reached = stops(kit)

    buttons = [each for each in kit.findChildren(QAbstractButton) if each.isVisible()]
    unreached = [
        each.accessibleName()
        for each in buttons
        if each not in reached and each.isEnabled() and not _reached_by_arrows(each)
    ]

    assert unreached == []


def test_tab_goes_through_a_panel_as_it_is_read(kit: Window, qtbot: QtBot) -> None:
    kit.editor.show_panel("words")
    words = kit.editor.words
    words.language.setFocus()
    came_by = []
    for _ in range(4):
        qtbot.keyClick(kit.focusWidget(), Qt.Key.Key_Tab)
        came_by.append(kit.focusWidget().accessibleName().split(",")[0])

    assert came_by == [
        "Global voice for adult learning and education",
        "Write your own",
        "2 more",
        "Organisation",
    ]
    qtbot.keyClick(kit.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert kit.focusWidget().accessibleName() == "2 more"


def test_enter_presses_the_button_in_focus(window: Window, qtbot: QtBot) -> None:
    window.start.zone.sample.setFocus()

    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        qtbot.keyClick(window.start.zone.sample, Qt.Key.Key_Return)

    assert window.studio.logo is not None


def _reached_by_arrows(button: QAbstractButton) -> bool:
    """One of several is one stop; the others are reached from it."""
    return button.autoExclusive() or (button.group() is not None and button.group().exclusive())


@pytest.mark.parametrize("panel", ["logo", "words", "look", "rules"])
def test_every_widget_has_a_name_for_screen_readers(kit: Window, panel: str) -> None:
    kit.editor.show_panel(panel)
    kit.open_sheet()

    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for each in kit.findChildren(QWidget)
        if _needs_name(each) and not each.accessibleName()
    ]

    assert nameless == []


def _needs_name(widget: QWidget) -> bool:
    inner = isinstance(
        widget, QLabel | QScrollBar | QStackedWidget
    ) or widget.objectName().startswith("qt_")
    focused = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    shown = isinstance(widget, QAbstractButton | QAbstractItemView) or focused
    return shown and not inner and not isinstance(widget.parent(), QAbstractScrollArea)


def test_targets_are_large_enough(kit: Window) -> None:
    kit.open_sheet()
    buttons = [each for each in kit.findChildren(QAbstractButton) if each.isVisible()]

    small = [
        (each.accessibleName(), each.size().toTuple())
        for each in buttons
        if min(each.width(), each.height()) < 28
    ]

    assert small == []


def test_f6_goes_through_the_regions(kit: Window, qtbot: QtBot) -> None:
    kit.editor.stage.setFocus()
    seen = []
    for _ in range(7):
        kit.deeds["next_region"].trigger()
        seen.append(kit.focusWidget())

    assert kit.editor.film in seen
    assert kit.header.who in seen
    assert seen[-1] is kit.editor.stage


def test_f6_reaches_the_toast(kit: Window, qtbot: QtBot) -> None:
    kit.showing.toast.tell("Mended", "Undo", kit.studio.undo)
    seen = []
    for _ in range(9):
        kit.deeds["next_region"].trigger()
        seen.append(kit.focusWidget())

    assert kit.showing.toast.act in seen


def test_f6_goes_back_by_shift(kit: Window) -> None:
    kit.editor.stage.setFocus()

    kit.deeds["previous_region"].trigger()

    assert kit.focusWidget() is kit.editor.bar.formats


def test_a_copied_file_is_pasted(window: Window, qtbot: QtBot, library: Library) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(library.sample().logo))])
    QApplication.clipboard().setMimeData(data)

    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_copying_with_the_stage_in_focus_copies_the_card(kit: Window, qtbot: QtBot) -> None:
    kit.editor.stage.setFocus()

    qtbot.keyClick(kit.editor.stage, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert kit.editor.stage.picture is not None
    assert QApplication.clipboard().image().size() == kit.editor.stage.picture.images[0].size()


def test_keys_are_taken_once(window: Window) -> None:
    keys = [key.toString() for each in window.actions() for key in each.shortcuts()]

    assert sorted(keys) == sorted(set(keys))


def test_arabic_is_mirrored(make: MakeWindow, qtbot: QtBot) -> None:
    window = make("ar")
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.studio.open_sample()
    rail, film, go = window.editor.rail, window.editor.film, window.header.go

    def left(widget: QWidget) -> int:
        return widget.mapTo(window, widget.rect().topLeft()).x()

    assert left(rail) > window.width() / 2
    assert left(go) < window.width() / 4
    first, second = (film.visualRect(film.model().index(row, 0)) for row in (0, 1))
    assert first.left() > second.left()
    assert window.studio.brief.language == "ar"


def test_dark_and_light_switch_live(kit: Window) -> None:
    light = kit.grab().toImage().pixelColor(4, 300).lightness()

    kit.desk.theme.choose("dark")
    dark = kit.grab().toImage().pixelColor(4, 300).lightness()
    kit.desk.theme.choose("light")

    assert light > 200
    assert dark < 60


def test_a_small_window_folds(kit: Window, qtbot: QtBot) -> None:
    kit.resize(1024, 600)
    qtbot.waitUntil(lambda: not kit.editor.filmbar.isVisible())

    assert kit.header.more.isVisible()
    assert not kit.menuBar().isVisible()
    assert kit.editor.bar.next.isVisible()
    assert kit.editor.stage.height() > 300


def test_a_narrow_bar_keeps_the_formats_name_whole(kit: Window, qtbot: QtBot) -> None:
    kit.studio.choose_format("ig_portrait")
    kit.resize(820, 560)
    qtbot.waitUntil(kit.editor.bar.next.isVisible)
    kit.open_sheet()
    qtbot.waitUntil(lambda: not kit.editor.bar.out.isVisible())

    name = kit.editor.bar.formats
    needed = name.fontMetrics().horizontalAdvance("Instagram portrait")
    assert name.width() > needed


def test_shortcuts_work_without_the_menu_bar(kit: Window, qtbot: QtBot) -> None:
    kit.resize(1024, 600)
    kit.activateWindow()

    qtbot.keyClick(kit, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert kit.editor.panel == "look"


def test_the_stage_zooms_and_fits_by_keys(kit: Window, qtbot: QtBot) -> None:
    stage = kit.editor.stage
    fitting = stage.scale

    qtbot.keyClicks(stage, "++")
    assert stage.scale > 1.4 * fitting
    qtbot.keyClicks(stage, "1")
    assert stage.scale == pytest.approx(1 / stage.devicePixelRatioF())
    qtbot.keyClicks(stage, "0")

    assert stage.fits
    assert stage.scale == fitting


def test_the_window_is_in_view_before_the_engine_is_loaded() -> None:
    heavy = ("numpy", "docx", "pypdf", "pyvips", "cobrand.engine", "cobrand.kit")
    told = f"import sys, cobrand.gui.app; print([n for n in {heavy} if n in sys.modules])"

    run = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"
