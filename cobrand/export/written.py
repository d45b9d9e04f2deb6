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
    "rule.contrast": "file.contrast",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A written file's own numbers: boxes in px of the trim, distances in units of X.

    `size` is in `unit`; what a file does not have, or cannot show, is None. `boxes` are the
    page boxes of a PDF in mm from the lower left corner. `clear` is the least distance from a
    mark to anything else, `gap` the distance between the marks, `edge` the least distance in px
    to where the safe area ends. `likeness` is the share of both marks that looks as drawn.
    """

    kind: str
    size: Size
    unit: Literal["px", "mm"]
    bytes: int
    pages: int = 1
    boxes: tuple[tuple[str, Box], ...] = ()
    title: str = ""
    language: str = ""
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
