"""Connects the Logo panel to the studio: mendings, pages, own versions, and the report."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from cobrand.errors import LogoNotFound
from cobrand.gui import doctoring, kits, pictures
from cobrand.gui.desk import Desk
from cobrand.gui.doctoring import Row
from cobrand.gui.dropping import Gift
from cobrand.gui.editor import Editor
from cobrand.gui.filing import Filing
from cobrand.gui.parts.toast import Toast
from cobrand.gui.ports import Maker
from cobrand.gui.speech import marked
from cobrand.gui.studio import Studio
from cobrand.model.brief import Brief
from cobrand.model.campaign import Variant
from cobrand.model.care import AS_SENT
from cobrand.model.finding import Severity


class Nursing(QObject):
    """Every deed is one step of the studio, so that it can be undone like any other."""

    def __init__(
        self, desk: Desk, studio: Studio, editor: Editor, filing: Filing, toast: Toast
    ) -> None:
        super().__init__()
        self._desk, self._studio, self._editor = desk, studio, editor
        self._filing, self._toast = filing, toast
        panel = editor.logo
        panel.rows.done.connect(self._mend)
        panel.rows.paged.connect(
            lambda page: studio.reread(marked("page"), doctoring.turn_page(page))
        )
        panel.reported.connect(self.report)
        for variant, well in panel.wells.items():
            well.asked.connect(partial(self._ask_version, variant))
            well.given.connect(partial(self._take_version, variant))
            well.emptied.connect(partial(self.give_version, variant, ""))
        studio.changed.connect(self._follow)

    def give_version(self, variant: Variant, file: str) -> None:
        """Use a file as the logo's own version for other grounds, or none."""

        def change(brief: Brief) -> Brief:
            if variant == "reversed":
                return replace(brief, reversed=file)
            return replace(brief, mono=file)

        self._studio.reread(marked("version"), change)

    def report(self) -> None:
        """Ask where to, then write the page that asks for a better file."""
        exporter = self._filing.exporter
        name = Path(self._studio.brief.logo).stem
        target = self._filing.dialogs.ask_report(exporter.folder, name)
        logo, brief = self._studio.logo, self._studio.brief
        if target is None or logo is None:
            return
        language = self._desk.tr.language

        def write(maker: Maker) -> None:
            sent = maker.load(Path(brief.logo), replace(AS_SENT, page=brief.page))
            kits.request(target, Path(brief.logo).name, logo, sent, language)

        self._studio.run(write, lambda _: self._tell(target), str(target))

    def _mend(self, row: Row) -> None:
        self._studio.reread(marked("mending"), doctoring.change(row))

    def _ask_version(self, variant: Variant) -> None:
        if path := self._filing.dialogs.ask_open(kits=False):
            self.give_version(variant, str(path))

    def _take_version(self, variant: Variant, gift: Gift) -> None:
        if gift.path is not None:
            self.give_version(variant, str(gift.path))
        elif gift.address:
            self._studio.refused.emit(LogoNotFound("logo.address"), "")
        else:
            folder = self._filing.pictures_folder
            self._studio.run(
                lambda maker: pictures.take(maker, folder, gift),
                lambda path: self.give_version(variant, str(path)),
            )

    def _tell(self, target: Path) -> None:
        tr, folder = self._desk.tr, QUrl.fromLocalFile(str(target.parent))
        self._toast.tell(
            tr("The page is saved."), tr("Open folder"), lambda: QDesktopServices.openUrl(folder)
        )

    def _follow(self) -> None:
        """Show how many things there are to look at, and how the logo was sent."""
        tr, logo = self._desk.tr, self._studio.logo
        found = logo.findings if logo else ()
        others = [each for one in self._studio.guests.partners for each in one.findings]
        count = sum(each.severity >= Severity.WARNING for each in (*found, *others))
        name = tr("Logo")
        if count:
            name += ", " + tr.count("{n} thing to look at", "{n} things to look at", count)
        self._editor.rail.button("logo").set_badge(count, "warn", name)
        if any(each.mending and each.mending.state == "done" for each in found):
            self._studio.compare()
