from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 5_000


def test_qt_gives_back_every_none_that_it_takes() -> None:
    """PySide6 6.12 on Python 3.11 loses one at every void call, and aborts when all are gone."""
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        thing.setObjectName("x")
        thing.blockSignals(False)
        thing.setParent(None)

    assert abs(sys.getrefcount(None) - before) < CALLS / 10
