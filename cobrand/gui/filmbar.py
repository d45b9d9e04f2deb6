"""The film strip with its line above; where not all fit, the number of the rest."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.film import FilmStrip
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.text import line


class FilmBar(QWidget):
    """Strip and a button that lists what does not fit."""

    def __init__(self, desk: Desk, film: FilmStrip) -> None:
        super().__init__()
        self.setObjectName("film")
        self._desk = desk
        self._film = film
        self.more = Button(desk, desk.tr("More"), "dots-three", role="link", size="bar")
        self.more.clicked.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        strip = QHBoxLayout()
        strip.setContentsMargins(desk.px(10), desk.px(4), desk.px(12), desk.px(4))
        strip.setSpacing(desk.px(4))
        strip.addWidget(film)
        strip.addStretch(1)
        strip.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addLayout(strip)
        film.scrolled.connect(self.count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count again."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.arrange)

    def arrange(self) -> None:
        """Show whole cells only."""
        edges = self._desk.px(10 + 12)
        room = self.width() - edges
        if self._film.whole_width(10**6) > room:
            room -= self.more.sizeHint().width() + self._desk.px(8)
        self._film.setFixedWidth(max(self._desk.px(80), self._film.whole_width(room)))
        self._film.scrollTo(self._film.currentIndex())
        QTimer.singleShot(0, self, self.count)

    def count(self) -> None:
        """Say how many formats are out of view."""
        hidden = len(self._film.hidden_after())
        self.more.say(self._desk.tr.count("{n} more", "{n} more", hidden))
        self.more.setVisible(hidden > 0)

    def _open(self) -> None:
        menu = QMenu(self)
        for frame in self._film.hidden_after():
            action = menu.addAction(frame.name)
            action.triggered.connect(lambda _=False, n=frame.format.id: self._film.chosen.emit(n))
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
