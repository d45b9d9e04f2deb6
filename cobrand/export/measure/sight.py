"""Find both marks in the pixels of a file and measure what lies between and around them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from cobrand.export.measure import ink, view
from cobrand.export.measure.view import Mask, View
from cobrand.model.campaign import Rules
from cobrand.model.colour import BLACK, Colour
from cobrand.model.geometry import Box
from cobrand.model.scene import Promise, Scene
from cobrand.pixels import array
from cobrand.rules import balance, eye

PAIR = ("lockup", "logo", "separator", "mark")
MARKS = ("logo", "mark")
_AROUND = 1.6  # X looked at round the pair
_NEAR = 3  # pixels within which a foreign pixel may be the pair's own soft edge
_SOFT = 1  # pixels by which two drawings of one edge may differ
_MISSING = 0.02  # share of a part's ink without which it is cut or moved
_MOST = 40_000  # pixels that an eye needs
_LEAST = 40_000  # pixels under which thin strokes look weaker than they are
_WINDOW = 600_000  # pixels of the neighbourhood that are looked at, at most
_FINER = 4  # times the file's own pixels, at most


@dataclass(frozen=True, slots=True)
class Seen:
    """One mark: prominence in px², contrast of its ink (median)."""

    prominence: float
    contrast: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What the pixels say, in px of the scene; `drawn` is where the drawing alone has things.

    `clear` is the least distance from a mark to anything else, `unlike` the share of the
    marks' pixels that are not as drawn. The line is judged by its place alone: some viewers of
    PDF make thin lines as wide as whole pixels.
    """

    found: dict[str, Box | None]
    drawn: dict[str, Box]
    marks: dict[str, Seen]
    backing: Colour
    clear: float
    unlike: float
    pixel: float  # how wide a pixel is that was looked at

    def beside(self, others: tuple[Box, ...]) -> Sight:
        """Return the same where these places are taken too."""
        marks = [box for role in MARKS if (box := self.found[role])]
        distances = (mark.distance(other) for mark in marks for other in others)
        return replace(self, clear=min([self.clear, *distances]))


@dataclass(frozen=True, slots=True)
class _Layer:
    """Pixels of the pair's neighbourhood, and which of them are ink."""

    view: View
    pixels: array.Bytes
    ink: Mask

    def within(self, zone: Box) -> Mask:
        """Return the ink in this zone alone."""
        alone = np.zeros_like(self.ink)
        place = self.view.rows_and_columns(zone)
        alone[place] = self.ink[place]
        return alone

    def bounds(self, zone: Box) -> Box | None:
        """Return the box round the ink in this zone."""
        return self.view.bounds(self.within(zone))


def look(shown: View, scene: Scene, promise: Promise, rules: Rules, *, lossy: bool) -> Sight:
    """Measure the pair in a view of the scene; the view may be larger than the pair's place.

    A file's pixels are compared with the same pixels of the drawing alone: so the edges are
    known finer than a pixel, and small files do not make thin strokes look weaker.
    """
    boxes = {role: box for role in (*MARKS, "separator") if (box := scene.box(role))}
    window = shown.near(boxes["logo"].union(boxes["mark"]).grown(_AROUND * promise.unit))
    drawing = view.reference(scene, PAIR, window, promise.backing).within(_WINDOW)
    window = window.within(_WINDOW)
    here = _layer(window, promise, lossy=lossy)
    there = _layer(drawing, promise, lossy=lossy)
    zones = _zones(boxes, promise)
    parts = {role: _part(here, there, zone) for role, zone in zones.items()}
    found = {
        role: _found(here, there, parts[role], zone, boxes[role]) for role, zone in zones.items()
    }
    foreign = ink.solid(here.ink & ~ink.wider(there.ink, _NEAR))
    marks = [box for role in MARKS if (box := found[role])]
    inked = there.within(zones["logo"]) | there.within(zones["mark"])
    differing = ink.differing(here.pixels, there.pixels) & ink.wider(inked, _NEAR)
    return Sight(
        found=found,
        drawn=boxes,
        marks=_marks(here, parts, there, zones, _Eye(scene, promise, rules)),
        backing=_backing(here, there),
        clear=_clear(here.view, foreign, marks, Box.of(scene.size), _AROUND * promise.unit),
        unlike=float(differing.sum() / max(1, inked.sum())),
        pixel=1 / min(window.scale.width, window.scale.height),
    )


def _layer(shown: View, promise: Promise, *, lossy: bool) -> _Layer:
    pixels = shown.over(promise.backing)
    return _Layer(shown, pixels, ink.of(pixels, promise.backing, lossy=lossy))


