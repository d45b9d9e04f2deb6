"""Turns an organisation's name and a free field into its circle of seats, the only ornament."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from random import Random

from cobrand.model.campaign import Ground
from cobrand.model.colour import Colour, mix
from cobrand.model.geometry import Box, Point
from cobrand.model.scene import Fill
from cobrand.model.text import Outline, Segment

_LENGTHS = (1.7, 2.2, 2.2, 2.8, 3.5)  # of seats, in units
_FIRST, _PITCH, _THICK, _GAP = 1.7, 1.34, 0.92, 0.36  # rings, in units
_INNER = 0.78  # sparks stay inside this share of the reach


@dataclass(frozen=True, slots=True)
class Circle:
    """Rings of seats round a centre, in px; angles in degrees against the clock from three.

    Seats that touch a box of `keep` or lie outside `frame` are left out whole. The lit seat is
    the whole one nearest to `ring` (−1: 0.55 of the rings) and `angle`, inside `seen` and clear of
    what is `covered`.
    """

    centre: Point
    unit: float
    reach: float
    frame: Box
    keep: tuple[Box, ...] = ()
    span: tuple[float, float] = (0.0, 180.0)
    first: float = _FIRST
    ring: int = -1
    angle: float = 118.0
    sparks: int = 6
    least: int = 8  # fewer whole seats make no circle
    seen: Box | None = None  # the frame, if not given
    covered: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seat:
    ring: int
    radius: float
    start: float
    end: float
    whole: bool
    fade: float
    xs: tuple[float, ...] = field(compare=False)
    ys: tuple[float, ...] = field(compare=False)

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    def away(self, other: _Seat, degrees: float) -> float:
        """Return how far apart two seats are, in rings and in shares of `degrees`."""
        return abs(self.ring - other.ring) + abs(self.middle - other.middle) / degrees


def draw_seats(circle: Circle, ground: Ground, lit: Colour | None, seed: str) -> tuple[Fill, ...]:
    """Return the seats as stroked arcs; none if fewer than `least` whole ones find room.

    The same seed gives the same circle in every format. Without `lit` no seat stands out.
    """
    random = Random(seed)  # noqa: S311  an ornament, not a secret
    seats = [
        seat
        for ring, radius in _rings(circle)
        for seat in _ring(circle, ring, radius, random)
        if _visible(seat, circle)
    ]
    if sum(seat.whole for seat in seats) < circle.least:
        return ()
    shades = {id(seat): mix(ground.seat, ground.field, seat.fade) for seat in seats}
    if lit is not None:
        chosen = _lit_seat(seats, circle)
        if chosen is not None:
            shades[id(chosen)] = lit
        for index, spark in enumerate(_sparks(seats, chosen, circle, random)):
            shades[id(spark)] = ground.sparks[index % len(ground.sparks)]
        return tuple(_fill(s, shades[id(s)], circle, lit=s is chosen) for s in seats)
    return tuple(_fill(seat, shades[id(seat)], circle, lit=False) for seat in seats)


def _rings(circle: Circle) -> list[tuple[int, float]]:
    half = _THICK * circle.unit / 2
    rings: list[tuple[int, float]] = []
    while (radius := (circle.first + len(rings) * _PITCH) * circle.unit) + half <= circle.reach:
        rings.append((len(rings), radius))
    return rings


def _ring(circle: Circle, ring: int, radius: float, random: Random) -> list[_Seat]:
    """Fill one ring with seats of random lengths; the last takes the rest."""
    cap = math.degrees(_THICK * circle.unit / 2 / radius)
    gap = math.degrees(_GAP * circle.unit / radius)
    shortest = math.degrees(_LENGTHS[0] * circle.unit / radius)
    at, end = circle.span[0] + gap / 2, circle.span[1]
    seats = []
    while at < end - gap:
        to = at + math.degrees(random.choice(_LENGTHS) * circle.unit / radius)
        if end - to < shortest:
            to = end - gap / 2
        fade = min(1.0, (radius / circle.reach) ** 1.3) * 0.86 + random.random() * 0.10
        first, last = at + cap, max(to - cap, at + cap + 0.01)
        seats.append(_seat(circle, ring, radius, (first, last), min(fade, 0.93)))
        at = to + gap
    return seats


def _seat(
    circle: Circle, ring: int, radius: float, ends: tuple[float, float], fade: float
) -> _Seat:
    turns = [math.radians(ends[0] + (ends[1] - ends[0]) * step / 8) for step in range(9)]
    xs = tuple([circle.centre.x + radius * math.cos(turn) for turn in turns])
    ys = tuple([circle.centre.y - radius * math.sin(turn) for turn in turns])
    inner = circle.frame.grown(-_THICK * circle.unit / 2)
    whole = inner.holds(Box(min(xs), min(ys), 0, 0)) and inner.holds(Box(max(xs), max(ys), 0, 0))
    return _Seat(ring, radius, *ends, whole, fade, xs, ys)


def _on(centre: Point, radius: float, angle: float) -> Point:
    turn = math.radians(angle)
    return Point(centre.x + radius * math.cos(turn), centre.y - radius * math.sin(turn))


def _visible(seat: _Seat, circle: Circle) -> bool:
    half, whole = _THICK * circle.unit / 2, _box(seat, circle)
    near = [box for box in circle.keep if box.meets(whole)]
    if not near and circle.frame.holds(whole, 0.0):
        return True
    dots = [(x - half, y - half) for x, y in zip(seat.xs, seat.ys, strict=True)]
    if any(_touched(dots, 2 * half, box) for box in near):
        return False
    return _touched(dots, 2 * half, circle.frame)


def _touched(dots: list[tuple[float, float]], side: float, box: Box) -> bool:
    """Say whether a box shares any area with one of the squares."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    for x, y in dots:  # noqa: SIM110  any() takes half as long again
        if x < right and left < x + side and y < bottom and top < y + side:
            return True
    return False


