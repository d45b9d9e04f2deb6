"""Applies the rewritings one after the other, to a copy."""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.curves import Step
from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.plain import clips, paints, shapes, uses
from cobrand.intake.drawing.vocabulary import SHAPES, SVG

_PLACES = ("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2",
           "points")  # fmt: skip
_DOT = 1e-4
"""px: a line of no length that a round cap makes a dot; some draw it only if it has some."""


def plainly(root: Element, prefix: str) -> Element:
    """Return a drawing that looks the same; ids that are new start with `prefix`."""
    plain = deepcopy(root)
    uses.expand(plain)
    for element in plain.iter():
        if local(element) in SHAPES:
            _outlined(element)
    paints.settle(plain, prefix)
    clips.settle(plain)
    return plain


def _outlined(shape: Element) -> None:
    drawn = shapes.steps(shape)
    if drawn is None:
        return
    for key in _PLACES:
        shape.attrib.pop(key, None)
    shape.tag = f"{{{SVG}}}path"
    shape.set("d", shapes.written(_dots(drawn)))


def _dots(drawn: list[Step]) -> list[Step]:
    """Give lines without length a little."""
    made: list[Step] = []
    at: tuple[float, ...] = ()
    for name, numbers in drawn:
        still = bool(numbers) and name == "L" and numbers == at
        made.append((name, (numbers[0] + _DOT, numbers[1]) if still else numbers))
        at = numbers[-2:] if numbers else at
    return made
