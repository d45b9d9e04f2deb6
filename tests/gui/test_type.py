"""Wide fonts, large type and long words: whatever is written in the window is there to be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cobrand.gui.parts.button import Button
from cobrand.gui.parts.filerows import Shortened
from cobrand.gui.ruleline import Verdict
from cobrand.gui.window import Window
from cobrand.model.brief import Options
from tests.gui.conftest import MakeWindow

PANELS = ("logo", "words", "look", "rules")


@pytest.fixture
def type_(qapp: QApplication, make: MakeWindow) -> Iterator[QFont]:
    """The window's font, to be changed before a window is made."""
    font = QFont(qapp.font())
    yield font
    qapp.setFont(font)


def cut(window: Window) -> list[str]:
    """Return what has less room than its words need."""
    parts = [each for each in window.findChildren(QWidget) if each.isVisible()]
    short = [each for each in parts if _words(each) and _is_short(each)]
    return [f"{type(each).__name__} {_words(each)!r} {each.size().toTuple()}" for each in short]


def _words(part: QWidget) -> str:
    made_to_shorten = isinstance(part, Verdict | Shortened)
    if made_to_shorten or not isinstance(part, QLabel | QAbstractButton):
        return ""
    return part.text()


def _is_short(part: QWidget) -> bool:
    needed = part.sizeHint()
    if part.hasHeightForWidth():
        return part.height() < part.heightForWidth(part.width()) or _sticks_out(part)
    gives_way = isinstance(part, Button) and part.minimumSizeHint().width() < needed.width()
    narrow = part.width() < needed.width() and not gives_way
    return narrow or part.height() < needed.height() or _sticks_out(part)


def _sticks_out(part: QWidget) -> bool:
    """Say whether it goes past the side of the column that it scrolls in, or of the window."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea) and not area.isWindow():
        area = area.parentWidget()
    view = area.viewport() if isinstance(area, QScrollArea) else area
    place = QRect(part.mapTo(view, QPoint(0, 0)), part.size())
    return place.left() < 0 or place.right() > view.width()


@pytest.mark.parametrize(
    ("language", "size", "spacing", "window_size"),
    [
        ("en", 13, 116, (1280, 800)),
        ("fr", 26, 100, (1280, 800)),
        ("ar", 13, 100, (1024, 600)),
        ("es", 16, 125, (820, 520)),
    ],
)
def test_no_words_are_cut(
    qapp: QApplication, type_: QFont, make: MakeWindow, qtbot: QtBot,
    language: str, size: int, spacing: int, window_size: tuple[int, int],
) -> None:  # fmt: skip
    font = QFont(type_)
    font.setPixelSize(size)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    qapp.setFont(font)
    window = make(language)
    window.resize(*window_size)

    def nothing_is_cut() -> None:
        assert cut(window) == []

    qtbot.waitUntil(nothing_is_cut)
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.studio.open_sample()
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.studio.arrange("size", Options(nudge=10.0))
    for panel in PANELS:
        window.editor.show_panel(panel)
        window.editor.words.events.open()
        window.editor.look.arrangement.open()
        qtbot.waitUntil(nothing_is_cut)
    window.open_sheet()
    qtbot.waitUntil(nothing_is_cut)
