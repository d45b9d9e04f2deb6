"""The parts of the window that F6 goes through, and where the focus enters each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cobrand.gui.editor import Editor
from cobrand.gui.header import Header
from cobrand.gui.stops import stops

Region = tuple[QWidget, QWidget]  # and where the focus enters it


def step(
    header: Header, editor: Editor, extra: list[Region], focus: QWidget | None, by: int
) -> None:
    """Move the focus to the next or previous region; `extra` ones come last."""
    regions = [*_regions(header, editor), *(pair for pair in extra if pair[1].isVisible())]
    here = next(
        (n for n, (area, _) in reversed([*enumerate(regions)]) if focus and _holds(area, focus)),
        -1 if by > 0 else 0,
    )
    _, target = regions[(here + by) % len(regions)]
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _regions(header: Header, editor: Editor) -> list[Region]:
    panel = editor.panels[editor.panel]
    every: list[Region] = [
        (header, header.who),
        (editor.rail, editor.rail.button(editor.panel)),
        (panel, _first_stop(panel)),
        (editor.bar, editor.bar.formats),
        (editor.stage, editor.stage),
        (editor.ruleline, editor.ruleline.verdict),
        (editor.filmbar, editor.film),
        (editor.rules, _first_stop(editor.rules)),
        (editor.sheet, _first_stop(editor.sheet)),
    ]
    return [
        pair
        for pair in every
        if pair[0].isVisible() and (pair[0] is not editor.rules or editor.docked)
    ]


def _holds(area: QWidget, focus: QWidget) -> bool:
    return area is focus or area.isAncestorOf(focus)


def _first_stop(area: QWidget) -> QWidget:
    """Return the first widget in an area that takes the focus by Tab."""
    return next(iter(stops(area)), area)
