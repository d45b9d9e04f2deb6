"""A format: a size to make, where it is safe, how heavy it may be, and what a kit makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from cobrand.model.geometry import Box, Insets, Size

Use = Literal["social", "web", "print", "lockup"]
AspectClass = Literal[
    "tower", "story", "portrait", "square", "landscape", "wide", "leaderboard", "ribbon"
]
_CLASSES: tuple[tuple[float, AspectClass], ...] = (
    (0.45, "tower"),
    (0.70, "story"),
    (0.95, "portrait"),
    (1.20, "square"),
    (2.60, "landscape"),
    (5.50, "wide"),
    (9.00, "leaderboard"),
)


_SCALED = re.compile(r"(\w+)@([2-9])x")


@dataclass(frozen=True, slots=True)
class KitEntry:
    """One card that a kit makes in this format; `needs` names words that must be given for it.

    A kind such as "png@2x" is a picture of twice as many pixels each way.
    """

    template: str
    ground: str
    kinds: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A size in px (print: trim at 96 to the inch); `names` are (language, name) pairs."""

    id: str
    names: tuple[tuple[str, str], ...]
    use: Use
    size: Size
    unit: Literal["px", "mm", "in"]
    safe: Insets
    bleed: float
    keep_out: tuple[Box, ...]
    budget: int | None  # bytes
    kinds: tuple[str, ...]  # first is the usual one
    kit: tuple[KitEntry, ...]
    source: str
    checked: str
    order: int = 0
    alt: int | None = None  # characters of an alternative text that its platform takes

    @property
    def printed(self) -> bool:
        """Say whether it is made for paper."""
        return self.use == "print"

    @property
    def aspect_class(self) -> AspectClass:
        """The family of proportions it belongs to."""
        return aspect_class(self.size)

    def alt_most(self, usual: int) -> int:
        """Return how long an alternative text may be: as usual, or what the platform takes."""
        return usual if self.alt is None else min(usual, self.alt)

    def name(self, language: str) -> str:
        """Return the name in this language, else in English."""
        names = dict(self.names)
        return names.get(language, names["en"])


def at_scale(kind: str) -> tuple[str, int]:
    """Return the kind of file and the pixels to a px: "png@2x" is ("png", 2), "png" ("png", 1)."""
    found = _SCALED.fullmatch(kind)
    return (found[1], int(found[2])) if found else (kind, 1)


def aspect_class(size: Size) -> AspectClass:
    """Return the family of proportions of a size."""
    return next((name for limit, name in _CLASSES if size.aspect < limit), "ribbon")
