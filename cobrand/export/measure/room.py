"""Measure the room round marks that were found: what is nearest to them, and the line between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure import ink
from cobrand.export.measure.search import Hit
from cobrand.export.measure.search.ground import farthest
from cobrand.export.measure.view import Mask, View
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.pixels import array

_STEP = 15.0  # of 255: what differs more from the ground is something
_LOSSY = 2.0  # JPEG and WebP blur: twice the step
_NEAR = 3  # pixels within which a foreign pixel may be a mark's own soft edge
_FAINT = 0.04  # opacity from which a pixel may show a mark
_LINE = 0.5  # of its length, that a line has to have to be one
_MIDDLE = 0.1  # of a line's length, that its ends are left out
_UNSEEN = 24.0  # of 255, between a line's colour and what it would lie on
_FULL = 0.12  # of a profile's height, under which it is no line's


@dataclass(frozen=True, slots=True)
class Room:
    """The neighbourhood of the marks: pixels, what lies behind, the marks' own pixels."""

    view: View
    pixels: array.Bytes
    behind: array.Bytes
    own: Mask
    lossy: bool

    @property
    def things(self) -> Mask:
        """The pixels that differ from what lies behind."""
        step = _STEP * (_LOSSY if self.lossy else 1.0)
        return np.asarray(farthest(self.pixels, self.behind) > step)


def own_pixels(view: View, hits: Sequence[tuple[Hit, View]]) -> Mask:
    """Return the pixels of a view in which a mark shows; each hit comes with the view it is in."""
    height, width = view.pixels.shape[:2]
    own = np.zeros((height, width), np.bool_)
    for hit, seen_in in hits:
        window, scale = hit.fit.window, seen_in.scale
        rows, columns = hit.fit.layer.alpha.shape
        box = Box(
            seen_in.box.left + window.left / scale.width,
            seen_in.box.top + window.top / scale.height,
            columns * window.step / scale.width,
            rows * window.step / scale.height,
        )
        _put(own, hit.fit.layer.alpha > _FAINT, view.rows_and_columns(box))
    return own


