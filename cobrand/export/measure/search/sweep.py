"""Search a whole picture for a mark of unknown size: where its drawing correlates, coarsely."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure.search.artwork import Artwork, Floats, Layer, Pixels, Place
from cobrand.model.geometry import Box

_LONGEST = 400  # pixels of the longer side that a search looks at,
_FINEST = 900  # and that one for small marks does
_LEAST = 9.0  # pixels of a mark's shorter side there,
_LEAST_LONG = 14.0  # and of its longer
_PLENTY = 13.0  # pixels of a mark's shorter side that are left when a picture is halved for it
_HALVINGS = 2  # of a picture, at most: what is ground has to be seen
_PITCH = 0.11  # from one size to the next, at most; a wide mark is sooner off at its ends,
_PITCH_WIDE = 0.3  # over its aspect
_MARGIN = 0.12  # of its shorter side round a mark, which should be ground
_CUT = 0.3  # of a side of it that may be outside of the picture
_ABOUT = 1.7  # times the height that is expected, either way
_GROUNDS = 3
_GROUND_SHARE = 0.04  # of the picture, that a colour has to cover to count as a ground
_PEAKS = 3  # places of one size,
_BEST = 8  # and of all sizes, that are looked at more closely
_PLAIN = 0.35  # correlation under which nothing is there
_COARSE = 32  # colours to a channel's 256, divided


@dataclass(frozen=True, slots=True)
class Peak:
    """A place where a mark may be, and how well it correlates there, −1 to 1."""

    place: Place
    score: float


def peaks(
    pixels: Pixels, artwork: Artwork, about: float = 0.0, *, small: bool = False
) -> tuple[Peak, ...]:
    """Return where a mark may be, likeliest first; `about` is its height where that is known.

    `small` asks for those alone that are too small for the usual search.
    """
    longest = max(pixels.shape[:2])
    usual, fine = (max(1.0, longest / most) for most in (_LONGEST, _FINEST))
    step, most = (fine, _LEAST * usual) if small else (usual, math.inf)
    first = _reduced(np.asarray(pixels, np.float32), step)
    grounds = _grounds(first)
    sizes = [each for each in _sizes(pixels, artwork, step, about) if min(each) < most]
    found: list[Peak] = []
    for by, alike in _levels(sizes, step):
        reduced = _reduced(first, by / step)
        pages = [_Page.of(reduced, artwork, ground) for ground in grounds]
        for width, height in alike:
            stamp = _Stamp.of(artwork, (width / by, height / by))
            seen = (peak for page in pages for peak in page.peaks(stamp))
            found += [_enlarged(peak, pixels, reduced) for peak in seen]
    return tuple(_best(found))


def _levels(
    sizes: Iterable[tuple[float, float]], step: float
) -> Iterator[tuple[float, list[tuple[float, float]]]]:
    """Yield by how much a picture is reduced for marks of which sizes: for large ones, by more."""

    def halvings(size: tuple[float, float]) -> int:
        return min(_HALVINGS, max(0, math.floor(math.log2(min(size) / (_PLENTY * step)))))

    for times, level in groupby(sizes, halvings):
        yield step * 2**times, list(level)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A mark drawn in some size, `edge` pixels of ground round it."""

    size: tuple[float, float]
    edge: int
    layer: Layer

    @classmethod
    def of(cls, artwork: Artwork, size: tuple[float, float]) -> _Stamp:
        """Return the mark drawn in this size."""
        edge = max(2, round(_MARGIN * min(size)))
        width, height = (math.ceil(side) + 2 * edge for side in size)
        return cls(size, edge, artwork.drawn(Place(Box(edge, edge, *size)), width, height))


