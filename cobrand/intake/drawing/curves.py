"""Turns path data into absolute moves, lines, cubic curves and closings."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from cobrand.intake.drawing.numbers import numbers
from cobrand.intake.drawing.paths import path

Step = tuple[str, tuple[float, ...]]
"""M x y, L x y, C x1 y1 x2 y2 x y, or Z without numbers."""

_PIECE = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_TAKES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "Q": 4, "S": 4, "C": 6, "A": 7}
_AFTER = {"M": "L", "m": "l"}


def absolute(data: str) -> Iterator[Step]:
    """Yield what path data draws, up to its first mistake."""
    x = y = left = top = 0.0
    mirror, before = (0.0, 0.0), ""
    for command, given in _commands(path(data)):
        if command == "Z":
            x, y, before = left, top, "Z"
            yield "Z", ()
            continue
        name, said = _placed(command, given, x, y)
        if name in "ST" and before not in ("CS" if name == "S" else "QT"):
            mirror = (x, y)
        steps, mirror = _steps(name, said, (x, y), mirror)
        for step in steps:
            x, y = step[1][-2:]
            yield step
        if name == "M":
            left, top = x, y
        before = name


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    for command, rest in _PIECE.findall(data):
        if command in "Zz":
            yield "Z", ()
            continue
        said = numbers(rest)
        takes = _TAKES[command.upper()]
        for at in range(0, len(said) - takes + 1, takes):
            name = command if at == 0 else _AFTER.get(command, command)
            yield name, tuple(said[at : at + takes])


def _placed(
    command: str, numbers: tuple[float, ...], x: float, y: float
) -> tuple[str, tuple[float, ...]]:
    """Return a command with its numbers counted from 0 0; H and V become L."""
    name, (dx, dy) = command.upper(), ((x, y) if command.islower() else (0.0, 0.0))
    if name == "H":
        return "L", (numbers[0] + dx, y)
    if name == "V":
        return "L", (x, numbers[0] + dy)
    if name == "A":
        return name, (*numbers[:5], numbers[5] + dx, numbers[6] + dy)
    return name, tuple(n + (dy if place % 2 else dx) for place, n in enumerate(numbers))


def _steps(
    name: str, said: tuple[float, ...], at: tuple[float, float], mirror: tuple[float, float]
) -> tuple[list[Step], tuple[float, float]]:
    """Return what a command draws, and where a smooth curve after it would have its handle."""
    x, y = said[-2:]
    if name in "ML":
        return [(name, said)], (x, y)
    if name == "A":
        return list(_arc(at, said)), (x, y)
    if name in "CS":
        curve = said if name == "C" else (*mirror, *said)
        return [("C", curve)], (2 * x - curve[2], 2 * y - curve[3])
    hx, hy = said[:2] if name == "Q" else mirror
    first = (at[0] + 2 / 3 * (hx - at[0]), at[1] + 2 / 3 * (hy - at[1]))
    second = (x + 2 / 3 * (hx - x), y + 2 / 3 * (hy - y))
    return [("C", (*first, *second, x, y))], (2 * x - hx, 2 * y - hy)


def _arc(at: tuple[float, float], said: tuple[float, ...]) -> Iterator[Step]:
    """Yield an arc as curves of at most a quarter turn each."""
    across, down, tilt, large, sweep, x, y = said
    across, down = abs(across), abs(down)
    if (x, y) == at:
        return
    if not across or not down:
        yield "L", (x, y)
        return
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    half = ((at[0] - x) / 2, (at[1] - y) / 2)
    px, py = cos * half[0] + sin * half[1], cos * half[1] - sin * half[0]
    grown = math.sqrt(max(1.0, (px / across) ** 2 + (py / down) ** 2))
    across, down = across * grown, down * grown
    reach = (px / across) ** 2 + (py / down) ** 2
    off = math.sqrt(max(0.0, 1 / reach - 1)) * (-1 if bool(large) == bool(sweep) else 1)
    cx, cy = off * across * py / down, -off * down * px / across
    start = math.atan2((py - cy) / down, (px - cx) / across)
    turn = math.atan2((-py - cy) / down, (-px - cx) / across) - start
    turn += math.tau * ((turn < 0) if sweep else -(turn > 0))
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    middle = (at[0] + x) / 2 + cos * cx - sin * cy, (at[1] + y) / 2 + sin * cx + cos * cy

    def dot(u: float, v: float) -> tuple[float, float]:
        u, v = u * across, v * down
        return middle[0] + cos * u - sin * v, middle[1] + sin * u + cos * v

    handle = 4 / 3 * math.tan(turn / pieces / 4)
    for place in range(pieces):
        a, b = start + turn * place / pieces, start + turn * (place + 1) / pieces
        one = dot(math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a))
        two = dot(math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b))
        end = (x, y) if place == pieces - 1 else dot(math.cos(b), math.sin(b))
        yield "C", (*one, *two, *end)
