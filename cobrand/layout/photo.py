"""Turns a photograph and a place into the part of it that is shown there, focus in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from cobrand.layout.parts import Parts
from cobrand.layout.regions import Regions, bled
from cobrand.layout.stack import BETWEEN, LIFT, Placed
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box, Point, Size
from cobrand.model.guest import Photo
from cobrand.model.scene import Picture, Words
from cobrand.model.template import PhotoSpec
from cobrand.pixels import array, bitmap
from cobrand.pixels.array import Bytes

_MIDDLE = Photo("").focus
_CLOSER = (1.0, 1.08, 1.16, 1.25, 1.35, 1.5)
"""How much closer a photograph may be brought so that its focus comes clear of the words."""
_RIM = 0.08  # of the clear part: so far inside of it the focus has to be
_SEAM = 1.0  # px that a photograph reaches under the table, so that nothing shows between


@dataclass(frozen=True, slots=True)
class Shown:
    """A photograph in its place, and the page's pixels with it, seen from the left, (h, w, 3)."""

    picture: Picture
    pixels: Bytes


def area_of(parts: Parts, regions: Regions) -> Box:
    """Return where a card's photograph goes: the field with its bleed, or the end part of it."""
    spec, page, table = parts.arrangement.photo or PhotoSpec(), regions.page, regions.table
    edge = parts.arrangement.table.edge if parts.arrangement.table else "none"
    area = page
    if edge == "bottom":
        area = Box.spanning(page.left, page.top, page.right, table.top + _SEAM)
    elif edge == "end":
        area = Box.spanning(page.left, page.top, table.left + _SEAM, page.bottom)
    left = area.right - spec.share * area.width
    return bled(Box.spanning(left, area.top, area.right, area.bottom), page, parts.format.bleed)


def lowered(placed: Placed, region: Box, u: float) -> Placed:
    """Return words that hang from the top standing at the foot, over those that stand there.

    So they share one scrim, and the photograph has the rest of the card to itself.
    """
    if not placed.words:
        return placed
    words = sorted(placed.words, key=lambda each: each.box.bottom)
    floors = [*(each.box.top for each in words[1:]), region.bottom + (BETWEEN - LIFT) * u]
    gaps = [floor - each.box.bottom for each, floor in zip(words, floors, strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    down = max(0.0, gaps[widest] - BETWEEN * u)
    high = words[: widest + 1]
    moved = tuple(
        replace(each, box=each.box.moved(0, down)) if each in high else each
        for each in placed.words
    )
    return replace(placed, words=moved)


def free_of(area: Box, words: tuple[Words, ...]) -> Box:
    """Return the largest part of an area over, under, between or beside words."""
    boxes = sorted((each.box for each in words if each.box.meets(area)), key=lambda box: box.top)
    if not boxes:
        return area
    return max(_gaps(area, boxes), key=lambda box: box.width * box.height)


def _gaps(area: Box, boxes: list[Box]) -> Iterator[Box]:
    top = area.top
    for box in boxes:
        yield Box.spanning(area.left, top, area.right, max(top, box.top))
        top = max(top, box.bottom)
    yield Box.spanning(area.left, top, area.right, max(top, area.bottom))
    right = max(box.right for box in boxes)
    yield Box.spanning(min(right, area.right), area.top, area.right, area.bottom)


def show(parts: Parts, photo: Bitmap, area: Box, free: Box) -> Shown:
    """Return the photograph covering the area, its focus in the free part of it if that can be.

    Photographs are never mirrored, and what is seen from the left elsewhere is turned for them.
    """
    page = parts.format.size
    real, clear = (box.mirrored(page.width) if parts.rtl else box for box in (area, free))
    focus = parts.brief.photo.focus if parts.brief.photo else _MIDDLE
    density = parts.density
    part = crop(photo.size, real.size, focus, clear.moved(-real.left, -real.top), density)
    kept, source = _reduced(photo, part, real.size.scaled(density))
    pixels = _laid(parts, kept, source, real)
    return Shown(
        Picture(area, kept, source, "photo", lossy=True), pixels[:, ::-1] if parts.rtl else pixels
    )


def crop(
    photo: Size, area: Size, focus: tuple[float, float], clear: Box, density: float = 1.0
) -> Box:
    """Return the part of a photograph, in its own px, that covers an area of a card in px.

    The `focus`, in shares of the photograph, comes as near to the middle of the `clear` box as
    its edges allow. Where a person has set it and it would not be clear of words, the
    photograph is brought closer, as long as it has `density` pixels for every px.
    """
    wide = max(area.width / photo.width, area.height / photo.height)
    inner = clear.grown(-_RIM * min(clear.width, clear.height))
    for closer in _CLOSER if focus != _MIDDLE else _CLOSER[:1]:
        scale = closer * wide
        if closer > 1 and scale * density > 1:
            break
        part, seen = _placed(photo, area, focus, clear.centre, scale)
        if inner.holds(Box(seen.x, seen.y, 0, 0)):
            return part
    return _placed(photo, area, focus, clear.centre, wide)[0]


def _placed(
    photo: Size, area: Size, focus: tuple[float, float], aim: Point, scale: float
) -> tuple[Box, Point]:
    """Return the part shown at a scale, and where in the area the focus comes to lie."""
    at = Point(focus[0] * photo.width * scale, focus[1] * photo.height * scale)
    left = min(0.0, max(area.width - photo.width * scale, aim.x - at.x))
    top = min(0.0, max(area.height - photo.height * scale, aim.y - at.y))
    part = Box(-left / scale, -top / scale, area.width / scale, area.height / scale)
    return part, Point(at.x + left, at.y + top)


def _reduced(photo: Bitmap, part: Box, wanted: Size) -> tuple[Bitmap, Box]:
    """Return no more pixels than are wanted, or the photograph's own where it has fewer."""
    width, height = max(1, round(wanted.width)), max(1, round(wanted.height))
    if part.width <= width or part.height <= height:
        left, top = int(part.left), int(part.top)
        right, bottom = (
            min(photo.width, int(part.right) + 1),
            min(photo.height, int(part.bottom) + 1),
        )
        kept = array.bitmap(array.pixels(photo)[top:bottom, left:right])
        return kept, part.moved(-left, -top)
    return bitmap.resized(photo, width, height, part), Box(0, 0, width, height)


def _laid(parts: Parts, kept: Bitmap, source: Box, area: Box) -> Bytes:
    """Return the page's pixels with the photograph on its field, one to a px."""
    field, page = parts.ground.field, parts.format.size
    width, height = max(1, round(page.width)), max(1, round(page.height))
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = (field.red, field.green, field.blue)
    left, top = round(area.left), round(area.top)
    right, bottom = max(left + 1, round(area.right)), max(top + 1, round(area.bottom))
    drawn = array.pixels(bitmap.resized(kept, right - left, bottom - top, source))
    inner = drawn[max(0, -top) : height - top, max(0, -left) : width - left, :3]
    top, left = max(0, top), max(0, left)
    pixels[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    return pixels
