"""Opening, saving and leaving kits: asks where something would be lost, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from cobrand.errors import LogoNotFound
from cobrand.gui import documents, dropping, pictures
from cobrand.gui.dialogs import Dialogs
from cobrand.gui.dropping import Gift
from cobrand.gui.exporting import Exporter
from cobrand.gui.studio import Studio


class Filing(QObject):
    """What the File menu does."""

    leaving = Signal()
    left = Signal()

    def __init__(
        self, studio: Studio, exporter: Exporter, dialogs: Dialogs, pictures_folder: Path
    ) -> None:
        super().__init__()
        self.pictures_folder = pictures_folder
        self._studio = studio
        self.exporter = exporter
        self.dialogs = dialogs

    def open(self, path: Path) -> None:
        """Open a logo or a kit; a logo dropped on a kit becomes its logo."""
        kit = path.suffix.lower() == documents.SUFFIX
        if not kit or self.may_leave():
            self._studio.open_file(path)

    def take(self, gift: Gift) -> None:
        """Open what was dropped or pasted; an address is not followed."""
        if gift.path is not None:
            self.open(gift.path)
        elif gift.address:
            self._studio.refused.emit(LogoNotFound("logo.address"), "")
        else:
            self._studio.open_picture(
                lambda maker: pictures.take(maker, self.pictures_folder, gift)
            )

    def paste(self) -> None:
        """Open the file or the picture that was copied in another program."""
        if given := dropping.gift(QGuiApplication.clipboard().mimeData()):
            self.take(given)
        else:
            self._studio.refused.emit(LogoNotFound("logo.nothing-pasted"), "")

    def sample(self) -> None:
        """Open the sample organisation."""
        if self.may_leave():
            self._studio.open_sample()

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        if path := self.dialogs.ask_open(kits=True):
            self.open(path)

    def ask_replace(self) -> None:
        """Ask for another logo."""
        if path := self.dialogs.ask_open(kits=False):
            self._studio.replace_logo(path)

    def save(self) -> bool:
        """Keep the kit where it was kept before, else ask."""
        if self._studio.document is None:
            return self.save_as()
        self._studio.save(self._studio.document)
        return not self._studio.modified

    def save_as(self) -> bool:
        """Ask where to keep the kit."""
        path = self.dialogs.ask_save(self.exporter.folder, self.exporter.stem)
        if path is None:
            return False
        self._studio.save(path)
        return not self._studio.modified

    def leave(self) -> None:
        """Close the kit and go back to the start screen."""
        if self.may_leave():
            self.leaving.emit()
            self._studio.close()
            self.left.emit()

    def may_leave(self) -> bool:
        """Ask only where something would be lost."""
        if not self._studio.modified:
            return True
        answer = self.dialogs.ask_keep(self.exporter.stem)
        return self.save() if answer == "save" else answer == "discard"
