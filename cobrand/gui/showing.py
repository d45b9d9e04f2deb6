"""Keeps every picture in the window up to date: the stage at once, thumbnails when it rests."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication

from cobrand.errors import CobrandError
from cobrand.gui import matching, ruleline
from cobrand.gui.desk import Desk
from cobrand.gui.editor import Editor
from cobrand.gui.images import image
from cobrand.gui.mending import Mending, tried
from cobrand.gui.panels.look import GROUNDS
from cobrand.gui.parts.failure import Failure
from cobrand.gui.parts.toast import Toast
from cobrand.gui.ports import Maker
from cobrand.gui.previews import STAGE, Picture, Previews
from cobrand.gui.resting import rest
from cobrand.gui.start import Hole
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks
from cobrand.gui.weighing import Weighing
from cobrand.model.campaign import Variant
from cobrand.model.finding import Finding, Severity

_REST = 120  # ms without a change before thumbnails are drawn
_FILM, _LOOK = "film:", "look:"


class Showing(QObject):
    """Between the studio's brief and the widgets that show pictures of it."""

    drawn = Signal()

    def __init__(self, desk: Desk, studio: Studio, work: Tasks[Maker], editor: Editor) -> None:
        super().__init__()
        self._desk = desk
        self._studio = studio
        self._work = work
        self._editor = editor
        self._previews = Previews(work)
        self._weighing = Weighing(studio, work)
        self._said = ""
        self.toast = Toast(desk, editor.stage)
        self.failure = Failure(desk, editor.stage)
        self._soon = rest(self, 0, self._wish_stage)
        self._rest = rest(self, _REST, self._wish_thumbs)
        self._connect()

    def _connect(self) -> None:
        editor, studio = self._editor, self._studio
        studio.changed.connect(self._change)
        studio.mended.connect(self._tell_mended)
        editor.stage.wanted.connect(self._soon.start)
        editor.film.chosen.connect(studio.choose_format)
        editor.film.scrolled.connect(self._rest.start)
        editor.bar.chosen.connect(studio.choose_format)
        editor.bar.stepped.connect(studio.step_format)
        editor.look.wanted.connect(self._rest.start)
        editor.rules.lit.connect(self._light)
        editor.rules.wanted.connect(self._wish_mending)
        editor.rules.settled.connect(editor.ruleline.verdict.setFocus)
        editor.ruleline.asked.connect(self._open_rules)
        editor.ruleline.unlit.connect(self.end_highlight)
        editor.panelled.connect(self._panel_shown)
        self._previews.drawn.connect(self._show)
        self._previews.failed.connect(self._fail)
        self._weighing.told.connect(editor.ruleline.show_weight)
        self.failure.again.clicked.connect(self._soon.start)
        self.failure.undo.clicked.connect(studio.undo)

    @property
    def busy(self) -> bool:
        """Say whether a picture is still to come."""
        waiting = (self._soon.isActive(), self._rest.isActive(), self._weighing.busy)
        return any(waiting) or self._work.busy

    def wish_mark(self, hole: Hole) -> None:
        """Draw the campaign's mark beside the hole on the start screen."""
        campaign = self._studio.campaign
        variant: Variant = "reversed" if self._desk.theme.tokens.dark else "colour"
        self._work.start(
            lambda maker: image(maker.mark(campaign.id, variant).sample),
            lambda drawn: hole.show_mark(campaign.hashtag, drawn),
            key="mark",
            priority=2,
        )

    # wishes

    def _change(self) -> None:
        if self._studio.logo is None:
            return
        self._editor.bar.show_format(self._studio.format)
        self._editor.film.mark(self._studio.brief.format)
        self._editor.bar.dot.start()
        self._soon.start()
        self._rest.start()

    def _wish_stage(self) -> None:
        studio = self._studio
        if studio.hand is not None:
            size = studio.format.size
            width = self._editor.stage.device_width(QSize(round(size.width), round(size.height)))
            self._previews.wish(STAGE, studio.brief, studio.hand, width)

    def _wish_thumbs(self) -> None:
        studio, hand = self._studio, self._studio.hand
        if hand is None:
            return
        ratio = self._editor.devicePixelRatioF()
        if self._editor.look.isVisible():
            for name in self._editor.look.cards:
                brief = matching.with_template(studio.library, studio.brief, name)
                width = round(self._desk.px(126) * ratio)
                self._previews.wish(_LOOK + name, brief, hand, width, 5)
        for place, frame in enumerate(self._editor.film.frames.frames):
            brief = studio.in_format(frame.format.id)
            width = max(16, round(min(self._desk.px(92), self._desk.px(64) * frame.aspect) * ratio))
            self._previews.wish(_FILM + frame.format.id, brief, hand, width, 10 + place)

    def _wish_mending(self, found: Finding) -> None:
        """Try out what may help, once the pictures are there."""
        card, hand = self._studio.composition, self._studio.hand
        if card is None or hand is None or found.severity < Severity.WARNING:
            return
        self._work.start(
            lambda maker: tried(maker, hand, card, found),
            lambda good: self._offer(found, good),
            key=f"mend:{found.code}:{found.role}",
            priority=8,
        )

    # results

    def _show(self, place: str, picture: Picture) -> None:
        if place.startswith(_FILM):
            self._editor.film.frames.put(place.removeprefix(_FILM), picture)
        elif place.startswith(_LOOK):
            self._editor.look.show_picture(place.removeprefix(_LOOK), picture)
        elif picture.wish.brief == self._studio.brief:
            self._show_stage(picture)

    def _show_stage(self, picture: Picture) -> None:
        editor, composition = self._editor, picture.composition
        self.failure.hide()
        editor.bar.dot.stop()
        if picture is editor.stage.picture and composition is self._studio.composition:
            return
        editor.stage.show_picture(picture)
        editor.ruleline.show_composition(composition, self._studio.campaign.stand_in)
        name = composition.format.name(self._desk.tr.language)
        editor.stage.setAccessibleName(ruleline.spoken(self._desk.tr, composition, name))
        editor.stage.setAccessibleDescription(composition.scene.alt)
        self._studio.seen(composition)
        self._show_badge(len(composition.breaches))
        self._announce(editor.ruleline.said)
        self.drawn.emit()

    def _fail(self, place: str, problem: CobrandError) -> None:
        if place == STAGE:
            self._editor.bar.dot.stop()
            undoable = bool(self._studio.history.undoable)
            self.failure.tell(self._desk.tr.say(problem), undoable)

    def _offer(self, found: Finding, good: list[Mending]) -> None:
        offered = [(self._words(each), each.brief) for each in good]
        self._editor.rules.offer(found, offered)

    def _words(self, mending: Mending) -> str:
        tr, name = self._desk.tr, mending.name
        if name in GROUNDS:
            name = tr(GROUNDS[name])
        elif name:
            name = self._studio.library.template(name).name(tr.language)
        return tr(mending.words, name=name)

    def _show_badge(self, broken: int) -> None:
        tr = self._desk.tr
        name = tr("Rules")
        if broken:
            name += ", " + tr.count("{n} rule is broken", "{n} rules are broken", broken)
        self._editor.rail.button("rules").set_badge(broken, "bad", name)

    def _announce(self, said: str) -> None:
        """Tell a screen reader when the verdict changes."""
        if self._said and said != self._said and QAccessible.isActive():
            line = self._editor.ruleline.verdict
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(line, said))
        self._said = said

    def _tell_mended(self) -> None:
        self.toast.tell(self._desk.tr("Mended"), self._desk.tr("Undo"), self._studio.undo)

    # highlights and findings

    def _light(self, role: str) -> None:
        composition = self._studio.composition
        there = composition is not None and composition.scene.box(role) is not None
        self._editor.stage.light(role if there and role else "")
        self._editor.ruleline.light(there and bool(role), self._studio.campaign.stand_in)

    def end_highlight(self) -> bool:
        """Put the light out; say whether there was one."""
        was = bool(self._editor.stage.lit)
        self._editor.rules.unselect()
        self._light("")
        return was

    def step_finding(self, by: int) -> None:
        """Go to the next or previous finding."""
        if self._studio.logo is not None:
            self._editor.show_panel("rules")
            self._editor.rules.step(by)

    def copy(self) -> None:
        """Put the card as seen on the clipboard."""
        if picture := self._editor.stage.picture:
            QGuiApplication.clipboard().setImage(picture.images[0])
            self.toast.tell(self._desk.tr("Picture copied"))

    def _open_rules(self) -> None:
        self._editor.show_panel("rules")
        self._editor.rules.show_first()

    def _panel_shown(self, name: str) -> None:
        if name == "look":
            self._rest.start()
        if name != "rules" and not self._editor.docked:
            self.end_highlight()
            self._editor.rules.forget_mended()
