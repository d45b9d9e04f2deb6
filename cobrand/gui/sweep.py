"""Clears away what is not used any more in the window's own thread, where Qt's things belong."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # ms
_BETWEEN_WHOLE = 20  # small sweeps


class Sweep(QObject):
    """Python would collect in whichever thread is busy: a timer that ends there ends the program.

    Until `end`, nothing is collected but here.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._sweep)
        self._timer.start()

    def end(self) -> None:
        """Collect everything, and leave it to Python again: no other thread works any more."""
        self._timer.stop()
        gc.collect()
        gc.enable()

    def _sweep(self) -> None:
        gc.collect(2 if gc.get_count()[2] > _BETWEEN_WHOLE else 1)
