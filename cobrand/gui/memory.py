"""What the window remembers between runs, and how it is put back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from cobrand import settings as store
from cobrand.gui.actions import Actions
from cobrand.gui.desk import Desk
from cobrand.gui.editor import Editor
from cobrand.gui.exporting import Exporter
from cobrand.settings import Recent, Settings


class Memory:
    """Holds the settings, and writes them as soon as they change."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.settings = store.read(file)

    def keep(self, settings: Settings) -> None:
        """Remember from now on."""
        if settings != self.settings:
            self.settings = settings
            store.write(self._file, settings)

    @property
    def thumbnails(self) -> Path:
        """Where small pictures of recent kits are kept."""
        return self._file.with_name("recent")

    @property
    def pictures(self) -> Path:
        """Where logos are kept that came without a file: they are nowhere else."""
        return self._file.with_name("pictures")

    @property
    def batch(self) -> Path:
        """Where it is kept what was last asked of a whole list."""
        return self._file.with_name("batch.json")

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The kits opened before that are still there."""
        return tuple(each for each in self.settings.recent if Path(each.path).is_file())

    def restore(
        self, desk: Desk, window: QMainWindow, editor: Editor, exporter: Exporter, actions: Actions
    ) -> None:
        """Put the window back as it was left."""
        kept = self.settings
        wanted = QSize(desk.px(kept.width), desk.px(kept.height))
        if QGuiApplication.platformName() != "offscreen":  # which has no screen to stay on
            wanted = wanted.boundedTo(window.screen().availableSize())
        window.resize(wanted)
        if kept.maximised:
            window.showMaximized()
        if kept.panel in editor.panels:
            editor.show_panel(kept.panel)
        editor.set_panel_width(desk.px(kept.panel_width))
        editor.bar.set_guides(kept.guides)
        editor.stage.zoom_to(kept.zoom)
        if kept.folder and Path(kept.folder).is_dir():
            exporter.folder = Path(kept.folder)
        exporter.by = kept.by
        for action in actions.appearance.actions():
            action.setChecked(action.data() == kept.appearance)

    def note(self, desk: Desk, window: QMainWindow, editor: Editor, exporter: Exporter) -> None:
        """Remember how the window is left."""
        size = window.normalGeometry().size() if window.isMaximized() else window.size()
        scale = 13 / desk.theme.em
        noted = replace(
            self.settings,
            width=round(size.width() * scale),
            height=round(size.height() * scale),
            maximised=window.isMaximized(),
            panel=editor.panel,
            panel_width=round(editor.panel_width * scale),
            guides=bool(editor.stage.guides),
            zoom=0.0 if editor.stage.fits else round(editor.stage.scale, 4),
            folder=str(exporter.folder),
            by=exporter.by,
        )
        self.keep(noted)
