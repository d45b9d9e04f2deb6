"""The part of the Look panel about the photograph: what must be seen, what it shows, whose."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from cobrand.gui import company
from cobrand.gui.desk import Desk
from cobrand.gui.parts.banner import column
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.field import Field
from cobrand.gui.parts.filerows import Shortened
from cobrand.gui.parts.focal import Focal
from cobrand.gui.parts.text import label
from cobrand.gui.parts.welcome import Welcome
from cobrand.gui.studio import Studio

_ASIDE = ("photo.not-used", "photo.missing")


class PhotoSection(Welcome):
    """Takes a picture that is dropped on it; `asked` wants one chosen, `emptied` takes it away."""

    asked = Signal()
    emptied = Signal()

    def __init__(self, desk: Desk, studio: Studio) -> None:
        tr = desk.tr
        super().__init__(desk, tr("Photograph"))
        self._studio = studio
        self.add = Button(desk, tr("Open…"), "image-square", role="link", size="inline")
        self.replace = Button(desk, tr("Replace…"), role="link", size="inline")
        self.remove = Button(desk, tr("Remove"), role="link", size="inline")
        for button in (self.add, self.replace, self.remove):
            button.setAccessibleName(f"{tr('Photograph')}: {button.text().rstrip('…')}")
        self.add.clicked.connect(self.asked)
        self.replace.clicked.connect(self.asked)
        self.remove.clicked.connect(self.emptied)
        self.tile = Focal(desk)
        self.file = Shortened(desk, "")
        self.hint = label(
            desk, tr("Put the ring on what must be seen."), "label", "soft", wrap=True
        )
        self.aside = label(desk, "", "label", "soft", wrap=True)
        self.complaint = label(desk, "", "body", "bad", wrap=True)
        self.alt = Field(desk, tr("What it shows"), tr("For those who cannot see it"))
        self.credit = Field(desk, tr("Credit"), tr("Photo: name"))
        self._lay_out()
        studio.changed.connect(self.refresh)
        studio.composed.connect(self._show_aside)

    def refresh(self) -> None:
        """Show the photograph in hand."""
        hand, photo = self._studio.hand, self._studio.brief.photo
        if hand is None:
            return
        there = photo is not None
        self.tile.show_photo(hand.photo, photo.focus if photo else (0.5, 0.5))
        self.file.show_name(Path(photo.file).name if photo else "")
        parts = (self.tile, self.file, self.hint, self.alt, self.credit)
        for part in (*parts, self.replace, self.remove):
            part.setVisible(there)
        self.add.setVisible(not there)
        self.alt.show_text(self._studio.brief.word(company.ALT))
        self.credit.show_text(self._studio.brief.word(company.CREDIT))

    def complain(self, sentence: str) -> None:
        """Say why a picture could not be used; the old one stays."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        desk = self._desk
        self.file.setFont(desk.type("label"))
        self.file.setProperty("tone", "soft")
        rows = column(desk, self, 8)
        title = label(desk, desk.tr("Photograph"), "label", "soft", wrap=True)
        rows.addLayout(Ends(desk, title, self.add))
        rows.addWidget(self.complaint)
        rows.addWidget(self.tile)
        rows.addLayout(Ends(desk, self.file, self.replace, self.remove, spacing=12))
        for part in (self.hint, self.aside, self.alt, self.credit):
            rows.addWidget(part)
        self.complaint.hide()
        self.aside.hide()

    def _show_aside(self) -> None:
        """Say where a look has no place for the photograph, or needs one."""
        card = self._studio.composition
        found = (
            next((each for each in card.findings if each.code in _ASIDE), None) if card else None
        )
        self.aside.setText(self._desk.tr.say(found) if found else "")
        self.aside.setVisible(found is not None)