@dataclass(frozen=True, slots=True)
class _Page:
    """A reduced picture in the one direction of colour in which a mark stands off its ground."""

    ground: NDArray[np.float32]
    direction: NDArray[np.float32]
    shape: tuple[int, int]
    whole: tuple[int, int]
    waves: NDArray[np.complexfloating]
    sums: NDArray[np.float64]
    squares: NDArray[np.float64]

    @classmethod
    def of(cls, small: Floats, artwork: Artwork, ground: NDArray[np.float32]) -> _Page:
        """Return the picture made ready for one mark on one ground."""
        direction = _direction(artwork, ground)
        flat = np.asarray((small - ground) @ direction, np.float32)
        shape = (small.shape[0], small.shape[1])
        whole = (_smooth(shape[0] + _spare(shape)), _smooth(shape[1] + _spare(shape)))
        return cls(ground, direction, shape, whole, np.fft.rfft2(flat, whole),
                   _summed(flat), _summed(np.asarray(np.square(flat), np.float32)))  # fmt: skip

    def peaks(self, stamp: _Stamp) -> Iterator[Peak]:
        """Yield the best places for a mark of this size."""
        size, edge = stamp.size, stamp.edge
        height, width = stamp.layer.alpha.shape
        template = self._template(stamp.layer)
        outside = self._outside(size, edge)
        rows, columns = (each + 2 * out for each, out in zip(self.shape, outside, strict=True))
        if template is None or height > rows or width > columns:
            return
        scores = self._correlated(template, outside)
        for score, row, column in _highest(scores, max(2, round(min(size) / 3))):
            at = (column + edge - outside[1], row + edge - outside[0])
            yield Peak(Place(Box(*at, *size)), score)

    def _outside(self, size: tuple[float, float], edge: int) -> tuple[int, int]:
        """Return how far a mark with its margin may reach out of the picture: down and across."""
        most = _spare(self.shape) // 2
        down, across = (max(edge, min(most, round(_CUT * side))) for side in (size[1], size[0]))
        return down, across

    def _template(self, layer: Layer) -> Floats | None:
        flat = (layer.colour - layer.alpha[..., None] * self.ground) @ self.direction
        flat = flat - flat.mean()
        norm = float(np.sqrt(np.square(flat).sum()))
        return None if norm < 1 else np.asarray(flat / norm, np.float32)

    def _correlated(self, template: Floats, outside: tuple[int, int]) -> Floats:
        """Return the zero-mean correlation with each place, some of them partly outside."""
        height, width = template.shape
        waves = np.fft.rfft2(template, self.whole)
        product = np.fft.irfft2(self.waves * np.conj(waves), self.whole)
        rows = np.arange(-outside[0], self.shape[0] - height + outside[0] + 1)
        columns = np.arange(-outside[1], self.shape[1] - width + outside[1] + 1)
        product = product[np.ix_(rows % self.whole[0], columns % self.whole[1])]
        count = height * width
        total = _boxed(self.sums, rows, columns, height, width)
        square = _boxed(self.squares, rows, columns, height, width)
        spread = np.sqrt(np.maximum(square - total**2 / count, 1.0 * count))
        return np.asarray(product / spread, np.float32)


