"""Mends rows by hand: takes what is offered, a file, a typeset name, or leaves a row aside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cobrand.gui.batch.asking import Asking
from cobrand.gui.batch.detail import Detail
from cobrand.gui.batch.lines import Lines
from cobrand.gui.batch.table import RowTable
from cobrand.gui.batch.workshop import Workshop
from cobrand.gui.desk import Desk


class Mending(QObject):
    """What table and detail ask for, passed on to the workshop; also while others are made."""

    def __init__(
        self, desk: Desk, workshop: Workshop, lines: Lines, table: RowTable, detail: Detail
    ) -> None:
        super().__init__()
        self._workshop, self._lines, self._table, self._detail = workshop, lines, table, detail
        self.asking = Asking(desk)
        table.offered.connect(self.take)
        table.moved.connect(self.tell)
        lines.written.connect(self.write)
        detail.taken.connect(lambda: self.take(table.currentIndex().row()))
        detail.choosing.connect(self._choose)
        detail.typesetting.connect(lambda: self.write(self.number, "stand-in", "yes"))
        detail.leaving.connect(lambda: workshop.leave(self.number))

    @property
    def number(self) -> int:
        """The number of the current row."""
        return self._lines.lines[self._table.currentIndex().row()].row.number

    def tell(self, place: int = -1) -> None:
        """Say what is the matter with a row; without a place, with the current one."""
        place = place if place >= 0 else self._table.currentIndex().row()
        if not 0 <= place < len(self._lines.lines):
            self._detail.hide()
            return
        row = self._lines.lines[place].row
        self._detail.tell(row.number, row.brief.name, self._lines.troubles(place))

    def step(self, by: int) -> None:
        """Go to the next or previous row that needs a person, round and round."""
        needing = self._lines.needing()
        if not needing or not self._table.isVisible():
            return
        here = self._table.currentIndex().row()
        after = [place for place in needing if (place > here if by > 0 else place < here)]
        self._table.go((after or needing)[0 if by > 0 else -1])
        self._table.setFocus()

    def take(self, place: int) -> None:
        """Take what is offered for a row."""
        found = self._lines.troubles(place) if place >= 0 else ()
        if found and found[0].offer:
            number = self._lines.lines[place].row.number
            self.write(number, found[0].field, found[0].offer)

    def write(self, number: int, field: str, text: str) -> None:
        """Put a text in the place of a cell."""
        self._workshop.mend(number, field, text)
        self._lines.mend(number)

    def _choose(self) -> None:
        number, order = self.number, self._workshop.order
        folder = Path(order.logos) if order.logos else Path(order.roster).parent
        window: QWidget = self._table.window()
        if path := self.asking.logo(window, folder):
            self.write(number, "logo", str(path))
