"""Reduces a picture to 256 colours or fewer: exactly where it can, else where no eye sees it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.pixels import array, counted
from cobrand.pixels.array import Bytes
from cobrand.pixels.counted import Counts, Members, Packed

MOST = 256
TRACTABLE = 24_000
"""More distinct colours than this are a photograph: 256 would show."""
USUAL, RARE, WORST = 0.8, 2.5, 9.0
"""Colour differences that 99 %, 99.9 % and all of the pixels may have."""
_ROUNDS = 3
_BROAD, _BROAD_MOST = 1 / 8_000, 96  # the share of the pixels that makes a colour a surface
_STRAYS = 24  # places kept for the colours that are farthest from all others
_TOGETHER = 224  # rows at a time: BLAS starts threads for more, and they cost more than they save

Floats = NDArray[np.float32]


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


def few(picture: Bytes) -> Few | None:
    """Return a picture of shape (height, width, 4) in 256 colours or fewer.

    None if that would be seen.
    """
    read = counted.read((picture,), TRACTABLE)
    if read is None:
        return None
    values, numbers, exact = read.values, np.arange(len(read.values)), len(read.values) <= MOST
    if not exact:
        found = _reduced(read.values, read.counts)
        if found is None:
            return None
        kept, numbers = found
        values = values[kept]
    members = read.laid(numbers.astype(np.uint8)).reshape(picture.shape[:2])
    return Few(counted.unpacked(values), members, exact)


def _reduced(values: Packed, counts: Counts) -> tuple[Members, Members] | None:
    """Return the places of the colours that are kept and, for each colour, which one it becomes.

    None if an eye would see it. What is kept are colours of the picture, so that surfaces stay
    exact.
    """
    places = located(counted.unpacked(values))
    kept = chosen(values, counts, places, MOST)
    nearest = closest(places, places[kept])
    if unseen(apart(places, places[kept][nearest]), counts):
        return kept, nearest
    kept, nearest = _settled(places, counts, places[kept], nearest)
    good = unseen(apart(places, places[kept][nearest]), counts)
    return (kept, nearest) if good else None


def apart(places: Floats, others: Floats) -> Floats:
    """Return how far colours are from what they become, as an eye sees it on white."""
    away = places - others
    away[:, 0] += away[:, 3]
    return np.asarray(np.sqrt(np.square(away[:, :3]).sum(axis=-1)), np.float32)


def unseen(away: Floats, counts: Counts) -> bool:
    """Say whether an eye could not tell, if so many pixels are so far from what they were."""
    order = np.argsort(away)
    share = np.cumsum(counts[order]) / counts.sum()
    usual, rare = (away[order][np.searchsorted(share, part)] for part in (0.99, 0.999))
    return bool(usual <= USUAL and rare <= RARE and away[order[-1]] <= WORST)


def chosen(
    values: Packed,
    counts: Counts,
    places: Floats,
    most: int,
    given: Floats | None = None,
    pixels: int = 0,
) -> Members:
    """Choose the surfaces, then one colour of each neighbourhood, then what is still far away.

    `given` are the places of colours that are there already, `pixels` is how many there are in all.
    """
    order = np.argsort(-counts, kind="stable")[: min(_BROAD_MOST, most - _STRAYS)]
    broad = order[counts[order] >= _BROAD * (pixels or counts.sum())]
    rest = np.delete(np.arange(len(values)), broad)
    kept = [*broad, *rest[_thinned(values[rest], counts[rest], most - _STRAYS - len(broad))]]
    there = places[kept] if given is None else np.concatenate((given, places[kept]))
    away = _distance(places, there)
    weights, across = np.log1p(counts).astype(np.float32), np.ascontiguousarray(places.T)
    while len(kept) < most:
        stray = int(np.argmax(away * weights))
        kept.append(stray)
        beside = across - across[:, stray, None]
        np.minimum(away, np.einsum("ij,ij->j", beside, beside), out=away)
    return np.array(kept, np.intp)


def _thinned(values: Packed, counts: Counts, most: int) -> Members:
    """Merge neighbours, from the nearest on, until at most this many are left; return which."""
    places, weights = np.arange(len(values)), counts
    for bits in range(1, 8):
        mask = np.uint32((0xFF >> bits << bits) * 0x01010101)
        keys = values[places] & mask
        order = np.lexsort((-weights, keys))
        first = counted.firsts(keys[order])
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
        nearest = closest(places, centres)
    heaviest = np.lexsort((counts, nearest))
    owners = nearest[heaviest]
    last = np.flatnonzero(np.append(owners[1:] != owners[:-1], True))
    numbers = np.zeros(len(centres), np.intp)
    numbers[owners[last]] = np.arange(len(last))
    return heaviest[last], numbers[nearest]


def _distance(places: Floats, centres: Floats) -> Floats:
    nearest = closest(places, centres)
    return np.asarray(np.square(places - centres[nearest]).sum(axis=-1), np.float32)


def closest(places: Floats, centres: Floats) -> Members:
    """Return which of the centres is the nearest to each place."""
    lengths, across = np.square(centres).sum(axis=-1) / 2, np.ascontiguousarray(centres.T)
    parts = [
        (lengths - places[start : start + _TOGETHER] @ across).argmin(axis=-1)
        for start in range(0, len(places), _TOGETHER)
    ]
    return np.concatenate(parts)


def located(colours: Bytes) -> Floats:
    """Return where colours lie for the eye: L*a*b* on white, and alpha."""
    alpha = colours[:, 3:].astype(np.float32) * np.float32(100 / 255)
    return np.concatenate((array.lab(array.over(colours)), alpha), axis=-1)
