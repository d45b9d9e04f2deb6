"""Takes shadows and glows out of a copy of a drawing, so that only the mark is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.numbers import numbers
from cobrand.intake.drawing.references import targets

_SHADOW = re.compile(r"drop-shadow\((?:[^()]|\([^()]*\))*\)", re.IGNORECASE)
_BLUR = re.compile(r"blur\(\s*\.?\d", re.IGNORECASE)
_FROM_THE_SHAPE = frozenset(("SourceGraphic",))
_NEW = frozenset(("feFlood", "feImage", "feTurbulence"))
_KEEPS_BOTH = frozenset(("over", "atop", "xor", "arithmetic", "lighter"))


def without(root: Element) -> Element | None:
    """Return a copy whose soft parts are gone, or None if it has none.

    What a filter only adds a shadow or a glow to stays sharp; what it only blurs is not shown.
    """
    if not any("filter" in element.attrib for element in root.iter()):
        return None
    bare = deepcopy(root)
    known = {name: each for each in bare.iter() if (name := each.get("id"))}
    changed = [_bared(element, known) for element in bare.iter() if "filter" in element.attrib]
    return bare if any(changed) else None


def _bared(element: Element, known: Mapping[str, Element]) -> bool:
    said = element.attrib["filter"]
    if "url(" not in said:
        return _styled(element, said)
    filters = [known[name] for name in targets(Element("_", {"filter": said})) if name in known]
    if not any(_softens(each) for one in filters for each in one):
        return False
    del element.attrib["filter"]
    if not all(_sharp(each) for each in filters):
        element.set("display", "none")
    return True


def _styled(element: Element, said: str) -> bool:
    left = _SHADOW.sub("", said).strip()
    if _BLUR.search(left):
        element.set("display", "none")
    elif left == said.strip():
        return False
    element.set("filter", left or "none")
    return True


def _softens(primitive: Element) -> bool:
    name = local(primitive)
    return name == "feDropShadow" or (name == "feGaussianBlur" and _blurs(primitive))


def _blurs(primitive: Element) -> bool:
    return any(each > 0 for each in numbers(primitive.get("stdDeviation", "")))


def _sharp(filter_: Element) -> bool:
    """Say whether what comes out of a filter still has the shape as it went in."""
    results: dict[str, bool] = {}
    last = True
    for primitive in filter_:
        last = _keeps(primitive, last, results)
        if "result" in primitive.attrib:
            results[primitive.attrib["result"]] = last
    return last


def _keeps(primitive: Element, last: bool, results: Mapping[str, bool]) -> bool:
    def taken(element: Element, key: str) -> bool:
        name = element.get(key)
        return last if name is None else results.get(name, name in _FROM_THE_SHAPE)

    name = local(primitive)
    if name in _NEW:
        return False
    if name == "feMerge":
        return any(taken(node, "in") for node in primitive)
    first = taken(primitive, "in") and not (name == "feGaussianBlur" and _blurs(primitive))
    both = name == "feBlend" or (
        name == "feComposite" and primitive.get("operator", "over") in _KEEPS_BOTH
    )
    return first or (both and taken(primitive, "in2"))