def _put(own: Mask, part: Mask, place: tuple[slice, slice]) -> None:
    """Set the pixels of a part, stretched to its place."""
    down, across = place
    height, width = max(1, down.stop - down.start), max(1, across.stop - across.start)
    rows = np.minimum(np.arange(height) * part.shape[0] // height, part.shape[0] - 1)
    columns = np.minimum(np.arange(width) * part.shape[1] // width, part.shape[1] - 1)
    target = own[down, across]
    target |= part[np.ix_(rows, columns)][: target.shape[0], : target.shape[1]]


def clear(room: Room, marks: Sequence[Box], lines: Sequence[Box], page: Box, most: float) -> float:
    """Return the least distance in px from a mark to anything foreign or to the page's edge."""
    foreign = room.things & ~ink.wider(room.own, _NEAR)
    pixel = 1 / room.view.scale.width
    for line in lines:
        foreign[room.view.rows_and_columns(line.grown(2 * pixel))] = False
    foreign = ink.solid(foreign)
    least = most
    for box in marks:
        edges = (box.left - page.left, box.top - page.top)
        least = min(least, *edges, page.right - box.right, page.bottom - box.bottom)
        least = min(least, _nearest(room, foreign, box))
    return max(0.0, least)


def _nearest(room: Room, foreign: Mask, box: Box) -> float:
    """Return the distance from a box to the nearest foreign thing, finer than a pixel."""
    rows, columns = np.nonzero(foreign)
    if not rows.size:
        return np.inf
    scale, corner = room.view.scale, room.view.box
    x, y = corner.left + (columns + 0.5) / scale.width, corner.top + (rows + 0.5) / scale.height
    across = np.maximum(box.left - x, x - box.right)
    down = np.maximum(box.top - y, y - box.bottom)
    far = np.maximum(across, down)
    near = int(far.argmin())
    sideways = across[near] >= down[near]
    outward = (0, 1 if x[near] > box.right else -1) if sideways else (
        1 if y[near] > box.bottom else -1, 0)  # fmt: skip
    pixel = 1 / (scale.width if sideways else scale.height)
    spare = _spare(room, int(rows[near]), int(columns[near]), outward)
    return float(far[near]) + (spare - 0.5) * pixel


def _spare(room: Room, row: int, column: int, outward: tuple[int, int]) -> float:
    """Return how much of a thing's first pixels is still ground, by those further out."""
    height, width = room.own.shape
    places = [(row + outward[0] * step, column + outward[1] * step) for step in range(-1, 4)]
    inside = [(r, c) for r, c in places if 0 <= r < height and 0 <= c < width]
    off = [float(array.gap(room.pixels[at], room.behind[at]).max()) for at in inside]
    full = max(off) or 1.0
    first = inside.index((row, column))
    before = off[first - 1] / full if first else 0.0
    return 1 - min(1.0, off[first] / full) - (before if before < 0.5 else 0.0)


def line(room: Room, promised: Box, colour: Colour, reach: float) -> Box | None:
    """Return where the line between two marks is, looked for `reach` px to both sides."""
    upright = promised.height >= promised.width
    scale = room.view.scale
    pixel = 1 / (scale.width if upright else scale.height)
    zone = _zone(promised, max(reach, 3 * pixel), upright=upright)
    place = room.view.rows_and_columns(zone)
    shares = _shares(room, place, colour)
    if not shares.size:
        return None
    profile = _profile(shares, axis=0 if upright else 1)
    found = _span(profile)
    if found is None:
        return None
    start = room.view.box.left if upright else room.view.box.top
    first = place[1 if upright else 0].start
    low, high = (start + (first + edge) * pixel for edge in found)
    if upright:
        return Box.spanning(low, promised.top, high, promised.bottom)
    return Box.spanning(promised.left, low, promised.right, high)


def _zone(promised: Box, reach: float, *, upright: bool) -> Box:
    """Return the line's middle part, and what is beside it."""
    if upright:
        cut = _MIDDLE * promised.height
        return Box.spanning(promised.left - reach, promised.top + cut,
                            promised.right + reach, promised.bottom - cut)  # fmt: skip
    cut = _MIDDLE * promised.width
    return Box.spanning(promised.left + cut, promised.top - reach,
                        promised.right - cut, promised.bottom + reach)  # fmt: skip


def _shares(room: Room, place: tuple[slice, slice], colour: Colour) -> NDArray[np.float32]:
    """Return how much of each pixel is the line's colour.

    A mark's own pixels are unknown, and those where a line of this colour could not be seen.
    """
    pixels, behind = (each[place].astype(np.float32) for each in (room.pixels, room.behind))
    wanted = np.array([colour.red, colour.green, colour.blue], np.float32) - behind
    length = np.square(wanted).sum(axis=2)
    share = ((pixels - behind) * wanted).sum(axis=2) / np.maximum(length, 1.0)
    share[room.own[place] | (length < _UNSEEN**2)] = np.nan
    return np.asarray(np.clip(share, 0, 1), np.float32)


def _profile(shares: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """Return the middle share across the line, where enough of its length is to be seen."""
    free = np.isfinite(shares)
    known = free.mean(axis=axis) > 0.1
    filled = np.where(free, shares, 0.0)
    total = filled.sum(axis=axis) / np.maximum(free.sum(axis=axis), 1)
    strong = ((filled > 0.25) & free).sum(axis=axis) / np.maximum(free.sum(axis=axis), 1)
    faint = (shares > _FULL).sum(axis=axis) / np.maximum(free.sum(axis=axis), 1)
    good = known & ((strong >= _LINE) | (faint >= 0.9))
    return np.asarray(np.where(good, total, 0.0), np.float32)


def _span(profile: NDArray[np.float32]) -> tuple[float, float] | None:
    """Return where the line begins and ends in a profile, in pixels of it."""
    peak = int(profile.argmax())
    if profile[peak] < 0.2:
        return None
    low = high = peak
    while low > 0 and profile[low - 1] > _FULL:
        low -= 1
    while high + 1 < profile.size and profile[high + 1] > _FULL:
        high += 1
    part = profile[low : high + 1]
    width = float(part.sum())
    middle = float(((np.arange(low, high + 1) + 0.5) * part).sum() / width)
    return middle - width / 2, middle + width / 2
