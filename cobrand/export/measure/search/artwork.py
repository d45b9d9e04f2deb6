"""Turn a mark's artwork into its pixels at any place of a picture: where it is, how opaque."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cobrand.export.excerpt import embed
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box
from cobrand.model.logo import Art, SvgArt
from cobrand.model.scene import Drawing, Picture
from cobrand.pixels import array, svg
from cobrand.render.items import Tools, draw_item
from cobrand.render.xml import path

Floats = NDArray[np.float32]
Pixels = Floats | array.Bytes
_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark's ink lies in a picture, in its pixels; turned clockwise by `turn` radians."""

    box: Box
    turn: float = 0.0

    @property
    def bounds(self) -> Box:
        """The upright box round it."""
        if not self.turn:
            return self.box
        across, down = abs(math.cos(self.turn)), abs(math.sin(self.turn))
        width = self.box.width * across + self.box.height * down
        height = self.box.width * down + self.box.height * across
        middle = self.box.centre
        return Box(middle.x - width / 2, middle.y - height / 2, width, height)

    def scaled(self, by: float) -> Place:
        """Return the same place in a picture that many times as large."""
        box = self.box
        return Place(Box(box.left * by, box.top * by, box.width * by, box.height * by), self.turn)

    def moved(self, dx: float, dy: float) -> Place:
        """Return the place shifted."""
        return Place(self.box.moved(dx, dy), self.turn)


@dataclass(frozen=True, slots=True)
class Layer:
    """A mark drawn alone: `colour` times its opacity, shape (h, w, 3), 0–255; `alpha` (h, w)."""

    colour: Floats
    alpha: Floats

    def over(self, ground: Floats) -> Floats:
        """Return what is seen of it on this ground, shape (h, w, 3)."""
        clear, seen = 1 - self.alpha, np.empty_like(self.colour)
        for n in range(3):  # far faster than by pixels of three values
            np.multiply(clear, ground[..., n], out=seen[..., n])
        seen += self.colour
        return seen


@dataclass(frozen=True, slots=True)
class Artwork:
    """A drawing that may stand in a picture: SVG of it, `source` the part of it that is ink.

    `name` says whose it is, `variant` which drawing of it.
    """

    name: str
    variant: str
    source: Box
    body: str

    @property
    def aspect(self) -> float:
        """The ink's width for a height of one."""
        return self.source.size.aspect

    def drawn(self, place: Place, width: int, height: int) -> Layer:
        """Draw it at a place of an empty picture of this size."""
        pixels = svg.drawn(self.document(place, width, height), width, height)
        alpha = np.divide(pixels[..., 3], 255, dtype=np.float32)
        colour = np.empty((height, width, 3), np.float32)
        for n in range(3):
            np.multiply(pixels[..., n], alpha, out=colour[..., n])
        return Layer(colour, alpha)

    def document(self, place: Place, width: int, height: int) -> str:
        """Return an SVG of this size with the mark at a place."""
        box, middle = place.box, place.box.centre
        across, down = box.width / self.source.width, box.height / self.source.height
        moved = (box.left - self.source.left * across, box.top - self.source.top * down)
        turned = f"rotate({math.degrees(place.turn):.6g} {middle.x:.6g} {middle.y:.6g}) "
        where = f"translate({moved[0]:.8g} {moved[1]:.8g}) scale({across:.9g} {down:.9g})"
        return (
            f'<svg {_NAMESPACES} viewBox="0 0 {width} {height}">'
            f'<g transform="{turned if place.turn else ""}{where}">{self.body}</g></svg>'
        )


def of_item(item: Drawing | Picture, variant: str = "") -> Artwork:
    """Return the artwork that a scene's item draws."""
    box = item.source
    alone = replace(item, box=box)
    return Artwork(
        item.role, variant, box, draw_item(alone, Tools(embed, path), f"search-{item.role}")
    )


def of_art(art: Art, ink: Box, name: str, variant: str) -> Artwork:
    """Return the artwork of a logo or a mark by its drawing and the box of its ink."""
    if isinstance(art, SvgArt):
        return of_item(Drawing(ink, art, ink, name), variant)
    return of_item(Picture(ink, art.bitmap, ink, name), variant)


def picture_of(pixels: Bitmap) -> Floats:
    """Return a picture as numbers, shape (h, w, 3), 0–255; what is clear in it is white."""
    return array.over(array.pixels(pixels)).astype(np.float32)
