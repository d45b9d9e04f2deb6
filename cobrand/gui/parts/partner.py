"""A partner in the list: its logo, its name, what was found in its file, and where it stands."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.doctoring import Row
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.doctorrow import DoctorRows
from cobrand.gui.parts.field import Line
from cobrand.gui.parts.filerows import Shortened
from cobrand.gui.parts.fitting import paint_fitted, rounded
from cobrand.gui.parts.fold import Fold
from cobrand.gui.parts.text import END_OF_LINE
from cobrand.gui.parts.well import Version, Well

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Shown:
    """A partner as it is shown; a `light` logo stands on a dark ground.

    `versions` are those of its own for other grounds, by variant.
    """

    name: str
    file: str
    image: QImage
    light: bool = False
    rows: tuple[Row, ...] = ()
    versions: tuple[tuple[str, Version], ...] = ()


class Portrait(QWidget):
    """A logo on its ground."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Shown | None = None
        self.setFixedSize(QSize(desk.px(64), desk.px(48)))
        desk.theme.changed.connect(self.update)

    def show_logo(self, shown: Shown) -> None:
        """Show a partner's logo."""
        self._shown = shown
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and logo."""
        theme, px = self._desk.theme, self._desk.px
        painter, path = rounded(self, px(6))
        light = self._shown is not None and self._shown.light
        painter.fillPath(path, theme.colour("shade" if light else "paper"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawPath(path)
        if self._shown is not None:
            paint_fitted(painter, path.boundingRect(), self._shown.image, px(6))
        painter.end()


class Handle(QWidget):
    """Six dots to take a partner by: `dragged` tells where the pointer is on the screen."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAccessibleName(desk.tr("Drag to move"))
        self.setToolTip(desk.tr("Drag to move"))
        self.setFixedWidth(desk.px(16))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        desk.theme.changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where it is."""
        self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(event.globalPosition().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        painter = QPainter(self)
        side = self._desk.px(16)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        self._desk.theme.paint_icon(painter, "dots-six-vertical", "soft", box)
        painter.end()


class PartnerCard(QFrame):
    """`moved` asks for a place further up (−1) or down (1); `mended` for a deed of its doctor.

    `sought` wants a file chosen for a version of its own, `versioned` brings one, or None.
    """

    named = Signal(str)
    left = Signal()
    moved = Signal(int)
    removed = Signal()
    mended = Signal(object)
    paged = Signal(int)
    sought = Signal(str)
    versioned = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.handle = Handle(desk)
        self.portrait = Portrait(desk)
        self.name = Line()
        self.name.setAcceptDrops(False)  # the whole window takes files
        if desk.tr.mirrored:
            self.name.setAlignment(END_OF_LINE)
        self.file = Shortened(desk, "")
        self.file.setFont(desk.type("label"))
        self.file.setProperty("tone", "soft")
        self.up, self.down, self.remove = (
            Button(desk, "", icon, role="bar", size="small", icon_only=True)
            for icon in ("caret-up", "caret-down", "x")
        )
        self.doctor = DoctorRows(desk, most=2)
        self.doctor.hide()
        self._rows: tuple[Row, ...] = ()
        self._given: Set[str] = frozenset()
        self.versions = Fold(desk, desk.tr("Its own versions"))
        self.wells = {
            "reversed": Well(desk, desk.tr("For dark grounds"), "shade"),
            "mono": Well(desk, desk.tr("In one colour"), "paper"),
        }
        self._lay_out()
        self._connect()

    def show_partner(self, shown: Shown, place: int, count: int, movable: bool) -> None:
        """Show a partner at its place, from 0, of so many."""
        tr, name = self._desk.tr, shown.name or shown.file
        self.portrait.show_logo(shown)
        if self.name.text() != shown.name:
            self.name.setText(shown.name)
        self.name.setAccessibleName(tr("Name of partner {n}", n=place + 1))
        self.name.setPlaceholderText(tr("Name of the organisation"))
        self.file.show_name(shown.file)
        self.setAccessibleName(
            tr("Partner {n} of {all}: {name}", n=place + 1, all=count, name=name)
        )
        self.up.say(tr("Move {name} up", name=name))
        self.down.say(tr("Move {name} down", name=name))
        self.remove.say(tr("Remove {name}", name=name))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place + 1 < count)
        for part in (self.handle, self.up, self.down):
            part.setVisible(movable)
        if shown.rows != self._rows:
            self._rows = shown.rows
            self.doctor.show_rows(shown.rows)
        self._show_versions(dict(shown.versions))

    def _show_versions(self, given: dict[str, Version]) -> None:
        """Show the files there are, and unfold for one that was just given."""
        if given.keys() - self._given:
            self.versions.open()
        self._given = given.keys()
        for variant, well in self.wells.items():
            well.show_version(given.get(variant, Version()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, from the name too."""
        by = _MOVES.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.up.isVisible():
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.name.textEdited.connect(self.named)
        self.name.left.connect(self.left)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        self.doctor.done.connect(self.mended)
        self.doctor.paged.connect(self.paged)
        for variant, well in self.wells.items():
            well.asked.connect(partial(self.sought.emit, variant))
            well.given.connect(partial(self.versioned.emit, variant))
            well.emptied.connect(partial(self.versioned.emit, variant, None))

    def _lay_out(self) -> None:
        desk = self._desk
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.file, 1)
        for button in (self.up, self.down, self.remove):
            below.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(desk.px(2))
        words.addWidget(self.name)
        words.addLayout(below)
        head = QHBoxLayout()
        head.setSpacing(desk.px(8))
        head.addWidget(self.handle)
        head.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        edge = desk.px(8)
        column.setContentsMargins(edge, edge, edge, desk.px(4))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.doctor)
        for well in self.wells.values():
            self.versions.inside.addWidget(well)
        column.addWidget(self.versions)
