"""Tells what an opaque picture stands on, and lifts the mark off a white ground.

What counts as ground, and why: people send marks as JPEG on white, scans on grey, screenshots
on black; there the flat border is paper. A flat border of a strong colour is nearly always the
mark's own plate (an app icon, a badge), so the whole picture is the mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.pixels import array, regions
from cobrand.pixels.array import Bytes

Kind = Literal["paper", "flat", "plate", "uneven"]
Mask = NDArray[np.bool_]

PAPER = 94
"""The lightness L* from which a flat grey counts as white paper."""
NEAR = 12
"""How far, in 8-bit steps of one channel, JPEG noise strays from a flat colour."""
_TINTED = 8
"""From here on, in 8-bit steps, paper is not white and white is not paper."""
_UNIFORM = 0.9
_SIDES = 3
_BLOCK = 17
_WILDEST = 48
_SHIVER = 0.06
_SMEAR = 56
_REACH = 2
"""How far antialiasing mixes the ground into the mark, in px."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is behind: white paper to lift off, another flat ground, a plate, or no one colour."""

    kind: Kind
    colour: Colour


def behind(rgb: Bytes) -> Ground:
    """Judge the border of an opaque picture, shape (height, width, 3)."""
    depth = max(1, round(0.01 * min(rgb.shape[:2])))
    sides = [rgb[:depth], rgb[-depth:], rgb[:, :depth], rgb[:, -depth:]]
    lists = [side.reshape(-1, 3) for side in sides]
    middle = np.median(np.concatenate(lists), axis=0).astype(np.int16)
    flat = sum(bool((_far(side, middle) <= NEAR).mean() >= _UNIFORM) for side in lists)
    colour = Colour(*(int(value) for value in middle))
    return Ground(_kind(colour) if flat >= _SIDES else "uneven", colour)


def _kind(colour: Colour) -> Kind:
    light, a, b = colour.lab
    chroma = (a * a + b * b) ** 0.5
    if light > PAPER and chroma < 8:
        return "paper"
    if (light > 78 and chroma < 8) or (light < 22 and chroma < 14):
        return "flat"
    return "plate"


@dataclass(frozen=True, slots=True)
class Lifted:
    """A picture without its ground, how many specks JPEG left round the mark, and what stayed.

    `inside` is the ground's colour enclosed by the mark, as a share of the mark.
    """

    picture: Bitmap
    specks: int
    inside: float


def lift(picture: Bitmap, colour: Colour, *, specks: bool = True, inside: bool = False) -> Lifted:
    """Return the picture with the ground that touches its border made clear, edges unmixed.

    With `inside`, the ground goes wherever it is; without `specks`, what JPEG left stays.
    """
    shown = array.pixels(picture)
    middle = np.array([colour.red, colour.green, colour.blue], np.int16)
    far = _far(shown[..., :3], middle)
    plain, noise = far <= NEAR, _noise(far)
    count = regions.count(noise.specks & ~plain) if noise.limit > NEAR else 0
    if not specks:
        noise = _quiet(far)
    blank = plain | noise.specks | (shown[..., 3] == 0)
    clear = regions.from_border(blank) | _holes(far, blank, colour)
    enclosed = plain & ~clear & (_tint(colour) < 0)  # of tinted paper nothing is left inside
    if inside:
        clear |= enclosed
    rough = noise.limit > NEAR
    if rough:
        clear |= regions.without(~clear, (far > _WILDEST) | ~noise.possible)
    result = shown.copy()
    result[clear] = 0
    ys, xs = np.nonzero(_grown(clear, _REACH + rough) & ~clear)
    _unmix(result, shown, far, clear, ys, xs, _REACH + rough)
    if rough:
        result[result[..., 3] < _SMEAR] = 0
    share = float(enclosed.sum()) / max(1.0, float((~clear | enclosed).sum()))
    return Lifted(array.bitmap(result), count, share)


@dataclass(frozen=True, slots=True)
class _Noise:
    """What JPEG leaves round a mark's edges: how far it strays, where it may be, where it is."""

    limit: float
    possible: Mask
    specks: Mask


