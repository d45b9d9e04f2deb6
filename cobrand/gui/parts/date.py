"""A day to choose from the calendar, or none."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QMenu, QVBoxLayout, QWidget, QWidgetAction

from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.text import label, row

_ISO = Qt.DateFormat.ISODate


class DateField(QWidget):
    """`chosen` tells the day as 2026-05-31, or an empty string."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._name = name
        self._locale = QLocale(desk.tr.language)
        self._button = Button(desk, "", "calendar-blank", size="field")
        self._button.start_aligned().wrapping()
        self._button.clicked.connect(self._open)
        self._clear = Button(
            desk, desk.tr("No date"), "x", role="bar", size="field", icon_only=True
        )
        self._clear.clicked.connect(lambda: self.chosen.emit(""))
        self._below = label(desk, desk.tr("This card needs it."), "label", "bad", wrap=True)
        line = row(self._button, self._clear, spacing=desk.px(4))
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.px(6))
        column.addWidget(label(desk, name, "label", "soft"))
        column.addLayout(line)
        column.addWidget(self._below)
        self._day = QDate()
        self.show_date("")
        self.complain(False)

    def show_date(self, text: str) -> None:
        """Show a day given as 2026-05-31."""
        self._day = QDate.fromString(text, _ISO)
        words = self._desk.tr("Choose a day…")
        if self._day.isValid():
            words = self._locale.toString(self._day, QLocale.FormatType.LongFormat)
        self._button.say(words, name=f"{self._name}, {words}")
        self._clear.setVisible(self._day.isValid())

    def complain(self, missing: bool) -> None:
        """Say that a day is needed."""
        self._below.setVisible(missing)

    def _open(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self._name)
        calendar.setLocale(self._locale)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self._day.isValid():
            calendar.setSelectedDate(self._day)
        calendar.activated.connect(lambda day: self._choose(menu, day))
        calendar.clicked.connect(lambda day: self._choose(menu, day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))
        calendar.setFocus()

    def _choose(self, menu: QMenu, day: QDate) -> None:
        menu.close()
        self.chosen.emit(day.toString(_ISO))
