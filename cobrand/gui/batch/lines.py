"""The rows of a list as a table's model: what each says, how far it is, what is the matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from cobrand.batch.progress import Progress
from cobrand.batch.progress import State as Made
from cobrand.batch.row import Row
from cobrand.errors import CobrandError
from cobrand.gui.batch import troubles
from cobrand.gui.batch.troubles import Trouble
from cobrand.gui.desk import Desk
from cobrand.gui.speech import marked
from cobrand.model.finding import Finding

Index = QModelIndex | QPersistentModelIndex
State = Made | Literal["", "making", "mended", "skipped"]
"""Beside what a run tells: not begun, in a worker's hands, mended since, left aside by hand."""
SIGN, NAME, LOGO, LANGUAGE, FILES, NOTE = range(6)
_HEADS = ("", marked("Organisation"), marked("Logo"), marked("Language"), marked("Files"),
          marked("Note"))  # fmt: skip
FIELDS = {NAME: "name", LOGO: "logo", LANGUAGE: "language"}
_SIGNS: Mapping[str, tuple[str, str]] = {
    "made": ("check-circle-fill", "ok"),
    "kept": ("check-circle-fill", "ok"),
    "partly": ("x-circle-fill", "bad"),
    "failed": ("x-circle-fill", "bad"),
    "left-out": ("minus", "soft"),
    "skipped": ("minus", "soft"),
    "making": ("play", "accent"),
    "mended": ("clock", "accent"),
    "waiting": ("clock", "soft"),
}
_WORDS: Mapping[str, str] = {
    "failed": marked("skipped"),
    "skipped": marked("skipped"),
    "left-out": marked("nothing to make"),
    "waiting": marked("waiting"),
    "mended": marked("mended"),
}
_TROUBLED: Mapping[str, tuple[str, str]] = {
    "bad": ("x-circle-fill", "bad"),
    "warn": ("warning-fill", "warn"),
}


@dataclass
class Line:
    """A row with what became of it; `there` of `total` files are there.

    Whether it is `sound` is kept, because all rows are asked ten times a second.
    """

    row: Row
    sound: bool
    total: int = 0
    state: State = ""
    there: int = 0
    findings: tuple[Finding, ...] = ()
    problem: CobrandError | None = None


