"""The foot of the batch window: what comes next, how far it is, what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from cobrand.gui.batch.bench import Look
from cobrand.gui.batch.words import End
from cobrand.gui.desk import Desk
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.text import label, retone
from cobrand.gui.speech import Speech

_MINUTE, _HOUR = 60, 3600
_LONG = 90  # seconds or minutes from which the next larger unit is said


class Foot(QFrame):
    """Words at the start, buttons at the end."""

    def __init__(self, desk: Desk, *buttons: QWidget) -> None:
        super().__init__()
        self.setObjectName("batchfoot")
        self._desk = desk
        self.words = label(desk, "", "body", "soft", wrap=True)
        px = desk.px
        lower = QHBoxLayout()
        lower.setSpacing(px(8))
        lower.addWidget(self.words, 1)
        for button in buttons:
            lower.addWidget(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(24), px(14), px(24), px(18))
        self.column.setSpacing(px(12))
        self.column.addLayout(lower)


class ListFoot(Foot):
    """Below the list: how many rows are well, another list, what is to be made."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        self.other = Button(desk, tr("Open another list…"))
        self.go = Button(desk, tr("Choose what to make"), role="primary")
        super().__init__(desk, self.other, self.go)

    def tell(self, bad: int) -> None:
        """Say what happens to rows that need a person."""
        tr = self._desk.tr
        words = tr("Every row can be made.")
        if bad:
            words = tr("One bad row never stops the rest. F8 goes to the next one.")
        self.words.setText(words)


class WhatFoot(Foot):
    """Below what is wanted: how many files, about how long, and one button that says so."""

    def __init__(self, desk: Desk) -> None:
        self.go = Button(desk, "", role="primary")
        super().__init__(desk, self.go)
        self.show_look(None, 1, 0)

    def show_look(self, look: Look | None, jobs: int, bad: int) -> None:
        """Show what would be made; None while that is worked out."""
        tr = self._desk.tr
        ready = look is not None and look.problem is None and look.files > 0
        self.go.setVisible(ready)
        if look is None:
            self.words.setText(tr("Working out what would be made…"))
            return
        files = look.files
        self.go.say(tr.count("Make {n} file", "Make {n} files", files))
        if not files:
            self.words.setText(tr("Nothing would be made of this list."))
            return
        about = [about_time(tr, look.seconds / max(1, jobs)), tr.ltr(tr.size(look.bytes))]
        if bad:
            about.append(tr.count("{n} row is skipped", "{n} rows are skipped", bad))
        self.words.setText(" · ".join(about))


@dataclass(frozen=True, slots=True)
class Far:
    """How far a run is: files, rows, files a second, and a guess at the seconds to go."""

    there: int
    total: int
    rows: int = 0
    of_rows: int = 0
    rate: float = 0.0
    left: float = 0.0


class RunFoot(Foot):
    """Bar, figures, and what can be done: pause and stop, then what comes after."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        self.pause = Button(desk, tr("Pause"), "pause")
        self.stop = Button(desk, tr("Stop"))
        self.go_on = Button(desk, tr("Go on"), "play", role="primary")
        self.mend = Button(desk, "", role="primary")
        self.folder = Button(desk, tr("Open folder"), "folder-open")
        self.report = Button(desk, tr("Open report"), "file-text")
        buttons = (self.pause, self.stop, self.go_on, self.mend, self.folder, self.report)
        super().__init__(desk, *buttons)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.far = label(desk, "", "strong")
        self.pace = label(desk, "", "body", "soft")
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.bar, 1)
        upper.addSpacing(desk.px(16))
        upper.addWidget(self.far)
        upper.addWidget(self.pace)
        self.column.insertLayout(0, upper)

    def show_far(self, far: Far) -> None:
        """Show how far it is."""
        tr = self._desk.tr
        self.bar.setRange(0, max(1, far.total))
        self.bar.setValue(far.there)
        self.far.setText(tr("{done} of {total} files", done=far.there, total=far.total))
        pace = []
        if far.of_rows:
            pace.append(tr("{done} of {total} rows", done=far.rows, total=far.of_rows))
        if far.rate:
            pace += [tr("{n} a second", n=tr.number(far.rate, 1)), about_left(tr, far.left)]
        self.pace.setText("".join(f" · {each}" for each in pace))

    def show_ready(self) -> None:
        """Show that it gets ready: names are compared before anything is made."""
        self._show(self.stop)
        self.stop.say(self._desk.tr("Stop"))
        self.bar.setRange(0, 0)
        self.far.setText(self._desk.tr("Getting ready…"))
        self.pace.setText("")
        self._say(self._going, "soft")

    def show_running(self, paused: bool) -> None:
        """Offer to pause and to stop."""
        tr = self._desk.tr
        self._show(self.pause, self.stop)
        self.pause.say(tr("Go on") if paused else tr("Pause"))
        self.pause.turn("play" if paused else "pause")
        words = tr("Paused. Rows in hand are finished.") if paused else self._going
        self._say(words, "soft")

    def show_stopping(self) -> None:
        """Say that it ends after the rows in hand."""
        tr = self._desk.tr
        self._show(self.stop)
        self.stop.say(tr("Stop at once"))
        self._say(tr("Stopping after the rows in hand. Files that are finished stay."), "soft")

    def show_end(self, end: End) -> None:
        """Say what became of it, and offer what comes next."""
        self.pace.setText("")
        self.stop.say(self._desk.tr("Stop"))
        self.mend.say(end.mend)
        wanted = (
            (self.go_on, end.going_on),
            (self.mend, bool(end.mend)),
            (self.report, end.report),
        )
        self._show(self.folder, *(button for button, on in wanted if on))
        self._say(end.words, end.tone)

    @property
    def _going(self) -> str:
        return self._desk.tr(
            "One bad row never stops the rest. You can mend it here while the others run."
        )

    def _say(self, words: str, tone: str) -> None:
        self.words.setText(words)
        retone(self.words, "tone", tone)

    def _show(self, *wanted: QWidget) -> None:
        buttons = (self.pause, self.stop, self.go_on, self.mend, self.folder, self.report)
        for button in buttons:
            button.setVisible(button in wanted)


def about_time(tr: Speech, seconds: float) -> str:
    """Return a time that was only guessed at."""
    number, unit = _rounded(seconds)
    if unit == "s":
        return tr("about {n} s", n=number)
    return tr("about {n} min", n=number) if unit == "min" else tr("about {n} h", n=number)


def about_left(tr: Speech, seconds: float) -> str:
    """Return the time that is left, as a guess."""
    number, unit = _rounded(seconds)
    if unit == "s":
        return tr("about {n} s left", n=number)
    return tr("about {n} min left", n=number) if unit == "min" else tr("about {n} h left", n=number)


def _rounded(seconds: float) -> tuple[int, str]:
    if seconds < _LONG:
        return max(1, round(seconds)), "s"
    if seconds < _LONG * _MINUTE:
        return round(seconds / _MINUTE), "min"
    return round(seconds / _HOUR), "h"