def _lit_seat(seats: list[_Seat], circle: Circle) -> _Seat | None:
    """Return the seat to be lit; none where a platform lets no whole seat be seen."""
    rings = max(seat.ring for seat in seats) + 1
    ring = circle.ring if circle.ring >= 0 else round(rings * 0.55)
    shown = [seat for seat in seats if seat.whole and _seen(seat, circle)]
    return min(
        shown,
        key=lambda seat: abs(seat.ring - ring) * 14 + abs(seat.middle - circle.angle),
        default=None,
    )


def _seen(seat: _Seat, circle: Circle) -> bool:
    box = _box(seat, circle)
    seen = circle.seen is None or circle.seen.holds(box)
    return seen and not any(box.meets(other) for other in circle.covered)


def _sparks(seats: list[_Seat], lit: _Seat | None, circle: Circle, random: Random) -> list[_Seat]:
    """Choose at most one seat in seven, inside the circle, none beside another."""
    most = min(circle.sparks, len(seats) // 7)
    free = [
        seat
        for seat in seats
        if seat.whole and seat.radius < _INNER * circle.reach
        if lit is None or seat.away(lit, 20) > 1.6
    ]
    random.shuffle(free)
    chosen: list[_Seat] = []
    for seat in free:
        if len(chosen) < most and all(seat.away(other, 18) > 1.8 for other in chosen):
            chosen.append(seat)
    return chosen


def _fill(seat: _Seat, colour: Colour, circle: Circle, *, lit: bool) -> Fill:
    outline = arc(circle.centre, seat.radius, seat.start, seat.end)
    role, width = "lit-seat" if lit else "seat", _THICK * circle.unit
    return Fill(_box(seat, circle), colour, role, outline, width)


def _box(seat: _Seat, circle: Circle) -> Box:
    box = Box.spanning(min(seat.xs), min(seat.ys), max(seat.xs), max(seat.ys))
    return box.grown(_THICK * circle.unit / 2)


def arc(centre: Point, radius: float, start: float, end: float) -> Outline:
    """Return a circular arc as cubic curves of at most 45 degrees each.

    Handles are 4/3·tan(angle/4) of the radius long, the usual approximation.
    """
    steps = max(1, math.ceil(abs(end - start) / 45))
    turn = (end - start) / steps
    handle = 4 / 3 * math.tan(math.radians(turn) / 4) * radius
    begin = _on(centre, radius, start)
    segments: list[Segment] = [("M", begin.x, begin.y)]
    for step in range(steps):
        a, b = start + step * turn, start + (step + 1) * turn
        one, two = _on(centre, radius, a), _on(centre, radius, b)
        leave, arrive = _on(one, handle, a + 90), _on(two, handle, b - 90)
        segments.append(("C", leave.x, leave.y, arrive.x, arrive.y, two.x, two.y))
    return tuple(segments)
