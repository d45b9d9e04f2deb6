"""One registry of actions: menus, buttons and shortcuts all come from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from cobrand.gui.desk import Desk
from cobrand.gui.speech import marked

Keys = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done: words in English as a key, and the keys that do it."""

    name: str
    words: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    checkable: bool = False
    needs_kit: bool = True


DEEDS: Mapping[str, tuple[Deed | None, ...]] = {
    marked("File"): (
        Deed("new", marked("New kit"), (Keys.New,), needs_kit=False),
        Deed("open", marked("Open logo or kit…"), (Keys.Open,), needs_kit=False),
        Deed("sample", marked("Try with a sample"), needs_kit=False),
        Deed("batch", marked("Make cards for a whole list…"), ("Ctrl+B",), needs_kit=False),
        None,
        Deed("save", marked("Save"), (Keys.Save,)),
        Deed("save_as", marked("Save as…"), ("Ctrl+Shift+S",)),
        None,
        Deed("export", marked("Export the whole kit…"), ("Ctrl+E",)),
        Deed("export_file", marked("Export this file…"), ("Ctrl+Shift+E",)),
        None,
        Deed("close", marked("Close kit"), (Keys.Close,)),
        Deed("quit", marked("Quit"), (Keys.Quit, "Ctrl+Q"), needs_kit=False),
    ),
    marked("Edit"): (
        Deed("undo", marked("Undo"), (Keys.Undo,)),
        Deed("redo", marked("Redo"), (Keys.Redo, "Ctrl+Y")),
        None,
        Deed("copy", marked("Copy picture"), (Keys.Copy, "Ctrl+Shift+C")),
        Deed("paste", marked("Paste logo"), (Keys.Paste,), needs_kit=False),
    ),
    marked("View"): (
        Deed("logo", marked("Logo"), ("Ctrl+1",)),
        Deed("words", marked("Words"), ("Ctrl+2",)),
        Deed("look", marked("Look"), ("Ctrl+3",)),
        Deed("rules", marked("Rules"), ("Ctrl+4",)),
        None,
        Deed("next", marked("Next format"), ("Ctrl+PgDown",)),
        Deed("previous", marked("Previous format"), ("Ctrl+PgUp",)),
        Deed("next_finding", marked("Next finding"), ("F8",)),
        Deed("previous_finding", marked("Previous finding"), ("Shift+F8",)),
        None,
        Deed("zoom_in", marked("Zoom in"), (Keys.ZoomIn, "Ctrl+=")),
        Deed("zoom_out", marked("Zoom out"), (Keys.ZoomOut,)),
        Deed("fit", marked("Fit"), ("Ctrl+0",)),
        Deed("pixels", marked("Actual pixels")),
        Deed("guides", marked("Guides"), ("Ctrl+Shift+G",)),
        None,
        Deed("next_region", marked("Next part of the window"), ("F6",)),
        Deed("previous_region", marked("Previous part of the window"), ("Shift+F6",)),
    ),
    marked("Logo"): (
        Deed("replace", marked("Replace…")),
        Deed("partners", marked("Add partners…")),
        Deed("photo", marked("Use a photograph…")),
    ),
    marked("Help"): (
        Deed("keys", marked("Keyboard"), ("F1",), needs_kit=False),
        Deed("whats_this", marked("What's this?"), ("Shift+F1",)),
        Deed("menu", marked("Menu"), ("F10",), needs_kit=False),
        Deed("about", marked("About cobrand"), needs_kit=False),
    ),
}
APPEARANCES = (("system", marked("System")), ("light", marked("Light")), ("dark", marked("Dark")))


class Actions:
    """Every action by name, in menus, and on the window so that its keys always work."""

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        self._desk = desk
        self._window = window
        self._by_name: dict[str, QAction] = {}
        self._kit: list[QAction] = []
        self.menus = [self._menu(name, deeds) for name, deeds in DEEDS.items()]
        self.recent = QMenu(desk.tr("Open recent"), window)
        self.menus[0].insertMenu(self["save"], self.recent)
        self.appearance = self._appearance()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def fill(self, bar: QMenuBar, whole: QMenu) -> None:
        """Put the menus on the bar, and into the one menu of a small window."""
        for menu in self.menus:
            bar.addMenu(menu)
            whole.addMenu(menu)

    def show_kit(self, there: bool) -> None:
        """Hide what needs a kit where there is none."""
        for action in self._kit:
            action.setVisible(there)
            action.setEnabled(there)
        for name in ("Edit", "View", "Logo"):
            self.menus[list(DEEDS).index(name)].menuAction().setVisible(there)

    def show_history(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do."""
        tr = self._desk.tr
        for name, step, words in (
            ("undo", undo, marked("Undo {step}")),
            ("redo", redo, marked("Redo {step}")),
        ):
            self[name].setEnabled(bool(step))
            plain = tr("Undo") if name == "undo" else tr("Redo")
            self[name].setText(tr(words, step=tr(step)) if step else plain)

    def _menu(self, name: str, deeds: tuple[Deed | None, ...]) -> QMenu:
        menu = QMenu(self._desk.tr(name), self._window)
        for deed in deeds:
            if deed is None:
                menu.addSeparator()
            else:
                menu.addAction(self._action(deed))
        return menu

    def _action(self, deed: Deed) -> QAction:
        action = QAction(self._desk.tr(deed.words), self._window)
        keys = (key.toString() for each in deed.keys for key in _sequences(each))
        action.setShortcuts([QKeySequence(key) for key in dict.fromkeys(keys)])
        action.setCheckable(deed.checkable)
        self._window.addAction(action)
        self._by_name[deed.name] = action
        if deed.needs_kit:
            self._kit.append(action)
        return action

    def _appearance(self) -> QActionGroup:
        menu = QMenu(self._desk.tr("Appearance"), self._window)
        group = QActionGroup(self._window)
        for name, words in APPEARANCES:
            action = menu.addAction(self._desk.tr(words))
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        self.menus[0].insertMenu(self["close"], menu)
        self.menus[0].insertSeparator(self["close"])
        return group


def _sequences(keys: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    if isinstance(keys, str):
        return [QKeySequence(keys)]
    return QKeySequence.keyBindings(keys)
