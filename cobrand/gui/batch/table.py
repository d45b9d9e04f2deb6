"""The table of organisations: bad cells marked, what is the matter and what mends it beside."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cobrand.gui.batch.lines import FILES, LANGUAGE, LOGO, NAME, NOTE, SIGN, Index, Lines
from cobrand.gui.batch.troubles import Trouble
from cobrand.gui.desk import Desk

_COLUMNS = {NAME: "name", LOGO: "logo", LANGUAGE: "language"}
_START, _GAP = 24, 12
_WIDE = {SIGN: 48, NAME: 250, LOGO: 170, LANGUAGE: 100, FILES: 110}
_NARROW = {SIGN: 48, NAME: 210, LOGO: 150, LANGUAGE: 90, FILES: 96}
_BROAD = 1000  # px of the design from which columns are as wide as they like
_MOST_SHARE = 0.75  # of the width that the other columns leave the Note, however large the type
_LEVEL = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Words:
    """A line of words in the Note, and where."""

    text: str
    box: QRectF
    link: bool = False


class _Cells(QStyledItemDelegate):
    """Paints cells from the theme."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        super().__init__()
        self._desk, self._lines = desk, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, row_height(self._desk))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._paint_ground(painter, option, box, index.column())
        if index.column() == SIGN:
            self._paint_sign(painter, box, index.row(), option.direction)
        elif index.column() == NOTE:
            self._paint_note(painter, box, index.row())
        else:
            self._paint_text(painter, box, index)
        painter.restore()

    def offer_box(self, rect: QRect, place: int) -> QRectF:
        """Return where the words are that mend the row, an empty box if there are none."""
        found = self._note(QRectF(rect), place)
        return next((each.box for each in found if each.link), QRectF())

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, column: int
    ) -> None:
        theme, on = self._desk.theme, bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            painter.fillRect(box, theme.colour("accsoft"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        if on and column == SIGN and _focused(option):
            right = option.direction is Qt.LayoutDirection.RightToLeft
            left = box.right() - 3 if right else box.left()
            painter.fillRect(QRectF(left, box.top(), 3, box.height()), theme.colour("accent"))

    def _paint_sign(
        self, painter: QPainter, box: QRectF, place: int, way: Qt.LayoutDirection
    ) -> None:
        icon, tone = self._lines.sign(place)
        if not icon:
            return
        side, start = self._desk.px(16), self._desk.px(_START - 4)
        right = way is Qt.LayoutDirection.RightToLeft
        left = box.right() - start - side if right else box.left() + start
        place_ = QRectF(left, box.center().y() - side / 2, side, side)
        self._desk.theme.paint_icon(painter, icon, tone, place_)

    def _paint_text(self, painter: QPainter, box: QRectF, index: Index) -> None:
        theme, found = self._desk.theme, self._lines.troubles(index.row())
        column = _COLUMNS.get(index.column(), "")
        bad = next((each.tone for each in found if column and each.column == column), "")
        state = self._lines.lines[index.row()].state
        if bad == "bad":
            painter.fillRect(box.adjusted(0, 0, 0, -1), theme.colour("bads"))
        strong = index.column() == NAME and any(each.tone == "bad" for each in found)
        font = self._desk.type("strong" if strong else "body")
        painter.setFont(font)
        soft = index.column() == FILES and state not in ("made", "kept", "partly", "making")
        tone = "bad" if bad == "bad" else "soft" if soft or state == "skipped" else "text"
        painter.setPen(theme.colour(tone))
        inner = box.adjusted(self._desk.px(_GAP), 0, -self._desk.px(4), -1)
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(
            self._lines.text(index.row(), index.column()),
            Qt.TextElideMode.ElideMiddle if index.column() == LOGO else Qt.TextElideMode.ElideRight,
            inner.width(),
        )
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            inner = box.adjusted(self._desk.px(4), 0, -self._desk.px(_GAP), -1)
        painter.drawText(inner, _LEVEL, words)
        if bad and words:
            tint = theme.colour(bad)
            self._paint_wave(painter, inner, metrics.horizontalAdvance(words), tint)

    def _paint_wave(self, painter: QPainter, box: QRectF, wide: float, tint: QColor) -> None:
        right = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = box.right() - wide if right else box.left()
        low = box.center().y() + QFontMetricsF(painter.font()).height() / 2 + 1
        step = 2.0
        path = QPainterPath(QPointF(left, low))
        for count in range(1, int(wide / step) + 1):
            path.lineTo(left + count * step, low + (1.6 if count % 2 else 0.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tint, 1.2))
        painter.drawPath(path)

    def _paint_note(self, painter: QPainter, box: QRectF, place: int) -> None:
        theme = self._desk.theme
        found = self._lines.troubles(place)
        tone = found[0].tone if found else ""
        for words in self._note(box, place):
            painter.setFont(self._desk.type("strong" if words.link else "body"))
            plain = {"warn": "warn", "soft": "soft"}.get(tone, "text")
            painter.setPen(theme.colour("accent" if words.link else plain))
            painter.drawText(words.box, _LEVEL, words.text)

    def _note(self, box: QRectF, place: int) -> list[_Words]:
        """Return the Note's lines: beside each other where there is room, else one below."""
        found = self._lines.troubles(place)
        if not found:
            return []
        right = self._desk.tr.mirrored
        start, end = self._desk.px(_GAP), self._desk.px(_START)
        inner = box.adjusted(*((end, 0, -start, -1) if right else (start, 0, -end, -1)))
        offer = offer_words(self._desk, found[0])
        plain, strong = (QFontMetricsF(self._desk.type(each)) for each in ("body", "strong"))
        wide = plain.horizontalAdvance(found[0].sentence)
        link = strong.horizontalAdvance(offer) if offer else 0.0
        gap = plain.horizontalAdvance("  ") if offer else 0.0
        if wide + gap + link <= inner.width():
            first = _cut(inner, 0, wide + 1, right)
            more = [_Words(offer, _cut(inner, wide + gap, link + 1, right), True)] if offer else []
            return [_Words(found[0].sentence, first), *more]
        return self._stacked(inner, found[0].sentence, offer)

    def _stacked(self, inner: QRectF, sentence: str, offer: str) -> list[_Words]:
        font = self._desk.type("body")
        line = QFontMetricsF(font).height()
        upper = QRectF(inner.left(), inner.center().y() - line, inner.width(), line)
        lower = upper.translated(0, line)
        lines = wrapped(font, sentence, inner.width(), 1 if offer else 2)
        if offer:
            strong = QFontMetricsF(self._desk.type("strong"))
            link = strong.elidedText(offer, Qt.TextElideMode.ElideMiddle, inner.width())
            wide = min(inner.width(), strong.horizontalAdvance(link) + 1)
            below = _Words(link, _cut(lower, 0, wide, self._desk.tr.mirrored), True)
            return [_Words(lines[0], upper), below]
        return [_Words(text, box) for text, box in zip(lines, (upper, lower), strict=False)]


class RowTable(QTableView):
    """One tab stop; `offered` tells the row whose near miss is to be taken, `moved` the current."""

    offered = Signal(int)
    moved = Signal(int)

    def __init__(self, desk: Desk, lines: Lines) -> None:
        super().__init__()
        self._desk = desk
        self._lines = lines
        self._cells = _Cells(desk, lines)
        self.setObjectName("batchtable")
        self.setAccessibleName(desk.tr("Organisations"))
        self.setModel(lines)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self._prepare_heads()
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.moved.emit(now.row()))
        desk.theme.changed.connect(self.viewport().update)

    def _prepare_heads(self) -> None:
        upright, across = self.verticalHeader(), self.horizontalHeader()
        upright.hide()
        upright.setMinimumSectionSize(1)
        upright.setDefaultSectionSize(row_height(self._desk))
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(self._desk.px(20))
        across.setFixedHeight(max(self._desk.px(33), across.fontMetrics().height() + 10))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setAccessibleName(self._desk.tr("Columns"))

    def show_files(self, on: bool) -> None:
        """Show how many files each row has."""
        self.setColumnHidden(FILES, not on)
        self._fit()

    def go(self, place: int) -> None:
        """Show a row and make it the current one."""
        index = self._lines.index(place, NAME)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out, and keep the current row in view."""
        super().resizeEvent(event)
        self._fit()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is offered for the current row with Enter."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            if self.currentIndex().isValid():
                self.offered.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take what is offered where it is clicked."""
        super().mouseReleaseEvent(event)
        place = self._offer_at(event.position().toPoint())
        if place >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.offered.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        super().mouseMoveEvent(event)
        over = self._offer_at(event.position().toPoint()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Draw the current row anew when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().viewportEvent(event)

    def _offer_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid() or index.column() != NOTE:
            return -1
        box = self._cells.offer_box(self.visualRect(index), index.row())
        return index.row() if box.contains(QPointF(point)) else -1

    def _fit(self) -> None:
        wide = self.viewport().width()
        px = self._desk.px
        widths = _WIDE if wide >= px(_BROAD) else _NARROW
        shown = {
            column: px(each) for column, each in widths.items() if not self.isColumnHidden(column)
        }
        share = min(1.0, wide * _MOST_SHARE / sum(shown.values()))
        for column, each in shown.items():
            self.setColumnWidth(column, round(each * share))
        rest = wide - sum(round(each * share) for each in shown.values())
        self.setColumnWidth(NOTE, max(1, rest))


def row_height(desk: Desk) -> int:
    """Return the height of a row: two lines of a Note fit into it."""
    line = QFontMetricsF(desk.type("body")).height()
    return max(desk.px(40), round(2 * line) + desk.px(5))


def offer_words(desk: Desk, trouble: Trouble) -> str:
    """Return what the one action says that would mend a row, or nothing."""
    if not trouble.offer:
        return ""
    return desk.tr("Use {name}", name=trouble.shown)


def wrapped(font: QFont, text: str, width: float, most: int) -> list[str]:
    """Return a text in lines, the last of which gives way where there are too many."""
    layout = QTextLayout(text, font)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        begin = line.textStart()
        if len(lines) == most - 1:
            fits = QFontMetricsF(font)
            lines.append(fits.elidedText(text[begin:], Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[begin : begin + line.textLength()].rstrip())
    layout.endLayout()
    return lines


def _cut(box: QRectF, start: float, wide: float, from_right: bool) -> QRectF:
    left = box.right() - start - wide if from_right else box.left() + start
    return QRectF(left, box.top(), wide, box.height())


def _focused(option: QStyleOptionViewItem) -> bool:
    return option.widget.hasFocus()
