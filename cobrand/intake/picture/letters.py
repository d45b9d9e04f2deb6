"""Estimates from regions in line the height of a mark's smallest letters, and its baseline."""

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
LONG = 0.3
"""Of the mark's width: a shorter line is a word in an emblem."""
WIDE = 1.5
"""Three forms in line are a word only in a mark this much wider than high."""
ON_LINE, MOST_STAND = 0.1, 0.6
"""Of a letter's height: round letters reach below the line; descenders are the fewer."""
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


@dataclass(frozen=True, slots=True)
class Letters:
    """The smallest letterform and the baseline of the main line of words, as shares of the height.

    `baseline` is None for a mark without such a line.
    """

    smallest: float
    baseline: float | None


def read(indexed: Bytes) -> Letters:
    """Return what the letters of a mark say; 0 is ground in `indexed`."""
    found = regions.label(indexed)
    height, width = indexed.shape
    lines = _in_colours(found, indexed, _MOST_SHARE)
    # Holes in a plate may be letters too, but the holes inside letters must not be taken for them.
    lines = lines or _words(found, 0, height)
    standing = lines
    if not lines and width >= WIDE * height:  # capitals alone are as high as their mark
        standing = _in_colours(found, indexed, 1.0)
    least = min((_letter(line) for line in lines), default=NONE * height) / height
    return Letters(min(NONE, max(SMALLEST, least)), _baseline(standing, width, height))


def _in_colours(found: regions.Regions, indexed: Bytes, most: float) -> list[list[_Form]]:
    """Return the lines of letters in all colours; no letter has more than this share of height."""
    colours, height = range(1, int(indexed.max()) + 1), indexed.shape[0]
    return [line for value in colours for line in _words(found, value, height, most)]


def _words(
    found: regions.Regions, value: int, height: int, most: float = _MOST_SHARE
) -> list[list[_Form]]:
    """Return the lines of letters in one colour."""
    straight = [_straight(line) for line in _lines(_forms(found, value, height, most))]
    return [
        line
        for line in straight
        if len(line) >= FEWEST or (len(line) >= FEWEST_LARGE and _letter(line) >= LARGE * height)
    ]


def _baseline(lines: list[list[_Form]], width: int, height: int) -> float | None:
    """Return where the main line's letters stand, if it is long and most of them stand there."""
    if not lines:
        return None
    main = max(lines, key=lambda line: _length(line) * _letter(line))
    bottoms = np.array([form.bottom for form in main])
    foot = float(np.median(bottoms))
    standing = np.abs(bottoms - foot) <= ON_LINE * _letter(main)
    few = len(main) < FEWEST and width < WIDE * height
    if few or _length(main) < LONG * width or standing.mean() < MOST_STAND:
        return None
    return float(bottoms[standing].mean()) / height


def _length(line: list[_Form]) -> int:
    return line[-1].right - line[0].left


def _forms(found: regions.Regions, value: int, height: int, most: float) -> list[_Form]:
    """Return the regions of one colour that may be letters, from the left."""
    tall, wide = found.bottom - found.top, found.right - found.left
    fits = (
        (found.value == value)
        & (found.area >= THINNEST * np.maximum(tall, wide))  # thinner is the fringe of an edge
        & (found.area >= 0.12 * tall * wide)
        & (tall >= max(_LEAST_PX, _LEAST_SHARE * height))
        & (tall <= most * height)
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
