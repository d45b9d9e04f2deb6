"""Walks along path data by length, so that letters can stand on a path."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from cobrand.intake.drawing.curves import absolute

Dot = tuple[float, float]
_STEPS = 24
"""Straight pieces to a curve: letters hide the corners."""


@dataclass(frozen=True, slots=True)
class Track:
    """A line through points, with the length along it up to each."""

    points: tuple[Dot, ...]
    lengths: tuple[float, ...]

    @property
    def length(self) -> float:
        """How long it is, in the path's own units."""
        return self.lengths[-1] if self.lengths else 0.0

    def at(self, along: float) -> tuple[float, float, float]:
        """Return the place at a length and the direction there, in radians."""
        place = min(max(bisect_right(self.lengths, along), 1), len(self.points) - 1)
        (x0, y0), (x1, y1) = self.points[place - 1 : place + 1]
        span = self.lengths[place] - self.lengths[place - 1]
        share = (along - self.lengths[place - 1]) / span if span else 0.0
        return x0 + share * (x1 - x0), y0 + share * (y1 - y0), math.atan2(y1 - y0, x1 - x0)


def track(data: str) -> Track | None:
    """Return the way that path data goes, jumps left out; None if it goes nowhere."""
    points: list[Dot] = []
    lengths: list[float] = []
    for x, y, jump in _dots(data):
        step = math.dist(points[-1], (x, y)) if points else 0.0
        if points and step == 0:
            continue
        lengths.append((lengths[-1] if lengths else 0.0) + (0.0 if jump else step))
        points.append((x, y))
    return Track(tuple(points), tuple(lengths)) if len(points) > 1 else None


def _dots(data: str) -> Iterator[tuple[float, float, bool]]:
    at = start = (0.0, 0.0)
    for command, numbers in absolute(data):
        match command:
            case "M":
                at = start = (numbers[0], numbers[1])
                yield *at, True
            case "C":
                yield from ((*dot, False) for dot in _curve(at, numbers))
                at = (numbers[4], numbers[5])
            case "Z":
                at = start
                yield *at, False
            case _:
                at = (numbers[0], numbers[1])
                yield *at, False


def _curve(at: Dot, numbers: tuple[float, ...]) -> Iterator[Dot]:
    x1, y1, x2, y2, x, y = numbers
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * at[0] + b * x1 + c * x2 + d * x, a * at[1] + b * y1 + c * y2 + d * y
