"""The editing screen: rail, panel, stage with its bars, and the sheet; it folds as it shrinks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cobrand.gui.desk import Desk
from cobrand.gui.film import FilmStrip
from cobrand.gui.filmbar import FilmBar
from cobrand.gui.panels.logo import LogoPanel
from cobrand.gui.panels.look import LookPanel
from cobrand.gui.panels.panel import Panel
from cobrand.gui.panels.rules import RulesPanel
from cobrand.gui.panels.words import WordsPanel
from cobrand.gui.parts.grip import Grip
from cobrand.gui.parts.rail import Rail
from cobrand.gui.parts.text import line
from cobrand.gui.ruleline import RuleLine
from cobrand.gui.sheet import Sheet
from cobrand.gui.speech import marked
from cobrand.gui.stage import Stage
from cobrand.gui.stagebar import StageBar
from cobrand.gui.studio import Studio

_ENTRIES = (
    ("logo", marked("Logo"), "image"),
    ("words", marked("Words"), "text-t"),
    ("look", marked("Look"), "palette"),
    ("rules", marked("Rules"), "shield-check"),
)
_PANEL, _SMALL, _LEAST, _MOST = 312, 296, 264, 420
_BROAD, _DOCK = 1600, 344
_ANY = 16_777_215  # the most that Qt knows


class Editor(QWidget):
    """Lays the regions out; what they do is connected by the window."""

    panelled = Signal(str)

    def __init__(self, desk: Desk, studio: Studio, sheet: Sheet) -> None:
        super().__init__()
        self._desk = desk
        formats = studio.library.formats()
        self.rail = Rail(desk, _ENTRIES)
        self.logo = LogoPanel(desk, studio)
        self.words = WordsPanel(desk, studio)
        self.look = LookPanel(desk, studio)
        self.rules = RulesPanel(desk, studio)
        self.panels: dict[str, Panel] = {
            "logo": self.logo,
            "words": self.words,
            "look": self.look,
            "rules": self.rules,
        }
        self.stage = Stage(desk)
        self.bar = StageBar(desk, self.stage, formats)
        self.ruleline = RuleLine(desk)
        self.film = FilmStrip(desk)
        self.film.frames.fill(formats)
        self.filmbar = FilmBar(desk, self.film)
        self.sheet = sheet
        self.panel = "words"
        self._open = True
        self._narrow = self._small = self._broad = self._docked = False
        self._lay_out()
        self.rail.chosen.connect(self._choose)
        self.show_panel("words")

    # what is shown

    def show_panel(self, name: str) -> None:
        """Show a rail entry's panel; the sheet gives way to it."""
        if self.sheet.isVisibleTo(self) and not (self._broad and name != "rules"):
            self.sheet.closed.emit()
        if name == "rules" and self._broad:
            self._docked = True
        else:
            self.panel = name
            self._open = True
            self.stack.setCurrentWidget(self.panels[name])
        self._show()
        self.panelled.emit(name)

    def show_sheet(self, on: bool) -> None:
        """Open or close the export sheet; the panel makes room for it."""
        self.sheet.setVisible(on)
        self._show()

    def close_panel(self) -> bool:
        """In a very narrow window, give the stage the panel's room."""
        if self._narrow and self._open:
            self._open = False
            self._show()
            return True
        return False

    def fold(self, width: float, height: float) -> None:
        """Follow the window's size, given in px at a 13 px font."""
        px = self._desk.px
        self._narrow = width < 900
        self._settle_dock(width >= _BROAD)
        small = width < 1100 or height < 680
        self.filmbar.setVisible(height >= 680 and width >= 900)
        self.bar.show_stepping(not self.filmbar.isVisibleTo(self))
        self.bar.shorten(width < 1100)
        self.ruleline.shorten(width < 1100)
        for panel in self.panels.values():
            panel.pad(12 if small else 16)
        self._small = width < 1100
        self.set_panel_width(self._wide)
        self.sheet.setMinimumWidth(0 if self._narrow else px(344 if width < 1100 else 384))
        self.sheet.setMaximumWidth(_ANY if self._narrow else self.sheet.minimumWidth())
        if self._narrow:
            self._open = False
        self._show()

    def set_panel_width(self, width: int) -> None:
        """Make the panel this wide, within its limits."""
        px = self._desk.px
        self._wide = max(px(_LEAST), min(px(_MOST), width))
        small = self._wide == px(_PANEL) and self._small
        self.stack.setFixedWidth(px(_SMALL) if small else self._wide)

    @property
    def panel_width(self) -> int:
        """Return how wide the panel is meant to be."""
        return self._wide

    @property
    def docked(self) -> bool:
        """Say whether the rules stand at the end, beside another panel."""
        return self._docked

    # inside

    def _settle_dock(self, broad: bool) -> None:
        """Put the rules where this width has them."""
        if broad == self._broad:
            return
        self._broad = broad
        if broad:
            self._beside.addWidget(self.rules)
            self.rules.show()
            self._docked = self.panel == "rules"
            self.panel = "words" if self._docked else self.panel
        else:
            self.stack.addWidget(self.rules)
            self.panel = "rules" if self._docked else self.panel
            self._docked = False
        self.rules.dock(broad)
        self.stack.setCurrentWidget(self.panels[self.panel])

    def _undock(self) -> None:
        self._docked = False
        self._show()
        self.panelled.emit(self.panel)

    def _choose(self, name: str) -> None:
        if not (name == self.panel and self.close_panel()):
            self.show_panel(name)

    def _show(self) -> None:
        sheet = self.sheet.isVisibleTo(self)
        beside = not sheet or self._broad  # there is room for the panel and the sheet
        self.stack.setVisible(self._open and beside)
        self._dock.setVisible(self._docked and not sheet)
        self._inner.setVisible(self._open and beside)
        self._stand.setVisible(not (sheet and self._narrow))
        self._edge.setVisible(sheet and not self._narrow)
        self.rail.mark("" if not beside or not self._open else self.panel)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for panel in self.panels.values():
            self.stack.addWidget(panel)
        inner = line(upright=True)
        self._edge = line(upright=True)
        self._dock = QFrame()
        self._dock.setObjectName("panel")
        self._beside = QHBoxLayout(self._dock)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(line(upright=True))
        self._dock.setFixedWidth(self._desk.px(_DOCK))
        self.rules.closed.connect(self._undock)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self._stand = self._work()
        parts = (self.rail, line(upright=True), self.stack, inner, self._stand, self._edge)
        for part in (*parts, self._dock, self.sheet):
            inside.addWidget(part)
        inside.setStretch(4, 1)
        self._inner = inner
        grip = Grip(self._desk, inner, self)
        grip.dragged.connect(lambda by: self.set_panel_width(self.stack.width() + by))
        grip.restored.connect(lambda: self.set_panel_width(self._desk.px(_PANEL)))
        self.sheet.hide()
        self._edge.hide()
        self.set_panel_width(self._desk.px(_PANEL))

    def _work(self) -> QWidget:
        work = QWidget()
        work.setObjectName("work")
        work.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.stage, line(), self.ruleline, self.filmbar):
            column.addWidget(part)
        column.setStretch(1, 1)
        return work
