"""Reads lists of transforms as one matrix."""

from __future__ import annotations

import math
import re

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a x + c y + e, y' = b x + d y + f."""
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_CALL = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)


def matrix(transforms: str) -> Matrix:
    """Return the matrix of a `transform` attribute."""
    whole = SAME
    for name, inside in _CALL.findall(transforms):
        whole = times(whole, _one(name, [float(each) for each in _NUMBER.findall(inside)]))
    return whole


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does `then` inside `first`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j,
        a * k + c * m + e, b * k + d * m + f,
    )  # fmt: skip


def applied(into: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point comes to lie."""
    a, b, c, d, e, f = into
    return a * x + c * y + e, b * x + d * y + f


def _one(name: str, n: list[float]) -> Matrix:
    found: Matrix = SAME
    match name, n:
        case "matrix", [a, b, c, d, e, f]:
            found = (a, b, c, d, e, f)
        case "translate", [x, *rest]:
            found = (1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0)
        case "scale", [x, *rest]:
            found = (x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0)
        case "rotate", [turn, *rest]:
            cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            x, y = rest if len(rest) == 2 else (0.0, 0.0)
            found = (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
        case "skewX", [turn]:
            found = (1.0, 0.0, math.tan(math.radians(turn)), 1.0, 0.0, 0.0)
        case "skewY", [turn]:
            found = (1.0, math.tan(math.radians(turn)), 0.0, 1.0, 0.0, 0.0)
    return found
