"""Words that have been shaped: outlines, lines and blocks, and who shapes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from cobrand.model.geometry import Box, Point, Size

Direction = Literal["ltr", "rtl"]
Face = Literal["sans", "garamond"]
Segment = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
Outline = tuple[Segment, ...]


def moved(outline: Outline, dx: float, dy: float) -> Outline:
    """Return the outline shifted, in px."""
    return tuple(_mapped(segment, 1, dx, dy) for segment in outline)


def flipped(outline: Outline, width: float) -> Outline:
    """Return the outline as seen in a mirror on a page of this width."""
    return tuple(_mapped(segment, -1, width, 0.0) for segment in outline)


def _mapped(segment: Segment, across: int, dx: float, dy: float) -> Segment:
    match segment:
        case ("C", x1, y1, x2, y2, x, y):
            handles = (across * x1 + dx, y1 + dy, across * x2 + dx, y2 + dy)
            return ("C", *handles, across * x + dx, y + dy)
        case ("Z",):
            return segment
        case (letter, x, y):
            return (letter, across * x + dx, y + dy)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a line is set: em `size` in px, weight 100–900, `tracking` in em.

    `line_height` and `cap` (height from baseline to the top of the block's first line) are
    in em too; `direction` is the base direction of the paragraph, `language` a BCP 47 tag. What
    a `face` has no letters for is set in the sans.
    """

    size: float
    weight: int = 400
    tracking: float = 0.0
    line_height: float = 1.42
    cap: float = 0.72
    direction: Direction = "ltr"
    language: str = "en"
    face: Face = "sans"


@dataclass(frozen=True, slots=True)
class Script:
    """How a script wants to be set: heights and cap in em, `size` times the Latin size."""

    id: str
    size: float = 1.0
    headline_height: float = 1.12
    text_height: float = 1.42
    cap: float = 0.72
    heaviest: int = 900
    tracked: bool = True


@dataclass(frozen=True, slots=True)
class TextLine:
    """One shaped line: outline and ink from the left end of its baseline, y downward, in px.

    `borrowed` names the fonts of this computer that had to help; `missing` holds the
    characters that no font could draw.
    """

    text: str
    outline: Outline
    advance: float
    ink: Box
    borrowed: tuple[str, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Set lines; `places` are their baseline starts from the block's upper left corner.

    `size` runs from the cap-top of the first line to the baseline of the last, and is as wide
    as the widest line's ink. `source` is the text as given, for DOCX, alt text and PDF.
    """

    lines: tuple[TextLine, ...]
    places: tuple[Point, ...]
    size: Size
    style: TextStyle
    source: str

    @property
    def ink(self) -> Box:
        """What is really inked, from the block's upper left corner: descenders and marks too."""
        boxes = [
            line.ink.moved(place.x, place.y)
            for line, place in zip(self.lines, self.places, strict=True)
        ]
        whole = Box.of(self.size)
        for box in boxes:
            whole = whole.union(box)
        return whole


class Typesetter(Protocol):
    """Whoever can shape words."""

    def advance(self, words: str, style: TextStyle) -> float:
        """Return the width in px that `words` take on one line."""
        ...

    def line(self, words: str, style: TextStyle) -> TextLine:
        """Return `words` shaped as one line: bidi, joining and font fallback done."""
        ...

    def pieces(self, words: str, language: str) -> tuple[str, ...]:
        """Return `words` cut where a line may end; joined again they are `words`."""
        ...

    def in_order(self, names: tuple[str, ...], language: str) -> tuple[int, ...]:
        """Return the places of `names` in the order in which this language lists them."""
        ...
