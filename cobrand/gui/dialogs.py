"""The few dialogs: files to open and save, what to do with changes, keys and About."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from cobrand import __version__
from cobrand.gui.actions import DEEDS, Actions
from cobrand.gui.desk import Desk
from cobrand.gui.documents import SUFFIX
from cobrand.gui.parts.text import label

_NATIVE = QKeySequence.SequenceFormat.NativeText
PICTURES = (
    "*.svg *.svgz *.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.avif *.ico "
    "*.pdf *.ai *.eps *.docx *.dotx *.pptx *.potx *.odt *.odp"
)


_PHOTOS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.avif *.bmp *.gif"


class Dialogs:
    """Asks; tests put another in its place."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk = desk
        self._window = window

    def ask_open(self, kits: bool) -> Path | None:
        """Ask for a logo, or a logo or kit."""
        tr = self._desk.tr
        wanted = f"{PICTURES} *{SUFFIX}" if kits else PICTURES
        title = tr("Open a logo or a kit") if kits else tr("Choose a logo")
        filters = (
            f"{tr('Logos and kits') if kits else tr('Logos')} ({wanted});;{tr('All files')} (*)"
        )
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", filters)
        return Path(chosen) if chosen else None

    def ask_several(self) -> list[Path]:
        """Ask for the logos of others."""
        tr = self._desk.tr
        filters = f"{tr('Logos')} ({PICTURES});;{tr('All files')} (*)"
        title = tr("Choose the logos of your partners")
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, "", filters)
        return [Path(each) for each in chosen]

    def ask_photo(self) -> Path | None:
        """Ask for a photograph."""
        tr = self._desk.tr
        filters = f"{tr('Pictures')} ({_PHOTOS});;{tr('All files')} (*)"
        title = tr("Choose a photograph")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", filters)
        return Path(chosen) if chosen else None

    def ask_save(self, folder: Path, stem: str) -> Path | None:
        """Ask where to keep the kit."""
        tr = self._desk.tr
        place = str(folder / f"{stem}{SUFFIX}")
        filters = f"{tr('Kits')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Save the kit"), place, filters)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def ask_report(self, folder: Path, stem: str) -> Path | None:
        """Ask where to put the page for whoever made the logo."""
        tr = self._desk.tr
        place = str(folder / f"{stem}.html")
        filters = f"{tr('Web pages')} (*.html)"
        title = tr("Save the page for the sender")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, place, filters)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_name(path.name + ".html")

    def ask_keep(self, name: str) -> Literal["save", "discard", "cancel"]:
        """Ask what to do with changes."""
        tr, buttons = self._desk.tr, QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setWindowTitle("cobrand")
        box.setText(tr("Save the changes to {name}?", name=name))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.button(buttons.Save).setText(tr("Save"))
        box.button(buttons.Discard).setText(tr("Don't save"))
        box.button(buttons.Cancel).setText(tr("Cancel"))
        answer = box.exec()
        if answer == buttons.Save:
            return "save"
        return "discard" if answer == buttons.Discard else "cancel"

    def show_keys(self, actions: Actions) -> None:
        """Show which keys do what."""
        dialog = self._dialog(self._desk.tr("Keyboard"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._desk.px(32))
        deeds = [deed for group in DEEDS.values() for deed in group if deed and deed.keys]
        half = (len(deeds) + 1) // 2
        for place, deed in enumerate(deeds):
            keys = actions[deed.name].shortcut().toString(_NATIVE)
            at = 2 * (place // half)
            grid.addWidget(label(self._desk, self._desk.tr(deed.words)), place % half, at)
            grid.addWidget(label(self._desk, keys, "body", "soft"), place % half, at + 1)
        self._run(dialog, grid)

    def about(self) -> None:
        """Say what this is, and what it is not."""
        tr = self._desk.tr
        dialog = self._dialog(tr("About cobrand"))
        column = QVBoxLayout()
        column.setSpacing(self._desk.px(8))
        column.addWidget(label(self._desk, f"cobrand {__version__}", "dialog"))
        words = tr("Sets your logo beside the campaign mark by rule, and makes the whole kit.")
        column.addWidget(label(self._desk, words, wrap=True))
        foot = tr("Limits are cobrand defaults, not campaign rules.")
        column.addWidget(label(self._desk, foot, "label", "soft", wrap=True))
        self._run(dialog, column)

    def _dialog(self, title: str) -> QDialog:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setMinimumWidth(self._desk.px(420))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _run(self, dialog: QDialog, inside: QGridLayout | QVBoxLayout) -> None:
        column = QVBoxLayout(dialog)
        edge = self._desk.px(24)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(self._desk.px(20))
        column.addLayout(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self._desk.tr("Close"))
        buttons.rejected.connect(dialog.reject)
        column.addWidget(buttons)
        dialog.open()
