"""Measure in the pixels how far a scene's words stand off what is really behind them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cobrand.export.measure.search.ground import farthest
from cobrand.export.measure.view import View
from cobrand.model.colour import WHITE, Colour
from cobrand.model.scene import Scene, Words
from cobrand.pixels import array

_LEAST = 11.0  # pixels of a letter's size, under which no pixel is wholly a stroke
_FRAME = 0.12  # of the size, that is looked at round words
_MOST = 25_000  # pixels that tell
_NOISE = 10.0  # of 255
_EXTREME, _CORE = 98.0, 0.9  # the percentile that is wholly ink, and what belongs to it


@dataclass(frozen=True, slots=True)
class Read:
    """Words of a role with their contrast, n : 1."""

    role: str
    contrast: float


def worst(shown: View, scene: Scene) -> Read | None:
    """Return the words that stand off least, or None where none can be measured.

    What shows through lies on the ground that was promised.
    """
    ground = scene.promise.backing if scene.promise else WHITE
    found = [read for item in _words(scene) for read in _read(shown, item, ground)]
    return min(found, key=lambda each: each.contrast, default=None)


def _words(scene: Scene) -> Iterator[Words]:
    for item in scene.walk():
        if isinstance(item, Words) and item.block.source.strip():
            yield item


def _read(shown: View, item: Words, ground: Colour) -> Iterator[Read]:
    scale = min(shown.scale.width, shown.scale.height)
    size = item.block.style.size
    box = item.block.ink.moved(item.box.left, item.box.top).grown(_FRAME * size)
    if size * scale < _LEAST or not shown.box.holds(box, 1.0) or not box.width or not box.height:
        return
    contrast = _contrast(shown.near(box).over(ground))
    if contrast is not None:
        yield Read(item.role, contrast)


def _contrast(pixels: array.Bytes) -> float | None:
    height, width = pixels.shape[:2]
    frame = np.concatenate((pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]))
    ground = np.round(np.median(frame, axis=0)).astype(np.uint8)
    step = math.ceil(math.sqrt(height * width / _MOST))
    few = np.ascontiguousarray(pixels[::step, ::step])
    off = farthest(few, ground)
    inked = off[off > _NOISE]
    if inked.size < 8:
        return 1.0
    core = few[off >= _CORE * np.percentile(inked, _EXTREME)]
    light = float(np.median(array.luminance(core)))
    base = float(array.luminance(ground))
    return (max(light, base) + 0.05) / (min(light, base) + 0.05)
