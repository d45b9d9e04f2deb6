"""Move a mark's four edges until its drawing lies on the pixels, finer than a pixel."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure.search import edges, ground
from cobrand.export.measure.search.artwork import Artwork, Floats, Layer, Pixels, Place
from cobrand.export.measure.search.chroma import softened
from cobrand.export.measure.search.ground import Mask, farthest
from cobrand.model.geometry import Box
from cobrand.pixels import array

_ROUNDS = 12
_STILL = 0.03  # pixels: a step after which the drawing need not be made again
_MARGIN = 0.08  # of the longer side that is looked at round a mark, at least
_LEAST_MARGIN = 3  # pixels
_RIM, _LEAST_RIM = 0.06, 1.5  # of the shorter side, and pixels, that are judged round a mark
_MOST = 60_000  # pixels that a fit needs
_LEVELS = (1_500, 6_000, 60_000)
_INKED = 0.5  # opacity from which a pixel is ink,
_SEEN = 8.0  # of 255, by which it stands off its ground,
_OFF = 32.0  # and by which it may be off what it should be, at most
_CERTAIN = 0.98  # of what is seen is explained: other colours need not be tried
_CLEAR = 0.02  # opacity under which the ground is seen


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a picture, `step` of its pixels to one here, its corner at `left`, `top`."""

    pixels: Floats
    behind: Floats | None
    left: int
    top: int
    step: int

    def inside(self, place: Place) -> Place:
        """Return a place of the picture as one of the window."""
        return place.moved(-self.left, -self.top).scaled(1 / self.step)

    def outside(self, place: Place) -> Place:
        """Return a place of the window as one of the picture."""
        return place.scaled(self.step).moved(self.left, self.top)


@dataclass(frozen=True, slots=True)
class How:
    """Whether a mark may be turned, and whether it may have any colours."""

    turning: bool = False
    recoloured: bool = False


_PLAINLY = How()


@dataclass(frozen=True, slots=True)
class Fit:
    """A mark on the pixels.

    `alike` is how much of what is seen there is the drawing in its own colours, `shape` how much
    is the drawing in some colours, each at most 1. `layer` is the drawing in the window, `drawn`
    what would be seen in the window if the mark were there as drawn.
    """

    artwork: Artwork
    place: Place
    alike: float
    shape: float
    window: Window
    layer: Layer
    behind: Floats
    drawn: Floats

    @property
    def inked(self) -> Mask:
        """The window's pixels that are the mark's, and stand off the ground."""
        off = farthest(self.drawn, self.behind)
        return np.asarray((self.layer.alpha > _INKED) & (off > _SEEN))

    @property
    def present(self) -> float:
        """The share of the mark's ink that is there, 0-1."""
        inked = np.flatnonzero(self.inked)
        if not inked.size:
            return 0.0
        drawn, behind, seen = (
            each.reshape(-1, 3)[inked] for each in (self.drawn, self.behind, self.window.pixels)
        )
        most = np.minimum(_OFF, 0.5 * farthest(drawn, behind))
        if (farthest(seen, drawn) <= most).all():
            return 1.0
        off = softened(self.window.pixels - self.drawn).reshape(-1, 3)[inked]
        return array.share(farthest(off, np.zeros_like(off)) <= most)


def fit(
    pixels: Pixels,
    artwork: Artwork,
    start: Place,
    behind: Pixels | None = None,
    *,
    how: How = _PLAINLY,
    most: int = _MOST,
) -> Fit | None:
    """Return the mark at the place near `start` where it lies best, or None where that is nowhere.

    `behind` is the picture without marks, where that is known. The window is the start's, and
    moves with the mark where it leaves it.
    """
    place = start
    for _ in range(3):
        window = cut(pixels, place, behind, most)
        if window is None:
            return None
        found = _settle(window, artwork, place, how)
        if found is None or _holds(window, found.place):
            return found
        place = found.place
    return found


def climb(
    pixels: Pixels, artwork: Artwork, start: Place, behind: Pixels | None = None,
    *, how: How = _PLAINLY, levels: tuple[int, ...] = _LEVELS,
) -> Fit | None:  # fmt: skip
    """Return the mark near `start`, fitted to ever finer pictures: so it may be some way off."""
    found = None
    for most in levels:
        found = fit(pixels, artwork, start, behind, how=how, most=most)
        if found is None:
            return None
        start = found.place
    return found


def cut(pixels: Pixels, place: Place, behind: Pixels | None, most: int = _MOST) -> Window | None:
    """Return the part of a picture round a place, with blocks averaged down to `most` pixels."""
    bounds = place.bounds
    by = max(_LEAST_MARGIN, _MARGIN * max(bounds.width, bounds.height))
    room = bounds.grown(by)
    height, width = pixels.shape[:2]
    left, top = max(0, math.floor(room.left)), max(0, math.floor(room.top))
    right, bottom = min(width, math.ceil(room.right)), min(height, math.ceil(room.bottom))
    if right - left < 4 or bottom - top < 4:
        return None
    step = max(1, math.ceil(math.sqrt((right - left) * (bottom - top) / most)))
    place_in = (slice(top, bottom), slice(left, right))
    small = _averaged(pixels[place_in], step)
    under = None if behind is None else _averaged(behind[place_in], step)
    return Window(small, under, left, top, step) if min(small.shape[:2]) >= 3 else None


def judged(window: Window, artwork: Artwork, place: Place) -> Fit:
    """Return how a mark lies at a place of the picture, without moving it."""
    layer = _drawn(artwork, window, window.inside(place))
    under = _behind(window, layer)
    drawn = layer.over(under)
    alike, shape = _alike(window.pixels, layer, under, drawn, window.inside(place))
    return Fit(artwork, place, alike, shape, window, layer, under, drawn)


