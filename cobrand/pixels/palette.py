"""Reduces a picture to 256 colours or fewer: exactly where it can, else where no eye sees it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.pixels import array
from cobrand.pixels.array import Bytes

MOST = 256
TRACTABLE = 24_000
"""More distinct colours than this are a photograph: 256 would show."""
USUAL, RARE, WORST = 0.8, 2.5, 9.0
"""Colour differences that 99 %, 99.9 % and all of the pixels may have."""
_ROUNDS = 3
_BROAD, _BROAD_MOST = 1 / 8_000, 96  # the share of the pixels that makes a colour a surface
_STRAYS = 24  # places kept for the colours that are farthest from all others
_TOGETHER = 224  # rows at a time: BLAS starts threads for more, and they cost more than they save
_CHUNK = 1 << 21  # pixels at a time

Floats = NDArray[np.float32]
Packed = NDArray[np.uint32]
Counts = NDArray[np.int64]
Members = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Few:
    """A picture in few colours: `colours` of shape (n, 4), `members` (height, width) of them.

    `exact` says that no pixel has changed.
    """

    colours: Bytes
    members: Bytes
    exact: bool

    @property
    def opaque(self) -> bool:
        """Whether nothing shows through."""
        return bool((self.colours[:, 3] == 255).all())


@dataclass(frozen=True, slots=True)
class _Runs:
    """A stretch of pixels as runs of one colour: the runs' colours, which each has, lengths."""

    values: Packed
    members: Members
    lengths: Counts


def few(picture: Bytes) -> Few | None:
    """Return a picture of shape (height, width, 4) in 256 colours or fewer.

    None if that would be seen.
    """
    pixels = picture.reshape(-1).view(np.uint32)
    stretches: list[_Runs] = []
    values = np.zeros(0, np.uint32)
    for start in range(0, len(pixels), _CHUNK):
        stretches.append(_runs(pixels[start : start + _CHUNK]))
        values = np.union1d(values, stretches[-1].values) if start else stretches[-1].values
        if len(values) > TRACTABLE:
            return None
    colours = values.view(np.uint8).reshape(-1, 4)
    numbers, exact = np.arange(len(values)), len(values) <= MOST
    if not exact:
        found = _reduced(values, _counts(values, stretches))
        if found is None:
            return None
        chosen, numbers = found
        colours = colours[chosen]
    members = np.concatenate([_laid(run, values, numbers.astype(np.uint8)) for run in stretches])
    return Few(colours, members.reshape(picture.shape[:2]), exact)


def _runs(pixels: Packed) -> _Runs:
    starts = np.flatnonzero(pixels[1:] != pixels[:-1]) + 1
    starts = np.concatenate(([0], starts))
    values, members = _distinct(pixels[starts])
    return _Runs(values, members, np.diff(starts, append=len(pixels)))


def _distinct(values: Packed) -> tuple[Packed, Members]:
    """Return what `numpy.unique` would with its inverse, in half the time: one sort of numbers."""
    keyed = values.astype(np.uint64) << np.uint64(32)
    keyed |= np.arange(len(values), dtype=np.uint64)
    keyed.sort()
    ordered = (keyed >> np.uint64(32)).astype(np.uint32)
    first = _firsts(ordered)
    members = np.empty(len(values), np.intp)
    members[(keyed & np.uint64(0xFFFFFFFF)).astype(np.intp)] = np.cumsum(first) - 1
    return ordered[first], members


def _firsts(ordered: Packed) -> NDArray[np.bool_]:
    return np.concatenate(([True], ordered[1:] != ordered[:-1]))


def _counts(values: Packed, stretches: list[_Runs]) -> Counts:
    """Return how many pixels each colour has."""
    counts = np.zeros(len(values), np.int64)
    for run in stretches:
        here = np.bincount(run.members, run.lengths, minlength=len(run.values))
        counts[np.searchsorted(values, run.values)] += here.astype(np.int64)
    return counts


def _laid(run: _Runs, values: Packed, numbers: Bytes) -> Bytes:
    """Return the palette's number for each pixel of the stretch."""
    own = numbers[np.searchsorted(values, run.values)]
    return np.repeat(own[run.members], run.lengths)


def _reduced(values: Packed, counts: Counts) -> tuple[Members, Members] | None:
    """Return the places of the colours that are kept and, for each colour, which one it becomes.

    None if an eye would see it. What is kept are colours of the picture, so that surfaces stay
    exact.
    """
    colours = values.view(np.uint8).reshape(-1, 4)
    places = _places(colours)
    kept = _seeds(values, counts, places)
    nearest = _nearest(places, places[kept])
    if _unseen(colours, kept[nearest], counts):
        return kept, nearest
    kept, nearest = _settled(places, counts, places[kept], nearest)
    return (kept, nearest) if _unseen(colours, kept[nearest], counts) else None


