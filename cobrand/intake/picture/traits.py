"""Measures a mark's colours and tone, its size for the eye, its smallest letter and baseline."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.intake.picture import ground, letters
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import BLACK, WHITE, Colour, difference
from cobrand.model.logo import GroundKind, Tone, Traits
from cobrand.pixels import array, sight
from cobrand.pixels.array import Bytes

LIGHT, DARK = 75, 45
MOST_COLOURS = 6
SAME = 14
SMALLEST_SHARE = 0.012
INK_FULL = 60
"""ΔL* from which ink counts in full (RULES, prominence)."""
_BINS, _COMMON = 4096, 32

Palette = tuple[tuple[Colour, float], ...]


def measure(sample: Bitmap, behind: Colour | None, kind: GroundKind = "none") -> Traits:
    """Measure the drawing of an ink box; `behind` is the ground it stands on, if any."""
    colours, lengths = sight.runs(array.pixels(sample))
    ink = colours[:, 3] > 127
    if behind is not None and kind != "gradient":
        ink &= ground.differs(colours[:, :3], behind)
    if not ink.any():
        ink = colours[:, 3] > 0
    bins = _Bins.of(colours[ink, :3], lengths[ink])
    mains = bins.mains()
    nearest = bins.nearest(mains)
    indexed = np.zeros(len(colours), np.uint8)
    indexed[ink] = 1 + nearest[_keys(colours[ink])]
    palette = _palette(mains, np.bincount(nearest, bins.counts, minlength=len(mains)))
    hull, seen = _size(sample, behind)
    words = letters.read(np.repeat(indexed, lengths).reshape(sample.height, sample.width))
    said: GroundKind = "flat" if behind is not None and kind == "none" else kind
    return Traits(bins.tone(), palette, behind, words.smallest, said, hull, seen, words.baseline)


def _size(sample: Bitmap, behind: Colour | None) -> tuple[float, float]:
    """Return hull and ink in squared heights."""
    grounds = (WHITE, BLACK) if behind is None else (behind,)
    looks = [sight.see(sample, ground, INK_FULL) for ground in grounds]
    best = max(looks, key=lambda seen: float(seen.weight.sum()))
    return best.hull, best.ink


@dataclass(frozen=True, slots=True)
class _Bins:
    """Colours sorted into sixteenths of each channel: how many pixels, and their mean.

    `colours` holds each colour once, `often` in how many pixels, `keys` in which bin.
    """

    colours: Bytes
    often: NDArray[np.int64]
    keys: NDArray[np.int32]
    counts: NDArray[np.int64]
    means: NDArray[np.float64]

    @classmethod
    def of(cls, runs: Bytes, lengths: NDArray[np.int64]) -> _Bins:
        colours, which = np.unique(_packed(runs), return_inverse=True)
        often = np.bincount(which, lengths).astype(np.int64)
        channels = np.stack((colours >> 16, colours >> 8 & 255, colours & 255), axis=-1)
        keys = _keys(channels)
        counts = np.bincount(keys, often, minlength=_BINS)
        sums = [np.bincount(keys, often * each, minlength=_BINS) for each in channels.T]
        means = np.stack(sums, axis=-1) / np.maximum(counts, 1)[:, None]
        return cls(channels.astype(np.uint8), often, keys, counts.astype(np.int64), means)

    def mains(self) -> list[Colour]:
        """Return the colours most used, near ones merged."""
        mains: list[Colour] = []
        for key in np.argsort(-self.counts)[:_COMMON]:
            if self.counts[key] and len(mains) < MOST_COLOURS:
                colour = self._commonest(key)
                if all(difference(colour, main) > SAME for main in mains):
                    mains.append(colour)
        return mains

    def _commonest(self, key: np.int64) -> Colour:
        """Return the commonest colour of a bin, not a mean that nobody chose."""
        inside = np.flatnonzero(self.keys == key)
        return Colour(*self.colours[inside[self.often[inside].argmax()]].tolist())

    def nearest(self, mains: list[Colour]) -> NDArray[np.uint8]:
        """Return which main colour each bin's mean is nearest to."""
        targets = np.array([(colour.red, colour.green, colour.blue) for colour in mains])
        away = np.square(self.means[:, None] - targets[None]).sum(axis=-1)
        return np.asarray(away.argmin(axis=-1), np.uint8)

    def tone(self) -> Tone:
        """Judge the middle lightness of the ink."""
        light = array.lab(self.means)[..., 0]
        order = np.argsort(light)
        half = np.searchsorted(np.cumsum(self.counts[order]), self.counts.sum() / 2)
        middle = float(light[order[min(int(half), _BINS - 1)]])
        return "light" if middle > LIGHT else "dark" if middle < DARK else "mixed"


def _palette(mains: list[Colour], pixels: NDArray[np.number]) -> Palette:
    """Return the colours with their share of the ink, largest first, traces left out."""
    shares = (pixels / pixels.sum()).tolist()
    ranked = sorted(zip(mains, shares, strict=True), key=lambda pair: -pair[1])
    kept = [pair for pair in ranked if pair[1] >= SMALLEST_SHARE] or ranked[:1]
    whole = sum(share for _, share in kept)
    return tuple((colour, round(share / whole, 4)) for colour, share in kept)


def _packed(colours: Bytes) -> NDArray[np.int32]:
    """Return each colour as one number, shape (n,)."""
    red, green, blue = (colours[:, each].astype(np.int32) for each in range(3))
    return red << 16 | green << 8 | blue


def _keys(colours: NDArray[np.integer]) -> NDArray[np.int32]:
    """Return the bin of each colour, shape (n,)."""
    red, green, blue = (colours[:, each].astype(np.int32) >> 4 for each in range(3))
    return red << 8 | green << 4 | blue
