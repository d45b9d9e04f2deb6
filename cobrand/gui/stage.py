"""The stage: the card as it will be written, at any size, with guides over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from cobrand.gui import overlays
from cobrand.gui.desk import Desk
from cobrand.gui.parts.shadow import paint_shadow
from cobrand.gui.previews import Picture
from cobrand.gui.resting import rest
from cobrand.model.scene import Scene

_AIR = 32
_GAP = 24
_STEP = 1.25
_LEAST, _MOST = 0.05, 8.0


class Stage(QWidget):
    """Shows the pages side by side; `wanted` asks for pages so many device pixels wide."""

    wanted = Signal()
    zoomed = Signal()
    guided = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._picture: Picture | None = None
        self._scale = 0.0  # 0 fits
        self._pan = QPointF()
        self._grabbed: QPointF | None = None
        self._space = False
        self.guides: frozenset[str] = frozenset()
        self.lit = ""
        self.setObjectName("stage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(desk.px(200), desk.px(140))
        self._later = rest(self, 60, self.wanted)
        desk.theme.changed.connect(self.update)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: Picture) -> None:
        """Swap the picture in one frame; another format is seen whole."""
        old = self._picture
        if old is not None and old.composition.format != picture.composition.format:
            self._pan = QPointF()
        self._picture = picture
        self.update()

    def show_guides(self, names: frozenset[str]) -> None:
        """Draw these guides over the card."""
        self.guides = names
        self.update()

    def light(self, role: str) -> None:
        """Darken all but the thing of this role; an empty role ends it."""
        self.lit = role
        self.update()

    # size

    @property
    def scale(self) -> float:
        """Logical px of the screen for each px of the page."""
        return self._scale or self._fitting()

    @property
    def fits(self) -> bool:
        """Say whether the whole card is in view by itself."""
        return self._scale == 0.0

    def device_width(self, page: QSize) -> int:
        """Return the width in device px at which a page of this size would be drawn now."""
        scale = self._scale or self._fitting_of([page])
        return max(16, min(4096, round(page.width() * scale * self.devicePixelRatioF())))

    def fit(self) -> None:
        """See the whole card."""
        self.zoom_to(0.0)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Come nearer or go away, keeping the point under the pointer."""
        old = self.scale
        new = max(_LEAST, min(_MOST, old * factor))
        away = (about or QPointF(self.rect().center())) - QPointF(self.rect().center())
        self._pan = away - (away - self._pan) * (new / old)
        self.zoom_to(new)

    def nearer(self) -> None:
        """Zoom in one step."""
        self.zoom(_STEP)

    def further(self) -> None:
        """Zoom out one step."""
        self.zoom(1 / _STEP)

    def pixels(self) -> None:
        """Show one px of the page as one device px."""
        self.zoom(1 / self.devicePixelRatioF() / self.scale)

    def zoom_to(self, scale: float) -> None:
        """Show a px of the page as so many logical px; 0 fits."""
        self._scale = max(_LEAST, min(_MOST, scale)) if scale else 0.0
        if not scale:
            self._pan = QPointF()
        self._hold()
        self.update()
        self.zoomed.emit()
        self._later.start()

    def _pages(self) -> list[QSize]:
        if self._picture is None:
            return []
        sizes = (scene.size for scene in self._picture.composition.pages)
        return [QSize(round(size.width), round(size.height)) for size in sizes]

    def _fitting(self) -> float:
        return self._fitting_of(self._pages())

    def _fitting_of(self, pages: list[QSize]) -> float:
        if not pages:
            return 1.0
        air = self._desk.px(_AIR if min(self.width(), self.height()) > 360 else 24)
        wide = self.width() - 2 * air - self._desk.px(_GAP) * (len(pages) - 1)
        tall = self.height() - 2 * air
        across = sum(page.width() for page in pages)
        return max(0.02, min(wide / across, tall / max(page.height() for page in pages), 4.0))

    def boxes(self) -> list[QRectF]:
        """Return where the pages are, in px of this widget."""
        pages, scale, gap = self._pages(), self.scale, self._desk.px(_GAP)
        wide = sum(page.width() for page in pages) * scale + gap * (len(pages) - 1)
        at = self.width() / 2 + self._pan.x() - wide / 2
        found = []
        for page in reversed(pages) if self.isRightToLeft() else pages:
            tall = page.height() * scale
            top = self.height() / 2 + self._pan.y() - tall / 2
            found.append(QRectF(round(at), round(top), page.width() * scale, tall))
            at += page.width() * scale + gap
        return found[::-1] if self.isRightToLeft() else found

    def _hold(self) -> None:
        """Keep some of the card in view."""
        boxes = self.boxes()
        if not boxes:
            return
        wide = sum(box.width() for box in boxes) / 2 + self.width() / 2 - 40
        tall = max(box.height() for box in boxes) / 2 + self.height() / 2 - 40
        self._pan = QPointF(
            max(-wide, min(wide, self._pan.x())), max(-tall, min(tall, self._pan.y()))
        )

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, shadow, pages and guides."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._desk.theme.colour("sunk"))
        picture = self._picture
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for box, image, scene in zip(
                self.boxes(), picture.images, picture.composition.pages, strict=False
            ):
                paint_shadow(painter, self._desk, box)
                painter.fillRect(box, self._desk.theme.colour("paper"))
                painter.drawImage(box, image, _trim(image.width(), image.height(), scene))
                overlays.paint(
                    painter, self._desk, overlays.View(scene, box), self.guides, self.lit
                )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a sharp picture once the size has come to rest."""
        self._later.start()
        if self.fits:
            self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (turn.y() / 120), event.position())
        elif not self.fits:
            self._pan += QPointF(turn) / 2
            self._hold()
            self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan with the middle button, or with Space held."""
        left = event.button() is Qt.MouseButton.LeftButton and (self._space or not self.fits)
        if left or event.button() is Qt.MouseButton.MiddleButton:
            self._grabbed = event.position() - self._pan
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan."""
        if self._grabbed is not None:
            self._pan = event.position() - self._grabbed
            self._hold()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End panning."""
        self._grabbed = None
        self.unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow single keys, which work only here."""
        if event.key() == Qt.Key.Key_Space:
            self._space = True
        elif not self._follow(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
        super().keyReleaseEvent(event)

    def _follow(self, event: QKeyEvent) -> bool:
        moves = {
            Qt.Key.Key_Left: (40, 0),
            Qt.Key.Key_Right: (-40, 0),
            Qt.Key.Key_Up: (0, 40),
            Qt.Key.Key_Down: (0, -40),
        }
        keys = {
            "+": self.nearer,
            "=": self.nearer,
            "-": self.further,
            "0": self.fit,
            "1": self.pixels,
            "g": self.guided.emit,
        }
        if (move := moves.get(Qt.Key(event.key()))) and not self.fits:
            self._pan += QPointF(*move)
            self._hold()
            self.update()
            return True
        if act := keys.get(event.text()):
            act()
        return act is not None


def _trim(width: int, height: int, scene: Scene) -> QRectF:
    """Return the part of a drawn page inside its bleed, in px of the picture."""
    if not scene.bleed:
        return QRectF(0, 0, width, height)
    share = scene.bleed / (scene.size.width + 2 * scene.bleed)
    edge = width * share
    return QRectF(edge, edge, width - 2 * edge, height - 2 * edge)
