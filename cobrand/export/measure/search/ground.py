"""Tell from the pixels round a mark, and between its parts, what lies behind it."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure.search.artwork import Floats, Pixels
from cobrand.pixels import array

Mask = NDArray[np.bool_]

_SAME = 6.0  # of 255, by which a smooth ground may leave its surface
_ENOUGH = 0.8  # of the free pixels lie on it
_ROUNDS = 4
_DEGREES = (0, 1, 2)
_MOST = 4000  # pixels that tell a surface


def farthest(one: Pixels, other: Pixels) -> Pixels:
    """Return how far two pictures are apart in the channel in which they are furthest, (…)."""
    red, green, blue = (_apart(one[..., n], other[..., n]) for n in range(3))
    return np.maximum(np.maximum(red, green), blue)


def _apart(one: Pixels, other: Pixels) -> Pixels:
    if one.dtype == other.dtype == np.uint8:
        return array.gap(cast("array.Bytes", one), cast("array.Bytes", other))
    return np.abs(np.subtract(one, other, dtype=np.float32))


def behind(pixels: Floats, free: Mask) -> Floats:
    """Return a ground for every pixel, from those that are free: the plainest surface that fits.

    What does not fit any (a photograph) is taken as the one that fits best.
    """
    if not free.any():
        return np.broadcast_to(np.median(pixels, axis=(0, 1)), pixels.shape).astype(np.float32)
    best, most = None, -1.0
    for degree in _DEGREES:
        surface, share = _surface(pixels, free, degree)
        if share > most + 0.02:
            best, most = surface, share
        if share >= _ENOUGH:
            break
    assert best is not None  # noqa: S101  the first surface is always better than none
    return best


def agrees(pixels: Floats, ground: Floats, free: Mask) -> bool:
    """Say whether a ground that is known lies where pixels are free; half of them may be hidden."""
    if not free.any():
        return True
    flat = np.flatnonzero(free)
    at = np.divmod(flat[:: max(1, flat.size // _MOST)], free.shape[1])
    off = farthest(pixels[at], ground[at])
    return bool(np.median(off) <= 2 * _SAME)


def _surface(pixels: Floats, free: Mask, degree: int) -> tuple[Floats, float]:
    rows, columns = np.nonzero(free)
    step = max(1, rows.size // _MOST)
    rows, columns = rows[::step], columns[::step]
    colours = pixels[rows, columns]
    if degree == 0:
        middle = np.median(colours, axis=0)
        fits = farthest(colours, middle) <= _SAME
        if fits.any():
            middle = colours[fits].mean(axis=0)
        return np.broadcast_to(middle, pixels.shape).astype(np.float32), float(fits.mean())
    height, width = free.shape
    terms = _terms(columns / width, rows / height, degree)
    keep = np.ones(rows.size, np.bool_)
    for _ in range(_ROUNDS):
        found = np.linalg.lstsq(terms[keep], colours[keep], rcond=None)[0]
        off = farthest(terms @ found, colours)
        keep = off <= max(_SAME, float(np.median(off)) * 1.5)
    y, x = np.mgrid[:height, :width]
    whole = _terms(x.ravel() / width, y.ravel() / height, degree) @ found
    share = float((off <= _SAME).mean())
    return np.clip(whole, 0, 255).reshape(pixels.shape).astype(np.float32), share


def _terms(x: NDArray[np.float64], y: NDArray[np.float64], degree: int) -> NDArray[np.float64]:
    powers = [(i, j) for i in range(degree + 1) for j in range(degree + 1 - i)]
    return np.stack([x**i * y**j for i, j in powers], axis=1)
