"""The few questions of the batch window: which list, which folder, which logo, whether to stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.dialogs import PICTURES

_LISTS = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json *.jsonl"


class Asking:
    """Asks; tests put another in its place."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self, window: QWidget, folder: Path) -> Path | None:
        """Ask for a list of organisations."""
        tr = self._desk.tr
        filters = f"{tr('Lists')} ({_LISTS});;{tr('All files')} (*)"
        title = tr("Open a list of organisations")
        chosen, _ = QFileDialog.getOpenFileName(window, title, str(folder), filters)
        return Path(chosen) if chosen else None

    def folder(self, window: QWidget, title: str, folder: Path) -> Path | None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(window, title, str(folder))
        return Path(chosen) if chosen else None

    def logo(self, window: QWidget, folder: Path) -> Path | None:
        """Ask for an organisation's logo."""
        tr = self._desk.tr
        filters = f"{tr('Logos')} ({PICTURES});;{tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(window, tr("Choose a logo"), str(folder), filters)
        return Path(chosen) if chosen else None

    def may_stop(self, window: QWidget) -> bool:
        """Ask whether to end the program while cards are being made."""
        tr, buttons = self._desk.tr, QMessageBox.StandardButton
        box = QMessageBox(window)
        box.setWindowTitle("cobrand")
        box.setText(tr("Cards are still being made for your list."))
        box.setInformativeText(
            tr("Files that are finished stay, and you can go on with the rest later.")
        )
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        box.button(buttons.Yes).setText(tr("Stop and quit"))
        box.button(buttons.Cancel).setText(tr("Go on making them"))
        return bool(box.exec() == buttons.Yes)
