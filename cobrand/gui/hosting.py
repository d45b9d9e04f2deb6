"""Connects what the panels show of guests to the studio: every deed is one step, undone as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cobrand.errors import CobrandError, LogoNotFound, WrongUse
from cobrand.gui import company, pictures
from cobrand.gui.company import Change
from cobrand.gui.desk import Desk
from cobrand.gui.dropping import Gift, gifts
from cobrand.gui.editor import Editor
from cobrand.gui.filing import Filing
from cobrand.gui.panels.company import CompanySection
from cobrand.gui.panels.photo import PhotoSection
from cobrand.gui.speech import marked
from cobrand.gui.studio import Studio
from cobrand.model.campaign import Variant
from cobrand.model.guest import MOST_ORGANISATIONS, CompanionKind

_OF_PHOTO = "photo"


class Hosting(QObject):
    """Partners, companions, permissions and the photograph, as a person gives them."""

    def __init__(self, desk: Desk, studio: Studio, editor: Editor, filing: Filing) -> None:
        super().__init__()
        self._desk, self._studio, self._editor, self._filing = desk, studio, editor, filing
        self._tried: set[str] = set()
        self._connect_company(editor.logo.company)
        self._connect_photo(editor.look.photo)
        studio.opened.connect(self._forget)

    def add_partners(self) -> None:
        """Ask for logos, and let their organisations stand beside the one in hand."""
        self._editor.show_panel("logo")
        self._add([str(path) for path in self._filing.dialogs.ask_several()])

    def choose_photo(self) -> None:
        """Ask for a photograph, and put it under the cards."""
        self._editor.show_panel("look")
        if path := self._filing.dialogs.ask_photo():
            self._take_photo(str(path))

    def paste(self, focus: QWidget | None) -> bool:
        """Take what was copied where the focus is; say whether that is a place for it."""
        photo, place = self._editor.look.photo, self._editor.logo.company.place
        section = next(
            (each for each in (photo, place) if focus and each.isAncestorOf(focus)), None
        )
        given = gifts(QGuiApplication.clipboard().mimeData()) if section else []
        if section and given:
            section.given.emit(given)
        return bool(given)

    def ask_permission(self, mark: str) -> None:
        """Show where it is said who allowed a mark."""
        self._editor.show_panel("logo")
        if fold := self._editor.logo.company.permission(mark):
            fold.open()
            fold.by.line.setFocus()
            QTimer.singleShot(0, fold, lambda: self._editor.logo.ensureWidgetVisible(fold.by))

    def refuse(self, problem: CobrandError, path: str) -> bool:
        """Say what was refused where it was given; say whether it was given here."""
        sentence = self._desk.tr.say(problem)
        if problem.code.startswith(_OF_PHOTO):
            self._editor.show_panel("look")
            self._editor.look.photo.complain(sentence)
            self._editor.look.ensureWidgetVisible(self._editor.look.photo.complaint)
            return True
        if path not in self._tried:
            return False
        self._tried.discard(path)  # the next time it may be meant as the logo
        panel = self._editor.logo
        self._editor.show_panel("logo")
        panel.company.complain(f"{self._desk.tr.ltr(Path(path).name)} · {sentence}")
        panel.ensureWidgetVisible(panel.company.complaint)
        return True

    def _forget(self) -> None:
        self._tried.clear()
        self._editor.logo.company.complain("")
        self._editor.look.photo.complain("")

    # connecting

    def _connect_company(self, section: CompanySection) -> None:
        section.asked.connect(self.add_partners)
        section.place.given.connect(self._take_partners)
        section.left.connect(self._studio.history.settle)
        section.order.chosen.connect(self._choose_order)
        section.permitted.connect(
            lambda mark, said, part: self._do(
                marked("permission"), company.permit(mark, said), f"{part} of {mark.name}"
            )
        )
        for kind, well in section.wells.items():
            well.asked.connect(partial(self._ask_companion, kind))
            well.given.connect(partial(self._take, partial(self._set_companion, kind)))
            well.emptied.connect(partial(self._set_companion, kind, ""))
            section.statements[kind].edited.connect(partial(self._say_beside, kind))
        self._connect_partners(section)

    def _connect_partners(self, section: CompanySection) -> None:
        partners = section.partners
        partners.left.connect(self._studio.history.settle)
        partners.named.connect(
            lambda place, name: self._do(
                marked("partner's name"), company.name_partner(place, name), f"partner {place}"
            )
        )
        partners.moved.connect(
            lambda place, by: self._read(marked("order"), company.move_partner(place, by))
        )
        partners.removed.connect(
            lambda place: self._read(marked("partner"), company.remove_partner(place))
        )
        partners.mended.connect(
            lambda place, row: self._read(marked("mending"), company.mend_partner(place, row))
        )
        partners.sought.connect(self._ask_version)
        partners.versioned.connect(self._take_version)
        partners.paged.connect(
            lambda place, page: self._read(marked("page"), company.turn_partner(place, page))
        )

    def _connect_photo(self, section: PhotoSection) -> None:
        studio = self._studio
        section.asked.connect(self.choose_photo)
        section.given.connect(lambda given: self._take(self._take_photo, given[0], photo=True))
        section.emptied.connect(lambda: self._take_photo(""))
        section.tile.moved.connect(
            lambda x, y: self._do(marked("focus"), company.set_focus(x, y), "focus")
        )
        section.tile.rested.connect(studio.history.settle)
        for word, field in ((company.ALT, section.alt), (company.CREDIT, section.credit)):
            field.edited.connect(partial(studio.write_word, word))
            field.left.connect(studio.history.settle)

    # doing

    def _take_partners(self, given: list[Gift]) -> None:
        files = [str(each.path) for each in given if each.path]
        if files:
            self._add(files)
        else:
            self._take(lambda file: self._add([file]), given[0])

    def _add(self, files: list[str]) -> None:
        """Add as many as a lock-up holds, each on its own: one may be refused."""
        room = company.room(self._studio.brief)
        for file in files[:room]:
            self._guest(marked("partner"), company.add_partner(file), file)
        if len(files) > room:
            given = MOST_ORGANISATIONS - room + len(files)
            code = "wrong-use.too-many-organisations"
            problem = WrongUse(code, given=given, most=MOST_ORGANISATIONS)
            self._editor.logo.company.complain(self._desk.tr.say(problem))

    def _ask_version(self, place: int, variant: Variant) -> None:
        if path := self._filing.dialogs.ask_open(kits=False):
            self._give_version(place, variant, str(path))

    def _take_version(self, place: int, variant: Variant, gift: Gift | None) -> None:
        give = partial(self._give_version, place, variant)
        if gift is None:
            give("")
        else:
            self._take(give, gift)

    def _give_version(self, place: int, variant: Variant, file: str) -> None:
        self._guest(marked("version"), company.give_version(place, variant, file), file)

    def _set_companion(self, kind: CompanionKind, file: str) -> None:
        self._guest(marked("mark beside"), company.set_companion(kind, file), file)

    def _ask_companion(self, kind: CompanionKind) -> None:
        if path := self._filing.dialogs.ask_open(kits=False):
            self._set_companion(kind, str(path))

    def _say_beside(self, kind: CompanionKind, text: str) -> None:
        self._do(marked("text"), company.say_beside(kind, text), f"{kind} statement")

    def _take_photo(self, file: str) -> None:
        self._editor.look.photo.complain("")
        self._guest(marked("photograph"), company.set_photo(file), file)

    def _choose_order(self, order: str) -> None:
        options = replace(self._studio.brief.options, order=order)  # type: ignore[arg-type]  # by name
        self._studio.arrange(marked("order"), options)

    def _guest(self, name: str, change: Change, file: str) -> None:
        """Do what brings a file along, or takes one away."""
        self._editor.logo.company.complain("")
        self._tried.add(file)
        self._studio.reread(name, change, guest=True, path=file, fresh=bool(file))

    def _read(self, name: str, change: Change) -> None:
        self._studio.reread(name, change, guest=True)

    def _do(self, name: str, change: Change, key: str) -> None:
        self._studio.reread(name, change, key=key)

    def _take(self, then: Callable[[str], object], gift: Gift, *, photo: bool = False) -> None:
        """Take what was dropped; a picture without a file is given one first."""
        if gift.path is not None:
            then(str(gift.path))
        elif gift.address:
            self._studio.refused.emit(LogoNotFound("logo.address"), "")
        else:
            folder = self._filing.pictures_folder
            self._studio.run(
                lambda maker: pictures.take(maker, folder, gift, photo=photo),
                lambda path: then(str(path)),
            )
