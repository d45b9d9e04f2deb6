"""Turn the marks that were found in a file into what they are, and what lies between and around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from cobrand.export.measure import ink, room, search, weigh
from cobrand.export.measure.room import Room
from cobrand.export.measure.search import Floats, Hit
from cobrand.export.measure.search.ground import farthest
from cobrand.export.measure.seek import WINDOW, Look, Seen, roles, seek
from cobrand.export.measure.view import Mask, ground_of
from cobrand.export.measure.weigh import Weight
from cobrand.model.campaign import Rules
from cobrand.model.colour import BLACK, Colour
from cobrand.model.geometry import Box, union
from cobrand.model.scene import Fill, Promise
from cobrand.pixels import array
from cobrand.rules import spacing

_AROUND = 1.6  # X looked at round the marks
_NEAR = 3  # pixels round ink that belong to it
_WHOLE = {False: 0.998, True: 0.97}  # of a mark is explained, in files that are exact, that blur
_FARTHEST = 400.0  # px that a line is looked for to each side
_ENOUGH = 5_000  # pixels that tell a colour


@dataclass(frozen=True, slots=True)
class Found:
    """One mark: its box in px of the scene, how it lies there, and what is seen of it.

    `promised` is where the layout has it; `unlike` the share of its ink that does not look as
    drawn; `present` the share that is there; `sharp` how much of its detail is left, at most 1.
    """

    role: str
    box: Box
    promised: Box
    stretch: float
    turn: float
    variant: str
    weight: Weight
    unlike: float
    present: float
    sharp: float
    sure: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What the pixels say, in px of the scene; a mark or line that is not to be seen is missing.

    `clear` is the least distance from a mark to anything else, `pixel` how wide a pixel is that
    was looked at, `backing` the middle colour of what is round the marks.
    """

    marks: tuple[Found, ...]
    missing: tuple[str, ...]
    lines: tuple[tuple[Box, Box | None], ...]
    backing: Colour
    clear: float
    pixel: float
    unit: float

    def mark(self, role: str) -> Found | None:
        """Return the mark of this role, if it was found."""
        return next((each for each in self.marks if each.role == role), None)

    def beside(self, others: tuple[Box, ...]) -> Sight:
        """Return the same where these places are taken too."""
        distances = (mark.box.distance(other) for mark in self.marks for other in others)
        return replace(self, clear=max(0.0, min([self.clear, *distances])))


def look(looks: Look) -> Sight | None:
    """Measure the marks of the order's scene in a file; None for a page without a pair."""
    scene, promise = looks.order.scene, looks.order.scene.promise
    wanted = roles(scene)
    if promise is None or "logo" not in wanted or "mark" not in wanted:
        return None
    boxes = {role: scene.find(role)[0].box for role in wanted}
    first = looks.near.near(union(tuple(boxes.values())).grown(_AROUND * promise.unit))
    seen = seek(looks, first.within(WINDOW), boxes)
    return _measured(looks, seen, boxes, promise)


def _measured(
    looks: Look, found: dict[str, Seen], boxes: Mapping[str, Box], promise: Promise
) -> Sight:
    scene, rules = looks.order.scene, looks.order.campaign.rules
    marks = tuple(_mark(role, seen, boxes[role], rules, looks) for role, seen in found.items())
    mark = next((each.box for each in marks if each.role == "mark"), None)
    unit = spacing.unit(mark.height, rules) if mark else promise.unit
    places = tuple(each.box for each in marks) or tuple(boxes.values())
    around = _room(looks, union(places).grown(_AROUND * unit), found, promise)
    lines = tuple(
        (item.box, _line(around, item, boxes, marks))
        for item in scene.find("separator")
        if isinstance(item, Fill)
    )
    known = [line for _, line in lines if line]
    scale = around.view.scale
    return Sight(
        marks=marks,
        missing=tuple(role for role in boxes if role not in found),
        lines=lines,
        backing=_backing(around),
        clear=room.clear(around, [*places], known, Box.of(scene.size), _AROUND * unit),
        pixel=1 / min(scale.width, scale.height),
        unit=unit,
    )


