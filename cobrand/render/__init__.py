"""Turns a scene into one SVG document: the only drawing there is, everything else encodes it."""

from cobrand.render.document import Pen, draw
from cobrand.render.items import Embed

__all__ = ["Embed", "Pen", "draw"]
