"""Who allowed a mark, when, and what was agreed: three fields under the mark's name."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Signal

from cobrand.gui.desk import Desk
from cobrand.gui.parts.date import DateField
from cobrand.gui.parts.field import Field
from cobrand.gui.parts.fold import Fold
from cobrand.model.guest import Permission
from cobrand.rules.permission import Foreign


class PermissionFold(Fold):
    """`said` tells the permission as it is written, and which part of it: by, date or note."""

    said = Signal(object, str)
    left = Signal()

    def __init__(self, desk: Desk, mark: Foreign) -> None:
        super().__init__(desk, mark.name)
        self._desk, self.mark = desk, mark
        self._given = Permission(mark.name, "")
        tr = desk.tr
        self.by = Field(desk, tr("Who allowed it"))
        self.day = DateField(desk, tr("On which day"))
        self.note = Field(desk, tr("What was agreed"))
        for part in (self.by, self.day, self.note):
            self.inside.addWidget(part)
        self.by.edited.connect(lambda _: self._say("by"))
        self.note.edited.connect(lambda _: self._say("note"))
        self.day.chosen.connect(self._choose)
        for field in (self.by, self.note):
            field.left.connect(self.left)

    def show_permission(self, mark: Foreign, given: Permission | None) -> None:
        """Show what is written down about a mark."""
        self.mark = mark
        self._given = given or Permission(mark.name, "")
        self.by.show_text(self._given.by)
        self.day.show_date(self._given.date)
        self.note.show_text(self._given.note)
        self.say(self._told())

    def _told(self) -> str:
        tr, given = self._desk.tr, self._given
        mark = {"eu": tr("EU emblem"), "sdg": tr("SDG logo")}.get(self.mark.role, self.mark.name)
        by = given.by.strip()
        if not by:
            return tr("{mark} · nobody named yet", mark=mark)
        day = QDate.fromString(given.date, "yyyy-MM-dd")
        if not day.isValid():
            return tr("{mark} · {by} · no date yet", mark=mark, by=by)
        written = QLocale(tr.language).toString(day, QLocale.FormatType.LongFormat)
        return tr("{mark} · {by} · {day}", mark=mark, by=by, day=written)

    def _choose(self, day: str) -> None:
        self._given = Permission(self.mark.name, self._given.by, day, self._given.note)
        self.said.emit(self._given, "date")

    def _say(self, part: str) -> None:
        by, note = self.by.line.text(), self.note.line.text()
        self._given = Permission(self.mark.name, by, self._given.date, note)
        self.said.emit(self._given, part)
