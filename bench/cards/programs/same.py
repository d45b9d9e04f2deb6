"""Draws the card that the others draw with cobrand: its scene, renderer and encoder.

The logos are read once, as for cobrand's own card; what stands on every card is said by the scene.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench.cards.programs.drawing import Box as Place
from bench.cards.programs.drawing import cards, halves, places
from cobrand.export import writing
from cobrand.export.easel import Easel
from cobrand.export.excerpt import embed
from cobrand.export.order import Order
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.colour import WHITE
from cobrand.model.composition import Composition
from cobrand.model.format import Format
from cobrand.model.geometry import Box, Point, Size
from cobrand.model.logo import SvgArt
from cobrand.model.scene import Drawing, Fill, Item, Scene, Words
from cobrand.model.text import Outline, TextBlock, TextStyle
from cobrand.pixels import memory
from cobrand.render import Pen
from cobrand.typeset.setter import QtTypesetter

_ROUND, _HANDLE = 16.0, 16 * 0.5523  # px; the usual handle of a quarter circle
_STILL = ("ground", "headline", "plate", "mark", "footer")


@dataclass(frozen=True, slots=True)
class Base:
    """What is on every card of a size."""

    below: tuple[Item, ...]
    above: tuple[Item, ...]


class Maker:
    """Makes the cards of a job, one after another."""

    def __init__(self, job: dict[str, Any]) -> None:
        memory.give_back()
        library = Library.shipped()
        self._job, self._campaign = job, library.campaign("weareale")
        self._formats = tuple(library.format(each) for each in job["formats"])
        self._typesetter = QtTypesetter()
        self._easel, self._pen = Easel(), Pen(embed)
        self._art = lru_cache(None)(_read)
        self._base = lru_cache(None)(self._laid)

    def make(self, logo: int, size: tuple[int, int]) -> bytes:
        """Return the PNG of a card."""
        file, aspect = self._job["logos"][logo]
        _, place, _ = places(*size, aspect, self._job["mark"][1])
        base = self._base(size)
        items = (*base.below, _drawing(self._art(file), place, "logo"), *base.above)
        scene = Scene(Size(*size), WHITE, items, still=_STILL)
        composition = Composition(Brief(), self._format(size), (scene,), ())
        order = Order(composition, self._campaign, "png", pen=self._pen, easel=self._easel)
        return writing.make(order).data

    def _format(self, size: tuple[int, int]) -> Format:
        return next(each for each in self._formats if each.size == Size(*size))

    def _laid(self, size: tuple[int, int]) -> Base:
        (wide, high), job = size, self._job
        plate, _, mark = places(wide, high, 1.0, job["mark"][1])
        big, small = min(size) / 11, min(size) / 32
        gradient = (
            '<linearGradient id="ground" x2="1" y2="1">'
            f'<stop stop-color="{job["ground"][0]}"/>'
            f'<stop offset="1" stop-color="{job["ground"][1]}"/></linearGradient>'
            f'<rect width="{wide}" height="{high}" fill="url(#ground)"/>'
        )
        ground = SvgArt(gradient, Size(wide, high))
        first = plate[0] + 1.15 * big
        return Base(
            (
                _drawing(ground, (0, 0, wide, high), "ground"),
                self._words(halves(job["headline"]), big, 700, (plate[0], first), "headline"),
                Fill(Box(*plate), WHITE, "plate", _rounded(Box(*plate))),
            ),
            (
                _drawing(self._art(job["mark"][0]), mark, "mark"),
                self._words((job["footer"],), small, 400, (plate[0], high - plate[0]), "footer"),
            ),
        )

    def _words(
        self, lines: tuple[str, ...], size: float, weight: int, at: tuple[float, float], role: str
    ) -> Words:
        style = TextStyle(size, weight)
        set_ = tuple(self._typesetter.line(line, style) for line in lines)
        starts = tuple(Point(0, number * 1.15 * size) for number in range(len(lines)))
        whole = Size(max(line.advance for line in set_), starts[-1].y)
        block = TextBlock(set_, starts, whole, style, " ".join(lines))
        return Words(Box.of(whole, *at), block, WHITE, role)


def _read(file: str) -> SvgArt:
    art = door.read(Path(file).read_bytes(), name=file).art
    if not isinstance(art, SvgArt):
        raise SystemExit(f"{file} is no drawing.")
    return art


def _drawing(art: SvgArt, place: Place, role: str) -> Drawing:
    return Drawing(Box(*place), art, Box.of(art.page), role)


def _rounded(box: Box) -> Outline:
    """Return a box with round corners, from the upper edge's left end against the clock."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    r, h = _ROUND, _ROUND - _HANDLE
    return (
        ("M", left + r, top),
        ("L", right - r, top),
        ("C", right - h, top, right, top + h, right, top + r),
        ("L", right, bottom - r),
        ("C", right, bottom - h, right - h, bottom, right - r, bottom),
        ("L", left + r, bottom),
        ("C", left + h, bottom, left, bottom - h, left, bottom - r),
        ("L", left, top + r),
        ("C", left, top + h, left + h, top, left + r, top),
        ("Z",),
    )


def main(words: list[str]) -> None:
    maker: Maker | None = None
    for job, path, logo, size in cards(words):
        maker = maker or Maker(job)
        path.write_bytes(maker.make(logo, size))


main(sys.argv[1:])
