"""Turns bitmaps into numpy arrays and back, and arrays of sRGB into L*a*b*."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import WHITE, Colour

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]
_F = TypeVar("_F", np.float32, np.float64)
_N = TypeVar("_N", bound=np.number)

LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
"""How much red, green and blue light weigh (WCAG 2)."""
_BAND = 256  # rows
_FINE = 16  # steps of a value of 255 in which light is looked up
_ALPHA = int(np.array([[0, 0, 0, 255]], np.uint8).view(np.uint32)[0, 0])
_TO_XYZ = np.array(
    [
        [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883],
    ]
)


def pixels(bitmap: Bitmap) -> Bytes:
    """Return the picture as a read-only array of shape (height, width, 4)."""
    return np.frombuffer(bitmap.data, np.uint8).reshape(bitmap.height, bitmap.width, 4)


def bitmap(array: Bytes) -> Bitmap:
    """Return an array of shape (height, width, 4) as a picture."""
    height, width = array.shape[:2]
    return Bitmap(width, height, np.ascontiguousarray(array, dtype=np.uint8).tobytes())


def over(array: Bytes, ground: Colour = WHITE) -> Bytes:
    """Return the picture laid on a flat ground, shape (height, width, 3)."""
    mixed = rgb(array)
    if opaque(array):
        return mixed
    below = np.array([ground.red, ground.green, ground.blue], np.uint16)
    alpha, flat = array[..., 3].ravel(), mixed.reshape(-1, 3)
    flat[np.flatnonzero(alpha == 0)] = below
    soft = np.flatnonzero((alpha > 0) & (alpha < 255))
    share = alpha[soft, None].astype(np.uint16)
    flat[soft] = (flat[soft] * share + below * (255 - share) + 127) // 255
    return mixed


def rgb(array: Bytes) -> Bytes:
    """Return the colours without their alpha, shape (…, 3): channel by channel, far the fastest."""
    colours = np.empty((*array.shape[:-1], 3), np.uint8)
    for which in range(3):
        colours[..., which] = array[..., which]
    return colours


def channel(array: Bytes, which: int) -> Bytes:
    """Return one channel by itself, shape (…,): work on it is many times faster."""
    return np.ascontiguousarray(array[..., which])


def bands(height: int) -> list[slice]:
    """Return the rows of a picture in parts: what is worked out by them takes little memory."""
    return [slice(top, min(height, top + _BAND)) for top in range(0, height, _BAND)]


def most(colours: NDArray[_N]) -> NDArray[_N]:
    """Return the largest of three channels, shape (…,): twenty times as fast as over the axis."""
    red, green, blue = (colours[..., which] for which in range(3))
    return np.asarray(np.maximum(np.maximum(red, green), blue))


def opaque(array: Bytes) -> bool:
    """Say whether nothing shows through a picture of shape (height, width, 4)."""
    if array.strides[-1] == 1 and array.strides[-2] == 4:  # whole pixels are far faster to read
        pixels = array.view(np.uint32)
        return bool((np.bitwise_and.reduce(pixels, axis=None) & _ALPHA) == _ALPHA)
    return bool(array[..., 3].min(initial=255) == 255)


def gap(one: Bytes, other: Bytes) -> Bytes:
    """Return how far two pictures are apart, value by value."""
    return np.maximum(one, other) - np.minimum(one, other)


def share(mask: NDArray[np.bool_]) -> float:
    """Return the share of a mask that is set, 0–1; counting is far faster than a mean."""
    return np.count_nonzero(mask) / max(1, mask.size)


def lab(rgb: NDArray[np.number]) -> Floats:
    """Return CIE L*a*b* (D65) of 8-bit sRGB values, shape (…, 3)."""
    return lab_of(_linear_table()[np.asarray(rgb, np.uint8)])


def lab_of(linear: NDArray[_F]) -> NDArray[_F]:
    """Return CIE L*a*b* (D65) of linear light, 0–1, shape (…, 3), as precise as it is given."""
    xyz = linear @ _TO_XYZ.T.astype(linear.dtype)
    curve = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = curve[..., 0], curve[..., 1], curve[..., 2]
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)


def apart(one: NDArray[_F], other: NDArray[_F]) -> NDArray[_F]:
    """Return the distance between places such as L*a*b*, shape (…, 3); the same as `norm` gives.

    A sum over so short an axis takes numpy twenty times as long.
    """
    first, second, third = (np.square(one[..., n] - other[..., n]) for n in range(3))
    return np.asarray(np.sqrt(first + second + third))


def linear_light(channels: NDArray[_F]) -> NDArray[_F]:
    """Return sRGB channels, 0–1, as linear light (IEC 61966-2-1)."""
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def light(values: Floats) -> Floats:
    """Return sRGB values, 0–255, as linear light: by a table of sixteenths, far faster."""
    places = np.multiply(values, _FINE)
    places += np.float32(0.5)
    return np.asarray(_fine_table()[places.astype(np.uint16)])


def luminance(rgb: NDArray[np.number]) -> Floats:
    """Return the relative luminance (WCAG 2), 0–1, of 8-bit sRGB values, shape (…, 3)."""
    weights = LUMINANCE.astype(np.float32)
    return np.asarray(_linear_table()[np.asarray(rgb, np.uint8)] @ weights, np.float32)


@cache
def _fine_table() -> Floats:
    return linear_light(np.arange(255 * _FINE + 1, dtype=np.float32) / np.float32(255 * _FINE))


@cache
def _linear_table() -> Floats:
    return linear_light(np.arange(256, dtype=np.float32) / np.float32(255))
