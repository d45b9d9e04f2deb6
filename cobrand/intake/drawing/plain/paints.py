"""Writes paint so that nothing depends on what is round it: boxes, current colours, orders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.plain.shapes import extent
from cobrand.intake.drawing.vocabulary import COLOURS, SHAPES, SVG
from cobrand.model.geometry import Box

_URL = re.compile(r"""\s*url\(\s*["']?#([^"')]*?)["']?\s*\)\s*(.*)""")
_GRADIENTS = frozenset(("linearGradient", "radialGradient"))
_HERITED = ("fill", "stroke", "color", "paint-order")
_ENDS = {
    "linearGradient": {"x1": "0", "y1": "0", "x2": "1", "y2": "0"},
    "radialGradient": {"cx": ".5", "cy": ".5", "r": ".5"},
}
_FOCUS = {"fx": "cx", "fy": "cy", "fr": ""}


@dataclass(slots=True)
class _Paints:
    prefix: str
    known: dict[str, Element]
    made: list[Element] = field(default_factory=list)
    names: dict[tuple[str, Box], str] = field(default_factory=dict)


def settle(root: Element, prefix: str) -> None:
    """Give every shape paint of its own; new gradients are called `prefix`-number."""
    paints = _Paints(prefix, {name: each for each in root.iter() if (name := each.get("id"))})
    _walk(root, {"fill": "#000", "stroke": "none", "color": "#000"}, paints)
    if paints.made:
        store = Element(f"{{{SVG}}}defs")
        store.extend(paints.made)
        root.insert(0, store)


def _walk(element: Element, above: Mapping[str, str], paints: _Paints) -> None:
    said = {key: element.attrib[key] for key in _HERITED if key in element.attrib}
    values = {**above, **said} if said else above
    for key in COLOURS & element.attrib.keys():
        if element.attrib[key] == "currentColor":
            element.set(key, values["color"])
    for child in list(element):
        _walk(child, values, paints)
    if local(element) in SHAPES:
        for key in ("fill", "stroke"):
            _own(element, key, element.get(key, values[key]), values["color"], paints)
        _ordered(element, values.get("paint-order", "normal"), values)


def _own(shape: Element, key: str, value: str, colour: str, paints: _Paints) -> None:
    if value == "currentColor":
        shape.set(key, colour)
    found = _URL.fullmatch(value)
    gradient = paints.known.get(found[1]) if found else None
    if found is None or gradient is None or local(gradient) not in _GRADIENTS:
        return
    attributes, stops = _whole(gradient, paints.known)
    if attributes.get("gradientUnits") == "userSpaceOnUse":
        return
    box = extent(Element(shape.tag, {k: v for k, v in shape.attrib.items() if k != "transform"}))
    if box is None or not box.width or not box.height:
        shape.set(key, found[2] or "none")
        return
    name = paints.names.get((found[1], box))
    if name is None:
        name = paints.names[found[1], box] = f"{paints.prefix}-{len(paints.made)}"
        paints.made.append(_placed(local(gradient), attributes, stops, box, name))
    shape.set(key, f"url(#{name})")


def _whole(gradient: Element, known: Mapping[str, Element]) -> tuple[dict[str, str], list[Element]]:
    """Return a gradient's attributes and stops with what it takes over from others."""
    attributes: dict[str, str] = {}
    stops: list[Element] = []
    met: list[Element] = []
    at: Element | None = gradient
    while at is not None and at not in met:
        met.append(at)
        attributes = at.attrib | attributes
        stops = stops or list(at)
        at = known.get(at.get("href", "")[1:])
    return attributes, stops


def _placed(
    name: str, attributes: Mapping[str, str], stops: list[Element], box: Box, called: str
) -> Element:
    """Return a gradient of a box as one of the page."""
    made = Element(f"{{{SVG}}}{name}", {"id": called, "gradientUnits": "userSpaceOnUse"})
    for key, usual in _ENDS[name].items():
        made.set(key, _share(attributes.get(key, usual)))
    for key, centre in _FOCUS.items():
        if name == "radialGradient" and key in attributes:
            share = _share(attributes[key])
            if share != made.get(centre):
                made.set(key, share)
    if "spreadMethod" in attributes:
        made.set("spreadMethod", attributes["spreadMethod"])
    into = f"matrix({box.width:.9g},0,0,{box.height:.9g},{box.left:.9g},{box.top:.9g})"
    made.set("gradientTransform", f"{into} {attributes.get('gradientTransform', '')}".strip())
    made.extend(deepcopy(stops))
    return made


def _share(value: str) -> str:
    try:
        return f"{float(value[:-1]) / 100:.9g}" if value.endswith("%") else value
    except ValueError:
        return value


def _ordered(shape: Element, order: str, values: Mapping[str, str]) -> None:
    """Take a shape apart where its fill and its stroke are not simply laid on each other."""
    stroked = shape.get("stroke", values["stroke"]) != "none"
    first = order.split()[:1] == ["stroke"] or order.split()[:2] == ["markers", "stroke"]
    faint = shape.get("opacity", "1") not in {"1", "1.0"}
    if not stroked or not (first or faint):
        return
    own = ("opacity", "id")
    outer: dict[str, str] = {key: shape.attrib.pop(key) for key in own if key in shape.attrib}
    line, area = Element(shape.tag, dict(shape.attrib)), Element(shape.tag, dict(shape.attrib))
    line.set("fill", "none")
    area.set("stroke", "none")
    tail = shape.tail
    shape.clear()
    shape.tail, shape.tag = tail, f"{{{SVG}}}g"
    shape.attrib.update(outer)
    shape.extend((line, area) if first else (area, line))
