"""The film strip: every format as a picture of this very card, with a badge where a rule breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cobrand.gui.desk import Desk
from cobrand.gui.measures import plain_name
from cobrand.gui.parts.badge import paint_badge
from cobrand.gui.parts.fitting import within
from cobrand.gui.previews import Picture
from cobrand.model.format import Format

Index = QModelIndex | QPersistentModelIndex
_TALL, _WIDE = 64, 92


@dataclass
class Frame:
    """A format with its picture, as far as it has been drawn."""

    format: Format
    name: str
    picture: Picture | None = field(default=None)

    @property
    def aspect(self) -> float:
        """Width over height: the drawn card's own, until then the format's."""
        size = self.picture.composition.scene.size if self.picture else self.format.size
        return size.aspect

    @property
    def broken(self) -> int:
        """How many rules this card breaks."""
        return len(self.picture.composition.breaches) if self.picture else 0


class FilmModel(QAbstractListModel):
    """The formats in order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.frames: list[Frame] = []

    def fill(self, formats: tuple[Format, ...]) -> None:
        """Begin with these formats and no pictures."""
        self.beginResetModel()
        name = self._desk.tr.language
        self.frames = [Frame(each, plain_name(each, name)) for each in formats]
        self.endResetModel()

    def put(self, name: str, picture: Picture) -> None:
        """Show a fresh picture of a format."""
        row = self.row(name)
        if row >= 0:
            self.frames[row].picture = picture
            self.dataChanged.emit(self.index(row), self.index(row))

    def row(self, name: str) -> int:
        """Return where a format is, or -1."""
        names = [each.format.id for each in self.frames]
        return names.index(name) if name in names else -1

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many formats there are."""
        return len(self.frames)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views ask for."""
        frame = self.frames[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return frame.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(frame, index.row())
        return None

    def _spoken(self, frame: Frame, row: int) -> str:
        tr = self._desk.tr
        place = tr("{n} of {all}", n=row + 1, all=len(self.frames))
        broken = frame.broken
        rules = (
            tr.count("{n} rule is broken", "{n} rules are broken", broken)
            if broken
            else tr("No rule broken")
        )
        return f"{frame.name}, {rules}, {place}"


class _Frames(QStyledItemDelegate):
    """Draws a cell: picture, name, badge."""

    def __init__(self, desk: Desk, model: FilmModel) -> None:
        super().__init__()
        self._desk = desk
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the cell for a picture in true proportion."""
        px = self._desk.px
        frame = self._model.frames[index.row()]
        wide = min(px(_WIDE), px(_TALL) * frame.aspect)
        words = QFontMetricsF(self._font(True)).horizontalAdvance(frame.name)
        return QSize(
            max(px(74), round(wide) + px(18), round(words) + px(14)), cell_height(self._desk)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme, px = self._desk.theme, self._desk.px
        frame, cell = self._model.frames[index.row()], QRectF(option.rect)
        state = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if on or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accsoft" if on else "hover"))
            painter.drawRoundedRect(cell, px(8), px(8))
        if on and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), px(8), px(8))
        self._paint_picture(painter, frame, cell)
        self._paint_name(painter, frame, cell, on)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: Frame, cell: QRectF) -> None:
        px = self._desk.px
        room = QRectF(0, cell.top() + px(6), px(_WIDE), px(_TALL))
        room.moveCenter(QPointF(cell.center().x(), room.center().y()))
        place = within(room, frame.aspect)
        painter.fillRect(place, self._desk.theme.colour("sunk"))
        if frame.picture is not None:
            painter.fillRect(place, self._desk.theme.colour("paper"))
            painter.drawImage(place, frame.picture.images[0])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._desk.theme.colour("line"))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        if frame.broken:
            left = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = cell.left() + px(14) if left else cell.right() - px(14)
            paint_badge(painter, self._desk, x, cell.top() + px(10), "!", "bad")

    def _paint_name(self, painter: QPainter, frame: Frame, cell: QRectF, on: bool) -> None:
        px = self._desk.px
        painter.setFont(self._font(on))
        painter.setPen(self._desk.theme.colour("accent" if on else "soft"))
        box = QRectF(cell.left() + 2, cell.top() + px(75), cell.width() - 4, cell.height() - px(80))
        fitted = painter.fontMetrics().elidedText(
            frame.name, Qt.TextElideMode.ElideRight, round(box.width())
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), fitted)

    def _font(self, on: bool) -> QFont:
        return _type(self._desk, on)


def _type(desk: Desk, on: bool) -> QFont:
    font = desk.type("strong" if on else "body")
    font.setPixelSize(desk.px(11))
    return font


def cell_height(desk: Desk) -> int:
    """Return the height of a cell: a picture, and its name in the type in use."""
    line = round(QFontMetricsF(_type(desk, True)).height())
    return desk.px(80) + max(desk.px(18), line)


class FilmStrip(QListView):
    """One tab stop; arrows go from format to format."""

    chosen = Signal(str)
    scrolled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._quiet = False
        self.frames = FilmModel(desk)
        self._delegate = _Frames(desk, self.frames)
        self.setModel(self.frames)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSpacing(desk.px(2))
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFixedHeight(cell_height(desk) + 2 * desk.px(2))
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(desk.tr("Formats"))
        self.selectionModel().currentChanged.connect(self._choose)
        self.horizontalScrollBar().valueChanged.connect(self.scrolled)
        desk.theme.changed.connect(self.viewport().update)

    def mark(self, name: str) -> None:
        """Show which format is on the stage, without choosing it anew."""
        row = self.frames.row(name)
        if row >= 0 and row != self.currentIndex().row():
            self._quiet = True
            self.setCurrentIndex(self.frames.index(row))
            self._quiet = False

    def hidden_after(self) -> list[Frame]:
        """Return the formats for which there was no room."""
        view = self.viewport().rect()
        return [
            frame
            for row, frame in enumerate(self.frames.frames)
            if not view.contains(self.visualRect(self.frames.index(row)).center())
        ]

    def whole_width(self, most: int) -> int:
        """Return the width of as many whole cells as there is room for."""
        wide = 0
        for row in range(len(self.frames.frames)):
            cell = self.sizeHintForIndex(self.frames.index(row)).width() + 2 * self.spacing()
            if wide + cell > most:
                break
            wide += cell
        return wide

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let cells that are cut at an edge fade into it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        view, wide = QRectF(self.viewport().rect()), self._desk.px(28)
        colour = self._desk.theme.colour("window")
        if self._cut(1):
            _fade(painter, QRectF(view.left(), 0, wide, view.height()), colour, 0.0)
        if self._cut(self.viewport().width() - 2):
            _fade(painter, QRectF(view.right() - wide, 0, wide, view.height()), colour, 1.0)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll along the strip with either direction of the wheel."""
        turn = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turn.x() or turn.y()) // 2)
        event.accept()

    def _cut(self, x: int) -> bool:
        """Say whether the cell at this place is not wholly in view."""
        index = self.indexAt(QPoint(x, self.viewport().height() // 2))
        return index.isValid() and not self.viewport().rect().contains(self.visualRect(index))

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.chosen.emit(self.frames.frames[now.row()].format.id)


def _fade(painter: QPainter, box: QRectF, colour: QColor, full_at: float) -> None:
    clear = QColor(colour)
    clear.setAlpha(0)
    across = QLinearGradient(box.topLeft(), box.topRight())
    across.setColorAt(full_at, colour)
    across.setColorAt(1 - full_at, clear)
    painter.fillRect(box, across)
