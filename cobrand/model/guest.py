"""Whose marks stand beside the lead's logo, and who allowed it: what a brief says, what is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from cobrand.model.bitmap import Bitmap
from cobrand.model.care import Care
from cobrand.model.logo import Logo

MOST_ORGANISATIONS = 8
"""In one lock-up, the lead among them."""

CompanionKind = Literal["eu", "sdg"]


@dataclass(frozen=True, slots=True)
class Partner:
    """A further organisation of a lock-up: files of its logo and of its own variants, its name."""

    logo: str
    name: str = ""
    reversed: str = ""
    mono: str = ""
    page: int = 1
    mend: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    @property
    def care(self) -> Care:
        """How the logo's file is read."""
        return Care(self.page, self.mend, self.keep)

    def with_files(self, place: Callable[[str], str]) -> Partner:
        """Return the partner with every file it names put elsewhere."""
        logo, reversed_, mono = (place(file) for file in (self.logo, self.reversed, self.mono))
        return replace(self, logo=logo, reversed=reversed_, mono=mono)


@dataclass(frozen=True, slots=True)
class Companion:
    """A mark with rules of its own, as a person gives it: the EU emblem, or the SDG logo.

    `statement` is what stands with it; empty means the usual sentence in the card's language.
    """

    kind: CompanionKind
    logo: str
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph as a card's ground; `focus` is what must be seen, as shares from upper left."""

    file: str
    focus: tuple[float, float] = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Permission:
    """Who allowed the use of a mark, and when: `mark` is the organisation's name or a mark's."""

    mark: str
    by: str
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Guests:
    """What was read of a brief's further files, in the brief's order.

    `photo` is upright sRGB, shape (h, w, 4), or None.
    """

    partners: tuple[Logo, ...] = ()
    companions: tuple[Logo, ...] = ()
    photo: Bitmap | None = None


ALONE = Guests()
