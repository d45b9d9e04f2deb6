"""Tells how many bytes the file of the card on the stage would have, when the window rests."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cobrand.gui.ports import Maker
from cobrand.gui.resting import rest
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks
from cobrand.model.composition import Composition

_REST = 300  # ms without a change
_KEY = "weigh"
_AFTER_PICTURES = 40


class Weighing(QObject):
    """`told` gives the bytes of the very file that an export would write, and its kind.

    The kind is empty where the format has only one.
    """

    told = Signal(int, str)

    def __init__(self, studio: Studio, tasks: Tasks[Maker]) -> None:
        super().__init__()
        self._studio = studio
        self._tasks = tasks
        self._rest = rest(self, _REST, self._weigh)
        studio.changed.connect(self._stop)
        studio.composed.connect(self._rest.start)

    @property
    def busy(self) -> bool:
        """Say whether a number is still to come."""
        return self._rest.isActive()

    def _stop(self) -> None:
        self._rest.stop()
        self._tasks.drop(_KEY)

    def _weigh(self) -> None:
        card = self._studio.composition
        if card is not None:
            kind = card.format.kinds[0]
            self._tasks.start(
                lambda maker: maker.weigh(card, kind),
                lambda count: self._tell(card, count, kind),
                key=_KEY,
                priority=_AFTER_PICTURES,
            )

    def _tell(self, card: Composition, count: int, kind: str) -> None:
        if card is self._studio.composition:
            self.told.emit(count, kind.upper() if len(card.format.kinds) > 1 else "")
