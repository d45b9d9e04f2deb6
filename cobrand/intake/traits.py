"""Measures a mark's colours, its tone and its smallest letterform."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cobrand.intake import ground, letters
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour, difference
from cobrand.model.logo import Tone, Traits
from cobrand.pixels import array
from cobrand.pixels.array import Bytes

LIGHT, DARK = 75, 45
MOST_COLOURS = 6
SAME = 14
SMALLEST_SHARE = 0.012

Palette = tuple[tuple[Colour, float], ...]


def measure(sample: Bitmap, behind: Colour | None) -> Traits:
    """Measure the drawing of an ink box; `behind` is the flat ground it stands on, if any."""
    shown = array.pixels(sample)
    mask = shown[..., 3] > 127
    if behind is not None:
        mask &= ground.differs(shown[..., :3], behind)
    if not mask.any():
        mask = shown[..., 3] > 0
    colours = shown[..., :3][mask]
    palette = _palette(colours)
    indexed = np.zeros(mask.shape, np.uint8)
    indexed[mask] = 1 + _nearest(colours, palette)
    return Traits(_tone(colours), palette, behind, letters.smallest(indexed))


def _tone(colours: Bytes) -> Tone:
    middle = float(np.median(array.lab(colours)[..., 0]))
    return "light" if middle > LIGHT else "dark" if middle < DARK else "mixed"


def _palette(colours: Bytes) -> Palette:
    """Return the main colours by share of the ink, near ones merged."""
    bins = _bins(colours)
    mains: list[tuple[Colour, int]] = []
    for colour, count in bins:
        if all(difference(colour, main) > SAME for main, _ in mains) and len(mains) < MOST_COLOURS:
            mains.append((colour, count))
    rough = tuple((colour, 1.0) for colour, _ in mains)
    shares = np.bincount(_nearest(colours, rough), minlength=len(rough)) / len(colours)
    ranked = sorted(
        zip((colour for colour, _ in mains), shares.tolist(), strict=True),
        key=lambda pair: -pair[1],
    )
    kept = [pair for pair in ranked if pair[1] >= SMALLEST_SHARE] or ranked[:1]
    whole = sum(share for _, share in kept)
    return tuple((colour, round(share / whole, 4)) for colour, share in kept)


def _bins(colours: Bytes) -> list[tuple[Colour, int]]:
    """Return the commonest colours: the mean of each sixteenth of a channel that is much used."""
    keys = (colours >> 4).astype(np.int32) @ np.array([256, 16, 1], np.int32)
    counts = np.bincount(keys, minlength=4096)
    common = [int(key) for key in np.argsort(-counts)[:48] if counts[key]]
    return [(_exact(colours[keys == key]), int(counts[key])) for key in common]


def _exact(colours: Bytes) -> Colour:
    """Return the commonest colour among similar ones, not a mean that nobody chose."""
    packed = colours.astype(np.int32) @ np.array([65536, 256, 1], np.int32)
    values, counts = np.unique(packed, return_counts=True)
    best = int(values[counts.argmax()])
    return Colour(best >> 16, best >> 8 & 255, best & 255)


def _nearest(colours: Bytes, palette: Palette) -> NDArray[np.uint8]:
    if len(palette) == 1:
        return np.zeros(len(colours), np.uint8)
    mains = np.array([(c.red, c.green, c.blue) for c, _ in palette], np.int32)
    away = [np.square(colours.astype(np.int32) - main).sum(axis=-1) for main in mains]
    return np.asarray(np.argmin(np.stack(away), axis=0), np.uint8)