def _mark(role: str, seen: Seen, promised: Box, rules: Rules, looks: Look) -> Found:
    hit, scale = seen.hit, seen.view.scale
    weight = weigh.weigh(hit, rules, looks.memory)
    weight = replace(weight, prominence=weight.prominence / (scale.width * scale.height))
    return Found(
        role=role,
        box=seen.box,
        promised=promised,
        stretch=hit.stretch * scale.height / scale.width,
        turn=hit.place.turn,
        variant=hit.artwork.variant,
        weight=weight,
        unlike=_unlike(hit),
        present=hit.present,
        sharp=_sharp(hit, lossy=looks.lossy),
        sure=hit.sure,
    )


def _room(looks: Look, wanted: Box, found: dict[str, Seen], promise: Promise) -> Room:
    """Return the neighbourhood of the marks where they are; the one looked at first if it holds."""
    page = Box.of(looks.order.scene.size).grown(looks.order.scene.bleed)
    inside = Box.spanning(
        max(page.left, wanted.left), max(page.top, wanted.top),
        min(page.right, wanted.right), min(page.bottom, wanted.bottom),
    )  # fmt: skip
    holds = looks.near.box.holds(inside, 1.0)
    view = (looks.near.near(wanted) if holds else looks.closer(inside)).within(WINDOW)
    pixels = view.over(promise.backing)
    own = room.own_pixels(view, [(seen.hit, seen.view) for seen in found.values()])
    behind = ground_of(looks.order.scene, view, promise)
    if behind is None:
        behind = np.broadcast_to(_ground(pixels, own, promise), pixels.shape)
    return Room(view, pixels, behind, own, looks.lossy)


def _ground(pixels: array.Bytes, own: Mask, promise: Promise) -> array.Bytes:
    """Return the colour round the marks: the promised one if it is there, else the commonest."""
    free = pixels[~own]
    backing = promise.backing
    wanted = np.array([backing.red, backing.green, backing.blue], np.uint8)
    if not free.size or (farthest(free[::7], wanted) < 8).mean() > 0.25:
        return wanted
    return np.asarray(np.round(np.median(free, axis=0)), np.uint8)


def _line(
    around: Room, item: Fill, boxes: Mapping[str, Box], marks: tuple[Found, ...]
) -> Box | None:
    """Return a line of the scene where it is in the file: between its neighbours, as they moved."""
    gaps = [gap for box in boxes.values() if (gap := item.box.distance(box)) > 0]
    reach = min([*gaps, _FARTHEST]) + 2 * max(1 / around.view.scale.width, 1.0)
    box = item.box
    if marks:
        here = union(tuple(each.box for each in marks)).centre
        there = union(tuple(each.promised for each in marks)).centre
        box = box.moved(here.x - there.x, here.y - there.y)
    return room.line(around, box, item.colour, reach)


def _backing(around: Room) -> Colour:
    """Return the middle colour of what lies between and around the marks."""
    free = np.flatnonzero(~ink.wider(around.own, _NEAR))
    if not free.size:
        return BLACK
    rows, columns = np.divmod(free[:: max(1, len(free) // _ENOUGH)], around.own.shape[1])
    middle = np.median(around.pixels[rows, columns], axis=0)
    red, green, blue = (int(value) for value in middle)
    return Colour(red, green, blue)


def _unlike(hit: Hit) -> float:
    """Return the share of a mark's ink that does not look as drawn."""
    inked = hit.fit.inked
    near = ink.wider(inked, _NEAR)
    off = farthest(hit.fit.window.pixels, hit.fit.drawn)
    if not (near & (off >= ink.SAME - 1)).any():  # by less they pass, rounded either way
        return 0.0
    here, there = (
        np.clip(np.round(search.softened(each)), 0, 255).astype(np.uint8)
        for each in (hit.fit.window.pixels, hit.fit.drawn)
    )
    differing = ink.differing(here, there) & near
    return float(min(1.0, differing.sum() / max(1, inked.sum())))


def _sharp(hit: Hit, *, lossy: bool) -> float:
    """Return how much of the drawing's detail the file's pixels have, at most 1.

    What JPEG and WebP take of it by themselves leaves more of a mark explained.
    """
    if hit.own >= _WHOLE[lossy]:
        return 1.0
    here, there = (
        _detail(each - hit.fit.behind) for each in (hit.fit.window.pixels, hit.fit.drawn)
    )
    return min(1.0, here / there) if there > 0 else 1.0


def _detail(pixels: Floats) -> float:
    """Return how much of a picture's change is from one pixel to the next."""
    fine = sum(float(np.square(np.diff(pixels, axis=axis)).sum()) for axis in (0, 1))
    return fine / max(1.0, float(np.square(pixels).sum()))
