"""Two things on one line, at its start and at its end; one below the other where it is too short.

Words of any length, type of any size and any language keep their room so: nothing is cut.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from cobrand.gui.desk import Desk

_FAIR = 110  # px of the design: words that wrap are not squeezed below this before they go above


class Ends(QLayout):
    """The first widget wraps in what the second one leaves; `level` centres both on the line."""

    def __init__(
        self, desk: Desk, start: QWidget, *end: QWidget, spacing: float = 8, level: bool = True
    ) -> None:
        super().__init__()
        self._desk = desk
        self._items: list[QLayoutItem] = []
        self._level = level
        right = Qt.LayoutDirection.RightToLeft
        self._direction = right if desk.tr.mirrored else Qt.LayoutDirection.LeftToRight
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(desk.px(spacing))
        for part in (start, *end):
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take the whole line."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the line, or of the lines."""
        return max((box.bottom() + 1 for _, box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        width = sum(size.width() for size in sizes) + gaps
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the least width: that of the wider one."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Put both in their places."""
        super().setGeometry(rect)
        for item, box in self._boxes(rect.width()):
            place = box.translated(rect.topLeft())
            item.setGeometry(QStyle.visualRect(self._direction, rect, place))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _boxes(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Return the items with their places, as read from the left."""
        items = self._shown()
        if not items:
            return []
        start, ends = items[0], items[1:]
        left = width - sum(_wide(item) + self.spacing() for item in ends)
        least = max(start.minimumSize().width(), min(_wide(start), self._desk.px(_FAIR)))
        below = bool(ends) and left < least
        room = width if below else left
        first = QRect(0, 0, room if start.hasHeightForWidth() else min(room, _wide(start)), 0)
        first.setHeight(_height(start, first.width()))
        placed = self._end_boxes(ends, width, first, below)
        return [(start, first), *placed]

    def _end_boxes(
        self, ends: list[QLayoutItem], width: int, first: QRect, below: bool
    ) -> list[tuple[QLayoutItem, QRect]]:
        placed, right = [], width
        line = max((item.sizeHint().height() for item in ends), default=0)
        if self._level and not below and line > first.height():
            first.moveTop((line - first.height()) // 2)
        for item in reversed(ends):
            size = item.sizeHint().boundedTo(QSize(right, 10**6))
            top = first.bottom() + 1 if below else 0
            if self._level and not below:
                top = (max(line, first.height()) - size.height()) // 2
            placed.append((item, QRect(right - size.width(), top, size.width(), size.height())))
            right -= size.width() + self.spacing()
        return placed[::-1]


def _wide(item: QLayoutItem) -> int:
    return item.sizeHint().width()


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
