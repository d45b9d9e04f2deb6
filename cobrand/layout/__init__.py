"""Where things go: a brief and its parts become a scene."""

from cobrand.layout.compose import compose
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.texts import missing, translated, unread_date

__all__ = ["Parts", "Tools", "compose", "missing", "translated", "unread_date"]
