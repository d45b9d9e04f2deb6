"""Turns words on a plain ground into pixels that any card with the same words can take over.

A drawing says places to a thousandth of a px and the renderer reads them in single precision. Words
that then stand a whole number of px apart are the same pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from cobrand.export.cuts import Cut, Page, around, reach
from cobrand.export.shelf import Shelf
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box, union
from cobrand.model.scene import Fill, Group, Item, Scene, Words
from cobrand.pixels import svg
from cobrand.pixels.array import Bytes
from cobrand.pixels.standing import Patch
from cobrand.render import Pen
from cobrand.render.xml import number


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words stand: whole px, and from there each line's start."""

    across: int
    down: int
    starts: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, words: Words) -> _Place:
        read = [
            (_as_read(words.box.left + place.x), _as_read(words.box.top + place.y))
            for place in words.block.places
        ]
        across, down = read[0][0] // 1, read[0][1] // 1
        starts = tuple((x - across, y - down) for x, y in read)
        return cls(int(across), int(down), starts)

    def cut(self, words: Words, scale: int) -> Cut:
        """Return the pixels of the words, as if their whole px were none."""
        inks = (
            line.ink.moved(x, y)
            for line, (x, y) in zip(words.block.lines, self.starts, strict=True)
        )
        return around(union(tuple(inks)), scale)


def painted(scene: Scene, words: Words, page: Page, pen: Pen, shelf: Shelf[Bytes]) -> Patch | None:
    """Return the words drawn alone, from the shelf if they are there; None if more shows there."""
    if not words.block.lines:
        return None
    place = _Place.of(words)
    left, top = (
        (place.across - page.box.left) * page.scale,
        (place.down - page.box.top) * page.scale,
    )
    cut = place.cut(words, page.scale).moved(int(left), int(top))
    view = page.box_of(cut)
    inside = page.box.holds(view, 0.0) and page.in_one_piece(cut)
    ground = _ground(scene, words, view) if inside else None
    if ground is None:
        return None
    outlines = tuple(line.outline for line in words.block.lines)
    key = (page.scale, words.colour, ground, place.starts, tuple(map(id, outlines)))
    pixels = shelf.get(key, outlines)
    if pixels is None:
        alone = replace(scene, ground=ground, items=(words,), title="", alt="")
        pixels = svg.drawn(pen.draw(alone), *cut.size, view)
        shelf.put(key, outlines, pixels, pixels.nbytes)
    return Patch(cut.top, cut.left, pixels)


def _as_read(place: float) -> float:
    return float(np.float32(number(place)))


def _ground(scene: Scene, words: Words, room: Box) -> Colour | None:
    """Return the one colour behind words, or None where there is more, or anything reaches in."""
    colour, passed = scene.ground, False
    for item in scene.items:
        if item is words:
            passed = True
        elif not passed and _is_plain(item) and item.box.grown(-1).holds(room, 0.0):
            colour = item.colour if isinstance(item, Fill) else colour
        elif _reaches(item, room):
            return None
    return colour


def _is_plain(item: Item) -> bool:
    return isinstance(item, Fill) and not (item.outline or item.stroke or item.fade)


def _reaches(item: Item, room: Box) -> bool:
    """Say whether anything of an item may show in a box."""
    if isinstance(item, Group) and (not item.clip or item.box.grown(1).meets(room)):
        return any(_reaches(child, room) for child in item.items)
    return reach(item).grown(1).meets(room)
