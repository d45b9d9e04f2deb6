"""Turns briefs into pictures in the background: the stage first, then the thumbnails."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cobrand.errors import CobrandError
from cobrand.gui.hand import Hand
from cobrand.gui.images import image
from cobrand.gui.ports import Maker
from cobrand.gui.tasks import Tasks
from cobrand.model.brief import Brief
from cobrand.model.composition import Composition

STAGE = "stage"
_MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Wish:
    """A card to draw so many device pixels wide; `pages` 0 means all."""

    brief: Brief
    digest: str
    width: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A composed card with its drawn pages."""

    wish: Wish
    composition: Composition
    images: tuple[QImage, ...]

    @property
    def bytes(self) -> int:
        """Return about how much memory it takes."""
        return sum(each.sizeInBytes() for each in self.images)


class Previews(QObject):
    """Draws what is wished for each place; of one place the newest wish wins."""

    drawn = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, tasks: Tasks[Maker]) -> None:
        super().__init__()
        self._tasks = tasks
        self._kept: OrderedDict[Wish, Picture] = OrderedDict()
        self._bytes = 0

    def wish(self, place: str, brief: Brief, hand: Hand, width: int, priority: int = 0) -> None:
        """Ask for a card; `drawn` tells the place when it is there."""
        wish = Wish(brief, hand.digest, width, 0 if place == STAGE else 1)
        if wish in self._kept:
            self._kept.move_to_end(wish)
            self._tasks.drop(place)
            self.drawn.emit(place, self._kept[wish])
            return

        def work(maker: Maker) -> Picture:
            return draw(maker, wish, hand)

        def show(picture: Picture) -> None:
            self._keep(picture)
            self.drawn.emit(place, picture)

        def complain(problem: CobrandError) -> None:
            self.failed.emit(place, problem)

        self._tasks.start(work, show, complain, key=place, priority=priority)

    def _keep(self, picture: Picture) -> None:
        self._kept[picture.wish] = picture
        self._bytes += picture.bytes
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= old.bytes


def draw(maker: Maker, wish: Wish, hand: Hand) -> Picture:
    """Compose and draw a card."""
    composition = maker.compose(wish.brief, hand.logo, hand.guests)
    count = wish.pages or len(composition.pages)
    images = tuple(
        image(maker.preview(composition, wish.width, page))
        for page in range(min(count, len(composition.pages)))
    )
    return Picture(wish, composition, images)
