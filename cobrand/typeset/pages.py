"""Turns a document into a PDF of A4 pages: real text in the bundled fonts, tables, pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from cobrand.model.colour import Colour
from cobrand.model.paper import (
    Chapter,
    Document,
    Paragraph,
    Picture,
    Printed,
    PrintedTable,
    Row,
    Style,
)
from cobrand.typeset.bundled import LATIN
from cobrand.typeset.faces import Cast

_DPI = 1440  # a point is 20 units: font sizes are whole units, and no screen has a say
_POINT = _DPI / 72
_MM = _DPI / 25.4
_PAGE = QSizeF(210 * _MM, 297 * _MM)
_SIDE, _ABOVE, _BELOW = 16 * _MM, 20 * _MM, 18 * _MM
_INK, _SOFT, _LINE = QColor("#1a2127"), QColor("#56616b"), QColor("#d9dee2")
_SIZES: dict[Style, tuple[float, int]] = {  # pt and weight
    "title": (18, 600),
    "heading": (12, 600),
    "text": (9, 400),
    "strong": (9, 600),
    "small": (7.5, 400),
}
_AIR: dict[Style, float] = {
    "title": 3,
    "heading": 1.5,
    "text": 1,
    "strong": 0.5,
    "small": 0.5,
}  # mm
_MOST_KEPT = 60  # pages, each some 600 kB while it is set
_CELL, _ROW = 0.3 * _MM, 11.5 * _POINT


def pages(document: Document, cast: Callable[[str], Cast]) -> Printed:
    """Return the document as PDF; `cast` says which font draws which words."""
    _loop = QEventLoop()  # a thread without one has no timers, which a text that is changed starts
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(out)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(document.title)
    sheets = _Sheets(document, cast)
    counts = [sheets.count(place) for place in range(len(document.chapters))]
    painter = QPainter(writer)
    for place, start in enumerate(starts := _starts(counts)):
        sheets.taken(place).paint(painter, writer, start, sum(counts))
    painter.end()
    return Printed(bytes(out.data().data()), starts)


def _starts(counts: list[int]) -> tuple[int, ...]:
    return tuple(accumulate(counts, initial=0))[:-1]


@dataclass(slots=True)
class _Sheets:
    """The chapters as sheets, of which a few pages are in memory; the others are set twice.

    Each page says how many there are, so all are counted before the first is drawn.
    """

    document: Document
    cast: Callable[[str], Cast]
    kept: dict[int, _Sheet] = field(default_factory=dict)
    pages: int = 0

    def count(self, place: int) -> int:
        """Return how many pages a chapter takes."""
        sheet = self._filled(place)
        count = sheet.text.pageCount()
        if self.pages + count <= _MOST_KEPT:
            self.pages += count
            self.kept[place] = sheet
        return count

    def taken(self, place: int) -> _Sheet:
        """Return a chapter's sheet, to be drawn and left."""
        return self.kept.pop(place, None) or self._filled(place)

    def _filled(self, place: int) -> _Sheet:
        sheet = _Sheet(self.document, self.document.chapters[place], self.cast, QTextDocument())
        sheet.fill()
        return sheet


