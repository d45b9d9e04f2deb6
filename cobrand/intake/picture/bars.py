"""Finds the frame of a screenshot: a window's title bar, a phone's status bar."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.pixels import array, regions
from cobrand.pixels.array import Bytes
from cobrand.pixels.near import grown

_LEAST = (300, 200)
_LONGEST = 1600
"""Least width and height of a screenshot in px; the side down to which it is thinned out."""
_NEAR, _OTHER = 10, 24
"""How far, in 8-bit steps, a bar strays from its colour; how far what stands in it is off it."""
_FLAT = 0.55
"""The least share of each of its rows that is bar: titles and tabs take the rest."""
_BAR, _LOWEST = (0.015, 0.16), 14
"""Its height as a share of the picture's, and at least in px."""
_ALIKE, _PITCH = 0.3, 0.3
"""How far the widths of three discs, and the two gaps between three knobs, may be apart."""
_PHONE, _STRIP = (0.4, 0.62), 0.07
"""Proportions of telephones; the share of their height in which the status bar stands."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, order=True)
class _Knob:
    """A small thing in a bar: centre, width and height in px."""

    x: float
    y: float
    width: int
    height: int


def bar(picture: Bytes) -> int | None:
    """Return the height in px of a window's or phone's bar at the top, or None.

    The picture is of shape (height, width, 4).
    """
    height, width = picture.shape[:2]
    if width < _LEAST[0] or height < _LEAST[1]:
        return None
    step = max(1, max(width, height) // _LONGEST)
    small = picture[::step, ::step]
    height = small.shape[0]
    head = array.over(small[: int(_BAR[1] * height) + 4])
    found = _window(head, height) or _phone(head, height)
    return found * step if found else None


def _window(head: Bytes, height: int) -> int | None:
    """Find a flat bar over the full width with three like knobs at one end, and other below.

    `head` is the top of a picture so many px high.
    """
    width, most = head.shape[1], int(_BAR[1] * height)
    far = _far(head, head[3 : max(6, _LOWEST // 2)])
    flat = (far <= _NEAR).mean(axis=1) >= _FLAT
    flat[:3] = True  # a frame's own edge
    low = int(np.argmin(flat)) if not flat.all() else 0
    if not max(_LOWEST, _BAR[0] * height) <= low <= most or not _ends(far, low):
        return None
    other = far[2:low] > _OTHER
    discs = sorted(each for each in _knobs(other, low, 0) if each.x < 0.2 * width)
    signs = sorted(each for each in _knobs(other, low, 1) if each.x > 0.8 * width)
    return low if _discs(discs[:3], low) or _row(signs[-3:], low) else None


def _far(rgb: Bytes, bar: Bytes) -> Bytes:
    """Return how far each pixel is from the middle colour of a bar."""
    return array.most(array.gap(rgb, np.median(bar.reshape(-1, 3), axis=0).astype(np.uint8)))


def _ends(far: Bytes, low: int) -> bool:
    """Say whether the bar ends along its whole width, and at once."""
    return bool((far[low : low + 3] > 4).any(axis=0).mean() > 0.9)


def _knobs(mask: Mask, low: int, by: int) -> list[_Knob]:
    """Return what is small in a bar, made broader `by` px so that a thin cross hangs together."""
    found = regions.label(grown(mask, by).astype(np.uint8))
    knobs = []
    for index in np.flatnonzero(found.value == 1):
        wide = int(found.right[index] - found.left[index]) - 2 * by
        tall = int(found.bottom[index] - found.top[index]) - 2 * by
        if 0.15 * low <= wide <= 0.9 * low and tall <= 0.8 * low:
            x, y = found.left[index] + wide / 2, found.top[index] + tall / 2
            knobs.append(_Knob(float(x), float(y), wide, max(1, tall)))
    return knobs


def _discs(knobs: list[_Knob], low: int) -> bool:
    """Say whether three knobs in a row are alike and as high as wide."""
    widths = [each.width for each in knobs]
    round_ = all(0.75 <= each.width / each.height <= 1.33 for each in knobs)
    return _row(knobs, low) and round_ and max(widths) - min(widths) <= _ALIKE * max(widths)


def _row(knobs: list[_Knob], low: int) -> bool:
    """Say whether three knobs stand in a row, as a window's line, square and cross do."""
    if len(knobs) < 3:
        return False
    first, second = (abs(knobs[i + 1].x - knobs[i].x) for i in (0, 1))
    level = max(each.y for each in knobs) - min(each.y for each in knobs) <= 0.35 * low
    return level and abs(first - second) <= _PITCH * max(first, second) and first <= 3 * low


def _phone(head: Bytes, height: int) -> int | None:
    """Find a clock at one end and signs at the other, small, over an empty line."""
    width = head.shape[1]
    if not _PHONE[0] <= width / height <= _PHONE[1] or height < 800:
        return None
    strip = head[: int(_STRIP * height)]
    other = _far(strip, strip) > _OTHER
    rows = np.flatnonzero(other.any(axis=1))
    if not rows.size or rows[-1] > 0.9 * len(strip) or rows[-1] - rows[0] > 0.035 * height:
        return None
    found = regions.label(other.astype(np.uint8))
    middles = (found.left + found.right)[found.value == 1] / (2 * width)
    ends = (middles < 0.3).sum() >= 3 and (middles > 0.7).sum() >= 3
    lone = ((middles > 0.38) & (middles < 0.62)).sum() <= 1
    return int(rows[-1]) + 1 if ends and lone else None
