"""The Logo panel: the logo as read, its facts in one line, and what was found in it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cobrand.gui.desk import Desk
from cobrand.gui.images import image
from cobrand.gui.panels.panel import Panel, cleared
from cobrand.gui.parts.button import Button
from cobrand.gui.parts.fitting import paint_fitted
from cobrand.gui.parts.found import FoundRow
from cobrand.gui.parts.text import label
from cobrand.gui.speech import Speech
from cobrand.gui.studio import Studio
from cobrand.model.logo import Logo


class Portrait(QWidget):
    """The logo on white, or on a chequered ground where it is transparent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._image: QImage | None = None
        self._clear = True
        self._light = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(desk.tr("Your logo"))
        desk.theme.changed.connect(self.update)

    def show_logo(self, logo: Logo) -> None:
        """Show a logo's small drawing."""
        self._image = image(logo.sample)
        self._clear = logo.traits.ground is None
        self._light = logo.traits.tone == "light"
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Return the size in a panel."""
        return QSize(self._desk.px(264), self._desk.px(140))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground and logo."""
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, px(8), px(8))
        painter.fillPath(path, theme.colour("toast" if self._light else "paper"))
        if self._clear and not self._light:
            painter.save()
            painter.setClipPath(path)
            self._paint_squares(painter)
            painter.restore()
        painter.setPen(theme.colour("line"))
        painter.drawPath(path)
        if self._image is not None:
            paint_fitted(painter, box, self._image, px(20))
        painter.end()

    def _paint_squares(self, painter: QPainter) -> None:
        side = self._desk.px(6)
        colour = self._desk.theme.colour("chequer")
        for row in range(self.height() // side + 1):
            for column in range(row % 2, self.width() // side + 1, 2):
                painter.fillRect(column * side, row * side, side, side, colour)


class LogoPanel(Panel):
    """`replaced` asks for another file."""

    replaced = Signal()

    def __init__(self, desk: Desk, studio: Studio) -> None:
        self.replace = Button(desk, desk.tr("Replace…"), "folder-open", size="small")
        super().__init__(desk, desk.tr("Logo"), self.replace)
        self._studio = studio
        self._shown = ""
        self.replace.clicked.connect(self.replaced)
        self.portrait = Portrait(desk)
        self.facts = label(desk, "", "label", "soft", wrap=True)
        self.complaint = label(desk, "", "body", "bad", wrap=True)
        self.complaint.hide()
        self._found = QVBoxLayout()
        self._found.setSpacing(desk.px(10))
        self.add(self.portrait, after=8)
        self.add(self.facts)
        self.add(self.complaint)
        self.add(self._found)
        self.column.addStretch(1)
        studio.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the logo in hand."""
        logo = self._studio.logo
        if logo is None or logo.digest + self._studio.brief.logo == self._shown:
            return
        self._shown = logo.digest + self._studio.brief.logo
        self.complain("")
        self.portrait.show_logo(logo)
        self.facts.setText(facts(self.desk.tr, logo, Path(self._studio.brief.logo)))
        cleared(self._found)
        for found in sorted(logo.findings, key=lambda each: -each.severity):
            self._found.addWidget(FoundRow(self.desk, found))

    def complain(self, sentence: str) -> None:
        """Say why another file could not be used; the old logo stays."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))


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
