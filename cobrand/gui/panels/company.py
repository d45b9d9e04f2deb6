"""The part of the Logo panel about others: partners, EU emblem, SDG logo, and who allowed them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cobrand.gui import company
from cobrand.gui.desk import Desk
from cobrand.gui.doctoring import rows
from cobrand.gui.images import image
from cobrand.gui.panels.panel import cleared
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.field import Field
from cobrand.gui.parts.partner import Shown
from cobrand.gui.parts.partners import Partners
from cobrand.gui.parts.permission import PermissionFold
from cobrand.gui.parts.segmented import Segmented
from cobrand.gui.parts.text import label, line
from cobrand.gui.parts.welcome import Welcome
from cobrand.gui.parts.well import Version, Well
from cobrand.gui.speech import Speech
from cobrand.gui.studio import Studio
from cobrand.model.brief import Brief
from cobrand.model.finding import Severity
from cobrand.model.guest import MOST_ORGANISATIONS, CompanionKind, Guests, Partner
from cobrand.model.logo import Logo
from cobrand.model.scene import Words
from cobrand.rules.permission import foreign, permission_of


class CompanySection(QWidget):
    """Shows the brief's guests; `asked` wants partners' files chosen, `permitted` says by whom."""

    asked = Signal()
    permitted = Signal(object, object, str)
    left = Signal()

    def __init__(self, desk: Desk, studio: Studio) -> None:
        super().__init__()
        self._desk, self._studio = desk, studio
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.px(16))
        self._add_partners()
        self._column.addWidget(line())
        self._add_companions()
        self._column.addWidget(line())
        self._add_permissions()
        studio.changed.connect(self.refresh)
        studio.composed.connect(self._show_usual)

    def refresh(self) -> None:
        """Show who stands beside the logo in hand, where that is another than before."""
        brief, guests = self._studio.brief, self._studio.guests
        said = (brief.partners, brief.companions, brief.permissions, brief.options.order)
        wanted = (said, brief.campaign, guests)
        if self._studio.hand is None or wanted == self._shown:
            return
        self._shown = wanted
        self._show_partners(brief, guests)
        self._show_companions(brief, guests)
        self._show_permissions(brief)

    def complain(self, sentence: str) -> None:
        """Say why a file could not be used."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    def permission(self, mark: str) -> PermissionFold | None:
        """Return where it is said who allowed a mark."""
        return next((each for each in self.permissions if each.mark.name == mark), None)

    # building

    def _add_partners(self) -> None:
        desk, tr = self._desk, self._desk.tr
        self.place = Welcome(desk, tr("Partners"))
        self.add = Button(desk, tr("Add…"), "plus", role="link", size="inline")
        self.add.setAccessibleName(tr("Add partners"))
        self.add.clicked.connect(self.asked)
        self._full = label(desk, tr("{n} at most", n=MOST_ORGANISATIONS), "label", "soft")
        told = tr("Organisations beside yours. Drop their logos here.")
        self._empty = label(desk, told, "label", "soft", wrap=True)
        self.complaint = label(desk, "", "body", "bad", wrap=True)
        self.complaint.hide()
        self.partners = Partners(desk)
        self.partners.emptied.connect(self.add.setFocus)
        self.order = Segmented(desk, (("alphabetical", tr("A to Z")), ("given", tr("As listed"))))
        self._ordering = QWidget()
        ordering = _column(desk, self._ordering, 6)
        ordering.addWidget(label(desk, tr("Order after your logo"), "label", "soft", wrap=True))
        ordering.addWidget(self.order)
        column = _column(desk, self.place, 8)
        title = label(desk, tr("Partners"), "label", "soft", wrap=True)
        column.addLayout(Ends(desk, title, self._full, self.add))
        for part in (self._empty, self.complaint, self.partners, self._ordering):
            column.addWidget(part)
        self._column.addWidget(self.place)

    def _add_companions(self) -> None:
        desk, tr = self._desk, self._desk.tr
        offer = tr("Open…")
        self.wells: dict[CompanionKind, Well] = {
            "eu": Well(desk, tr("EU emblem"), "paper", offer),
            "sdg": Well(desk, tr("SDG logo"), "paper", offer),
        }
        self.statements: dict[CompanionKind, Field] = {
            "eu": Field(desk, tr("Words beside the emblem")),
            "sdg": Field(desk, tr("Sentence under the SDG logo")),
        }
        for kind in company.KINDS:
            both = QVBoxLayout()
            both.setSpacing(desk.px(8))
            both.addWidget(self.wells[kind])
            both.addWidget(self.statements[kind])
            self.statements[kind].left.connect(self.left)
            self._column.addLayout(both)

    def _add_permissions(self) -> None:
        desk, tr = self._desk, self._desk.tr
        self.permissions: list[PermissionFold] = []
        self._folds = QVBoxLayout()
        self._folds.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(desk.px(4))
        told = tr("Who allowed these marks? The proof tells it.")
        column.addWidget(label(desk, told, "label", "soft", wrap=True))
        column.addLayout(self._folds)
        self._column.addLayout(column)

    # showing

    def _show_partners(self, brief: Brief, guests: Guests) -> None:
        count = len(brief.partners)
        shown = [
            _shown(self._desk.tr, partner, logo)
            for partner, logo in zip(brief.partners, guests.partners, strict=True)
        ]
        self.partners.show_partners(shown, count > 1 and brief.options.order == "given")
        self.order.mark(brief.options.order)
        self._ordering.setVisible(count > 1)
        self._empty.setVisible(not count)
        self.add.setVisible(company.room(brief) > 0)
        self._full.setVisible(not company.room(brief))

    def _show_companions(self, brief: Brief, guests: Guests) -> None:
        tr = self._desk.tr
        pairs = zip(brief.companions, guests.companions, strict=True)
        there = {each.kind: (each, logo) for each, logo in pairs}
        for kind, well in self.wells.items():
            field = self.statements[kind]
            field.setVisible(kind in there)
            if kind not in there:
                well.show_version(Version())
                continue
            companion, logo = there[kind]
            name = tr.ltr(Path(companion.logo).name)
            well.show_version(Version(name, image(logo.sample), own=True))
            field.show_text(companion.statement)

    def _show_usual(self) -> None:
        """Show in the empty fields what stands on the card all the same."""
        card = self._studio.composition
        for kind, field in self.statements.items():
            found = card.scene.find(f"{kind}-statement") if card else ()
            words = next((each.block.source for each in found if isinstance(each, Words)), "")
            if words and not field.line.text():
                field.line.setPlaceholderText(words)
                field.line.setToolTip(words)

    def _show_permissions(self, brief: Brief) -> None:
        marks = foreign(brief, self._studio.campaign)
        if [each.mark.role for each in self.permissions] != [each.role for each in marks]:
            cleared(self._folds)
            self.permissions = [PermissionFold(self._desk, mark) for mark in marks]
            for fold in self.permissions:
                self._folds.addWidget(fold)
                fold.left.connect(self.left)
                fold.said.connect(
                    lambda said, part, fold=fold: self.permitted.emit(fold.mark, said, part)
                )
        for fold, mark in zip(self.permissions, marks, strict=True):
            fold.show_permission(mark, permission_of(mark, brief))


def _shown(tr: Speech, partner: Partner, logo: Logo) -> Shown:
    """Return what is shown of a partner: of its file only what can be done, or is to be seen."""
    found = (each for each in logo.findings if each.severity >= Severity.WARNING or each.mending)
    light = logo.traits.tone == "light"
    file = Path(partner.logo).name
    files = {"reversed": partner.reversed, "mono": partner.mono}
    versions = tuple(
        (variant, Version(tr.ltr(Path(files[variant]).name), image(drawing.sample), own=True))
        for variant, drawing in logo.variants
        if files.get(variant)
    )
    return Shown(partner.name, file, image(logo.sample), light, rows(tr, found), versions)


def _column(desk: Desk, owner: QWidget, spacing: float) -> QVBoxLayout:
    made = QVBoxLayout(owner)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(desk.px(spacing))
    return made
