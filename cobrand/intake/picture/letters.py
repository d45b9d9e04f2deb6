"""Estimates the height of a mark's smallest letters from regions that stand in line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cobrand.pixels import regions
from cobrand.pixels.array import Bytes

NONE = 1.0
"""What a mark without lines of letters has: its own height."""
SMALLEST = 0.02
FEWEST = 4
FEWEST_LARGE, LARGE = 3, 0.3
"""Three in line are letters only if they are large: three small things are often ornament."""
MOST = 400
STRAIGHT, MOST_STRAY = 0.18, 0.3
THINNEST = 1.7
_LEAST_PX, _LEAST_SHARE, _MOST_SHARE = 4, 0.015, 0.85


@dataclass(frozen=True, slots=True)
class _Form:
    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


def smallest(indexed: Bytes) -> float:
    """Return the smallest letterform as a share of the height; 0 is ground in `indexed`."""
    found = regions.label(indexed)
    height = indexed.shape[0]
    colours = range(1, int(indexed.max()) + 1)
    heights = [each for value in colours for each in _heights(found, value, height)]
    # Holes in a plate may be letters too, but the holes inside letters must not be taken for them.
    heights = heights or _heights(found, 0, height)
    return min(NONE, max(SMALLEST, min(heights, default=NONE)))


def _heights(found: regions.Regions, value: int, height: int) -> list[float]:
    """Return the letter heights of the lines in one colour, as shares of the mark's height."""
    straight = [_straight(line) for line in _lines(_forms(found, value, height))]
    heights = [(_letter(line) / height, len(line)) for line in straight if line]
    return [
        share
        for share, count in heights
        if count >= FEWEST or (count >= FEWEST_LARGE and share >= LARGE)
    ]


def _forms(found: regions.Regions, value: int, height: int) -> list[_Form]:
    """Return the regions of one colour that may be letters, from the left."""
    tall, wide = found.bottom - found.top, found.right - found.left
    fits = (
        (found.value == value)
        & (found.area >= THINNEST * np.maximum(tall, wide))  # thinner is the fringe of an edge
        & (found.area >= 0.12 * tall * wide)
        & (tall >= max(_LEAST_PX, _LEAST_SHARE * height))
        & (tall <= _MOST_SHARE * height)
        & (wide <= 6 * tall)
    )
    chosen = np.flatnonzero(fits)
    chosen = chosen[np.argsort(-found.area[chosen])[:MOST]]
    edges = (found.left, found.top, found.right, found.bottom)
    forms = [_Form(*(int(edge[index]) for edge in edges)) for index in chosen]
    return sorted(forms, key=lambda form: form.left)


def _lines(forms: list[_Form]) -> list[list[_Form]]:
    """Chain neighbours of like height that stand on one line."""
    lines: list[list[_Form]] = []
    for form in forms:
        line = next((line for line in lines if _joins(line[-1], form)), None)
        if line is None:
            lines.append([form])
        else:
            line.append(form)
    return lines


def _joins(last: _Form, form: _Form) -> bool:
    low, high = sorted((last.height, form.height))
    shared = min(last.bottom, form.bottom) - max(last.top, form.top)
    return low >= 0.4 * high and shared >= 0.6 * low and form.left - last.right <= 1.2 * high


def _straight(line: list[_Form]) -> list[_Form]:
    """Return the forms that share a baseline or an upper edge; nothing if many do neither."""
    tops = np.array([form.top for form in line])
    bottoms = np.array([form.bottom for form in line])
    slack = STRAIGHT * float(np.median(bottoms - tops))
    on_line = np.abs(bottoms - np.median(bottoms)) <= slack
    on_line |= np.abs(tops - np.median(tops)) <= slack
    if (~on_line).mean() > MOST_STRAY:
        return []
    return [form for form, fits in zip(line, on_line, strict=True) if fits]


def _letter(line: list[_Form]) -> float:
    """Return the height of the line's small letters, leaving out accents and points."""
    heights = np.array([form.height for form in line])
    return float(np.quantile(heights[heights >= 0.5 * heights.max()], 0.2))
