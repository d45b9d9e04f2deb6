"""Tells what an opaque picture stands on, and lifts the mark off its ground.

What counts as ground, and why: people send marks as JPEG on white, scans on grey, screenshots
on black, slides on a gradient; there the even border is paper. An even border of a strong colour
is nearly always the mark's own plate (an app icon, a badge), so the whole picture is the mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cobrand.intake.picture import backdrop, ink
from cobrand.intake.picture import firm as sure
from cobrand.intake.picture import shadow as shadows
from cobrand.intake.picture.backdrop import Backdrop
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.pixels import array, regions, sight
from cobrand.pixels.array import Bytes
from cobrand.pixels.near import grown

Kind = Literal["paper", "flat", "gradient", "plate", "uneven", "none"]
Mask = NDArray[np.bool_]

GREY = 8
"""The chroma under which a colour passes for grey."""
PAPER = 94
"""The lightness L* from which a flat grey counts as white paper."""
NEAR = 12
"""How far, in 8-bit steps of one channel, JPEG noise strays from a flat colour."""
_TINTED = 8
"""From here on, in 8-bit steps, paper is not white and white is not paper."""
_BLOCK = 17
_WILDEST = 48
_SHIVER = 0.06
_SMEAR = 56
VISIBLE = 26
"""Alpha from which a pixel counts for the mark's box: 0.10."""
_REACH = 2
"""How far antialiasing mixes the ground into the mark, in px."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is behind: white paper to lift off, another flat ground, a gradient, or a plate.

    Where it is `uneven` there is a photograph or a pattern; where it is `none`, the mark itself
    reaches the border. `backdrop` is the surface of a gradient; `colour` is its middle, or that
    of the border where there is no ground.
    """

    kind: Kind
    colour: Colour
    backdrop: Backdrop | None = None

    def surface(self, height: int, width: int) -> Bytes:
        """Return the ground's colours: one, shape (3,), or a gradient in px."""
        if self.backdrop is not None:
            return self.backdrop.channels(height, width)
        return np.array((self.colour.red, self.colour.green, self.colour.blue), np.uint8)


def behind(rgb: Bytes) -> Ground:
    """Judge the border of an opaque picture, shape (height, width, 3)."""
    found = backdrop.fit(rgb)
    if found is None:
        kind: Kind = "uneven" if backdrop.textured(rgb) else "none"
        rim = np.concatenate((rgb[0], rgb[-1], rgb[:, 0], rgb[:, -1]))
        return Ground(kind, Colour(*(int(value) for value in np.median(rim, axis=0))))
    if found.flat:
        return Ground(_kind(found.colour), found.colour)
    plain = all(_kind(Colour(*each)) != "plate" for each in found.corners.tolist())
    return Ground("gradient" if plain else "plate", found.colour, found)


def _kind(colour: Colour) -> Kind:
    light, a, b = colour.lab
    chroma = (a * a + b * b) ** 0.5
    if light > PAPER and chroma < GREY:
        return "paper"
    tinted = light > 75 and chroma < 20
    dark = light < 28 and chroma < 16
    return "flat" if chroma < GREY or tinted or dark else "plate"


@dataclass(frozen=True, slots=True)
class Lifted:
    """A picture without its ground, and the box of what is the mark and no fringe of it.

    `specks` counts what JPEG left round the mark; `inside` is the ground's colour enclosed by the
    mark, as a share of the mark.
    """

    picture: Bitmap
    box: Box | None
    specks: int
    inside: float


def lift(
    picture: Bitmap,
    behind: Ground,
    *,
    lossy: bool = False,
    specks: bool = True,
    inside: bool = False,
) -> Lifted:
    """Return the picture with the ground that touches its border made clear, edges unmixed.

    `lossy` says that its file does not keep pixels as they were. With `inside`, the ground goes
    wherever it is; without `specks`, what JPEG left stays.
    """
    shown = array.pixels(picture)
    surface = behind.surface(*shown.shape[:2])
    far = _far(shown, surface)
    plain, noise = far <= NEAR, _noise(far)
    count = regions.count(noise.specks & ~plain) if noise.limit > NEAR else 0
    if not specks:
        noise = _quiet(far)
    blank = plain | noise.specks | (shown[..., 3] == 0)
    clear = regions.from_border(blank) | _holes(far, blank, behind)
    enclosed = plain & ~clear & (_tint(behind) < 0)  # of tinted paper nothing is left inside
    if inside:
        clear |= enclosed
    result, clear = _freed(shown, far, clear, noise)
    shadow = shadows.on_ground(shown, surface, far)
    # in noise, a faint shadow is noise
    _dim(result, shown, surface, shadow & ~clear if noise.limit > NEAR else shadow)
    firm = (result[..., 3] >= VISIBLE) & ~shadow
    box = ink.edges(firm)
    if noise.limit > NEAR or lossy:
        box = sure.box(sure.Look(shown, surface, far, firm, noise.limit or _WILDEST))
    share = float(enclosed.sum()) / max(1.0, float((~clear | enclosed).sum()))
    return Lifted(array.bitmap(result), box, count, share)


def _dim(result: Bytes, shown: Bytes, surface: Bytes, soft: Mask) -> None:
    """Draw the shadows as black that is seen through."""
    ys, xs = np.nonzero(soft)
    if ys.size:
        ground = surface if surface.ndim == 1 else surface[ys, xs]
        density = shadows.density(shown[ys, xs], ground)
        result[ys, xs] = 0
        result[ys, xs, 3] = np.round(255 * density).astype(np.uint8)


