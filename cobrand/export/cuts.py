"""Turns a scene into the whole pixels where what differs from card to card may show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from cobrand.model.geometry import Box, union
from cobrand.model.scene import Drawing, Group, Item, Scene, Words

_SOFT = 2.0  # pixels round an item in which its edge may show
_PIECE = 2000  # pixels each way: libvips has larger pages drawn in pieces of this size
_WORTH = 24_000  # pixels: one cut more takes as long as drawing so many


@dataclass(frozen=True, slots=True)
class Cut:
    """Pixels of a page, from and to."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.right - self.left, self.bottom - self.top

    @property
    def pixels(self) -> int:
        """How many there are."""
        return (self.right - self.left) * (self.bottom - self.top)

    def moved(self, across: int, down: int) -> Cut:
        """Return the cut shifted."""
        return Cut(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def holds(self, other: Cut) -> bool:
        """Say whether the other lies inside."""
        return self.union(other) == self

    def union(self, other: Cut) -> Cut:
        """Return the smallest cut round both."""
        return Cut(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def inside(self, other: Cut) -> Cut:
        """Return the part that lies in another; of no size where they are apart."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Cut(left, top, max(left, right), max(top, bottom))

    def meets(self, other: Cut) -> bool:
        """Say whether the two share a pixel."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Page:
    """A scene's page, and how many pixels it gets to a px each way: a whole number."""

    box: Box
    scale: int

    @classmethod
    def of(cls, scene: Scene, width: int, height: int) -> Page | None:
        """Return the page, or None where its pixels are no whole parts of the scene's."""
        box = Box.of(scene.size).grown(scene.bleed)
        scale = round(width / box.width)
        whole = (box.width * scale, box.height * scale) == (width, height)
        return cls(box, scale) if whole and not box.left % 1 and not box.top % 1 else None

    @property
    def cut(self) -> Cut:
        """All of its pixels."""
        return Cut(0, 0, round(self.box.width) * self.scale, round(self.box.height) * self.scale)

    def in_one_piece(self, cut: Cut) -> bool:
        """Say whether a cut is drawn at once when the page is: at seams edges may be rounded."""
        return (
            cut.left // _PIECE == (cut.right - 1) // _PIECE
            and cut.top // _PIECE == (cut.bottom - 1) // _PIECE
        )

    def cut_of(self, box: Box) -> Cut:
        """Return the pixels that a box touches, with room for soft edges, to whole px."""
        cut = around(box.moved(-self.box.left, -self.box.top), self.scale)
        return cut.inside(self.cut)

    def exactly(self, box: Box) -> Cut | None:
        """Return the pixels that are a box, as far as it is on the page; None if it parts any."""
        here, scale = box.moved(-self.box.left, -self.box.top), self.scale
        edges = [edge * scale for edge in (here.left, here.top, here.right, here.bottom)]
        if any(edge % 1 for edge in edges):
            return None
        return Cut(*(int(edge) for edge in edges)).inside(self.cut)

    def box_of(self, cut: Cut) -> Box:
        """Return the box of the scene that these pixels show."""
        edges = (edge / self.scale for edge in (cut.left, cut.top, cut.right, cut.bottom))
        return Box.spanning(*edges).moved(self.box.left, self.box.top)


def around(box: Box, scale: int) -> Cut:
    """Return the pixels that a box touches, with room for soft edges, to whole px."""
    near = box.grown(_SOFT / scale)
    edges = (near.left // 1, near.top // 1, -(-near.right // 1), -(-near.bottom // 1))
    return Cut(*(int(edge) * scale for edge in edges))


def cuts_of(items: Iterable[Item], page: Page) -> tuple[Cut, ...]:
    """Return where items may show on a page: as few cuts as pay, none over another."""
    cuts = [page.cut_of(box) for item in items if (box := reach(item)).meets(page.box)]
    while joined := _joined(cuts):
        cuts = joined
    return tuple(cuts)


def strips_of(items: Iterable[Item], page: Page, number: int) -> tuple[Cut, ...]:
    """Return where items may show in so many strips, one under the other, each as wide as it must.

    What shows in a strip lies between its left and right edge as a whole.
    """
    cuts = [page.cut_of(box) for item in items for box in leaves(item) if box.meets(page.box)]
    if not cuts:
        return ()
    top, bottom = min(cut.top for cut in cuts), max(cut.bottom for cut in cuts)
    edges = [top + (bottom - top) * step // number for step in range(number + 1)]
    strips: list[Cut] = []
    for upper, lower in pairwise(edges):
        here = [cut for cut in cuts if cut.top < lower and upper < cut.bottom]
        if here and upper < lower:
            left, right = min(cut.left for cut in here), max(cut.right for cut in here)
            strips.append(Cut(left, upper, right, lower))
    return tuple(strips)


def _joined(cuts: list[Cut]) -> list[Cut]:
    """Part two cuts that meet, or put them together where that is hardly more than both.

    Return none if there are no such.
    """
    for at, one in enumerate(cuts):
        for number, other in enumerate(cuts[at + 1 :], at + 1):
            both = one.union(other)
            cheap = both.pixels <= one.pixels + other.pixels + _WORTH
            if cheap or one.meets(other):
                two = (both,) if cheap else _parted(one, other) or (both,)
                return [*two, *cuts[:at], *cuts[at + 1 : number], *cuts[number + 1 :]]
    return []


def _parted(one: Cut, other: Cut) -> tuple[Cut, ...]:
    """Take the rows of the wider cut from the narrower; return none where that is not all of it."""
    wide, narrow = (one, other) if one.size >= other.size else (other, one)
    if not wide.left <= narrow.left <= narrow.right <= wide.right:
        return ()
    if narrow.top < wide.top and narrow.bottom <= wide.bottom:
        return wide, replace(narrow, bottom=wide.top)
    if narrow.bottom > wide.bottom and narrow.top >= wide.top:
        return wide, replace(narrow, top=wide.bottom)
    return ()


def leaves(item: Item) -> tuple[Box, ...]:
    """Return where the parts of an item may show, but for their soft edges."""
    match item:
        case Group():
            parts = tuple(box for child in item.items for box in leaves(child))
            return tuple(_shared(box, item.box) for box in parts) if item.clip else parts
        case Words():
            lines = zip(item.block.lines, item.block.places, strict=True)
            left, top = item.box.left, item.box.top
            return tuple(line.ink.moved(left + at.x, top + at.y) for line, at in lines)
        case _:
            return (reach(item),)


def reach(item: Item) -> Box:
    """Return where anything of an item may show, but for its soft edges."""
    match item:
        case Group():
            whole = union(tuple(reach(child) for child in item.items) or (item.box,))
            return _shared(whole, item.box) if item.clip else whole
        case Words():
            return item.block.ink.moved(item.box.left, item.box.top)
        case Drawing():  # its page may show more than its ink
            across = item.box.width / item.source.width
            down = item.box.height / item.source.height
            left = item.box.left - item.source.left * across
            top = item.box.top - item.source.top * down
            return Box(left, top, item.art.page.width * across, item.art.page.height * down)
        case _:
            return item.box


def _shared(one: Box, other: Box) -> Box:
    """Return the part of a box that lies in another, of no size where they are apart."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Box.spanning(left, top, max(left, right), max(top, bottom))
