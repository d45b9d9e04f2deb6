"""A logo or a mark after intake: nothing downstream knows which file it came from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from cobrand.model.bitmap import Bitmap
from cobrand.model.campaign import Variant
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding
from cobrand.model.geometry import Box, Size

Tone = Literal["light", "dark", "mixed"]
GroundKind = Literal["none", "flat", "gradient", "uneven"]
_INCH = 25.4


@dataclass(frozen=True, slots=True)
class SvgArt:
    """A normalised drawing: `body` is what stands inside `<svg>`, `page` its size in px.

    Styles are presentation attributes, ids start with the file's digest, nothing points
    outside. `press` says whether the vector press draws it as librsvg does; if not, PDF and
    EPS embed a 600 ppi picture of it.
    """

    body: str
    page: Size
    press: bool = True


@dataclass(frozen=True, slots=True)
class BitmapArt:
    """An upright sRGB picture."""

    bitmap: Bitmap

    @property
    def page(self) -> Size:
        """The picture's size: one unit a pixel."""
        return self.bitmap.size


Art = SvgArt | BitmapArt


@dataclass(frozen=True, slots=True)
class Traits:
    """What was measured: tone, palette, ground.

    `ground` is the flat colour behind the mark in the file, or None when it is transparent; white
    paper is named here too, though the artwork no longer has it.
    `palette` lists the mark's main colours with their share of the ink, largest first.
    `letter` is the height of the smallest letterform as a share of the ink box's height.
    `ground_kind` says how the ground is: `none` when transparent or when a plate belongs to the
    mark, `gradient` when it runs from one colour to another (`ground` is then the middle one),
    `uneven` when it is a picture or a pattern, which cannot be told from the mark.
    `hull` is the area of the convex hull and `ink` the visible ink, both in squared heights of
    the ink box, over that ground, or over white or black when there is none: over that on which
    more is seen (RULES: ΔL* ≥ 6 or ΔE ≥ 8; Σ min(1, ΔL*/60)).
    `baseline` is where the main line of words stands, as a share of the ink box's height from its
    upper edge, or None for a mark without words.
    """

    tone: Tone
    palette: tuple[tuple[Colour, float], ...]
    ground: Colour | None = None
    letter: float = 0.2
    ground_kind: GroundKind = "none"
    hull: float = 0.0
    ink: float = 0.0
    baseline: float | None = None

    @property
    def one_colour(self) -> bool:
        """Say whether the mark is of one colour, edges and traces aside."""
        return len(self.palette) == 1


@dataclass(frozen=True, slots=True)
class Logo:
    """Artwork with its measurements.

    `ink` is the box of what is visible, in px of the upright page; `sample` is that box drawn
    small (at least 40,000 px) for measuring against any ground. `variants` are the
    organisation's own drawings of the same mark for other grounds.
    """

    kind: str
    art: Art
    ink: Box
    traits: Traits
    sample: Bitmap
    digest: str
    findings: tuple[Finding, ...] = ()
    variants: tuple[tuple[Variant, Logo], ...] = ()

    def variant(self, variant: Variant) -> Logo:
        """Return the organisation's own drawing for such grounds, or this one."""
        return dict(self.variants).get(variant, self)

    @property
    def page(self) -> Size:
        """The upright page in px."""
        return self.art.page

    @property
    def vector(self) -> bool:
        """Say whether it is drawn from outlines."""
        return isinstance(self.art, SvgArt)

    @property
    def aspect(self) -> float:
        """The mark's width for a height of one."""
        return self.ink.size.aspect

    def widest(self, ppi: float) -> float:
        """Return the mm to which the mark can be printed at that many pixels per inch."""
        return math.inf if self.vector else self.ink.width / ppi * _INCH
