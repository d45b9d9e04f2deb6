"""Tries texts on every card of the kit when the window rests, one card at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from cobrand.errors import CobrandError
from cobrand.gui import kits, room
from cobrand.gui.ports import Maker
from cobrand.gui.resting import rest
from cobrand.gui.room import Trial, Trials
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks

_REST = 250  # ms without a change
_KEY = "room"
_LAST = 50  # after every picture
_REMEMBERED = 2000  # answers of one word each


class Rooms(QObject):
    """`told` says how much room each text of the person takes; typing never waits for it."""

    told = Signal(str, object)

    def __init__(self, studio: Studio, tasks: Tasks[Maker]) -> None:
        super().__init__()
        self._studio = studio
        self._tasks = tasks
        self._waiting: list[tuple[str, Trials]] = []
        self._answers: dict[tuple[str, Trial], bool] = {}
        self._rest = rest(self, _REST, self._begin)
        self._words: tuple[str, ...] = ()

    @property
    def busy(self) -> bool:
        """Say whether a text is still to be tried."""
        return self._rest.isActive() or bool(self._waiting)

    def ask(self, words: Sequence[str]) -> None:
        """Try these texts of the brief in hand, once it has not changed for a while."""
        self.stop()
        self._words = tuple(words)
        self._rest.start()

    def stop(self) -> None:
        """Try no more."""
        self._rest.stop()
        self._waiting.clear()
        self._tasks.drop(_KEY)

    def _begin(self) -> None:
        brief = self._studio.brief
        jobs = kits.plan(self._studio.library, brief)
        texts = {word: room.text_of(brief, word) for word in self._words}
        self._waiting = [
            (word, room.trials(jobs, word, text)) for word, text in texts.items() if text
        ]
        self._go_on(None)

    def _go_on(self, answer: bool | None) -> None:
        """Follow the trials as far as the answers are known, then ask for the next one."""
        while self._waiting:
            word, running = self._waiting[0]
            try:
                trial = running.send(answer) if answer is not None else next(running)
            except StopIteration as end:
                self._waiting.pop(0)
                self.told.emit(word, end.value)
                answer = None
                continue
            answer = self._answers.get((self._digest, trial))
            if answer is None:
                self._try(trial)
                return

    def _try(self, trial: Trial) -> None:
        hand = self._studio.hand
        if hand is None:
            self.stop()
            return

        def work(maker: Maker) -> bool:
            return room.fits(maker.compose(trial.brief, hand.logo, hand.guests), trial.roles)

        def done(fitted: bool) -> None:
            if len(self._answers) > _REMEMBERED:
                self._answers.clear()
            self._answers[hand.digest, trial] = fitted
            self._go_on(fitted)

        def refused(_: CobrandError) -> None:
            self._go_on(False)

        self._tasks.start(work, done, refused, key=_KEY, priority=_LAST)

    @property
    def _digest(self) -> str:
        return self._studio.hand.digest if self._studio.hand else ""
