"""Counts the rules that an export would break, from the very cards that it would make."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cobrand.errors import CobrandError
from cobrand.gui import kits
from cobrand.gui.ports import Maker
from cobrand.gui.resting import rest
from cobrand.gui.sheet import Sheet
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks
from cobrand.model.brief import Brief

_REST = 150  # ms without a change
_KEY = "check"
_BEFORE_METERS = 30


class Checking(QObject):
    """Works while the export sheet is open, one card at a time."""

    def __init__(self, studio: Studio, tasks: Tasks[Maker], sheet: Sheet) -> None:
        super().__init__()
        self._studio = studio
        self._tasks = tasks
        self._sheet = sheet
        self._codes: set[str] = set()
        self._rest = rest(self, _REST, self._begin)
        sheet.opened.connect(self._begin)
        sheet.choose.turned.connect(self._begin)
        studio.changed.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Say whether the count is still to come."""
        return self._rest.isActive()

    def _ask(self) -> None:
        self._tasks.drop(_KEY)
        if self._sheet.isVisible() and not self._sheet.busy:
            self._rest.start()

    def _begin(self) -> None:
        self._codes = set()
        brief = self._studio.brief
        jobs = kits.plan(self._studio.library, brief)
        briefs = [brief] if self._sheet.choose.what == "file" else [job.brief for job in jobs]
        self._check(briefs)

    def _check(self, briefs: list[Brief]) -> None:
        if not briefs:
            self._sheet.choose.show_broken(len(self._codes))
            return
        brief, *rest = briefs
        hand = self._studio.hand
        if hand is None:
            return

        def work(maker: Maker) -> set[str]:
            card = maker.compose(brief, hand.logo, hand.guests)
            return {found.code for found in card.breaches}

        def done(codes: set[str]) -> None:
            self._codes |= codes
            self._check(rest)

        def refused(_: CobrandError) -> None:
            self._check(rest)

        self._tasks.start(work, done, refused, key=_KEY, priority=_BEFORE_METERS)
