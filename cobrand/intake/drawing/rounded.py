"""Turns rectangles with round corners into paths: the press draws two of the four corners wrong."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from cobrand.intake.drawing.numbers import plain_length
from cobrand.intake.drawing.vocabulary import SVG

_BOX = ("x", "y", "width", "height")


def outline(root: Element) -> None:
    """Rewrite every rounded rectangle whose numbers are plain."""
    for element in list(root.iter(f"{{{SVG}}}rect")):
        if element.get("rx") or element.get("ry"):
            path = _path(element)
            if path:
                _become(element, path)


def _path(rect: Element) -> str | None:
    sides = [plain_length(rect.get(key, "0")) for key in _BOX]
    rounds = [plain_length(rect.get(key, "auto")) for key in ("rx", "ry")]
    across, down = (rounds[0], rounds[1]) if None not in rounds else _auto(rect, rounds)
    if None in sides or across is None or down is None:
        return None
    left, top, width, height = (side or 0.0 for side in sides)
    across, down = min(across, width / 2), min(down, height / 2)
    if width <= 0 or height <= 0 or across <= 0 or down <= 0:
        return None
    arc = f"a{across:.9g} {down:.9g} 0 0 1 "
    flat, steep = width - 2 * across, height - 2 * down
    return (
        f"M{left + across:.9g} {top:.9g}h{flat:.9g}{arc}{across:.9g} {down:.9g}"
        f"v{steep:.9g}{arc}{-across:.9g} {down:.9g}h{-flat:.9g}{arc}{-across:.9g} {-down:.9g}"
        f"v{-steep:.9g}{arc}{across:.9g} {-down:.9g}z"
    )


def _auto(rect: Element, rounds: list[float | None]) -> tuple[float | None, float | None]:
    """Let one radius stand for the other if that is not said, as SVG asks."""
    said = [rect.get(key, "auto").strip() != "auto" for key in ("rx", "ry")]
    if said[0] and not said[1]:
        return rounds[0], rounds[0]
    if said[1] and not said[0]:
        return rounds[1], rounds[1]
    return None, None


def _become(rect: Element, path: str) -> None:
    for key in (*_BOX, "rx", "ry"):
        rect.attrib.pop(key, None)
    rect.tag = f"{{{SVG}}}path"
    rect.set("d", path)
