"""Turns the pixels behind a thing into numbers: how busy they are, how well it stands off them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.pixels import array
from cobrand.pixels.array import Bytes

WORST = 0.05
"""The share of the pixels behind a letter, or of the parts of a mark, that is let off."""
_PARTS = 4  # parts of a mark to its height: what melts into one of them is a letter or so
_CLEAR = 2 / 3  # the quantile of a part's contrast that speaks for it, as for a whole mark
_INK = 0.5  # alpha from which on a pixel is the mark's
_ENOUGH = 0.08  # of a part has to be ink before it is asked

Floats = NDArray[np.float64]


def spread(pixels: Bytes) -> float:
    """Return how busy a ground is: the standard deviation of L* over its pixels, shape (…, 3)."""
    return float(array.lab(pixels)[..., 0].std()) if pixels.size else 0.0


def mean(pixels: Bytes) -> Colour:
    """Return the colour that all pixels together have from far away, mixed as light."""
    light = array.linear_light(pixels.reshape(-1, 3) / 255.0).mean(axis=0)
    channels = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    red, green, blue = (round(255 * float(value)) for value in channels)
    return Colour(red, green, blue)


def letters(colour: Colour, pixels: Bytes, em: float) -> float:
    """Return the contrast of a line of words where its ground is worst.

    The line's pixels are looked at an `em` (px) at a time, because a letter is lost or not where
    it stands; the worst of these places speaks, less the `WORST` share of its own pixels.
    """
    found = contrasts(colour, pixels)
    count = max(1, round(found.shape[1] / max(1.0, em)))
    places = np.array_split(found, count, axis=1)
    return min((float(np.quantile(each, WORST)) for each in places if each.size), default=21.0)


def mark(sample: Bitmap, pixels: Bytes) -> float:
    """Return the contrast of a mark where its ground is worst.

    `pixels` lie under the whole of the drawing, at any size. The mark is looked at a quarter of
    its height at a time: in each part the clearest third of the ink speaks, pale parts may be
    pale; the worst part speaks for the mark, less the `WORST` share of them.
    """
    drawn = array.pixels(sample)
    below = _sized(pixels, *drawn.shape[:2])
    ink = drawn[..., 3] / 255.0 >= _INK
    ratios = _ratios(array.luminance(drawn[..., :3]), array.luminance(below))
    side = max(1, drawn.shape[0] // _PARTS)
    found = [
        float(np.quantile(ratio[inked], _CLEAR))
        for ratio, inked in zip(_parts(ratios, side), _parts(ink, side), strict=True)
        if inked.mean() >= _ENOUGH
    ]
    return float(np.quantile(found, WORST)) if found else 1.0


def contrasts(colour: Colour, pixels: Bytes) -> Floats:
    """Return the WCAG 2 contrast of a colour against every pixel, shape (…)."""
    return _ratios(np.float64(colour.luminance), array.luminance(pixels))


def _ratios(one: np.float64 | NDArray[np.floating], other: NDArray[np.floating]) -> Floats:
    high, low = np.maximum(one, other), np.minimum(one, other)
    return np.asarray((high + 0.05) / (low + 0.05), np.float64)


def _parts(whole: NDArray[np.generic], side: int) -> list[NDArray[np.generic]]:
    """Return an array cut into squares of about this side."""
    rows = np.array_split(whole, max(1, round(whole.shape[0] / side)), axis=0)
    count = max(1, round(whole.shape[1] / side))
    return [part for row in rows for part in np.array_split(row, count, axis=1)]


def _sized(pixels: Bytes, height: int, width: int) -> Bytes:
    """Return the pixels at another size, each the nearest there is."""
    rows = (np.arange(height) * pixels.shape[0] // height).clip(0, pixels.shape[0] - 1)
    columns = (np.arange(width) * pixels.shape[1] // width).clip(0, pixels.shape[1] - 1)
    return np.asarray(pixels[rows][:, columns])
