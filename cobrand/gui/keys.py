"""Lets Enter press the button in focus, as the space bar does, in every window alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def enters(window: QWidget, event: QKeyEvent) -> bool:
    """Press the window's button in focus if the key is Enter; say whether there was one.

    A key that is held down presses once.
    """
    focus = window.focusWidget()
    if event.key() not in _ENTER or not isinstance(focus, QAbstractButton):
        return False
    if not event.isAutoRepeat():
        focus.click()
    return True
