"""One line of the logo doctor: icon, plain words, one thing to do, and the whole story below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.doctoring import WORDS, Row
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.combo import Combo
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.found import Sign
from cobrand.gui.parts.text import label


class DoctorRow(QWidget):
    """`done` asks for the row's deed; `paged` for another page of the file."""

    done = Signal(object)
    paged = Signal(int)

    def __init__(self, desk: Desk, row: Row) -> None:
        super().__init__()
        self._desk, self.row = desk, row
        self.act = Button(desk, desk.tr(WORDS[row.deed]), role="link", size="inline")
        self.act.setAccessibleName(f"{self.act.text()}: {row.title}")
        self.act.setToolTip(row.sentence if row.deed != "why" else "")
        self.act.clicked.connect(self._act)
        self.story = label(desk, row.sentence, "label", "soft", wrap=True)
        self.story.setVisible(row.deed == "mend" or bool(row.pages))
        title = label(desk, row.title, "body", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(Ends(desk, title, self.act))
        words.addWidget(self.story)
        if row.pages:
            self.act.hide()
            words.addSpacing(desk.px(6))
            words.addWidget(self._page_list())
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, desk.px(2), 0, desk.px(2))
        inside.setSpacing(desk.px(8))
        sign = Sign(desk, row.icon, row.tone)
        sign.setMinimumHeight(self.act.sizeHint().height())
        sign.setMaximumHeight(self.act.sizeHint().height())
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        self.setAccessibleName(f"{row.title}. {row.sentence}")

    def _act(self) -> None:
        if self.row.deed == "why":
            self.story.setVisible(self.story.isHidden())
        else:
            self.done.emit(self.row)

    def _page_list(self) -> Combo:
        self.pages = Combo(self._desk, self._desk.tr("Page of the file"))
        for page in range(1, self.row.pages + 1):
            words = self._desk.tr("Page {n} of {all}", n=page, all=self.row.pages)
            self.pages.addItem(words, page)
        self.pages.setCurrentIndex(self.row.page - 1)
        self.pages.activated.connect(lambda place: self.paged.emit(place + 1))
        return self.pages


class DoctorRows(QWidget):
    """Five rows at once; the others under their number."""

    done = Signal(object)
    paged = Signal(int)

    def __init__(self, desk: Desk, most: int = 5) -> None:
        super().__init__()
        self._desk, self._most = desk, most
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.px(2))
        self.more = Button(desk, "", "caret-down", role="link", size="inline").start_aligned()
        self.more.clicked.connect(self._show_all)
        self.rows: list[DoctorRow] = []

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the focus stays with the mending that was pressed, or where it was."""
        held = next((n for n, each in enumerate(self.rows) if each.act.hasFocus()), -1)
        name = self.rows[held].row.mending if held >= 0 else ""
        same = [n for n, each in enumerate(rows) if name and each.mending == name]
        place = same[0] if same else held
        self._clear()
        for row in rows:
            made = DoctorRow(self._desk, row)
            made.done.connect(self.done)
            made.paged.connect(self.paged)
            self.rows.append(made)
            self._column.addWidget(made)
        self._column.addWidget(self.more)
        self._show()
        if 0 <= place < len(self.rows):
            self.rows[place].act.setFocus()
        self.setVisible(bool(rows))

    def begin(self) -> None:
        """Show the first rows again: it is another logo."""
        self._all = False

    def _clear(self) -> None:
        self._column.removeWidget(self.more)
        for row in self.rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = []

    def _show(self) -> None:
        shown = len(self.rows) if self._all else self._most
        rest = len(self.rows) - shown
        for place, row in enumerate(self.rows):
            row.setVisible(place < shown)
        self.more.say(self._desk.tr.count("{n} more", "{n} more", max(rest, 0)))
        self.more.setVisible(rest > 0)

    def _show_all(self) -> None:
        self._all = True
        self._show()
        self.rows[self._most].act.setFocus()
