"""Puts copies where a drawing only refers to a part of itself."""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.vocabulary import SHAPES, SVG

MOST_COPIED = 20_000
"""Elements that may come of it; more, and the references stay."""
_OWN = frozenset(("x", "y", "width", "height", "href", "id"))


def expand(root: Element) -> None:
    """Replace every use of a shape or a group by a copy of it."""
    left = MOST_COPIED
    known = {name: each for each in root.iter() if (name := each.get("id"))}
    while left > 0 and (found := _uses(root, known)):
        for parent, use, target in found:
            copy = deepcopy(target)
            left -= sum(1 for _ in copy.iter())
            if left < 0:
                return
            for each in copy.iter():
                each.attrib.pop("id", None)
            _become(use, copy, clipping=local(parent) == "clipPath")


def _uses(root: Element, known: dict[str, Element]) -> list[tuple[Element, Element, Element]]:
    """Return the uses, each with its parent and with what it refers to."""
    return [
        (parent, child, target)
        for parent in root.iter()
        for child in parent
        if local(child) == "use"
        and (target := known.get(child.get("href", "")[1:])) is not None
        and local(target) in SHAPES | {"g", "use"}
    ]


def _become(use: Element, copy: Element, *, clipping: bool) -> None:
    place = f"translate({use.get('x', '0')} {use.get('y', '0')})"
    moved = " ".join(filter(None, (use.get("transform"), place)))
    said = {key: value for key, value in use.attrib.items() if key not in _OWN}
    name = use.get("id")
    tail = use.tail
    use.clear()
    use.tail = tail
    if clipping and local(copy) != "use":  # no group may stand in a clip
        use.tag, use.text = copy.tag, copy.text
        use.attrib.update(said | copy.attrib)
        use.set("transform", " ".join(filter(None, (moved, copy.get("transform")))))
        use.extend(list(copy))
    else:
        use.tag = f"{{{SVG}}}g"
        use.attrib.update(said | {"transform": moved})
        use.append(copy)
    if name:
        use.set("id", name)
