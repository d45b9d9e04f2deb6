"""Find both marks in the pixels of a file and measure what lies between and around them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure import view
from cobrand.export.measure.view import Mask, View
from cobrand.model.campaign import Rules
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.model.scene import Promise, Scene
from cobrand.pixels import array
from cobrand.rules import balance, eye

PAIR = ("lockup", "logo", "separator", "mark")
_AROUND = 1.6  # X looked at round the pair
_STEPS = (6.0, 8.0)  # ΔL* and ΔE that count as ink, as for prominence
_LOSSY = 2.0  # JPEG and WebP blur: twice the step
_NEAR = 3  # pixels within which a foreign pixel may be the pair's own soft edge
_SPECK = 4  # of nine pixels; fewer are noise
_MOST = 60_000  # pixels that an eye needs
_SAME = 28  # of 255, by which a pixel may leave what its neighbours in the drawing span


@dataclass(frozen=True, slots=True)
class Seen:
    """One mark: its ink box in px of the scene, prominence in px², contrast (median)."""

    box: Box
    prominence: float
    contrast: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What the pixels say; `drawn` is where the same eye sees things in the drawing alone.

    `clear` is in px; `unlike` is the share of the pair's pixels that are not as drawn.
    """

    found: dict[str, Box | None]
    drawn: dict[str, Box | None]
    logo: Seen | None
    mark: Seen | None
    backing: Colour
    clear: float
    unlike: float


def look(shown: View, scene: Scene, promise: Promise, rules: Rules, *, lossy: bool) -> Sight:
    """Measure the pair in a view of the scene; the view may be larger than the pair's place."""
    boxes = {role: box for role in ("logo", "mark", "separator") if (box := scene.box(role))}
    pair = boxes["logo"].union(boxes["mark"])
    shown = shown.near(pair.grown(_AROUND * promise.unit))
    drawn = view.reference(scene, PAIR, shown, promise.backing)
    here, there = shown.over(promise.backing), drawn.over(promise.backing)
    ink, own = _ink(here, promise.backing, lossy=lossy), _ink(there, promise.backing)
    room = _slack(boxes, promise)

    zones = {role: box.grown(room) for role, box in boxes.items()}
    if "separator" in zones:
        zones["separator"] = boxes["separator"].grown(max(1.0, 0.25 * room))
    found = {role: shown.bounds(_within(ink, shown, zone)) for role, zone in zones.items()}
    wanted = {role: shown.bounds(_within(own, shown, zone)) for role, zone in zones.items()}
    marks = {
        role: _seen(shown, here, _within(ink, shown, zones[role]), box, promise, rules)
        for role in ("logo", "mark")
        if (box := found[role]) is not None
    }
    foreign = _solid(ink & ~_wide(own, _NEAR))
    edges = Box.of(scene.size)
    return Sight(
        found=found,
        drawn=wanted,
        logo=marks.get("logo"),
        mark=marks.get("mark"),
        backing=_backing(here, own),
        clear=_clear(
            shown, foreign, [mark.box for mark in marks.values()], edges, _AROUND * promise.unit
        ),
        unlike=_unlike(here, there, own),
    )


def _ink(pixels: array.Bytes, backing: Colour, *, lossy: bool = False) -> Mask:
    lab, base = array.lab(pixels), np.array(backing.lab, np.float32)
    more = _LOSSY if lossy else 1.0
    lighter = np.abs(lab[..., 0] - base[0]) >= _STEPS[0] * more
    other = ((lab - base) ** 2).sum(axis=2) >= (_STEPS[1] * more) ** 2
    return np.asarray(lighter | other)


def _slack(boxes: dict[str, Box], promise: Promise) -> float:
    """Return how far round its place a mark is looked for: not into its neighbour's."""
    between = boxes["logo"].distance(boxes["mark"])
    if "separator" in boxes:
        line = boxes["separator"]
        between = min(line.distance(boxes["logo"]), line.distance(boxes["mark"]))
        return max(1.0, min(0.8 * between, promise.unit))
    return max(1.0, min(0.45 * between, promise.unit))


