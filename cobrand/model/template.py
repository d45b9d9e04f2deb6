"""A template: slots in fractions of a region, resolved for each family of proportions.

Lengths named u are in units of the short side / 24; templates of kind "stationery" give all
boxes and lengths in px of the page instead (their files say mm).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cobrand.model.format import AspectClass

Kind = Literal["card", "stationery", "lockup"]
Region = Literal["field", "table", "page"]
Edge = Literal["bottom", "band", "end", "none"]
Across = Literal["start", "middle", "end"]
Down = Literal["top", "middle", "bottom"]
Corner = Literal["top start", "top end", "bottom start", "bottom end"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where words go.

    `box` is (x from the start edge, y, width, height) as fractions of the region. `words` names
    a text of the brief or campaign. Blocks hang below one another in the file's order, or stand on
    the table; `above` and `beside` place one by another. `same` takes another
    role's fitted size. `drop` 1 goes first; 0 is never dropped.
    """

    id: str
    role: str
    words: tuple[str, ...]
    region: Region = "field"
    box: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    across: Across = "start"
    down: Down = "top"
    size: float = 1.12
    least: float = 1.0
    lines: int = 1
    weights: tuple[int, ...] = (400,)
    tracking: float = 0.0  # em
    line_height: float = 0.0  # em; 0 takes the script's
    colour: str = "text"
    above: str = ""
    beside: str = ""
    same: str = ""
    gap: float = 0.8
    drop: int = 0
    short: bool = False  # prefers the message's short form
    isolate: bool = False  # a URL, handle or hashtag: left to right, never broken


@dataclass(frozen=True, slots=True)
class TableSpec:
    """The strip that carries only the pair: its edge, and the padding in u.

    With the edge "none" there is no strip: the pair stands on the ground itself.
    """

    edge: Edge = "bottom"
    pad: float = 1.2


@dataclass(frozen=True, slots=True)
class PairSpec:
    """The lock-up: the campaign mark's height and the pair's greatest height and width, in u.

    `arrangement` "auto" stacks when the pair is much wider than its room. `centre` is the height
    at which it stands in stationery, in px from the page's top. `corners` are the places it may
    have on a card without a table, the first of equals being taken.
    """

    campaign_height: float = 1.5
    height: float = 5.3
    share: float = 1.0  # most of the text width
    across: Across = "start"
    arrangement: Literal["auto", "horizontal", "stacked"] = "auto"
    centre: float = 0.0
    corners: tuple[Corner, ...] = ("bottom start",)


@dataclass(frozen=True, slots=True)
class PhotoSpec:
    """A photograph in place of the field: the share of the width it takes, from the end edge.

    `reach` is how far the scrim under words runs out beyond them, in u. `aside` lets it run from
    the start edge, for words that stand beside the photograph's clear part and not over or under.
    With `low` all words stand together at the foot of the field.
    """

    share: float = 1.0
    reach: float = 6.0
    aside: bool = False
    low: bool = True


@dataclass(frozen=True, slots=True)
class SeatSpec:
    """The circle of seats: how far its centre is from the end edge, its reach and unit, in u."""

    from_end: float = 5.0
    centred: bool = False
    reach: float = 17.0
    least: float = 4.3
    air: float = 1.1
    unit: float = 1.0
    sparks: int = 6
    ring: int = -1  # of the lit seat; -1 takes 0.55 of the rings
    angle: float = 118.0
    closed: bool = False
    lying: bool = False  # on the panel's edge
    around: str = ""  # "qr": the rings begin clear of its corners


@dataclass(frozen=True, slots=True)
class QrSpec:
    """A QR code of the address to endorse at, standing on the table: side and quiet zone in u."""

    side: float = 5.0
    quiet: float = 0.8


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A template for one family of proportions."""

    margin: float
    pair: PairSpec
    table: TableSpec | None = None
    seats: SeatSpec | None = None
    qr: QrSpec | None = None
    photo: PhotoSpec | None = None
    slots: tuple[Slot, ...] = ()
    marks: tuple[tuple[float, float], ...] = ()  # fold marks: (y, length) in px


@dataclass(frozen=True, slots=True)
class Template:
    """Slots and parts by family of proportions; `follows` names the page after this one.

    `photograph` says that it makes no sense without one.
    """

    id: str
    kind: Kind
    names: tuple[tuple[str, str], ...]
    grounds: tuple[str, ...]
    arrangements: tuple[tuple[AspectClass, Arrangement], ...]
    needs: tuple[str, ...] = ()
    follows: str = ""
    photograph: bool = False
    body: tuple[float, float, float, float] | None = None  # of a letter: insets l t r b in px

    def arrangement(self, family: AspectClass) -> Arrangement | None:
        """Return how it looks in this family, or None if it has no such form."""
        return dict(self.arrangements).get(family)

    def name(self, language: str) -> str:
        """Return the name in this language, else in English."""
        names = dict(self.names)
        return names.get(language, names["en"])
