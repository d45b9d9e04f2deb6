"""Turns basic shapes into moves, lines and curves, and measures them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.curves import Step, absolute
from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.numbers import numbers, plain_length
from cobrand.intake.drawing.plain.transforms import matrix
from cobrand.intake.drawing.vocabulary import SHAPES
from cobrand.model.geometry import Box
from cobrand.model.matrix import IDENTITY, Matrix, after, moved


def steps(shape: Element) -> list[Step] | None:
    """Return how a shape is drawn, or None if its numbers are not plain."""
    name = local(shape)
    if name == "path":
        return list(absolute(shape.get("d", "")))
    if name in {"polyline", "polygon"}:
        points = " ".join(map(str, numbers(shape.get("points", ""))))
        closed = "z" if name == "polygon" else ""
        return list(absolute(f"M{points}{closed}")) if points else []
    if name == "line":
        ends = [plain_length(shape.get(key, "0")) for key in ("x1", "y1", "x2", "y2")]
        return None if None in ends else list(absolute("M{} {}L{} {}".format(*ends)))
    data = _rectangle(shape) if name == "rect" else _round(shape, name)
    return None if data is None else list(absolute(data))


def extent(element: Element, into: Matrix = IDENTITY) -> Box | None:
    """Return the box of what an element fills, strokes and clips left out, as SVG has it."""
    corners = list(_corners(element, into))
    if not corners:
        return None
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box.spanning(min(xs), min(ys), max(xs), max(ys))


def written(drawn: Iterable[Step]) -> str:
    """Return steps as path data."""
    return "".join(name + " ".join(f"{n:.9g}" for n in numbers) for name, numbers in drawn)


def _rectangle(shape: Element) -> str | None:
    x, y, width, height = (
        plain_length(shape.get(key, "0")) for key in ("x", "y", "width", "height")
    )
    if x is None or y is None or width is None or height is None or "rx" in shape.attrib:
        return None
    return f"M{x} {y}h{width}v{height}h{-width}z" if width > 0 and height > 0 else ""


def _round(shape: Element, name: str) -> str | None:
    sizes = ("r", "r") if name == "circle" else ("rx", "ry")
    said = [shape.get(key, "auto") for key in sizes]
    said = [other if each == "auto" else each for each, other in zip(said, said[::-1], strict=True)]
    x, y = plain_length(shape.get("cx", "0")), plain_length(shape.get("cy", "0"))
    across, down = (plain_length("0" if each == "auto" else each) for each in said)
    if x is None or y is None or across is None or down is None:
        return None
    if across <= 0 or down <= 0:
        return ""
    half = f"a{across} {down} 0 1 1 "
    return f"M{x + across} {y}{half}{-2 * across} 0{half}{2 * across} 0z"


def _corners(element: Element, into: Matrix) -> Iterator[tuple[float, float]]:
    into = after(matrix(element.get("transform", "")), into)
    if local(element) in SHAPES:
        at = (0.0, 0.0)
        for name, numbers in steps(element) or ():
            if name == "C":
                yield from (moved(into, *dot) for dot in _edges(at, numbers, into))
            if numbers:
                at = (numbers[-2], numbers[-1])
                yield moved(into, *at)
    elif local(element) == "g":
        for child in element:
            yield from _corners(child, into)


def _edges(
    at: tuple[float, float], curve: tuple[float, ...], into: Matrix
) -> Iterator[tuple[float, float]]:
    """Yield the points where a curve turns back, seen through a matrix."""
    dots = [at, curve[:2], curve[2:4], curve[4:]]
    for place in (0, 1):
        a, b, c, d = (moved(into, x, y)[place] for x, y in dots)
        for t in _turns(a, b, c, d):
            one, two, three, four = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            yield (
                one * dots[0][0] + two * dots[1][0] + three * dots[2][0] + four * dots[3][0],
                one * dots[0][1] + two * dots[1][1] + three * dots[2][1] + four * dots[3][1],
            )


def _turns(a: float, b: float, c: float, d: float) -> list[float]:
    """Return where the derivative of a cubic is nothing, between its ends."""
    p, q, r = d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a
    if abs(p) < 1e-12:
        found = [-r / q] if q else []
    else:
        root = q * q - 4 * p * r
        found = [(-q + s * math.sqrt(root)) / (2 * p) for s in (1, -1)] if root >= 0 else []
    return [t for t in found if 0 < t < 1]
