"""Does a thing once, after a rest: each new start begins the rest again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, SignalInstance


def rest(owner: QObject, ms: int, then: Callable[[], object] | SignalInstance) -> QTimer:
    """Return a timer of the owner's that does or tells something once, so long after a start."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(then)
    return timer
