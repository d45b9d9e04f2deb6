"""Turn scenes into pixels, one after another; words that stand where they stood are painted once.

Of a card's drawing half is words, and most cards of a batch have the same. What is laid down from
an earlier card is what drawing would give, to the last bit: the same outlines at the same place of
a page of the same size, over the same plain colour, where nothing else reaches.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.model.scene import Drawing, Fill, Group, Item, Scene, Words
from cobrand.model.text import TextBlock
from cobrand.pixels import svg
from cobrand.pixels.array import Bytes
from cobrand.render import Pen

_HELD = 24 * 1024 * 1024  # bytes of painted words
_NOTED = 512  # words that were drawn once: some thirty formats of several organisations
_SOFT = 2.0  # pixels round ink in which its edge may show
_MOST_COLOURS = 256

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Paint:
    """Painted words: their place, colours, which of them each pixel has; `block` keeps its ids."""

    rows: slice
    columns: slice
    colours: NDArray[np.uint32]
    members: Bytes
    block: TextBlock

    def laid(self, pixels: NDArray[np.uint32]) -> None:
        """Put them into a picture, shape (height, width)."""
        pixels[self.rows, self.columns] = self.colours[self.members]


@dataclass(frozen=True, slots=True)
class _Page:
    """A scene's page and how many pixels it gets."""

    box: Box
    width: int
    height: int

    def place(self, box: Box) -> tuple[slice, slice]:
        """Return the pixels that a box of the scene touches, with room for soft edges."""
        across, down = self.width / self.box.width, self.height / self.box.height
        left, right = (box.left - self.box.left) * across, (box.right - self.box.left) * across
        top, bottom = (box.top - self.box.top) * down, (box.bottom - self.box.top) * down
        return (
            slice(max(0, int(top - _SOFT)), min(self.height, int(bottom + _SOFT) + 1)),
            slice(max(0, int(left - _SOFT)), min(self.width, int(right + _SOFT) + 1)),
        )

    def box_of(self, rows: slice, columns: slice) -> Box:
        """Return the box of the scene that these pixels show."""
        across, down = self.box.width / self.width, self.box.height / self.height
        return Box.spanning(
            self.box.left + columns.start * across,
            self.box.top + rows.start * down,
            self.box.left + columns.stop * across,
            self.box.top + rows.stop * down,
        )


class Easel:
    """Draws scenes as pixels and remembers painted words; it may be used by several threads."""

    def __init__(self, most: int = _HELD) -> None:
        self._most = most
        self._lock = Lock()
        self._noted: OrderedDict[Key, None] = OrderedDict()
        self._kept: OrderedDict[Key, _Paint] = OrderedDict()
        self._bytes = 0

    def draw(self, scene: Scene, width: int, height: int, pen: Pen) -> Bytes:
        """Return the scene with its bleed, of shape (height, width, 4)."""
        page = _Page(Box.of(scene.size).grown(scene.bleed), width, height)
        known: list[_Paint] = []
        items: list[Item] = []
        for item in scene.items:
            paint = self._paint(scene, item, page, pen) if isinstance(item, Words) else None
            if paint is None:
                items.append(item)
            else:
                known.append(paint)
        drawn = svg.drawn(pen.draw(replace(scene, items=tuple(items))), width, height)
        if not known:
            return drawn
        pixels = drawn if drawn.flags.writeable else drawn.copy()
        for paint in known:
            paint.laid(pixels.view(np.uint32)[..., 0])
        return pixels

    def _paint(self, scene: Scene, item: Words, page: _Page, pen: Pen) -> _Paint | None:
        """Return words as painted before; None if they are new, or do not stand alone."""
        place = page.place(item.block.ink.moved(item.box.left, item.box.top))
        ground = _ground(scene, item, page.box_of(*place))
        if ground is None:
            return None
        key = (*_signs(item), ground, page)
        with self._lock:
            if (paint := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return paint
            if key not in self._noted:
                self._noted[key] = None
                if len(self._noted) > _NOTED:
                    self._noted.popitem(last=False)
                return None
        made = _painted(scene, item, ground, page, place, pen)
        return None if made is None else self._keep(key, made)

    def _keep(self, key: Key, paint: _Paint) -> _Paint:
        with self._lock:
            if key not in self._kept:
                self._kept[key] = paint
                self._bytes += paint.members.nbytes
            while self._bytes > self._most:
                self._bytes -= self._kept.popitem(last=False)[1].members.nbytes
        return paint


def _signs(item: Words) -> Iterator[object]:
    """Yield what words look like; outlines by their identity, they are long."""
    yield item.colour
    for line, place in zip(item.block.lines, item.block.places, strict=True):
        yield id(line.outline)
        yield item.box.left + place.x
        yield item.box.top + place.y


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
    match item:
        case Group():
            inside = not item.clip or item.box.grown(1).meets(room)
            return inside and any(_reaches(child, room) for child in item.items)
        case Words():
            return item.block.ink.moved(item.box.left, item.box.top).grown(1).meets(room)
        case Drawing():  # its page may show more than its ink
            across = item.box.width / item.source.width
            down = item.box.height / item.source.height
            left = item.box.left - item.source.left * across
            top = item.box.top - item.source.top * down
            page = Box(left, top, item.art.page.width * across, item.art.page.height * down)
            return page.grown(1).meets(room)
        case _:
            return item.box.grown(1).meets(room)


def _painted(
    scene: Scene, item: Words, ground: Colour, page: _Page, place: tuple[slice, slice], pen: Pen
) -> _Paint | None:
    """Draw words alone; None if their ink leaves its place, or they have too many colours."""
    alone = replace(scene, ground=ground, items=(item,), title="", alt="")
    drawn = svg.drawn(pen.draw(alone), page.width, page.height).view(np.uint32)[..., 0]
    inside = drawn[place]
    whole = np.count_nonzero(drawn != drawn[0, 0])
    if whole != np.count_nonzero(inside != drawn[0, 0]):
        return None
    colours, members = np.unique(inside, return_inverse=True)
    if len(colours) > _MOST_COLOURS:
        return None
    numbers = members.reshape(inside.shape).astype(np.uint8)
    return _Paint(*place, colours, numbers, item.block)
