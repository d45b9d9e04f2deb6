"""How the window looks: tokens, sizes that follow the font, type, icons and the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from cobrand.gui.icons import Icons
from cobrand.gui.qss import sheet
from cobrand.gui.tokens import DARK, LIGHT, Tokens

Appearance = Literal["system", "light", "dark"]
_TYPE = {
    "caption": (0.85, 400),
    "label": (0.92, 400),
    "body": (1.0, 400),
    "strong": (1.0, 600),
    "name": (1.08, 600),
    "title": (1.15, 600),
    "dialog": (1.3, 600),
    "big": (1.55, 600),
}
_ROLES = {
    "window": (QPalette.ColorRole.Window, QPalette.ColorRole.AlternateBase),
    "surface": (QPalette.ColorRole.Base, QPalette.ColorRole.Button),
    "sunk": (QPalette.ColorRole.Midlight,),
    "line": (QPalette.ColorRole.Mid,),
    "control": (QPalette.ColorRole.Dark,),
    "text": (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText),
    "soft": (QPalette.ColorRole.PlaceholderText,),
    "accent": (QPalette.ColorRole.Highlight, QPalette.ColorRole.Accent, QPalette.ColorRole.Link),
    "on_accent": (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.BrightText),
    "toast": (QPalette.ColorRole.ToolTipBase,),
    "on_toast": (QPalette.ColorRole.ToolTipText,),
}


class Theme(QObject):
    """The appearance in use; `changed` tells painters to draw themselves again."""

    changed = Signal()

    def __init__(
        self, app: QApplication, icons: Callable[[str], bytes], appearance: Appearance = "system"
    ) -> None:
        super().__init__()
        self._app = app
        self._appearance: Appearance = appearance
        self.font = app.font()
        self.em = QFontInfo(self.font).pixelSize()
        self.icons = Icons(icons, app.isRightToLeft())
        self.tokens: Tokens = LIGHT
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._switch)
        self._switch()

    def choose(self, appearance: Appearance) -> None:
        """Follow the system, or stay light or dark."""
        self._appearance = appearance
        self._switch()

    def px(self, length: float) -> int:
        """Return a length of the design, made for 13 px type, for the type in use."""
        return round(length * self.em / 13)

    def type(self, name: str) -> QFont:
        """Return the font of a kind of text."""
        size, weight = _TYPE[name]
        font = QFont(self.font)
        font.setPixelSize(round(self.em * size))
        font.setWeight(QFont.Weight(weight))
        return font

    def colour(self, name: str) -> QColor:
        """Return a token as a colour to paint with."""
        return QColor(self.tokens.tone(name))

    def icon(self, name: str, tone: str = "text") -> QIcon:
        """Return an icon for a button or a menu."""
        return self.icons.icon(name, self.tokens.tone(tone), self.tokens.disabled)

    def paint_icon(self, painter: QPainter, name: str, tone: str, box: QRectF) -> None:
        """Draw an icon into the box."""
        self.icons.paint(painter, name, self.tokens.tone(tone), box)

    def _switch(self) -> None:
        self.tokens = DARK if self._wants_dark() else LIGHT
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(sheet(self.tokens, self.px))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._appearance != "system":
            return self._appearance == "dark"
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for name, roles in _ROLES.items():
        for role in roles:
            palette.setColor(role, QColor(tokens.tone(name)))
    for role in _ROLES["text"]:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return palette
