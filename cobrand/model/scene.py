"""The display list: a page size and placed items, each with a box and a role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Align
from cobrand.model.campaign import Variant
from cobrand.model.colour import Colour
from cobrand.model.geometry import NO_INSETS, Box, Insets, Size
from cobrand.model.logo import SvgArt
from cobrand.model.text import Outline, TextBlock


@dataclass(frozen=True, slots=True)
class Fade:
    """How a fill lets through what lies behind: (place, opacity) pairs, 0–1, in rising places.

    Places run from the box's top to its bottom, or `across` from its left to its right.
    """

    stops: tuple[tuple[float, float], ...]
    across: bool = False

    @property
    def mirrored(self) -> Fade:
        """The fade of the fill as a mirror shows it."""
        if not self.across:
            return self
        return Fade(tuple((1 - place, opacity) for place, opacity in self.stops[::-1]), across=True)


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour in a box; or inside `outline`; or, with `stroke`, along it with round ends.

    Outlines are in px of the page. With `fade` a box is see-through.
    """

    box: Box
    colour: Colour
    role: str
    outline: Outline = ()
    stroke: float = 0.0
    fade: Fade | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A text block with its upper left corner at the box's."""

    box: Box
    block: TextBlock
    colour: Colour
    role: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Vector artwork: the part `source` of its page fills the box."""

    box: Box
    art: SvgArt
    source: Box
    role: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A bitmap: the part `source` of its pixels fills the box.

    A `lossy` one is a photograph, and is kept in documents as such: as JPEG.
    """

    box: Box
    bitmap: Bitmap
    source: Box
    role: str
    lossy: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together; with `clip`, nothing shows outside the box."""

    box: Box
    items: tuple[Item, ...]
    role: str
    clip: bool = False


Item = Fill | Words | Drawing | Picture | Group


@dataclass(frozen=True, slots=True)
class LogoPromise:
    """What the layout says of one organisation's logo; all but `role` and `name` as in `Promise`.

    `backing` is the colour behind this logo: its own plate's where it has one.
    """

    role: str
    name: str
    ratio: float
    limit: str
    backing: Colour
    contrast: float = 21.0
    lost: float = 0.0
    letter: float = 0.0
    variant: Variant = "colour"
    light: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """What the layout says it made, for measuring the finished file against.

    `unit` is the clear space X in px, `ratio` the logo's prominence over the mark's,
    `limit` the name of what kept the ratio from one, or empty. `backing` is the colour
    behind the pair, its mean where the ground is not `flat`; `contrast` is the logo's against
    it, `lost` the share of the logo that melts into it, `letter` and `mark_letter` the heights in
    px of the smallest letterforms, 0 where nobody knows. `logo_variant` is which of the
    organisation's own drawings was taken, `light` whether it is light in its own colours.
    `align` is how marks side by side stand, `kept_from` why they have no baseline in common though
    that was asked for: "no-words", "too-far" or "one-above".
    With several organisations these are the lead's, and `partners` says the same of the others,
    in the order they stand; `plate` is the colour of the plate that the lead's logo needs among
    them, or None. `slot` is how wide in px the pair could have been, 0 where nobody knows.
    """

    unit: float
    ratio: float
    limit: str
    backing: Colour
    stacked: bool
    separator: bool
    variant: Variant
    contrast: float = 21.0
    lost: float = 0.0
    letter: float = 0.0
    mark_letter: float = 0.0
    logo_variant: Variant = "colour"
    light: bool = False
    align: Align = "centre"
    kept_from: str = ""
    partners: tuple[LogoPromise, ...] = ()
    flat: bool = True
    plate: Colour | None = None
    slot: float = 0.0

    def variant_of(self, role: str) -> Variant:
        """Return which drawing was taken of the mark with this role."""
        partner = next((each for each in self.partners if each.role == role), None)
        if partner is not None:
            return partner.variant
        return self.variant if role == "mark" else self.logo_variant


@dataclass(frozen=True, slots=True)
class Scene:
    """One page: `size` is the trim in px, `safe` what platforms may cover, `bleed` px outside.

    `ground` None is transparent. `still` are the roles of items that are the same on all cards of a
    run, whatever its logos.
    """

    size: Size
    ground: Colour | None
    items: tuple[Item, ...]
    language: str = "en"
    title: str = ""
    alt: str = ""
    safe: Insets = NO_INSETS
    bleed: float = 0.0
    promise: Promise | None = None
    still: tuple[str, ...] = ()

    def walk(self) -> Iterator[Item]:
        """Yield every item, groups before what they hold."""
        return iter(_listed(self.items))

    def find(self, role: str) -> tuple[Item, ...]:
        """Return all items of this role."""
        return tuple(item for item in self.walk() if item.role == role)

    def box(self, role: str) -> Box | None:
        """Return the box round all items of this role."""
        found = self.find(role)
        if not found:
            return None
        whole = found[0].box
        for item in found[1:]:
            whole = whole.union(item.box)
        return whole


def _listed(items: tuple[Item, ...]) -> list[Item]:
    listed: list[Item] = []
    for item in items:
        listed.append(item)
        if isinstance(item, Group):
            listed += _listed(item.items)
    return listed