def _within(ink: Mask, shown: View, zone: Box) -> Mask:
    alone = np.zeros_like(ink)
    place = shown.rows_and_columns(zone)
    alone[place] = ink[place]
    return alone


def _seen(
    shown: View, pixels: array.Bytes, alone: Mask, box: Box, promise: Promise, rules: Rules
) -> Seen:
    crop = View(np.where(alone[..., None], pixels, _flat(promise.backing)), shown.box).near(box)
    small = view.smaller(crop.pixels, _MOST)
    opaque = np.concatenate((small, np.full((*small.shape[:2], 1), 255, np.uint8)), axis=2)
    presence = eye.look(array.bitmap(opaque), promise.backing, rules.ink_full)
    return Seen(box, balance.prominence(presence, box.height, rules), presence.contrast)


def _clear(shown: View, foreign: Mask, marks: list[Box], page: Box, most: float) -> float:
    """Return the least distance in px from a mark to foreign ink or to the page's edge."""
    rows, columns = np.nonzero(foreign)
    scale, least = shown.scale, most
    x = shown.box.left + (columns + 0.5) / scale.width
    y = shown.box.top + (rows + 0.5) / scale.height
    for box in marks:
        edges = (box.left - page.left, box.top - page.top)
        far_edges = (page.right - box.right, page.bottom - box.bottom)
        least = min(least, *edges, *far_edges)
        if rows.size:
            across = np.maximum(np.maximum(box.left - x, x - box.right), 0)
            down = np.maximum(np.maximum(box.top - y, y - box.bottom), 0)
            least = min(least, float(np.maximum(across, down).min()) - 0.5 / scale.width)
    return max(0.0, least)


def _backing(pixels: array.Bytes, own: Mask) -> Colour:
    """Return the middle colour of what lies between and around the marks."""
    free = pixels[~_wide(own, _NEAR)]
    if not free.size:
        return Colour(0, 0, 0)
    red, green, blue = (int(value) for value in np.median(free, axis=0))
    return Colour(red, green, blue)


def _unlike(here: array.Bytes, there: array.Bytes, own: Mask) -> float:
    """Return the share of the pair's pixels that leave what the drawing's neighbours span.

    Half a pixel's shift and soft edges pass; what covers, cuts, moves or recolours does not.
    """
    low, high = _span(there)
    near = _wide(own, _NEAR)
    outside = (here.astype(np.int16) < low - _SAME) | (here.astype(np.int16) > high + _SAME)
    wrong = outside.any(axis=2) & near
    return float(wrong.sum() / max(1, own.sum()))


def _span(pixels: array.Bytes) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    low = high = pixels.astype(np.int16)
    for axis in (0, 1):
        shifted = [np.roll(low, by, axis) for by in (-1, 1)]
        low = np.minimum(low, np.minimum(*shifted))
        shifted = [np.roll(high, by, axis) for by in (-1, 1)]
        high = np.maximum(high, np.maximum(*shifted))
    return low, high


def _wide(mask: Mask, by: int) -> Mask:
    """Return the mask with `by` pixels more on every side."""
    wide = mask.copy()
    for axis in (0, 1):
        grown = wide.copy()
        for step in range(1, by + 1):
            ahead = [slice(None)] * 2
            behind = [slice(None)] * 2
            ahead[axis], behind[axis] = slice(step, None), slice(None, -step)
            grown[tuple(ahead)] |= wide[tuple(behind)]
            grown[tuple(behind)] |= wide[tuple(ahead)]
        wide = grown
    return wide


def _solid(mask: Mask) -> Mask:
    """Return the mask without specks."""
    count = np.pad(mask.astype(np.uint8), 1)
    count = count[:-2] + count[1:-1] + count[2:]
    count = count[:, :-2] + count[:, 1:-1] + count[:, 2:]
    return np.asarray(mask & (count >= _SPECK))


def _flat(colour: Colour) -> array.Bytes:
    return np.array((colour.red, colour.green, colour.blue), np.uint8)
