"""Turns style sheets and style attributes into attributes, so that no two logos meet in CSS."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

import cssselect2

from cobrand.intake.drawing.css import sheets, values, variables
from cobrand.intake.drawing.css.sheets import Declared
from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.vocabulary import COLOURS, GEOMETRY, OPACITIES, PROPERTIES, SHAPES

_SIZED = SHAPES | {"image", "svg", "use", "symbol"}


@dataclass(frozen=True, slots=True)
class Styled:
    """What was met: rules that were left out, fonts inside, words that few renderers know yet."""

    left: int = 0
    fonts: tuple[str, ...] = ()
    new: bool = False


def inline(root: Element) -> Styled:
    """Give every element the attributes that its styles mean, and write all values one way."""
    sheet = sheets.sheet(root)
    # every match is found before any attribute is changed: selectors may ask for attributes
    found = _found(root, sheet.matcher)
    asked = variables.used(found)
    if asked:
        found = variables.resolve(root, found)
    new = [_settle(element, declared) for element, declared in found]
    return Styled(sheet.left, sheet.fonts, asked or any(new))


def _found(
    root: Element, matcher: cssselect2.Matcher | None
) -> list[tuple[Element, list[Declared]]]:
    styles = {each.get("style", "") for each in root.iter()}
    said = {style: sheets.declared(style) for style in styles}  # many elements say the same
    if matcher is None:
        return [(each, said[each.get("style", "")]) for each in root.iter()]
    wrappers = cssselect2.ElementWrapper.from_xml_root(root).iter_subtree()
    return [
        (
            each.etree_element,
            sheets.matched(matcher, each) + said[each.etree_element.get("style", "")],
        )
        for each in wrappers
    ]


def _settle(element: Element, declared: list[Declared]) -> bool:
    """Write an element's attributes; return whether a colour was of a new kind."""
    for name, value, _ in sorted(declared, key=lambda each: each[2]):
        _declare(element, name, value)
    element.attrib.pop("style", None)
    element.attrib.pop("class", None)
    new = False
    for name in (COLOURS | OPACITIES) & element.attrib.keys():
        value = element.attrib[name]
        new |= values.new(value)
        element.set(name, values.opacity(value) if name in OPACITIES else values.colour(value))
    return new


def _declare(element: Element, name: str, value: str) -> None:
    if name in PROPERTIES or (name in GEOMETRY and local(element) in _SIZED and value != "auto"):
        element.set(name, value)
    elif name == "transform":
        move = values.transform(value)
        if move is not None:
            element.set("transform", move)
    elif name == "d" and local(element) == "path" and value.startswith("path("):
        element.set("d", value[5:-1].strip().strip("\"'"))
