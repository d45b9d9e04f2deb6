"""The Look panel: templates as pictures of this card, its ground, and how the pair stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QSlider, QVBoxLayout

from cobrand.gui import matching, measures
from cobrand.gui.desk import Desk
from cobrand.gui.panels.panel import Panel, cleared
from cobrand.gui.panels.photo import PhotoSection
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.combo import Tick
from cobrand.gui.parts.ends import Ends
from cobrand.gui.parts.fold import Fold
from cobrand.gui.parts.lookcard import LookCard
from cobrand.gui.parts.segmented import Segmented
from cobrand.gui.parts.swatch import Swatch
from cobrand.gui.parts.text import label, line
from cobrand.gui.previews import Picture
from cobrand.gui.speech import marked
from cobrand.gui.studio import Studio
from cobrand.model.brief import Options

GROUNDS = {
    "brand": marked("Petrol"),
    "light": marked("Paper white"),
    "dark": marked("Night"),
    "lamp": marked("Lamp yellow"),
    "paper": marked("White"),
}


class LookPanel(Panel):
    """`wanted` tells that pictures of the looks are missing."""

    wanted = Signal()
    words_wanted = Signal()

    def __init__(self, desk: Desk, studio: Studio) -> None:
        self._count = label(desk, "", "label", "soft")
        super().__init__(desk, desk.tr("Look"), self._count)
        self._studio = studio
        self._shown: tuple[object, ...] = ()
        self.cards: dict[str, LookCard] = {}
        self._swatches: dict[str, Swatch] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(-4, 0, -4, 0)  # the cells hold room for their rings
        self._grid.setHorizontalSpacing(desk.px(8))
        self._grid.setVerticalSpacing(desk.px(8))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.add(self._grid)
        self._missing = Button(
            desk, desk.tr("Write what this card needs"), "text-t", role="link", size="inline"
        )
        self._missing.start_aligned().wrapping().clicked.connect(self.words_wanted)
        self.add(self._missing)
        self.add(line())
        self._add_grounds()
        self.photo = PhotoSection(desk, studio)
        self.add(self.photo)
        self._add_arrangement()
        self.column.addStretch(1)
        studio.changed.connect(self.refresh)
        studio.composed.connect(self._show_ratio)

    def refresh(self) -> None:
        """Show what the format can be made with."""
        if self._studio.logo is None:
            return
        brief = self._studio.brief
        there = matching.looks(self._studio.library, self._studio.format)
        shown = (brief.format, tuple(each.id for each in there))
        if shown != self._shown:
            self._build(brief.format)
            self._shown = shown
        if brief.template in self.cards:
            self.cards[brief.template].setChecked(True)
        self._missing.setVisible(bool(self._studio.missing))
        self._show_grounds()
        self._show_options(brief.options)
        self.wanted.emit()

    def show_picture(self, name: str, picture: Picture) -> None:
        """Show what a look makes of this card."""
        if name in self.cards:
            self.cards[name].show_image(picture.images[0])

    # building

    def _build(self, name: str) -> None:
        format_ = self._studio.library.format(name)
        for card in self.cards.values():
            self._group.removeButton(card)
            card.setParent(None)
            card.deleteLater()
        self.cards.clear()
        there = matching.looks(self._studio.library, format_)
        for place, template in enumerate(there):
            card = LookCard(self.desk, template.name(self.desk.tr.language), format_.size.aspect)
            card.clicked.connect(
                lambda _=False, name=template.id: self._studio.choose_template(name)
            )
            self._group.addButton(card)
            self.cards[template.id] = card
            self._grid.addWidget(card, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self._count.setText(self.desk.tr.count("{n} template", "{n} templates", len(there)))

    def _add_grounds(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(self.desk.px(6))
        column.addWidget(label(self.desk, self.desk.tr("Ground"), "label", "soft"))
        self._swatch_row = QHBoxLayout()
        self._swatch_row.setSpacing(self.desk.px(4))
        self._swatch_row.setContentsMargins(-4, 0, -4, 0)
        self._swatch_group = QButtonGroup(self)
        column.addLayout(self._swatch_row)
        self.add(column)

    def _show_grounds(self) -> None:
        offered = self._studio.template.grounds
        if tuple(self._swatches) != offered:
            self._build_swatches(offered)
        used = self._studio.brief.ground
        if used not in offered and offered:
            used = offered[0]
        if used in self._swatches:
            self._swatches[used].setChecked(True)

    def _build_swatches(self, offered: tuple[str, ...]) -> None:
        cleared(self._swatch_row)
        self._swatches.clear()
        for name in offered:
            if ground := self._studio.campaign.ground(name):
                words = self.desk.tr(GROUNDS.get(name, name))
                swatch = Swatch(self.desk, words, ground.field.hex)
                swatch.clicked.connect(lambda _=False, n=name: self._studio.choose_ground(n))
                self._swatch_group.addButton(swatch)
                self._swatches[name] = swatch
                self._swatch_row.addWidget(swatch)
        self._swatch_row.addStretch(1)

    def _add_arrangement(self) -> None:
        desk, tr = self.desk, self.desk.tr
        fold = Fold(desk, tr("Arrangement: pair, line, size"))
        self.pairing = Segmented(
            desk,
            (("auto", tr("Auto")), ("horizontal", tr("Beside")), ("stacked", tr("Stacked"))),
        )
        self.pairing.chosen.connect(lambda name: self._set(marked("arrangement"), pairing=name))
        self.separator = Tick(desk, tr("Line between the marks"))
        self.separator.clicked.connect(lambda on: self._set(marked("line"), separator=on))
        self.first = Tick(desk, tr("Campaign mark first"))
        self.first.clicked.connect(lambda on: self._set(marked("order"), campaign_first=on))
        self.baseline = Tick(desk, tr("Words of both marks on one line"))
        self.baseline.clicked.connect(
            lambda on: self._set(marked("alignment"), align="baseline" if on else "centre")
        )
        self.nudge = QSlider(Qt.Orientation.Horizontal)
        self.nudge.setRange(-10, 10)
        self.nudge.setPageStep(2)
        self.nudge.setAccessibleName(tr("Size of your logo"))
        self.nudge.valueChanged.connect(lambda value: self._set(marked("size"), nudge=float(value)))
        self.nudge.sliderReleased.connect(self._studio.history.settle)
        self.ratio = label(desk, "", "label", "text")
        caption = label(desk, tr("Size of your logo"), "label", "soft")
        for part in (self.pairing, self.separator, self.first, self.baseline):
            fold.inside.addWidget(part)
        fold.inside.addLayout(Ends(desk, caption, self.ratio))
        fold.inside.addWidget(self.nudge)
        self.arrangement = fold
        self.add(fold)

    # showing and doing

    def _show_options(self, options: Options) -> None:
        self.pairing.mark(options.pairing)
        self.separator.setChecked(options.separator)
        self.first.setChecked(options.campaign_first)
        self.baseline.setChecked(options.align == "baseline")
        self.nudge.blockSignals(True)
        self.nudge.setValue(round(options.nudge))
        self.nudge.blockSignals(False)

    def _show_ratio(self) -> None:
        promise = self._studio.composition and self._studio.composition.scene.promise
        if promise:
            told = measures.signed(self.desk.tr, promise.ratio)
            self.ratio.setText(self.desk.tr.ltr(told))
            compared = measures.compared(self.desk.tr, promise.ratio)
            self.nudge.setAccessibleDescription(compared)
            self.nudge.setToolTip(compared)

    def _set(self, name: str, **change: object) -> None:
        options = replace(self._studio.brief.options, **change)  # type: ignore[arg-type]  # by name
        self._studio.arrange(name, options)
