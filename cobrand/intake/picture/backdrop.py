"""Fits the smooth surface of colour that an opaque picture stands on: flat, or a gradient."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.model.colour import Colour
from cobrand.pixels import array
from cobrand.pixels.array import Bytes

Floats = NDArray[np.float64]

NEAR = 10
"""How far, in 8-bit steps, a point of the ground may be from the surface."""
FLAT_ENOUGH, FLAT_SHARE, ROUGH_SHARE = 0.95, 0.5, 0.75
SMOOTH_SHARE, ROUGH_SMOOTH_SHARE = 0.8, 0.9
"""How much of the border must be ground, how much at twice the distance where it is noisy; a
gradient needs more, for it fits more by chance."""
_SIDE = 64
_TRIES = 60
_MOST_DEGREE = 6
_STEEP = 5
_BETTER = 0.05
_BINS = 32
_GRAIN, _GRAINY = 2, 0.35
_SAFE = 257
"""Bytes whose sum 16 bits hold."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A polynomial in x and y, −1 … 1 over the picture; `terms` is (degree + 1, degree + 1, 3).

    `fit` is the share of the border that lies on it.
    """

    terms: Floats
    fit: float

    @property
    def flat(self) -> bool:
        """Say whether it is one colour."""
        return len(self.terms) == 1

    @property
    def colour(self) -> Colour:
        """The middle colour."""
        return Colour(*(int(value) for value in np.median(self.corners, axis=0)))

    @property
    def corners(self) -> Bytes:
        """Colours spread evenly over the picture, shape (n, 3)."""
        return self.channels(9, 9).reshape(-1, 3)

    def channels(self, height: int, width: int) -> Bytes:
        """Return the surface in px, shape (height, width, 3)."""
        return np.stack([self.channel(height, width, each) for each in range(3)], axis=-1)

    def channel(self, height: int, width: int, which: int) -> Bytes:
        """Return one channel of the surface in px."""
        degree = len(self.terms) - 1
        down, across = _powers(height, degree), _powers(width, degree)
        values = (down @ self.terms[..., which] @ across.T).astype(np.float32)
        return np.asarray(values.round().clip(0, 255).astype(np.uint8))


def textured(rgb: Bytes) -> bool:
    """Say whether the border is a photograph or a pattern, and not art that reaches the edge."""
    sides = (rgb[0], rgb[-1], rgb[:, 0], rgb[:, -1])
    steps = [array.most(array.gap(side[1:], side[:-1])) for side in sides]
    return bool((np.concatenate(steps) > _GRAIN).mean() > _GRAINY)


def fit(rgb: Bytes) -> Backdrop | None:
    """Return the surface on which most of the border lies, or None if there is none."""
    small = _pooled(rgb)
    ring = _Points.border(rgb)
    flat = _flat(ring.colours)
    share = ring.share(flat)
    best, best_share = flat, share
    for degree in (1, 2) if share < FLAT_ENOUGH else ():
        smooth = _smooth(ring, degree)
        if ring.share(smooth) > best_share + _BETTER:
            best, best_share = smooth, ring.share(smooth)
    rough = ring.share(best, 2 * NEAR) >= ROUGH_SMOOTH_SHARE
    if len(best) > 1 and (best_share >= SMOOTH_SHARE or rough):
        return Backdrop(_grown(_Points.whole(small), best), best_share)
    if share < FLAT_SHARE and ring.share(flat, 2 * NEAR) < ROUGH_SHARE:
        return None
    return _levelled(_Points.whole(small), flat, share)


@dataclass(frozen=True, slots=True)
class _Points:
    x: Floats
    y: Floats
    colours: Floats

    @classmethod
    def whole(cls, small: Floats) -> _Points:
        height, width = small.shape[:2]
        y, x = np.meshgrid(_places(height), _places(width), indexing="ij")
        return cls(x.ravel(), y.ravel(), small.reshape(-1, 3))

    @classmethod
    def border(cls, rgb: Bytes) -> _Points:
        """Return the outermost rows and columns, thinned out."""
        height, width = rgb.shape[:2]
        across = np.unique(np.linspace(0, width - 1, 2 * _SIDE).astype(int))
        down = np.unique(np.linspace(0, height - 1, 2 * _SIDE).astype(int))
        xs = np.concatenate((across, across, 0 * down, 0 * down + width - 1))
        ys = np.concatenate((0 * across, 0 * across + height - 1, down, down))
        return cls(_places(width)[xs], _places(height)[ys], rgb[ys, xs].astype(np.float64))

    def of(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> _Points:
        return _Points(self.x[chosen], self.y[chosen], self.colours[chosen])

    def on(self, terms: Floats, near: float = NEAR) -> NDArray[np.bool_]:
        """Say which points lie on a surface."""
        return _on(_at(terms, self.x, self.y), self.colours, near)

    def share(self, terms: Floats, near: float = NEAR) -> float:
        return float(self.on(terms, near).mean())

    def solved(self, degree: int) -> Floats:
        """Return the surface nearest to all points (least squares)."""
        return _terms(_solved(_design(self.x, self.y, degree), self.colours), degree)


def _flat(colours: Floats) -> Floats:
    """Return the commonest colour of the border, as a surface."""
    keys = (colours // (256 // _BINS)).astype(int) @ np.array([_BINS * _BINS, _BINS, 1])
    common = np.median(colours[keys == np.bincount(keys).argmax()], axis=0)
    near = array.most(np.abs(colours - common)) <= NEAR
    return np.asarray(np.median(colours[near], axis=0)).reshape(1, 1, 3)


def _smooth(ring: _Points, degree: int) -> Floats:
    """Return the surface through a few points of the border that most others lie on (RANSAC)."""
    chance, design = np.random.default_rng(degree), _design(ring.x, ring.y, degree)
    points, count = design.shape
    few = [chance.choice(points, count, replace=points < count) for _ in range(_TRIES)]
    tries = np.array([_solved(design[each], ring.colours[each]) for each in few])
    shares = np.count_nonzero(_on(design @ tries, ring.colours), axis=-1)
    best = tries[shares.argmax()]
    on = _on(design @ best, ring.colours)
    return _terms(_solved(design[on], ring.colours[on]) if on.sum() > count else best, degree)


def _solved(design: Floats, colours: Floats) -> Floats:
    """Return the numbers of the surface nearest to all points (least squares)."""
    solution = np.linalg.lstsq(design.T @ design, design.T @ colours, rcond=None)[0]
    return np.asarray(solution, np.float64)


def _terms(solution: Floats, degree: int) -> Floats:
    terms = np.zeros((degree + 1, degree + 1, 3))
    rows, columns = zip(*_pairs(degree), strict=True)
    terms[rows, columns] = solution
    return terms


def _on(surface: Floats, colours: Floats, near: float = NEAR) -> NDArray[np.bool_]:
    """Say which points, shape (…, 3), lie on a surface."""
    return np.asarray(array.most(np.abs(surface - colours)) <= near)


def _grown(whole: _Points, terms: Floats) -> Floats:
    """Let the surface reach inwards, bending as the ground there asks."""
    for degree in range(len(terms) - 1, _MOST_DEGREE + 1):
        inside = whole.of(whole.on(terms))
        if len(inside.x) < 4 * len(_pairs(degree)):
            return terms
        terms = inside.solved(degree)
    return terms


def _levelled(whole: _Points, flat: Floats, share: float) -> Backdrop:
    """Return one colour, unless the ground slopes so gently that it only seems to be one."""
    ground = whole.of(whole.on(flat))
    if len(ground.x) < 4 * len(_pairs(2)):
        return Backdrop(flat, share)
    sloped = ground.solved(2)
    rise = np.ptp(Backdrop(sloped, share).corners.astype(int), axis=0).max()
    if rise < _STEEP or _spread(ground, sloped) > _spread(ground, flat) / 2:
        return Backdrop(flat, share)
    return Backdrop(_grown(whole, sloped), share)


def _spread(points: _Points, terms: Floats) -> float:
    return float(np.abs(_at(terms, points.x, points.y) - points.colours).mean())


def _at(terms: Floats, x: Floats, y: Floats) -> Floats:
    degree = len(terms) - 1
    values = np.array([terms[i, j] for i, j in _pairs(degree)])
    return np.asarray(_design(x, y, degree) @ values)


def _design(x: Floats, y: Floats, degree: int) -> Floats:
    across, down = np.vander(x, degree + 1, True), np.vander(y, degree + 1, True)
    rows, columns = zip(*_pairs(degree), strict=True)
    return np.asarray(down[:, rows] * across[:, columns])


def _pairs(degree: int) -> list[tuple[int, int]]:
    return [(i, j) for i in range(degree + 1) for j in range(degree + 1 - i)]


def _places(count: int) -> Floats:
    return np.linspace(-1, 1, count) if count > 1 else np.zeros(1)


def _powers(count: int, degree: int) -> Floats:
    return np.asarray(_places(count)[:, None] ** np.arange(degree + 1))


def _pooled(rgb: Bytes) -> Floats:
    """Return the picture small, each point the mean of those it stands for."""
    height, width = rgb.shape[:2]
    down, across = max(1, height // _SIDE), max(1, width // _SIDE)
    rows, columns = height // down, width // across
    part = rgb[: rows * down, : columns * across].reshape(rows, down, columns * across * 3)
    number = np.uint16 if down <= _SAFE else np.uint32
    sums = part.sum(axis=1, dtype=number)  # whole rows first: that is many times faster
    sums = sums.reshape(rows, columns, across, 3).sum(axis=2, dtype=np.uint64)
    return np.asarray(sums / (down * across), np.float64)