class Lines(QAbstractTableModel):
    """Fills a table; `written` tells a text that was put into a cell (row, field, text)."""

    written = Signal(int, str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._languages: Mapping[str, str] = {}
        self.lines: list[Line] = []
        self._places: dict[int, int] = {}
        self._stems: dict[str, int] = {}
        self._told: dict[int, tuple[Trouble, ...]] = {}

    def fill(
        self,
        rows: Sequence[Row],
        counts: Mapping[int, int],
        left: Sequence[int],
        languages: Mapping[str, str],
    ) -> None:
        """Show these rows; what became of a row before is kept where the rows are the same."""
        self._languages = languages
        self._told.clear()
        before = {line.row.number: line for line in self.lines}
        fresh = [self._fresh(row, counts, left, before.get(row.number)) for row in rows]
        same = list(before) == [row.number for row in rows]
        if same and rows:
            self.lines = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, NOTE))
        else:
            self.beginResetModel()
            self.lines = fresh
            self._places = {row.number: place for place, row in enumerate(rows)}
            self.endResetModel()
        self._stems = {row.stem: place for place, row in enumerate(rows)}

    @staticmethod
    def _fresh(
        row: Row, counts: Mapping[int, int], left: Sequence[int], before: Line | None
    ) -> Line:
        line = Line(row, row.sound, counts.get(row.number, before.total if before else 0))
        if row.number in left:
            line.state = "skipped"
        elif before is not None and before.state != "skipped":
            line.state, line.there = before.state, before.there
            line.findings, line.problem = before.findings, before.problem
        return line

    # a run

    def begin(self) -> None:
        """Let every row wait, but those that are skipped and those that are done."""
        for line in self.lines:
            if line.state not in ("skipped", "made", "kept"):
                line.state = "waiting"
        self._touch(range(len(self.lines)))

    def forget(self) -> None:
        """Forget what became of the rows."""
        for line in self.lines:
            line.state, line.there, line.findings, line.problem = "", 0, (), None
        self._touch(range(len(self.lines)))

    def hand(self, stems: Iterable[str]) -> None:
        """Show which rows are being made."""
        places = [self._stems[stem] for stem in stems if stem in self._stems]
        for place in places:
            if self.lines[place].state == "waiting":
                self.lines[place].state = "making"
        self._touch(places)

    def advance(self, steps: Iterable[Progress]) -> None:
        """Show what became of rows."""
        places = []
        for step in steps:
            if (place := self._places.get(step.number)) is None:
                continue
            line = self.lines[place]
            line.state, line.there = step.state, step.there
            line.findings = step.findings
            line.problem = step.problem if isinstance(step.problem, CobrandError) else None
            places.append(place)
        self._touch(places)

    def settle(self) -> None:
        """A run has ended: nothing is being made any more."""
        for line in self.lines:
            if line.state == "making":
                line.state = "waiting"
        self._touch(range(len(self.lines)))

    def mend(self, number: int) -> None:
        """Show that a row was mended and has not been made since."""
        if (place := self._places.get(number)) is not None:
            line = self.lines[place]
            if line.state in ("failed", "partly", "skipped"):
                line.state, line.problem, line.findings = "mended", None, ()
            self._touch([place])

    @property
    def there(self) -> int:
        """How many files are there."""
        return sum(line.there for line in self.lines)

    @property
    def total(self) -> int:
        """How many files there would be if every row could be made."""
        return sum(line.total for line in self.lines if line.state != "skipped")

    def needing(self) -> list[int]:
        """Return the places of the rows that need a person."""
        return [place for place, line in enumerate(self.lines) if self._needs(line)]

    @staticmethod
    def _needs(line: Line) -> bool:
        if line.state in ("skipped", "mended"):
            return line.state == "mended" and not line.sound
        return not line.sound or line.state in ("failed", "partly")

    def many(self, *states: State) -> int:
        """Return how many rows are in these states."""
        return sum(line.state in states for line in self.lines)

    def place(self, number: int) -> int:
        """Return where a row stands, or -1."""
        return self._places.get(number, -1)

    def troubles(self, place: int) -> tuple[Trouble, ...]:
        """Return what is the matter with a row, the gravest first; every paint asks for it."""
        if place not in self._told:
            self._told[place] = self._troubles(place)
        return self._told[place]

    def _troubles(self, place: int) -> tuple[Trouble, ...]:
        line, tr = self.lines[place], self._desk.tr
        if line.state == "skipped":
            return ()
        found = troubles.of_row(tr, line.row, line.findings, self._languages)
        if line.problem is None or not line.sound:
            return found
        return (troubles.failed(tr, line.problem), *found)

    # what a view asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._desk.tr(_HEADS[section]) if _HEADS[section] else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() in FIELDS else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self.lines[index.row()].row.says(FIELDS.get(index.column(), ""))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), index.column())
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written; it stands there once the list has been read again."""
        field, text = FIELDS.get(index.column(), ""), str(value).strip()
        row = self.lines[index.row()].row
        if not field or text == row.says(field):
            return False
        self.written.emit(row.number, field, text)
        return True

    def text(self, place: int, column: int) -> str:
        """Return what a cell says to the eye."""
        line = self.lines[place]
        row = line.row
        if column == NAME:
            return row.brief.name or row.says("acronym")
        if column == LOGO:
            said = row.says("logo")
            name = Path(said).name if Path(said).is_absolute() else said
            return self._desk.tr.ltr(name or _own_logo(row))
        if column == LANGUAGE:
            known = self._languages
            return ", ".join(known.get(each, each) for each in row.languages) or row.says(
                "language"
            )
        return self._files(line) if column == FILES else ""

    def sign(self, place: int) -> tuple[str, str]:
        """Return icon and tone of a row; a tone of a trouble goes before that it is done."""
        line = self.lines[place]
        found = self.troubles(place)
        worst = next((each.tone for each in found), "")
        if line.state in ("made", "kept") and worst in ("bad", "warn"):
            return _TROUBLED["warn"]
        if line.state in ("", "waiting") and worst in _TROUBLED:
            return _TROUBLED[worst]
        return _SIGNS.get(line.state, ("", ""))

    def _files(self, line: Line) -> str:
        tr = self._desk.tr
        if line.state in ("made", "kept", "partly", "making"):
            return tr("{done} of {total}", done=line.there, total=line.total)
        if line.state == "waiting" and not line.sound:
            return tr("skipped")
        return tr(_WORDS[line.state]) if line.state else str(line.total or "")

    def _tip(self, place: int, column: int) -> str:
        if column in (SIGN, NOTE):
            return "\n".join(each.sentence for each in self.troubles(place))
        return self.text(place, column)

    def _spoken(self, place: int, column: int) -> str:
        """Say the whole row at its name, so that one key tells everything."""
        if column != NAME:
            return self._tip(place, column)
        said = [self.text(place, each) for each in (NAME, LOGO, LANGUAGE, FILES)]
        told = [each.sentence for each in self.troubles(place)]
        return ", ".join(each for each in (*said, *told) if each)

    def _touch(self, places: Iterable[int]) -> None:
        """Tell views of rows that changed, in one go."""
        changed = sorted(places)
        for place in changed:
            self._told.pop(place, None)
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], NOTE))


def _own_logo(row: Row) -> str:
    return (
        ""
        if any(each.code == "roster.stand-in" for each in row.findings)
        else (Path(row.brief.logo).name)
    )