def _zones(boxes: dict[str, Box], promise: Promise) -> dict[str, Box]:
    """Return where each part is looked for: round its place, but not into its neighbour's."""
    line = boxes.get("separator")
    between = boxes["logo"].distance(boxes["mark"])
    room = 0.45 * between
    if line is not None:
        room = 0.8 * min(line.distance(boxes["logo"]), line.distance(boxes["mark"]))
    room = max(1.0, min(room, promise.unit))
    reach = {"separator": max(1.0, 0.2 * room)}
    return {role: box.grown(reach.get(role, room)) for role, box in boxes.items()}


def _part(here: _Layer, there: _Layer, zone: Box) -> Mask:
    """Return a part's own ink in the file.

    Ink beside a part that is all there is not the part's, but something that came too near.
    """
    own, ours = there.within(zone), here.within(zone)
    missing = own & ~ink.wider(here.ink, _SOFT)
    if missing.sum() > _MISSING * own.sum():
        return ours
    return np.asarray(ours & ink.wider(own, _NEAR))


def _found(here: _Layer, there: _Layer, part: Mask, zone: Box, drawn: Box) -> Box | None:
    """Return where a part is: where it was drawn, moved as the file's edges are off."""
    ours, theirs = here.view.bounds(part), there.bounds(zone)
    if ours is None or theirs is None:
        return ours
    return Box.spanning(
        drawn.left + ours.left - theirs.left,
        drawn.top + ours.top - theirs.top,
        drawn.right + ours.right - theirs.right,
        drawn.bottom + ours.bottom - theirs.bottom,
    )


@dataclass(frozen=True, slots=True)
class _Eye:
    """Who looks at a mark: over the promised backing, by the campaign's rules."""

    scene: Scene
    promise: Promise
    rules: Rules

    def see(self, layer: _Layer, part: Mask) -> Seen | None:
        """Return what is seen of a part of a layer."""
        box = layer.view.bounds(part)
        if box is None:
            return None
        alpha = np.where(part[..., None], np.uint8(255), np.uint8(0))
        crop = View(np.concatenate((layer.pixels, alpha), axis=2), layer.view.box).near(box)
        bitmap = array.bitmap(view.smaller(crop.pixels, _MOST))
        presence = eye.look(bitmap, self.promise.backing, self.rules.ink_full)
        return Seen(balance.prominence(presence, box.height, self.rules), presence.contrast)

    def finer(self, there: _Layer, zones: dict[str, Box]) -> _Layer | None:
        """Draw the pair once more with pixels enough for an eye, unless there are already."""
        scale = there.view.scale
        areas = [zones[role].width * zones[role].height for role in MARKS]
        times = math.sqrt(_LEAST / max(1.0, min(areas) * scale.width * scale.height))
        if times <= 1:
            return None
        backing = self.promise.backing
        drawn = view.reference(self.scene, PAIR, there.view, backing, min(times, _FINER))
        return _layer(drawn, self.promise, lossy=False)


def _marks(
    here: _Layer, parts: dict[str, Mask], there: _Layer, zones: dict[str, Box], looks: _Eye
) -> dict[str, Seen]:
    """Return what is seen of both marks; small ones as if they had pixels enough."""
    seen = {role: looks.see(here, parts[role]) for role in MARKS}
    found = {role: mark for role, mark in seen.items() if mark is not None}
    finer = looks.finer(there, zones)
    if finer is None:
        return found
    for role, mark in found.items():
        coarse = looks.see(there, there.within(zones[role]))
        fine = looks.see(finer, finer.within(zones[role]))
        if coarse and fine and coarse.prominence:
            share = mark.prominence / coarse.prominence
            found[role] = Seen(share * fine.prominence, mark.contrast)
    return found


def _clear(shown: View, foreign: Mask, marks: list[Box], page: Box, most: float) -> float:
    """Return the least distance in px from a mark to foreign ink or to the page's edge."""
    rows, columns = np.nonzero(foreign)
    scale, least = shown.scale, most
    x = shown.box.left + (columns + 0.5) / scale.width
    y = shown.box.top + (rows + 0.5) / scale.height
    for box in marks:
        edges = (box.left - page.left, box.top - page.top)
        least = min(least, *edges, page.right - box.right, page.bottom - box.bottom)
        if rows.size:
            across = np.maximum(np.maximum(box.left - x, x - box.right), 0)
            down = np.maximum(np.maximum(box.top - y, y - box.bottom), 0)
            least = min(least, float(np.maximum(across, down).min()) - 0.5 / scale.width)
    return max(0.0, least)


def _backing(here: _Layer, there: _Layer) -> Colour:
    """Return the middle colour of what lies between and around the marks."""
    free = here.pixels[~ink.wider(there.ink, _NEAR)]
    if not free.size:
        return BLACK
    red, green, blue = (int(value) for value in np.median(free, axis=0))
    return Colour(red, green, blue)
