"""Refuses drawings that would cost a renderer more than any real logo does."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from cobrand.errors import LogoTooLarge
from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.numbers import count, numbers
from cobrand.intake.drawing.references import targets
from cobrand.intake.drawing.vocabulary import PRIMITIVES, SVG

MOST_DRAWN = 200_000
MOST_PRIMITIVES = 300
MOST_PATH = 12_000_000
MOST_WORDS = 5_000
LARGEST_KERNEL = 25
LARGEST_REACH = 2_000
DEEPEST_CHAIN = 250
DEEPEST_LAYERS = 40
"""Pictures that lie in each other, each painted whole before the next: what they cost grows with
the size of the card, so a small drawing does not show it."""

_GRADIENTS = frozenset(("linearGradient", "radialGradient"))
_LAYERS = ("opacity", "mask", "filter", "mix-blend-mode", "isolation")
_FLAT = frozenset(("", "1", "none", "normal", "auto"))
_MARKS = ("marker-start", "marker-mid", "marker-end")


def check(root: Element) -> None:
    """Raise LogoTooLarge if the drawing is wild."""
    _check_sizes(root)
    _check_filters(root)
    if layers(root) > DEEPEST_LAYERS:
        raise LogoTooLarge("logo.too-complex")
    if _Cost(root).of(root) > MOST_DRAWN:
        raise LogoTooLarge("logo.too-complex")


def _check_sizes(root: Element) -> None:
    path = sum(
        len(element.get("d", "")) + len(element.get("points", "")) for element in root.iter()
    )
    words = sum(len("".join(text.itertext())) for text in root.iter(f"{{{SVG}}}text"))
    if path > MOST_PATH or words > MOST_WORDS:
        raise LogoTooLarge("logo.too-complex")


def _check_filters(root: Element) -> None:
    primitives = [element for element in root.iter() if local(element) in PRIMITIVES]
    if len(primitives) > MOST_PRIMITIVES or any(_reach(each) for each in primitives):
        raise LogoTooLarge("logo.too-complex")


def layers(element: Element) -> int:
    """Return how many layers lie in each other at most."""
    own = any(element.get(name, "") not in _FLAT for name in _LAYERS)
    return own + max((layers(child) for child in element), default=0)


def _reach(primitive: Element) -> bool:
    kernel = _largest(primitive.get("order", ""))
    return kernel > LARGEST_KERNEL or _largest(primitive.get("radius", "")) > LARGEST_REACH


def _largest(text: str) -> float:
    return max(numbers(text), default=0.0)


class _Cost:
    """Counts how many elements are really drawn once references are followed."""

    def __init__(self, root: Element) -> None:
        self.by_id = {name: element for element in root.iter() if (name := element.get("id"))}
        self.known: dict[Element, int] = {}
        self.open: set[Element] = set()
        self.inside: dict[Element, int] = {}

    def of(self, element: Element) -> int:
        if element in self.known:
            return self.known[element]
        if element in self.open or len(self.open) > DEEPEST_CHAIN:
            raise LogoTooLarge("logo.endless")
        self.open.add(element)
        cost = 1 + sum(self.of(child) for child in element) + self._referred(element)
        self.open.discard(element)
        self.known[element] = min(cost, MOST_DRAWN + 1)
        return self.known[element]

    def _referred(self, element: Element) -> int:
        found = [self.by_id[name] for name in targets(element) if name in self.by_id]
        if not found:
            return 0
        times = 1 if "href" in element.attrib else self._drawn(element) * _corners(element)
        return times * sum(1 if local(each) in _GRADIENTS else self.of(each) for each in found)

    def _drawn(self, element: Element) -> int:
        """Return how many elements may inherit what this one refers to."""
        if element not in self.inside:
            self.inside[element] = 1 + sum(self._drawn(child) for child in element)
        return self.inside[element]


def _corners(element: Element) -> int:
    if not any(mark in element.attrib for mark in _MARKS):
        return 1
    return 1 + count(element.get("d", "") + element.get("points", "")) // 2
