"""Shows under every text of the Words panel how much room it takes on the kit's cards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cobrand.gui import measures, room
from cobrand.gui.desk import Desk
from cobrand.gui.editor import Editor
from cobrand.gui.parts.meter import Reading
from cobrand.gui.ports import Maker
from cobrand.gui.room import Room
from cobrand.gui.rooms import Rooms
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks

if TYPE_CHECKING:
    from cobrand.kit import KitJob


class Metering(QObject):
    """Asks while the panel is in view; a name of a format that is too small leads to its card."""

    def __init__(self, desk: Desk, studio: Studio, work: Tasks[Maker], editor: Editor) -> None:
        super().__init__()
        self._desk = desk
        self._studio = studio
        self._panel = editor.words
        self._meters = editor.words.meters
        self._tight: dict[str, tuple[KitJob, ...]] = {}
        self.rooms = Rooms(studio, work)
        self.rooms.told.connect(self._show)
        studio.changed.connect(self._ask)
        editor.panelled.connect(self._ask)
        for word, meter in self._meters.items():
            meter.asked.connect(partial(self._open, word))

    def _ask(self) -> None:
        if self._studio.logo is None:
            self.rooms.stop()
            return
        for word, meter in self._meters.items():
            if not room.text_of(self._studio.brief, word):
                meter.clear()
        if not self._panel.isHidden():
            self.rooms.ask(tuple(self._meters))

    def _show(self, word: str, found: Room) -> None:
        self._tight[word] = found.tight
        language = self._desk.tr.language
        names = [measures.plain_name(job.format, language) for job in found.tight]
        self._meters[word].read(Reading(found.used, found.of, names))

    def _open(self, word: str, place: int) -> None:
        brief = self._tight[word][place].brief
        self._studio.choose_card(brief.format, brief.template, brief.ground)