def _unseen(colours: Bytes, becomes: Members, counts: Counts) -> bool:
    shown = array.lab(array.over(colours))
    away = shown - shown[becomes]
    alpha = colours[:, 3].astype(np.float32)
    away[:, 0] += (alpha - alpha[becomes]) * np.float32(100 / 255)
    differences = np.sqrt(np.square(away).sum(axis=-1))
    order = np.argsort(differences)
    share = np.cumsum(counts[order]) / counts.sum()
    usual, rare = (differences[order][np.searchsorted(share, part)] for part in (0.99, 0.999))
    return bool(usual <= USUAL and rare <= RARE and differences[order[-1]] <= WORST)


def _seeds(values: Packed, counts: Counts, places: Floats) -> Members:
    """Choose the surfaces, then one colour of each neighbourhood, then what is still far away."""
    order = np.argsort(-counts, kind="stable")[:_BROAD_MOST]
    broad = order[counts[order] >= _BROAD * counts.sum()]
    rest = np.delete(np.arange(len(values)), broad)
    chosen = _thinned(values[rest], counts[rest], MOST - _STRAYS - len(broad))
    kept = [*broad, *rest[chosen]]
    away = _distance(places, places[kept])
    weights, across = np.log1p(counts).astype(np.float32), np.ascontiguousarray(places.T)
    while len(kept) < MOST:
        stray = int(np.argmax(away * weights))
        kept.append(stray)
        apart = across - across[:, stray, None]
        np.minimum(away, np.einsum("ij,ij->j", apart, apart), out=away)
    return np.array(kept, np.intp)


def _thinned(values: Packed, counts: Counts, most: int) -> Members:
    """Merge neighbours, from the nearest on, until at most this many are left; return which."""
    places, weights = np.arange(len(values)), counts
    for bits in range(1, 8):
        mask = np.uint32((0xFF >> bits << bits) * 0x01010101)
        keys = values[places] & mask
        order = np.lexsort((-weights, keys))
        first = _firsts(keys[order])
        group = np.cumsum(first) - 1
        together = np.bincount(group, weights[order]).astype(np.int64)
        if len(together) <= most:
            light = _lightest(together, np.bincount(group), len(places) - most)
            left: Members = places[order][first | ~light[group]]
            return left
        places, weights = places[order][first], together
    heaviest: Members = places[np.argsort(-weights, kind="stable")[:most]]
    return heaviest


def _lightest(weights: Counts, sizes: Members, spare: int) -> NDArray[np.bool_]:
    """Mark the groups to be merged, the rarest first, until so many colours are spared."""
    order = np.argsort(np.where(sizes > 1, weights, weights.max() + 1), kind="stable")
    marked = np.zeros(len(weights), bool)
    if spare > 0:
        marked[order[: np.searchsorted(np.cumsum(sizes[order] - 1), spare) + 1]] = True
    return marked


def _settled(
    places: Floats, counts: Counts, centres: Floats, nearest: Members
) -> tuple[Members, Members]:
    """Settle the centres by k-means; each then becomes the commonest colour that it stands for."""
    for _ in range(_ROUNDS):
        weights = np.bincount(nearest, counts, minlength=len(centres))
        sums = [np.bincount(nearest, counts * place, minlength=len(centres)) for place in places.T]
        moved = np.stack(sums, axis=-1) / np.maximum(weights, 1)[:, None]
        centres = np.where(weights[:, None] > 0, moved, centres).astype(np.float32)
        nearest = _nearest(places, centres)
    heaviest = np.lexsort((counts, nearest))
    owners = nearest[heaviest]
    last = np.flatnonzero(np.append(owners[1:] != owners[:-1], True))
    numbers = np.zeros(len(centres), np.intp)
    numbers[owners[last]] = np.arange(len(last))
    return heaviest[last], numbers[nearest]


def _distance(places: Floats, centres: Floats) -> Floats:
    nearest = _nearest(places, centres)
    return np.asarray(np.square(places - centres[nearest]).sum(axis=-1), np.float32)


def _nearest(places: Floats, centres: Floats) -> Members:
    lengths, across = np.square(centres).sum(axis=-1) / 2, np.ascontiguousarray(centres.T)
    parts = [
        (lengths - places[start : start + _TOGETHER] @ across).argmin(axis=-1)
        for start in range(0, len(places), _TOGETHER)
    ]
    return np.concatenate(parts)


def _places(colours: Bytes) -> Floats:
    """Return where colours lie for the eye: L*a*b* on white, and alpha."""
    alpha = colours[:, 3:].astype(np.float32) * np.float32(100 / 255)
    return np.concatenate((array.lab(array.over(colours)), alpha), axis=-1)
