"""Puts the values of custom properties where a style asks for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.css.sheets import Declared
from cobrand.intake.drawing.vocabulary import PROPERTIES

LONGEST, MOST_STEPS = 2_000, 30
"""Characters of a value, and how often one may ask for the next."""

_VAR = re.compile(
    r"var\(\s*(?P<name>--[^\s,()]+)\s*(?:,(?P<other>[^()]*(?:\([^()]*\)[^()]*)*))?\)", re.IGNORECASE
)


def used(found: list[tuple[Element, list[Declared]]]) -> bool:
    """Say whether any style or attribute asks for a custom property."""
    return any(
        any("var(" in element.attrib[key] for key in PROPERTIES & element.attrib.keys())
        or any("var(" in value for _, value, _ in declared)
        for element, declared in found
    )


def resolve(
    root: Element, found: list[tuple[Element, list[Declared]]]
) -> list[tuple[Element, list[Declared]]]:
    """Return the declarations with every `var()` answered; what has no answer is left out."""
    above = {child: parent for parent in root.iter() for child in parent}
    known: dict[Element | None, Mapping[str, str]] = {None: {}}
    answered = []
    for element, declared in found:
        own = {n: v for n, v, _ in sorted(declared, key=lambda each: each[2]) if n[:2] == "--"}
        inherited = known[above.get(element)]
        known[element] = {**inherited, **own} if own else inherited
        values = known[element]
        for key in PROPERTIES & element.attrib.keys():
            _answer_attribute(element, key, element.attrib[key], values)
        pairs = [(n, answer(v, values), i) for n, v, i in declared if n[:2] != "--"]
        answered.append((element, [(n, v, i) for n, v, i in pairs if v is not None]))
    return answered


def answer(value: str, known: Mapping[str, str]) -> str | None:
    """Return a value with its variables put in, or None if one is missing or it grows wild."""
    for _ in range(MOST_STEPS):
        asked = _VAR.search(value)
        if asked is None:
            return value if "var(" not in value.lower() else None
        said: str | None = known.get(asked["name"], asked["other"])
        if said is None or len(value) + len(said) > LONGEST:
            return None
        value = f"{value[: asked.start()]}{said.strip()}{value[asked.end() :]}"
    return None


def _answer_attribute(element: Element, key: str, value: str, known: Mapping[str, str]) -> None:
    if "var(" not in value:
        return
    said = answer(value, known)
    if said is None:
        del element.attrib[key]
    else:
        element.set(key, said)
