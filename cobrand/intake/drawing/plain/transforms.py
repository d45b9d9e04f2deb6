"""Reads lists of transforms as one matrix."""

from __future__ import annotations

import math
import re

from cobrand.intake.drawing.numbers import numbers
from cobrand.model.matrix import IDENTITY, Matrix, after

_CALL = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")


def matrix(transforms: str) -> Matrix:
    """Return the matrix of a `transform` attribute."""
    whole = IDENTITY
    for name, inside in _CALL.findall(transforms):
        whole = after(_one(name, numbers(inside)), whole)
    return whole


def _one(name: str, n: list[float]) -> Matrix:
    found: Matrix = IDENTITY
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
