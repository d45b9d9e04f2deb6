"""The bar over the stage: which format, guides, and zoom."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.measures import plain_name
from cobrand.gui.overlays import GUIDES
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.text import line
from cobrand.gui.resting import rest
from cobrand.gui.speech import marked
from cobrand.gui.stage import Stage
from cobrand.model.format import Format

_STALE_AFTER = 250
_ZOOM_FROM, _GUIDES_FROM, _FIT_FROM = (
    480,
    350,
    300,
)  # px of the design at which there is room for them


class Dot(QWidget):
    """Shows that the card in view is being drawn anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFixedSize(desk.px(10), desk.px(10))
        self.setAccessibleName(desk.tr("updating"))
        self._timer = rest(self, _STALE_AFTER, self.show)
        self.hide()

    def start(self) -> None:
        """Appear if it takes long."""
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The card is there."""
        self._timer.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._desk.theme.colour("soft"))
        painter.setBrush(self._desk.theme.colour("soft"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()


class StageBar(QWidget):
    """`chosen` tells a format picked from the list; `stepped` the next or the previous."""

    chosen = Signal(str)
    stepped = Signal(int)

    def __init__(self, desk: Desk, stage: Stage, formats: tuple[Format, ...]) -> None:
        super().__init__()
        self.setObjectName("stagebar")
        self._desk = desk
        self._stage = stage
        self._last = frozenset(GUIDES)
        tr, px = desk.tr, desk.px
        self.setMinimumHeight(px(44))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.dot = Dot(desk)
        self.formats = Button(desk, tr("Format"), "frame-corners", role="strong", size="bar",
                              caret=True).shrinking()  # fmt: skip
        self._menu = self._format_menu(formats)
        self.formats.clicked.connect(lambda: _drop(self._menu, self.formats))
        self.back = Button(desk, tr("Previous format"), "caret-left", role="bar", icon_only=True)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.next = Button(desk, tr("Next format"), "caret-right", role="bar", icon_only=True)
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.guides = Button(desk, tr("Guides"), "ruler", role="bar", size="bar", caret=True)
        self.guides.setCheckable(True)
        self.guide_actions = self._guide_actions()
        self._guide_menu = QMenu(self)
        self._guide_menu.addActions(list(self.guide_actions.values()))
        self.guides.clicked.connect(self._open_guides)
        self.out = Button(desk, tr("Zoom out"), "minus", role="bar", icon_only=True)
        self.out.clicked.connect(stage.further)
        self.fit = Button(desk, tr("Fit"), role="bar", size="bar")
        self.fit.setMinimumWidth(px(58))
        self.fit.clicked.connect(stage.fit)
        self.into = Button(desk, tr("Zoom in"), "plus", role="bar", icon_only=True)
        self.into.clicked.connect(stage.nearer)
        self._lay_out()
        stage.zoomed.connect(self._show_zoom)
        stage.guided.connect(self.toggle_guides)

    def show_format(self, format_: Format) -> None:
        """Name the format on the stage."""
        name = plain_name(format_, self._desk.tr.language)
        self.formats.say(name, self._desk.tr.ltr(measure(format_)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave to the menu what would shorten the format's name."""
        px = self._desk.px
        for part in self._zooms:
            part.setVisible(self.width() >= px(_ZOOM_FROM))
        self.guides.setVisible(self.width() >= px(_GUIDES_FROM))
        self.fit.setVisible(self.width() >= px(_FIT_FROM))
        super().resizeEvent(event)

    def show_stepping(self, on: bool) -> None:
        """Offer the arrows where there is no film strip."""
        self.back.setVisible(on)
        self.next.setVisible(on)

    def shorten(self, short: bool) -> None:
        """Show only icons in a narrow window."""
        self.guides.bare(short)

    def set_guides(self, on: bool) -> None:
        """Show the guides that were chosen last, or none."""
        for name, action in self.guide_actions.items():
            action.setChecked(on and name in self._last)
        self._show_guides()

    def toggle_guides(self) -> None:
        """Turn the last set of guides on or off."""
        self.set_guides(not self._stage.guides)

    def _lay_out(self) -> None:
        px = self._desk.px
        inside = QHBoxLayout(self)
        inside.setContentsMargins(px(12), 0, px(12), 0)
        inside.setSpacing(px(4))
        first: tuple[QWidget, ...] = (self.formats, self.dot, self.back, self.next)
        for part in first:
            inside.addWidget(part)
        inside.addStretch(1)
        rule = line(upright=True)
        rule.setFixedHeight(px(20))
        self._zooms = (rule, self.out, self.into)
        last: tuple[QWidget, ...] = (self.guides, rule, self.out, self.fit, self.into)
        for part in last:
            inside.addWidget(part)

    def _format_menu(self, formats: tuple[Format, ...]) -> QMenu:
        menu = QMenu(self)
        tr = self._desk.tr
        for format_ in formats:
            words = f"{plain_name(format_, tr.language)}\t{tr.ltr(measure(format_))}"
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, n=format_.id: self.chosen.emit(n))
        return menu

    def _guide_actions(self) -> dict[str, QAction]:
        names = dict(
            zip(
                GUIDES,
                (marked("Clear space"), marked("Safe area"), marked("Ink boxes")),
                strict=True,
            )
        )
        actions = {}
        for name, words in names.items():
            action = QAction(self._desk.tr(words), self)
            action.setCheckable(True)
            action.triggered.connect(self._choose_guides)
            actions[name] = action
        return actions

    def _open_guides(self) -> None:
        self.guides.setChecked(bool(self._stage.guides))
        _drop(self._guide_menu, self.guides)

    def _choose_guides(self) -> None:
        self._show_guides()
        self._last = self._stage.guides or self._last

    def _show_guides(self) -> None:
        on = frozenset(name for name, action in self.guide_actions.items() if action.isChecked())
        self._stage.show_guides(on)
        self.guides.setChecked(bool(on))

    def _show_zoom(self) -> None:
        tr = self._desk.tr
        words = tr("Fit") if self._stage.fits else f"{round(100 * self._stage.scale)} %"
        self.fit.say(tr.ltr(words), name=tr("Fit the card into the window"))
        self.fit.setMinimumWidth(max(self._desk.px(58), self.fit.sizeHint().width()))


def measure(format_: Format) -> str:
    """Return a format's size in the unit it is thought of."""
    size, unit = format_.size, format_.unit
    if unit == "px":
        return f"{round(size.width)} × {round(size.height)}"
    per = 96 if unit == "in" else 96 / 25.4
    digits = 1 if unit == "in" else 0
    wide, tall = (
        f"{side / per:.{digits}f}".removesuffix(".0") for side in (size.width, size.height)
    )
    return f"{wide} × {tall} {unit}"


def _drop(menu: QMenu, button: QWidget) -> None:
    edge = button.width() - menu.sizeHint().width() if button.isRightToLeft() else 0
    menu.popup(button.mapToGlobal(QPoint(edge, button.height() + 2)))
