"""What all parts of the window share: how it looks and how it speaks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from cobrand.gui.speech import Speech
from cobrand.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every widget that paints or speaks."""

    theme: Theme
    tr: Speech

    def px(self, length: float) -> int:
        """Return a length of the design for the type in use."""
        return self.theme.px(length)

    def type(self, name: str) -> QFont:
        """Return the font of a kind of text."""
        return self.theme.type(name)
