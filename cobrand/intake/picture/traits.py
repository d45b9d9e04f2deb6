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
    shown = array.pixels(sample)
    mask = shown[..., 3] > 127
    if behind is not None and kind != "gradient":
        mask &= ground.differs(shown[..., :3], behind)
    if not mask.any():
        mask = shown[..., 3] > 0
    bins = _Bins.of(shown[..., :3][mask])
    mains = bins.mains()
    nearest = bins.nearest(mains)
    indexed = np.zeros(mask.shape, np.uint8)
    indexed[mask] = 1 + nearest[bins.keys]
    palette = _palette(mains, np.bincount(nearest, bins.counts, minlength=len(mains)))
    hull, seen = _size(sample, behind)
    words = letters.read(indexed)
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
    """Colours sorted into sixteenths of each channel: how many, and their mean."""

    colours: Bytes
    keys: NDArray[np.int32]
    counts: NDArray[np.int64]
    means: NDArray[np.float64]

    @classmethod
    def of(cls, colours: Bytes) -> _Bins:
        keys = (colours >> 4).astype(np.int32) @ np.array([256, 16, 1], np.int32)
        counts = np.bincount(keys, minlength=_BINS)
        sums = [np.bincount(keys, colours[:, channel], minlength=_BINS) for channel in range(3)]
        return cls(colours, keys, counts, np.stack(sums, axis=-1) / np.maximum(counts, 1)[:, None])

    def mains(self) -> list[Colour]:
        """Return the colours most used, near ones merged."""
        mains: list[Colour] = []
        for key in np.argsort(-self.counts)[:_COMMON]:
            if self.counts[key] and len(mains) < MOST_COLOURS:
                colour = _exact(self.colours[self.keys == key])
                if all(difference(colour, main) > SAME for main in mains):
                    mains.append(colour)
        return mains

    def nearest(self, mains: list[Colour]) -> NDArray[np.uint8]:
        """Return which main colour each bin's mean is nearest to."""
        targets = np.array([(colour.red, colour.green, colour.blue) for colour in mains])
        away = np.square(self.means[:, None] - targets[None]).sum(axis=-1)
        return np.asarray(away.argmin(axis=-1), np.uint8)

    def tone(self) -> Tone:
        """Judge the middle lightness of the ink."""
        light = array.lab(self.means)[..., 0]
        order = np.argsort(light)
        half = np.searchsorted(np.cumsum(self.counts[order]), len(self.colours) / 2)
        middle = float(light[order[min(int(half), _BINS - 1)]])
        return "light" if middle > LIGHT else "dark" if middle < DARK else "mixed"


def _palette(mains: list[Colour], pixels: NDArray[np.number]) -> Palette:
    """Return the colours with their share of the ink, largest first, traces left out."""
    shares = (pixels / pixels.sum()).tolist()
    ranked = sorted(zip(mains, shares, strict=True), key=lambda pair: -pair[1])
    kept = [pair for pair in ranked if pair[1] >= SMALLEST_SHARE] or ranked[:1]
    whole = sum(share for _, share in kept)
    return tuple((colour, round(share / whole, 4)) for colour, share in kept)


def _exact(colours: Bytes) -> Colour:
    """Return the commonest colour among similar ones, not a mean that nobody chose."""
    packed = colours.astype(np.int32) @ np.array([65536, 256, 1], np.int32)
    values, counts = np.unique(packed, return_counts=True)
    best = int(values[counts.argmax()])
    return Colour(best >> 16, best >> 8 & 255, best & 255)