def _noise(far: Bytes) -> _Noise:
    """Measure how wild the ground is near the mark's edges; an even pale patch is not noise."""
    strong = far > max(48, 0.4 * int(far.max()))
    around = _grown(strong, _BLOCK)
    ring = far[around & ~_grown(strong, _REACH + 1) & (far <= _WILDEST)]
    shivers = ring.size > 0 and float(((ring > 0) & (ring <= NEAR)).mean()) > _SHIVER
    usual = (
        1.3 * float(np.quantile(ring, 0.985)) if shivers else 0.0
    )  # drawn flat: nothing to clean
    limit = min(3.5 * usual, _WILDEST)
    even = _grown(~_grown((far > usual) | (far <= NEAR), _REACH), _REACH + 1)
    possible = around & ~even
    apart = (far <= limit) & ~_grown(far > limit, _REACH)
    return _Noise(limit, possible, possible & ((far <= usual) | apart))


def _quiet(far: Bytes) -> _Noise:
    nowhere = np.zeros(far.shape, bool)
    return _Noise(0.0, nowhere, nowhere)


def _holes(far: Bytes, blank: Mask, colour: Colour) -> Mask:
    """Return the tinted paper that shows through a mark.

    It is not the white of the mark, and a hole is wider than the soft edge of such white, which
    passes through the same tint. White paper cannot be told from a mark's own white, and stays.
    """
    tint = _tint(colour)
    if tint < 0:
        return np.zeros(far.shape, bool)
    return regions.mostly(blank, far <= tint, ~_grown(far > tint, 1))


def _tint(colour: Colour) -> int:
    """Return how far from paper a pixel inside the mark may be and still be paper; −1: never."""
    tint = 255 - min(colour.red, colour.green, colour.blue)
    return min(NEAR, tint) // 2 if tint >= _TINTED else -1


def _unmix(
    result: Bytes,
    shown: Bytes,
    far: Bytes,
    clear: Mask,
    ys: NDArray[np.int64],
    xs: NDArray[np.int64],
    reach: int,
) -> None:
    """Give edge pixels the purest colour near them and the share of it that they show."""
    height, width = far.shape
    best, best_y, best_x = far[ys, xs].copy(), ys.copy(), xs.copy()
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            near_y, near_x = np.clip(ys + dy, 0, height - 1), np.clip(xs + dx, 0, width - 1)
            purer = (far[near_y, near_x] > best) & ~clear[near_y, near_x]
            best[purer] = far[near_y[purer], near_x[purer]]
            best_y[purer], best_x[purer] = near_y[purer], near_x[purer]
    share = np.clip(far[ys, xs].astype(np.float32) / np.maximum(best, 1), 0, 1)
    result[ys, xs, :3] = shown[best_y, best_x, :3]
    result[ys, xs, 3] = np.round(share * shown[ys, xs, 3])


def differs(rgb: Bytes, colour: Colour, lightness: float = 6, difference: float = 8) -> Mask:
    """Return where a picture is visibly not of this colour."""
    away = array.lab(rgb) - np.array(colour.lab, np.float32)
    return np.asarray(
        (np.abs(away[..., 0]) >= lightness) | (np.square(away).sum(axis=-1) >= difference**2)
    )


def _far(rgb: Bytes, middle: NDArray[np.int16]) -> Bytes:
    """Return the largest difference in any channel."""
    far = np.zeros(rgb.shape[:-1], np.uint8)
    for channel in range(3):
        one = np.abs(rgb[..., channel].astype(np.int16) - middle[channel]).astype(np.uint8)
        np.maximum(far, one, out=far)
    return far


def _grown(mask: Mask, by: int) -> Mask:
    """Return the mask with every point made a square that reaches `by` px to each side."""
    return _stretched(_stretched(mask, by).T, by).T


def _stretched(mask: Mask, by: int) -> Mask:
    grown, reached = mask.copy(), 0
    while reached < by:
        step = min(reached + 1, by - reached)  # doubling: what is grown already grows again
        wider = grown.copy()
        wider[step:] |= grown[:-step]
        wider[:-step] |= grown[step:]
        grown, reached = wider, reached + step
    return grown
