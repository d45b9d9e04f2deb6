"""The icon drawings among the resources as pictures in any colour and size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

# Drawings that point along the reading direction and swap in a mirrored window.
_TURNED = {
    "caret-left": "caret-right",
    "caret-right": "caret-left",
    "arrow-u-up-left": "arrow-u-up-right",
    "arrow-u-up-right": "arrow-u-up-left",
}


class Icons:
    """Draws icons by name; `mirrored` swaps those that point along the line of reading."""

    def __init__(self, read: Callable[[str], bytes], mirrored: bool = False) -> None:
        self._read = read
        self._mirrored = mirrored
        self._drawn: dict[tuple[str, str], QSvgRenderer] = {}

    def pixmap(self, name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon, `side` px square at device pixel ratio `ratio`."""
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, name, colour, QRectF(0, 0, side, side))
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, name: str, colour: str, box: QRectF) -> None:
        """Draw the icon into the box."""
        turned = _TURNED.get(name, name) if self._mirrored else name
        self._renderer(turned, colour).render(painter, box)

    def icon(self, name: str, colour: str, off: str, ratio: float = 2.0) -> QIcon:
        """Return the icon for buttons and menus, in `off` where they are disabled."""
        icon = QIcon()
        for side in (16, 20, 24):
            icon.addPixmap(self.pixmap(name, colour, side, ratio))
            icon.addPixmap(self.pixmap(name, off, side, ratio), QIcon.Mode.Disabled)
        return icon

    def _renderer(self, name: str, colour: str) -> QSvgRenderer:
        if (name, colour) not in self._drawn:
            text = self._read(name).replace(b"currentColor", colour.encode())
            drawn = QSvgRenderer(QByteArray(text))
            self._drawn[name, colour] = drawn
        return self._drawn[name, colour]