@dataclass(slots=True)
class _Sheet:
    """A chapter on its way to paper: a text of its own, so that its pages are only its own."""

    document: Document
    chapter: Chapter
    cast: Callable[[str], Cast]
    text: QTextDocument
    cursor: QTextCursor = field(init=False)

    def fill(self) -> None:
        """Set everything."""
        self.text.setUseDesignMetrics(True)
        self.text.setDocumentMargin(0)
        self.text.setDefaultTextOption(self._option())
        self.text.setDefaultFont(_font(LATIN, "text"))
        self.text.setPageSize(QSizeF(_PAGE.width() - 2 * _SIDE, self._height))
        self.cursor = QTextCursor(self.text)
        self.cursor.beginEditBlock()  # else all is laid out anew after every word
        for block in self.chapter.blocks:
            match block:
                case Paragraph():
                    self._paragraph(block)
                case PrintedTable():
                    self._table(block)
                case Picture():
                    self._picture(block)
        self.cursor.endEditBlock()

    def paint(self, painter: QPainter, device: QPdfWriter, start: int, total: int) -> None:
        """Draw page after page from page `start` on, each with its head and its number."""
        for page in range(self.text.pageCount()):
            if start + page:
                device.newPage()
            number = f"{start + page + 1} / {total}"
            self._paint_edge(painter, number, _PAGE.height() - 12 * _MM)
            self._paint_edge(painter, self.document.title, 9 * _MM)
            painter.save()
            painter.translate(_SIDE, _ABOVE - page * self._height)
            context = QAbstractTextDocumentLayout.PaintContext()
            width, height = self.text.pageSize().width(), self._height
            context.clip = QRectF(0, page * height, width, height)
            painter.setClipRect(context.clip)
            self.text.documentLayout().draw(painter, context)
            painter.restore()

    @property
    def _height(self) -> float:
        return _PAGE.height() - _ABOVE - _BELOW

    @property
    def _direction(self) -> Qt.LayoutDirection:
        if self._mirrored:
            return Qt.LayoutDirection.RightToLeft
        return Qt.LayoutDirection.LeftToRight

    @property
    def _mirrored(self) -> bool:
        return self.document.direction == "rtl"

    def _column(self, place: int, count: int) -> int:
        """Return where a column stands from the left; Qt itself mirrors none on paper."""
        return count - 1 - place if self._mirrored else place

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setTextDirection(self._direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _paragraph(self, paragraph: Paragraph) -> None:
        shape = self._shape(_AIR[paragraph.style])
        first = self.cursor.position() == 0
        shape.setTopMargin(3 * _MM if paragraph.style == "heading" and not first else 0)
        if paragraph.ground is not None:
            shape.setBackground(QBrush(_colour(paragraph.ground)))
        if first:
            self.cursor.setBlockFormat(shape)
        else:
            self.cursor.insertBlock(shape)
        self._write(self.cursor, paragraph.text, paragraph.style)

    def _shape(self, air: float = 0.0) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        shape.setLayoutDirection(self._direction)
        shape.setBottomMargin(air * _MM)
        return shape

    def _line(self) -> QTextBlockFormat:
        """Return the shape of a line in a table: as high in every script."""
        shape = self._shape()
        shape.setLineHeight(_ROW, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return shape

    def _write(self, cursor: QTextCursor, words: str, style: Style, colour: QColor = _INK) -> None:
        for run in self.cast(words).runs if words else ():
            look = QTextCharFormat()
            look.setFont(_font(run.family, style))
            look.setForeground(QBrush(colour))
            cursor.insertText(run.words, look)

    def _table(self, table: PrintedTable) -> None:
        self._paragraph(Paragraph(table.caption, "strong"))
        form = self._form(table.shares)
        form.setHeaderRowCount(1)
        grid = self.cursor.insertTable(len(table.rows) + 1, len(table.heads), form)
        for number, row in enumerate((Row(table.heads), *table.rows)):
            for column, words in enumerate(row.cells):
                cell = grid.cellAt(number, self._column(column, len(row.cells)))
                cell.setFormat(_cell(row, head=number == 0))
                inside = cell.firstCursorPosition()
                inside.setBlockFormat(self._line())
                self._write(inside, words, "small", _SOFT if number == 0 else _INK)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)

    def _picture(self, picture: Picture) -> None:
        """Set a picture with its words beside it, as one row that is not parted."""
        whole = (_PAGE.width() - 2 * _SIDE) / _MM
        share = (picture.width + 6) / whole
        grid = self.cursor.insertTable(1, 2, self._form((share, 1 - share)))
        inside = grid.cellAt(0, self._column(0, 2)).firstCursorPosition()
        inside.setBlockFormat(self._shape())
        inside.insertImage(self._image(picture))
        beside = grid.cellAt(0, self._column(1, 2)).firstCursorPosition()
        for place, paragraph in enumerate(picture.beside):
            shape = self._shape(_AIR[paragraph.style])
            if paragraph.ground is not None:
                shape.setBackground(QBrush(_colour(paragraph.ground)))
            if place:
                beside.insertBlock(shape)
            else:
                beside.setBlockFormat(shape)
            self._write(beside, paragraph.text, paragraph.style)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)

    def _image(self, picture: Picture) -> QTextImageFormat:
        image, form = QImage.fromData(picture.data), QTextImageFormat()
        name = f"picture-{self.cursor.position()}"
        self.text.addResource(QTextDocument.ResourceType.ImageResource, name, image)
        form.setName(name)
        form.setWidth(picture.width * _MM)
        form.setHeight(picture.width * _MM * image.height() / max(1, image.width()))
        return form

    def _form(self, shares: tuple[float, ...]) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.PercentageLength, 100 * share)
                for share in (reversed(shares) if self._mirrored else shares)
            ]
        )
        form.setBorder(0)
        form.setCellPadding(0)
        form.setCellSpacing(0)
        form.setBorderCollapse(True)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setBottomMargin(3 * _MM)
        return form

    def _paint_edge(self, painter: QPainter, words: str, top: float) -> None:
        """Write a line in the margin, from the start edge; what is too long ends in dots."""
        line = QTextDocument()
        line.setUseDesignMetrics(True)
        line.setDocumentMargin(0)
        line.setTextWidth(_PAGE.width() - 2 * _SIDE)
        cursor = QTextCursor(line)
        cursor.setBlockFormat(self._shape())
        self._write(cursor, words, "small", _SOFT)
        painter.save()
        painter.translate(_SIDE, top)
        line.drawContents(painter)
        painter.restore()


def _font(family: str, style: Style) -> QFont:
    """Return a bundled font at its size on paper, and no other in its place."""
    size, weight = _SIZES[style]
    made = QFont([family])
    made.setPixelSize(round(size * _POINT))
    made.setWeight(QFont.Weight(weight))
    made.setVariableAxis(QFont.Tag("wght"), weight)  # setWeight alone leaves it at Regular
    made.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _cell(row: Row, *, head: bool) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    form.setFont(_font(LATIN, "small"))  # which an empty cell is as high as
    form.setPadding(_CELL)
    form.setBottomBorder(0.2 * _MM)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(QBrush(_SOFT if head else _LINE))
    if row.ground is not None:
        form.setBackground(QBrush(_colour(row.ground)))
    return form


def _colour(colour: Colour) -> QColor:
    return QColor(colour.red, colour.green, colour.blue)
