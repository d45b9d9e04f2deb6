"""What happens when the program itself makes a mistake: a log, and plain words; no traceback."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from cobrand.gui.window import Window

_log = logging.getLogger("cobrand")


class Crash(QObject):
    """Tells once, and lets the work go on."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._told = False

    def caught(
        self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the details down and say where."""
        _log.error("unexpected", exc_info=(kind, problem, trace))
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
        elif not self._told:
            self._told = True
            self._tell()

    def _tell(self) -> None:
        tr = self._window.desk.tr
        box = QMessageBox(self._window)
        box.setWindowTitle("cobrand")
        box.setText(tr("Something went wrong inside the program."))
        box.setInformativeText(
            tr("Your work is still here: save it, then start the program again.")
        )
        save = box.addButton(tr("Save as…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Go on"), QMessageBox.ButtonRole.RejectRole)
        save.clicked.connect(self._window.filing.save_as)
        box.open()


def log_to(file: Path) -> None:
    """Keep details for whoever helps; a folder that cannot be written to is no reason to stop."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=200_000, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