def _freed(shown: Bytes, far: Bytes, clear: Mask, noise: _Noise) -> tuple[Bytes, Mask]:
    """Return the pixels without what is clear, edges unmixed, and what is clear in the end."""
    rough = noise.limit > NEAR
    if rough:
        clear = clear | regions.without(~clear, (far > _WILDEST) | ~noise.possible)
    result = shown.copy()
    whole = result.view(np.uint32)[..., 0]
    np.copyto(whole, 0, where=clear)
    ys, xs = np.nonzero(grown(clear, _REACH + rough) & ~clear)
    _unmix(result, shown, far, clear, ys, xs, _REACH + rough)
    if rough:
        np.copyto(whole, 0, where=result[..., 3] < _SMEAR)
    return result, clear


@dataclass(frozen=True, slots=True)
class _Noise:
    """What JPEG leaves round a mark's edges: how far it strays, where it may be, where it is."""

    limit: float
    possible: Mask
    specks: Mask


def _noise(far: Bytes) -> _Noise:
    """Measure how wild the ground is near the mark's edges; an even pale patch is not noise."""
    strong = far > max(48, 0.4 * int(far.max()))
    around = grown(strong, _BLOCK)
    ring = far[around & ~grown(strong, _REACH + 1) & (far <= _WILDEST)]
    shivers = ring.size > 0 and float(((ring > 0) & (ring <= NEAR)).mean()) > _SHIVER
    usual = (
        1.3 * float(np.quantile(ring, 0.985)) if shivers else 0.0
    )  # drawn flat: nothing to clean
    limit = min(3.5 * usual, _WILDEST)
    if limit <= NEAR:  # all of it is plain ground anyway
        return _quiet(far, limit)
    even = grown(~grown((far > usual) | (far <= NEAR), _REACH), _REACH + 1)
    possible = around & ~even
    apart = (far <= limit) & ~grown(far > limit, _REACH)
    return _Noise(limit, possible, possible & ((far <= usual) | apart))


def _quiet(far: Bytes, limit: float = 0.0) -> _Noise:
    nowhere = np.zeros(far.shape, bool)
    return _Noise(limit, nowhere, nowhere)


def _holes(far: Bytes, blank: Mask, behind: Ground) -> Mask:
    """Return the tinted paper that shows through a mark.

    It is not the white of the mark, and a hole is wider than the soft edge of such white, which
    passes through the same tint. White paper cannot be told from a mark's own white, and stays.
    """
    tint = _tint(behind)
    if tint < 0:
        return np.zeros(far.shape, bool)
    return regions.mostly(blank, far <= tint, ~grown(far > tint, 1))


def _tint(behind: Ground) -> int:
    """Return how far from paper a pixel inside the mark may be and still be paper; −1: never.

    A gradient may pass through white.
    """
    if behind.backdrop is not None:
        return -1
    colour = behind.colour
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
    """Give edge pixels the purest colour near them and the share of it that they show.

    The first of several as pure wins; a place beyond the picture is its nearest edge.
    """
    height, width = far.shape
    wide = np.pad(np.where(clear, 0, far).astype(np.uint16) << 6, reach, "edge")
    place = (ys + reach) * wide.shape[1] + xs + reach
    side, own = 2 * reach + 1, far[ys, xs]
    best = own.astype(np.uint16) << 6 | 63
    for step in range(side * side):
        away = (step // side - reach) * wide.shape[1] + step % side - reach
        np.maximum(best, wide.take(place + away) | np.uint16(62 - step), out=best)
    first = 62 - (best & 63).astype(np.int64)
    first[best & 63 == 63] = side * side // 2  # nothing is purer than the pixel itself
    best_y = np.clip(ys + first // side - reach, 0, height - 1)
    best_x = np.clip(xs + first % side - reach, 0, width - 1)
    share = np.clip(own.astype(np.float32) / np.maximum(best >> 6, 1), 0, 1)
    result[ys, xs, :3] = shown[best_y, best_x, :3]
    result[ys, xs, 3] = np.round(share * shown[ys, xs, 3])


def differs(rgb: Bytes, colour: Colour, lightness: float = 6, difference: float = 8) -> Mask:
    """Return where colours, shape (…, 3), are visibly not this one."""
    away = array.lab(rgb) - np.array(colour.lab, np.float32)
    return np.asarray(
        (np.abs(away[..., 0]) >= lightness) | (np.square(away).sum(axis=-1) >= difference**2)
    )


def stands_off(picture: Bytes, colour: Colour, lightness: float = 6, difference: float = 8) -> Mask:
    """Return where a picture, shape (height, width, 4), laid on a colour visibly differs from it.

    Equal neighbours are looked at once.
    """
    colours, lengths = sight.runs(picture)
    apart = differs(array.over(colours, colour), colour, lightness, difference)
    return np.repeat(apart, lengths).reshape(picture.shape[:2])


def _far(picture: Bytes, surface: Bytes) -> Bytes:
    """Return the largest difference in any channel from one colour, or from one for each pixel."""
    far = np.zeros(picture.shape[:-1], np.uint8)
    for which in range(3):
        one = array.gap(array.channel(picture, which), surface[..., which])
        np.maximum(far, one, out=far)
    return far
