"""Connects every action to what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWhatsThis, QWidget

if TYPE_CHECKING:
    from cobrand.gui.window import Window

Deed = Callable[[], object]


def wire(window: Window) -> None:
    """Connect the window's actions."""
    deeds = {**_files(window), **_edits(window), **_views(window)}
    for name, deed in deeds.items():
        window.deeds[name].triggered.connect(lambda _=False, deed=deed: deed())
    for name in window.editor.panels:
        window.deeds[name].triggered.connect(lambda _=False, n=name: window.enter_panel(n))
    window.deeds.appearance.triggered.connect(lambda: _choose_appearance(window))


def _files(window: Window) -> Mapping[str, Deed]:
    filing = window.filing
    return {
        "new": filing.leave,
        "open": filing.ask_open,
        "sample": filing.sample,
        "batch": window.batching.open,
        "save": filing.save,
        "save_as": filing.save_as,
        "export": lambda: window.open_sheet("kit"),
        "export_file": lambda: window.open_sheet("file"),
        "close": filing.leave,
        "quit": window.close,
        "replace": filing.ask_replace,
        "partners": window.hosting.add_partners,
        "photo": window.hosting.choose_photo,
        "keys": lambda: filing.dialogs.show_keys(window.deeds),
        "about": filing.dialogs.about,
        "whats_this": lambda: explain(window.focusWidget()),
    }


def _edits(window: Window) -> Mapping[str, Deed]:
    return {
        "undo": window.studio.undo,
        "redo": window.studio.redo,
        "copy": window.showing.copy,
        "paste": lambda: _paste(window),
        "menu": window.open_menu,
        "next": lambda: window.studio.step_format(1),
        "previous": lambda: window.studio.step_format(-1),
        "next_finding": lambda: window.showing.step_finding(1),
        "previous_finding": lambda: window.showing.step_finding(-1),
    }


def _views(window: Window) -> Mapping[str, Deed]:
    stage = window.editor.stage
    return {
        "zoom_in": stage.nearer,
        "zoom_out": stage.further,
        "fit": stage.fit,
        "pixels": stage.pixels,
        "guides": window.editor.bar.toggle_guides,
        "next_region": lambda: window.step_region(1),
        "previous_region": lambda: window.step_region(-1),
    }


def _paste(window: Window) -> None:
    """Take what was copied as what the place in focus is for, else as the logo."""
    if not window.hosting.paste(window.focusWidget()):
        window.filing.paste()


def explain(focus: QWidget | None) -> None:
    """Explain what has the focus; where that needs no words, whatever is clicked next."""
    part = focus
    while part is not None and not part.whatsThis():
        part = part.parentWidget()
    if part is None:
        QWhatsThis.enterWhatsThisMode()
    else:
        QWhatsThis.showText(part.mapToGlobal(part.rect().center()), part.whatsThis(), part)


def _choose_appearance(window: Window) -> None:
    """Switch to light, dark or the system's, and remember it."""
    action = window.deeds.appearance.checkedAction()
    if action is not None:
        window.desk.theme.choose(action.data())
        window.memory.keep(replace(window.memory.settings, appearance=action.data()))
