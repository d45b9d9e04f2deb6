"""What stands on a PDF page, as plain records in the page's own space: pt, y upward."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.geometry import Size
from cobrand.model.matrix import Matrix


@dataclass(frozen=True, slots=True)
class Paint:
    """A flat colour in sRGB and how opaque it is, 0–1."""

    colour: Colour
    alpha: float


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours along a line (4 numbers) or between two circles (6), placed as PDF does.

    `matrix` leads from the gradient's space to the page's. `before` and `behind` say whether the
    first and last colour go on outside.
    """

    places: tuple[float, ...]
    matrix: Matrix
    stops: tuple[tuple[float, Colour], ...]
    alpha: float
    before: bool
    behind: bool


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn: its width in the path's own units, its ends, corners and dashes."""

    paint: Paint
    width: float
    cap: str
    join: str
    dashes: tuple[float, ...] = ()
    phase: float = 0.0


@dataclass(frozen=True, slots=True)
class Clip:
    """An outline that hides what is outside of it; PDFium does not tell its fill rule."""

    path: str
    matrix: Matrix
    parts: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A path as SVG path data before `matrix`; `even_odd` is its fill rule."""

    path: str
    matrix: Matrix
    fill: Paint | Gradient | None
    pen: Pen | None
    even_odd: bool = False
    clips: tuple[Clip, ...] = ()
    filled: bool = True
    letter: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels that fill the unit square before `matrix`, its upper edge at y = 1.

    `stored` is the size in the file, which may be larger.
    """

    bitmap: Bitmap
    matrix: Matrix
    stored: Size
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True)
class Shade:
    """A gradient that fills whatever its clips leave."""

    gradient: Gradient
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Something PDFium draws but does not describe: a shading."""

    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True)
class Mask:
    """Marks whose light, or else alpha, fades what they mask."""

    marks: tuple[Mark, ...]
    luminous: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that fade and are cut together."""

    marks: tuple[Mark, ...]
    alpha: float = 1.0
    clips: tuple[Clip, ...] = ()
    mask: Mask | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """A mark of a layer that is not shown."""

    mark: Outline | Picture | Group | Shade | Unsaid


Mark = Outline | Picture | Group | Shade | Unsaid | Hidden