def _settle(window: Window, artwork: Artwork, start: Place, how: How) -> Fit | None:
    place, was = window.inside(start), math.inf
    for turn in range(_ROUNDS):
        layer = _drawn(artwork, window, place)
        under = _behind(window, layer)
        drawn = layer.over(under)
        shown, seen = drawn - under, window.pixels - under
        if how.recoloured:
            shown = _recoloured(seen, shown, layer)
        step = edges.step(seen, shown, place, turning=how.turning, robust=turn > 1)
        size = float(np.abs(step).max())
        still = size < _STILL or (turn > 4 and size > 0.9 * was and size < 0.1)
        was, place = size, _stepped(place, step)
        if still:
            break
        if not _sound(place, window):
            return None
    alike, shape = _alike(window.pixels, layer, under, drawn, place)
    return Fit(artwork, window.outside(place), alike, shape, window, layer, under, drawn)


def _drawn(artwork: Artwork, window: Window, place: Place) -> Layer:
    height, width = window.pixels.shape[:2]
    return artwork.drawn(place, width, height)


def _behind(window: Window, layer: Layer) -> Floats:
    free = layer.alpha < _CLEAR
    if window.behind is not None and ground.agrees(window.pixels, window.behind, free):
        return window.behind
    return ground.behind(window.pixels, free)


def _stepped(place: Place, step: NDArray[np.float64]) -> Place:
    box, far = place.box, max(place.box.width, place.box.height) / 2
    moved = Box.spanning(
        box.left + float(step[0]), box.top + float(step[2]),
        box.right + float(step[1]), box.bottom + float(step[3]),
    )  # fmt: skip
    turn = place.turn + (math.atan(step[4] / far) if step.size > 4 else 0.0)
    return replace(place, box=moved, turn=turn)


def _sound(place: Place, window: Window) -> bool:
    height, width = window.pixels.shape[:2]
    box = place.box
    meets = Box(0, 0, width, height).meets(box)
    return meets and 2 <= box.width <= 2 * width and 2 <= box.height <= 2 * height


def _holds(window: Window, place: Place) -> bool:
    height, width = window.pixels.shape[:2]
    room = Box(window.left, window.top, width * window.step, height * window.step)
    return room.holds(place.bounds, 0.0)


def _alike(
    pixels: Floats, layer: Layer, under: Floats, drawn: Floats, place: Place
) -> tuple[float, float]:
    """Return how much of what differs from the ground the drawing explains, as it is or recoloured.

    1 − Σ(seen − drawn)² / Σ seen², in the mark's box and a narrow rim, in which other things are
    seldom; the second after the colours that suit best were put in.
    """
    rows, columns = _rim(place, pixels)
    under = under[rows, columns]
    seen, shown = pixels[rows, columns] - under, drawn[rows, columns] - under
    whole = _energy(seen)
    if whole < 1.0 * seen.size:
        return 0.0, 0.0
    alike = 1 - _energy(seen - shown) / whole
    if alike >= _CERTAIN:
        return alike, alike
    part = Layer(layer.colour[rows, columns], layer.alpha[rows, columns])
    best = _recoloured(seen, shown, part)
    return alike, max(alike, 1 - _energy(seen - best) / whole)


def _rim(place: Place, pixels: Floats) -> tuple[slice, slice]:
    """Return the pixels of a mark's box and its rim; all where that is outside of the picture."""
    height, width = pixels.shape[:2]
    bounds = place.bounds
    box = bounds.grown(max(_LEAST_RIM, _RIM * min(bounds.width, bounds.height)))
    rows = slice(max(0, math.floor(box.top)), min(height, math.ceil(box.bottom)))
    columns = slice(max(0, math.floor(box.left)), min(width, math.ceil(box.right)))
    if rows.stop - rows.start < 2 or columns.stop - columns.start < 2:
        return slice(0, height), slice(0, width)
    return rows, columns


def _recoloured(seen: Floats, shown: Floats, layer: Layer) -> Floats:
    """Return a drawing, less its ground, in the colours that suit what is seen best."""
    flat = (shown.reshape(-1, 3), 255 * layer.alpha.reshape(-1, 1))
    parts = np.concatenate(flat, axis=1)
    normal = (parts.T @ parts).astype(np.float64)
    normal += np.eye(4) * (1e-6 * np.trace(normal) + 1e-9)
    best = np.linalg.solve(normal, (parts.T @ seen.reshape(-1, 3)).astype(np.float64))
    return np.asarray((parts @ best.astype(np.float32)).reshape(seen.shape), np.float32)


def _energy(values: Floats) -> float:
    flat = np.ascontiguousarray(values).reshape(-1)
    return float(np.dot(flat, flat))


def _averaged(pixels: Pixels, step: int) -> Floats:
    if pixels.strides[:2] == (0, 0):  # one colour all over
        flat = (pixels.shape[0] // step, pixels.shape[1] // step, 3)
        return np.full(flat, pixels[0, 0], np.float32)
    if step == 1:
        return pixels.astype(np.float32)
    rows, columns = pixels.shape[0] // step * step, pixels.shape[1] // step * step
    total = sum(pixels[row:rows:step].astype(np.float32) for row in range(step))
    lines = np.asarray(total)[:, :columns]
    across = np.asarray(sum(lines[:, column::step] for column in range(step)))
    return np.asarray(across / np.float32(step**2), np.float32)
