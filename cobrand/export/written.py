"""What became of an order: the file, its bytes, and what was measured on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cobrand.model.brief import Brief
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, Severity
from cobrand.model.geometry import Box, Size

Jpeg = bytes

# The same rule, as planned in the scene and as measured in the file.
TWINS = {
    "rule.clear_space": "file.clear_space",
    "rule.gap": "file.gap",
    "rule.equal_prominence": "file.prominence",
    "rule.min_size_px": "file.mark_px",
    "rule.min_size_mm": "file.mark_mm",
    "rule.safe_zone": "file.safe_zone",
    "rule.mark_contrast": "file.contrast",
    "rule.contrast": "file.contrast",
    "rule.text_contrast": "file.text_contrast",
    "rule.order": "file.order",
    "rule.distortion": "file.distortion",
    "rule.separator": "file.separator",
    "rule.effective_ppi": "file.effective_ppi",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark as found: `box` in px of the trim, `stretch` its scale across over that down.

    `turn` is in degrees, clockwise; `variant` says which drawing of the mark it is; `ratio` is its
    prominence over the campaign mark's, `contrast` that against what is really behind it, `colours`
    the middle ΔE from its own colours, `present` the share of it that is there, `sharp` how much
    of its detail is left, `sure` how much of what is seen there it explains; all at most 1.
    """

    role: str
    box: Box
    stretch: float
    turn: float
    variant: str
    contrast: float
    ratio: float | None
    colours: float
    present: float
    sharp: float
    sure: float
    ppi: float | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A written file's own numbers: boxes in px of the trim, distances in units of X.

    `size` is in `unit`; what a file does not have, or cannot show, is None. `boxes` are the
    page boxes of a PDF in mm from the lower left corner. `clear` is the least distance from a
    mark to anything else, `gap` the least distance between two marks, `edge` the least distance in
    px to where the safe area ends. `unit` of these distances, X, is `x` px: half the height of the
    mark that was found. `likeness` is the share of the marks that looks as drawn. `marks` are all
    that were found, in the order in which they are read; `text_contrast` is that of the words which
    stand off least, `profile` the colour profile that the file names. `sound` says whether the
    file keeps the form of its kind.
    """

    kind: str
    size: Size
    unit: Literal["px", "mm"]
    bytes: int
    pages: int = 1
    boxes: tuple[tuple[str, Box], ...] = ()
    title: str = ""
    language: str = ""
    alt: str = ""
    logo: Box | None = None
    mark: Box | None = None
    backing: Colour | None = None
    clear: float | None = None
    gap: float | None = None
    edge: float | None = None
    ratio: float | None = None
    logo_contrast: float | None = None
    mark_contrast: float | None = None
    likeness: float | None = None
    sound: bool = True
    x: float | None = None
    marks: tuple[Mark, ...] = ()
    line: float | None = None  # how wide the line is, in px,
    line_room: float | None = None  # and how far it is from the nearest mark
    text_contrast: float | None = None
    text_role: str = ""
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is drawn over a picture of a file, in px of the trim; `page` is what the picture shows.

    `clear` is the room that the pair needs, `safe` what everyone sees (None if all of it),
    `covered` what a platform lays over it, `inks` the boxes of the marks.
    """

    page: Box
    clear: Box | None = None
    safe: Box | None = None
    covered: tuple[Box, ...] = ()
    inks: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is whole on the disk; `findings` hold kept and broken rules of this file.

    `alt` says in words what the file shows.
    """

    path: Path
    kind: str
    bytes: int
    sha256: str
    brief: Brief
    measured: Measured
    findings: tuple[Finding, ...]
    thumbnail: Jpeg = b""  # a small one of what the file shows
    overlay: Overlay | None = None
    alt: str = ""

    @property
    def worst(self) -> Severity:
        """How bad the worst of its findings is."""
        return max((found.severity for found in self.findings), default=Severity.KEPT)