def _grounds(small: Floats) -> tuple[NDArray[np.float32], ...]:
    """Return the colours that cover most of a picture, and the middle one where none does."""
    keys = (small // _COARSE).astype(np.int64) @ np.array([64, 8, 1])
    counts = np.bincount(keys.ravel(), minlength=512)
    common = [int(key) for key in np.argsort(-counts)[:_GROUNDS]]
    found = [
        np.median(small[keys == key], axis=0).astype(np.float32)
        for key in common
        if counts[key] > _GROUND_SHARE * keys.size
    ]
    return tuple(found) or (np.median(small, axis=(0, 1)).astype(np.float32),)


def _sizes(
    pixels: Pixels, artwork: Artwork, step: float, about: float
) -> Iterator[tuple[float, float]]:
    """Yield the sizes that a mark may have in a picture, in its pixels."""
    aspect = artwork.aspect
    height = step * max(_LEAST / min(1.0, aspect), _LEAST_LONG / max(1.0, aspect))
    pitch = 1 + max(0.05, min(_PITCH, _PITCH_WIDE / max(aspect, 1 / aspect)))
    if about:
        height = max(height, about / _ABOUT)
    most = about * _ABOUT if about else math.inf
    while height <= most and height <= pixels.shape[0] and height * aspect <= pixels.shape[1]:
        yield height * aspect, height
        height *= pitch


def _direction(artwork: Artwork, ground: NDArray[np.float32]) -> NDArray[np.float32]:
    height = max(4, min(96, round(96 / max(1.0, artwork.aspect))))
    width = max(4, min(96, round(height * artwork.aspect)))
    layer = artwork.drawn(Place(Box(0, 0, width, height)), width, height)
    off = (layer.colour - layer.alpha[..., None] * ground).reshape(-1, 3).astype(np.float64)
    vectors = np.linalg.eigh(off.T @ off)[1]
    return np.asarray(vectors[:, -1], np.float32)


def _highest(scores: Floats, apart: int) -> Iterator[tuple[float, int, int]]:
    """Yield the highest values with their place, each alone in its neighbourhood."""
    left = scores.copy()
    for _ in range(_PEAKS):
        row, column = np.unravel_index(int(left.argmax()), left.shape)
        score = float(left[row, column])
        if score < _PLAIN:
            return
        yield score, int(row), int(column)
        left[
            max(0, row - apart) : row + apart + 1, max(0, column - apart) : column + apart + 1
        ] = -1


def _best(found: list[Peak]) -> list[Peak]:
    """Return the best peaks, one of those that mean the same place and size."""
    chosen: list[Peak] = []
    for peak in sorted(found, key=lambda each: -each.score):
        if all(not _same(peak.place.box, other.place.box) for other in chosen):
            chosen.append(peak)
        if len(chosen) == _BEST:
            break
    return chosen


def _same(one: Box, other: Box) -> bool:
    near = 0.25 * min(one.width, one.height)
    a, b = one.centre, other.centre
    alike = 0.85 < one.width / other.width < 1.18
    return alike and abs(a.x - b.x) < near and abs(a.y - b.y) < near


def _enlarged(peak: Peak, pixels: Pixels, reduced: Floats) -> Peak:
    across = pixels.shape[1] / reduced.shape[1]
    down = pixels.shape[0] / reduced.shape[0]
    box = peak.place.box
    place = Place(Box(box.left * across, box.top * down, box.width * across, box.height * down))
    return Peak(place, peak.score)


def _reduced(pixels: Floats, step: float) -> Floats:
    """Return a picture reduced by a number that need not be whole, each pixel by its area."""
    if step <= 1:
        return pixels
    height, width = (max(1, round(side / step)) for side in pixels.shape[:2])
    once = _shares(pixels.shape[0], height) @ pixels.reshape(pixels.shape[0], -1)
    turned = once.reshape(height, pixels.shape[1], 3).transpose(1, 0, 2)
    twice = _shares(pixels.shape[1], width) @ turned.reshape(pixels.shape[1], -1)
    return np.ascontiguousarray(twice.reshape(width, height, 3).transpose(1, 0, 2), np.float32)


def _shares(many: int, few: int) -> Floats:
    """Return how much of each of `many` pixels lies in each of `few`."""
    edges = np.arange(few + 1) * (many / few)
    start = np.arange(many)
    over = np.minimum(edges[1:, None], start + 1) - np.maximum(edges[:-1, None], start)
    return np.asarray(np.maximum(over, 0) * (few / many), np.float32)


def _summed(flat: Floats) -> NDArray[np.float64]:
    return np.asarray(
        np.pad(flat.astype(np.float64), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    )


def _boxed(
    sums: NDArray[np.float64],
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    height: int,
    width: int,
) -> NDArray[np.float64]:
    """Return the sum in each box; what is outside of the picture counts nothing."""
    top, bottom = np.clip(rows, 0, None), np.clip(rows + height, None, sums.shape[0] - 1)
    left, right = np.clip(columns, 0, None), np.clip(columns + width, None, sums.shape[1] - 1)
    return np.asarray(
        sums[np.ix_(bottom, right)] - sums[np.ix_(top, right)]
        - sums[np.ix_(bottom, left)] + sums[np.ix_(top, left)]
    )  # fmt: skip


def _spare(shape: tuple[int, int]) -> int:
    """Return how far the largest template may reach out of a picture."""
    return 2 * max(2, math.ceil(_MARGIN * min(shape))) + 2


def _smooth(least: int) -> int:
    """Return a length at which the Fourier transform is quick: 2, 3 and 5 alone divide it."""
    length = least
    while True:
        rest = length
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return length
        length += 1
