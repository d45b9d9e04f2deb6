"""The Logo panel: as sent and as mended, what was found, and the versions for other grounds."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QRectF, Signal

from cobrand.gui.desk import Desk
from cobrand.gui.doctoring import rows
from cobrand.gui.images import image
from cobrand.gui.panels.company import CompanySection
from cobrand.gui.panels.panel import Panel
from cobrand.gui.parts.beforeafter import BeforeAfter, Side
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.doctorrow import DoctorRows
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.text import label, line
from cobrand.gui.parts.well import Version, Well
from cobrand.gui.speech import Speech
from cobrand.gui.studio import Studio
from cobrand.model.brief import Brief
from cobrand.model.campaign import Variant
from cobrand.model.logo import Logo

_FAINT = ("logo.faint", "logo.faint-on-white")


class LogoPanel(Panel):
    """`replaced` asks for another file, `reported` for the page that asks for a better one."""

    replaced = Signal()
    reported = Signal()

    def __init__(self, desk: Desk, studio: Studio) -> None:
        tr = desk.tr
        self.replace = Button(desk, tr("Replace…"), "folder-open", size="small")
        super().__init__(desk, tr("Logo"), self.replace)
        self._studio = studio
        self._shown: Logo | None = None
        self.replace.clicked.connect(self.replaced)
        self.portrait = BeforeAfter(desk)
        self.facts = label(desk, "", "label", "soft", wrap=True)
        self.complaint = label(desk, "", "body", "bad", wrap=True)
        self.complaint.hide()
        self.rows = DoctorRows(desk)
        self.wells: dict[Variant, Well] = {
            "reversed": Well(desk, tr("For dark grounds"), "shade"),
            "mono": Well(desk, tr("In one colour"), "paper"),
        }
        self.report = Button(desk, tr("Report…"), role="link", size="inline")
        self.report.clicked.connect(self.reported)
        self.company = CompanySection(desk, studio)
        self._lay_out()
        studio.changed.connect(self.refresh)
        studio.compared.connect(self._show_portrait)

    def refresh(self) -> None:
        """Show the logo in hand."""
        logo, brief = self._studio.logo, self._studio.brief
        if logo is None or logo is self._shown:
            return
        if self._shown is None or logo.digest != self._shown.digest:
            self.rows.begin()
            self.portrait.setValue(50)
        self._shown = logo
        self.complain("")
        self._show_portrait()
        self.facts.setText(facts(self.desk.tr, logo, Path(brief.logo)))
        self.rows.show_rows(rows(self.desk.tr, logo.findings))
        self._show_wells(brief, logo)

    def complain(self, sentence: str) -> None:
        """Say why another file could not be used; the old logo stays."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        desk, tr = self.desk, self.desk.tr
        self.add(self.portrait, after=8)
        self.add(self.facts)
        self.add(self.complaint)
        self.add(self.rows)
        self.add(line())
        for well in self.wells.values():
            self.add(well)
        ask = label(desk, tr("Ask the sender for a better file"), "body", "soft", wrap=True)
        self.add(Ends(desk, ask, self.report))
        self.add(line())
        self.add(self.company)
        self.column.addStretch(1)

    def _show_portrait(self) -> None:
        logo, sent = self._studio.logo, self._studio.sent
        if logo is not None:
            self.portrait.show_logo(
                _side(logo),
                _side(sent) if sent and _mended(logo) else None,
                clear=logo.traits.ground is None or _mended(logo),
                light=logo.traits.tone == "light",
            )

    def _show_wells(self, brief: Brief, logo: Logo) -> None:
        tr = self.desk.tr
        own = {name: image(drawing.sample) for name, drawing in logo.variants}
        light = Version(tr("Your logo is light: it stands there as it is."), image(logo.sample))
        band = tr("On a white band, as long as there is no light version.")
        usual = {
            "reversed": light if _light(logo) else Version(band, image(logo.sample), band=True),
            "mono": Version(tr("Used where the colours are too faint.")) if _faint(logo) else None,
        }
        files = {"reversed": brief.reversed, "mono": brief.mono}
        for variant, well in self.wells.items():
            name = tr.ltr(Path(files[variant]).name)
            given = Version(name, own[variant], own=True) if variant in own else None
            well.show_version(given or usual[variant] or Version())


def _light(logo: Logo) -> bool:
    return logo.traits.tone == "light" or _faint(logo)


def _faint(logo: Logo) -> bool:
    """Say whether white paper is no place for it."""
    return any(each.code in _FAINT for each in logo.findings)


def _mended(logo: Logo) -> bool:
    """Say whether anything about the file was changed."""
    return any(each.mending and each.mending.state == "done" for each in logo.findings)


def _side(logo: Logo) -> Side:
    ink, page = logo.ink, logo.page
    place = QRectF(ink.left, ink.top, ink.width, ink.height)
    return Side(image(logo.sample), place, page.width, page.height)


def facts(tr: Speech, logo: Logo, path: Path) -> str:
    """Return name, kind and size in one line."""
    kind = tr("drawing")
    if not logo.vector:
        size = f"{round(logo.page.width)} × {round(logo.page.height)}"
        kind = tr("picture, {size}", size=tr.ltr(size))
    parts = [tr.ltr(path.name), kind]
    with suppress(OSError):  # the file may be gone while its logo is still in hand
        parts.append(tr.size(path.stat().st_size))
    return " · ".join(parts)
