"""Draws the cards with libvips: librsvg, and the PNG writer of libvips as it is set."""

import pyvips

from bench.cards.programs.drawing import draw

draw(lambda svg, _: pyvips.Image.svgload_buffer(svg.encode()).write_to_buffer(".png"))
