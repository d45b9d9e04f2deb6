"""What Tab comes by in a part of the window, in the order in which it is read.

Qt's own order is that in which widgets were made, so that cards and rows that are made later
would come last of all.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout, QWidget


def stops(area: QWidget) -> list[QWidget]:
    """Return the visible, enabled widgets inside that take the focus by Tab, a group once."""
    focus = area.window().focusWidget()
    return [each for each in _inside(area) if _stops(each, focus)]


def step(area: QWidget, by: int) -> bool:
    """Move the focus to the next or previous stop, round and round; False if there is none."""
    there = stops(area)
    if not there:
        return False
    focus = area.focusWidget()
    here = there.index(focus) if focus in there else (-1 if by > 0 else 0)
    reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
    there[(here + by) % len(there)].setFocus(reason)
    return True


def _inside(area: QWidget) -> Iterator[QWidget]:
    """Yield what is in the area's layout as it is laid out, then what lies over it."""
    laid = [*_laid(area.layout())]
    over = [each for each in area.children() if isinstance(each, QWidget) and each not in laid]
    for part in (*laid, *over):
        if part.isVisible() and not part.isWindow():
            yield part
            yield from _inside(part)


def _laid(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout else 0):
        item = layout.itemAt(place) if layout else None
        if item is None:
            continue
        if widget := item.widget():
            yield widget
        else:
            yield from _laid(item.layout())


def _stops(part: QWidget, focus: QWidget | None) -> bool:
    if isinstance(part, QAbstractButton) and (fellows := _fellows(part)):
        checked = next((each for each in fellows if each.isChecked()), fellows[0])
        return part is (focus if focus in fellows else checked)
    by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and part.isEnabled() and part.focusProxy() is None


def _fellows(button: QAbstractButton) -> list[QAbstractButton]:
    """Return the buttons of which one is chosen: one stop, with arrows inside."""
    group: QButtonGroup | None = button.group()
    return group.buttons() if group and group.exclusive() else []
