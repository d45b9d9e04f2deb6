"""Draws the very card that CairoSVG and libvips get with cobrand's renderer and encoder."""

from bench.cards.programs.drawing import draw
from cobrand.pixels import encode, memory, svg

memory.give_back()
draw(lambda drawing, size: encode.within(svg.drawn(drawing, *size), "png").data)
