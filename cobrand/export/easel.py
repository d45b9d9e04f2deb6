"""Turns scenes into pixels, one after another; what comes again is drawn once.

Words are taken over from card to card. A scene may also say which of its items stand on every card
of a run: then only those places are drawn where other items show. Both are cut at whole pixels and
have one colour behind them, so that the pixels are those of the whole drawing to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from cobrand.export.cuts import Page
from cobrand.export.layers import pieces
from cobrand.export.painted import painted
from cobrand.export.shelf import Shelf
from cobrand.model.scene import Item, Scene, Words
from cobrand.pixels import standing, svg
from cobrand.pixels.array import Bytes
from cobrand.pixels.standing import Flat, Patch, Standing
from cobrand.render import Pen

_HELD = 16 * 1024 * 1024  # bytes of painted words, and twice as many of what stands


@dataclass(frozen=True, slots=True)
class Layers:
    """A picture: what stands, and pieces over it, the later over the earlier."""

    standing: Standing
    pieces: tuple[Patch | Flat, ...]


class Easel:
    """Draws scenes and remembers parts of them; it may be used by several threads.

    What it keeps takes at most three times `most` bytes.
    """

    def __init__(self, most: int = _HELD) -> None:
        self._words: Shelf[Bytes] = Shelf(most)
        self._standing: Shelf[tuple[Standing | None]] = Shelf(2 * most)

    def draw(self, scene: Scene, width: int, height: int, pen: Pen) -> Bytes:
        """Return the scene with its bleed, of shape (height, width, 4)."""
        page = Page.of(scene, width, height)
        items, words = self._parted(scene, scene.items, page, pen) if page else (scene.items, ())
        drawn = svg.drawn(pen.draw(replace(scene, items=items)), width, height)
        if not words:
            return drawn
        pixels = drawn if drawn.flags.writeable else drawn.copy()
        for patch in words:
            rows, columns = patch.pixels.shape[:2]
            there = pixels[patch.top : patch.top + rows, patch.left : patch.left + columns]
            there[:] = patch.pixels
        return pixels

    def layers(self, scene: Scene, width: int, height: int, pen: Pen) -> Layers | None:
        """Return the scene as what stands and pieces; None if that is not what it looks like.

        Which it is depends on the scene alone, not on what was drawn before.
        """
        page = Page.of(scene, width, height)
        if page is None or not scene.still or not page.in_one_piece(page.cut):
            return None
        others = tuple(item for item in scene.items if item.role not in scene.still)
        items, words = self._parted(scene, others, page, pen)
        below = self._below(scene, page, pen)
        over = pieces(scene, items, page, below, pen) if below else None
        return Layers(below, (*over, *words)) if below and over is not None else None

    def _parted(
        self, scene: Scene, items: tuple[Item, ...], page: Page, pen: Pen
    ) -> tuple[tuple[Item, ...], tuple[Patch, ...]]:
        """Return the items less the words that stand alone on a plain ground, and those painted."""
        left: list[Item] = []
        patches: list[Patch] = []
        for item in items:
            patch = None
            if isinstance(item, Words):
                patch = painted(scene, item, page, pen, self._words)
            if patch is None:
                left.append(item)
            else:
                patches.append(patch)
        return tuple(left), tuple(patches)

    def _below(self, scene: Scene, page: Page, pen: Pen) -> Standing | None:
        """Return what stands in a scene; None if it has too many colours."""
        items = tuple(item for item in scene.items if item.role in scene.still)
        key = page, scene.ground, tuple((item.role, item.box) for item in items)
        known = self._standing.get(key, items)
        if known is None:
            document = pen.draw(replace(scene, items=items, title="", alt=""))
            made = standing.of(svg.drawn(document, *page.cut.size))
            known = self._standing.put(key, items, (made,), made.nbytes if made else 0)
        return known[0]
