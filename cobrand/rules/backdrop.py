"""Turns a finished page into what lies behind its words and marks: one colour, or pixels."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import WHITE, Colour
from cobrand.model.geometry import Box
from cobrand.model.scene import Fill, Picture, Scene, Words
from cobrand.pixels import array
from cobrand.pixels.array import Bytes
from cobrand.rules import ground

Paint = Callable[[Scene, Box], Bitmap]
"""Draws a part of a scene, one pixel to a px; whoever can draw hands it in."""

_SOLID = frozenset({"table", "plate"})
_UNEVEN = frozenset({"photo", "scrim"})


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A page's ground with all that lies on it under words and marks.

    `pixels` are the page's own, one to a px, shape (h, w, 3); None where every place is flat.
    """

    scene: Scene
    pixels: Bytes | None = None

    def flat(self, box: Box) -> Colour | None:
        """Return the one colour behind a box, or None where a photograph is."""
        colour: Colour | None = self.scene.ground or WHITE
        for item in self.scene.walk():
            if item.role in _SOLID and isinstance(item, Fill) and item.box.holds(box, 1):
                colour = item.colour
            elif item.role in _UNEVEN and item.box.meets(box) and self.pixels is not None:
                colour = None
        return colour

    def colour(self, box: Box) -> Colour:
        """Return the colour behind a box: its mean where it has many."""
        flat = self.flat(box)
        return ground.mean(self.under(box)) if flat is None else flat

    def under(self, box: Box) -> Bytes:
        """Return the pixels behind a box, shape (h, w, 3): at least one."""
        if self.pixels is None:
            colour = self.flat(box) or WHITE
            return np.array([[[colour.red, colour.green, colour.blue]]], np.uint8)
        return cut(self.pixels, box)

    def busy(self, box: Box) -> float:
        """Return the standard deviation of L* behind a box."""
        return 0.0 if self.flat(box) is not None else ground.spread(self.under(box))

    def words(self, item: Words) -> float:
        """Return the contrast of words where their ground is worst."""
        em = item.block.style.size
        return min(
            (
                ground.letters(item.colour, self.under(box), em)
                for box in lines_of(item)
                if box.width > 0 and box.height > 0
            ),
            default=21.0,
        )


def backdrop_of(scene: Scene, paint: Paint | None) -> Backdrop:
    """Return what lies behind things on a page; only one with a photograph is drawn for it."""
    if paint is None or not any(isinstance(i, Picture) and i.role == "photo" for i in scene.items):
        return Backdrop(scene)
    below = tuple(item for item in scene.items if item.role in _SOLID | _UNEVEN)
    drawn = paint(replace(scene, items=below), Box.of(scene.size))
    return Backdrop(scene, array.over(array.pixels(drawn)))


def lines_of(item: Words) -> tuple[Box, ...]:
    """Return the ink box of each line of placed words."""
    left, top = item.box.left, item.box.top
    return tuple(
        line.ink.moved(left + place.x, top + place.y)
        for line, place in zip(item.block.lines, item.block.places, strict=True)
    )


def cut(pixels: Bytes, box: Box) -> Bytes:
    """Return the pixels under a box, one to a px, at least one; beyond the edge there are none."""
    height, width = pixels.shape[:2]
    left = min(max(0, math.floor(box.left)), width - 1)
    top = min(max(0, math.floor(box.top)), height - 1)
    right, bottom = max(left + 1, math.ceil(box.right)), max(top + 1, math.ceil(box.bottom))
    return pixels[top:bottom, left:right]
