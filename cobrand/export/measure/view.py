"""Turn a part of what a written file shows into pixels with a place on the scene."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cobrand.export.excerpt import embed, moved
from cobrand.export.measure.search import Place
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Promise, Scene
from cobrand.pixels import array, bitmap, svg
from cobrand.render import draw

Mask = NDArray[np.bool_]

_UNEVEN = frozenset(("photo", "scrim", "plate"))
_SURFACES = _UNEVEN | {"table"}  # nothing else may lie under a mark


@dataclass(frozen=True, slots=True)
class View:
    """Pixels, shape (h, w, 4), that show this box of the scene."""

    pixels: array.Bytes
    box: Box

    @property
    def scale(self) -> Size:
        """Pixels to a px of the scene, across and down."""
        height, width = self.pixels.shape[:2]
        return Size(width / self.box.width, height / self.box.height)

    def near(self, box: Box) -> View:
        """Return the part that shows this box, out to whole pixels; at least one of them."""
        height, width = self.pixels.shape[:2]
        scale, moved = self.scale, box.moved(-self.box.left, -self.box.top)
        left = min(width - 1, max(0, math.floor(moved.left * scale.width + 1e-6)))
        top = min(height - 1, max(0, math.floor(moved.top * scale.height + 1e-6)))
        right = max(left + 1, min(width, math.ceil(moved.right * scale.width - 1e-6)))
        bottom = max(top + 1, min(height, math.ceil(moved.bottom * scale.height - 1e-6)))
        shown = Box.spanning(
            self.box.left + left / scale.width,
            self.box.top + top / scale.height,
            self.box.left + right / scale.width,
            self.box.top + bottom / scale.height,
        )
        return View(self.pixels[top:bottom, left:right], shown)

    def within(self, most: int) -> View:
        """Return the view with blocks of pixels averaged until it has at most so many."""
        height, width = self.pixels.shape[:2]
        step = _step(self.pixels, most)
        rows, columns = height - height % step, width - width % step
        scale = self.scale
        box = Box(self.box.left, self.box.top, columns / scale.width, rows / scale.height)
        return View(smaller(self.pixels[:rows, :columns], most), box)

    def over(self, ground: Colour) -> array.Bytes:
        """Return the pixels on a flat ground, shape (h, w, 3)."""
        if array.opaque(self.pixels):
            return self.pixels[..., :3]
        return array.over(self.pixels, ground)

    def rows_and_columns(self, box: Box) -> tuple[slice, slice]:
        """Return where this box of the scene is among the pixels."""
        scale, moved = self.scale, box.moved(-self.box.left, -self.box.top)
        across = slice(
            max(0, round(moved.left * scale.width)), max(0, round(moved.right * scale.width))
        )
        down = slice(
            max(0, round(moved.top * scale.height)), max(0, round(moved.bottom * scale.height))
        )
        return down, across

    def place(self, box: Box) -> Place:
        """Return where this box of the scene lies among the pixels."""
        scale = self.scale
        return Place(
            Box(
                (box.left - self.box.left) * scale.width,
                (box.top - self.box.top) * scale.height,
                box.width * scale.width,
                box.height * scale.height,
            )
        )

    def box_of(self, box: Box) -> Box:
        """Return which box of the scene a box of the pixels shows."""
        scale = self.scale
        return Box(
            float(self.box.left + box.left / scale.width),
            float(self.box.top + box.top / scale.height),
            float(box.width / scale.width),
            float(box.height / scale.height),
        )


def of_page(shown: Bitmap | array.Bytes, scene: Scene) -> View:
    """Return the view of a whole page with its bleed."""
    pixels = array.pixels(shown) if isinstance(shown, Bitmap) else shown
    return View(pixels, Box.of(scene.size).grown(scene.bleed))


def ground_of(
    scene: Scene, like: View, promise: Promise, *, plain: bool = True
) -> array.Bytes | None:
    """Return what lies behind the marks, pixel for pixel like the view, or None if unknown.

    Where that is one colour it is the promised one; with a photograph or a plate it is the scene
    drawn without marks, words and codes.
    """
    height, width = like.pixels.shape[:2]
    surfaces = [item for item in scene.walk() if item.role in _SURFACES]
    if not any(item.role in _UNEVEN for item in surfaces):
        if not plain:
            return None
        colour = promise.backing
        flat = np.array([colour.red, colour.green, colour.blue], np.uint8)
        return np.broadcast_to(flat, (height, width, 3))
    box = like.box
    items = tuple(moved(item, -box.left, -box.top) for item in surfaces)
    alone = replace(
        scene, size=box.size, items=items, bleed=0.0, promise=None, title="", alt="",
        ground=scene.ground or promise.backing,
    )  # fmt: skip
    drawn = svg.draw(draw(alone, embed), width, height)
    return array.over(array.pixels(drawn), promise.backing)


def smaller(pixels: array.Bytes, most: int) -> array.Bytes:
    """Return the picture with blocks of pixels averaged until its area is at most `most`.

    Colours count as much as they cover: what is transparent has none.
    """
    step = _step(pixels, most)
    return pixels if step == 1 else bitmap.reduced(pixels, step)


def _step(pixels: array.Bytes, most: int) -> int:
    height, width = (int(side) for side in pixels.shape[:2])
    return max(1, min(height, width, math.ceil(math.sqrt(height * width / most))))
