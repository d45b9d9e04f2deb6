"""Remembers the kit in hand among the recent ones, with a small picture of it on the disk."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from cobrand.gui.memory import Memory
from cobrand.gui.resting import rest
from cobrand.gui.stage import Stage
from cobrand.gui.studio import Studio

_SIDE = 168  # px; three for each px of the design, for fine screens
_REST = 1000  # ms without a change
_log = logging.getLogger(__name__)


class Thumbnails:
    """One small picture for each recent kit; a folder that fails only leaves a line in the log."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, path: str) -> QImage | None:
        """Return the picture of a kit, if there is one."""
        found = QImage(str(self._file(path)))
        return None if found.isNull() else found

    def keep(self, path: str, picture: QImage) -> None:
        """Keep a picture, made small."""
        small = picture.scaled(
            _SIDE,
            _SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            _log.warning("picture not kept: %s", problem)
            return
        if not small.save(str(self._file(path))):
            _log.warning("picture not kept")

    def forget_others(self, paths: set[str]) -> None:
        """Remove the pictures of kits that are recent no more."""
        wanted = {self._file(path).name for path in paths}
        for file in self._folder.glob("*.png") if self._folder.is_dir() else ():
            if file.name not in wanted:
                file.unlink(missing_ok=True)

    def _file(self, path: str) -> Path:
        return self._folder / f"{hashlib.sha256(path.encode()).hexdigest()[:20]}.png"


class Recents(QObject):
    """`changed` tells that the list is another one."""

    changed = Signal()

    def __init__(self, studio: Studio, memory: Memory, stage: Stage) -> None:
        super().__init__()
        self._studio = studio
        self._memory = memory
        self._stage = stage
        self.pictures = Thumbnails(memory.thumbnails)
        self._rest = rest(self, _REST, self._keep_picture)
        studio.opened.connect(self.note)
        studio.saved.connect(self._move)
        studio.composed.connect(self._rest.start)

    def note(self) -> None:
        """Put the kit in hand first."""
        settings = self._memory.settings
        self._memory.keep(settings.with_recent(self._path, self._studio.brief.name))
        self.pictures.forget_others({each.path for each in self._memory.settings.recent})
        self.changed.emit()

    def leave(self) -> None:
        """Note the kit as it is left."""
        if self._studio.logo is not None:
            self.note()
            self._keep_picture()

    def _move(self) -> None:
        """Name the saved kit instead of the logo that it was begun with."""
        settings = self._memory.settings.without_recent(self._studio.brief.logo)
        self._memory.keep(settings)
        self.leave()

    def _keep_picture(self) -> None:
        self._rest.stop()
        picture = self._stage.picture
        if self._studio.logo is not None and picture is not None:
            self.pictures.keep(self._path, picture.images[0])

    @property
    def _path(self) -> str:
        return str(self._studio.document or self._studio.brief.logo)
