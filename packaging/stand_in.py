"""Draws the artwork that is typeset: the stand-in mark and the sample organisation's logo.

Run it from the project's folder, `python -m packaging.stand_in`, after a change of the words,
the weights or the colours below; the SVG files it writes are committed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cobrand.model.geometry import Box
from cobrand.model.text import Outline, Segment, TextStyle
from cobrand.typeset.setter import QtTypesetter

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
PETROL, WHITE, INK = "#0B5158", "#FFFFFF", "#13242B"
NAVY, ORANGE = "#1F3F8F", "#F08A24"
TRACKING = -0.006  # em
NOTICE = (
    "The hashtag typeset in Noto Sans by cobrand, in place of the campaign's mark. "
    "This is not the campaign's official artwork."
)


@dataclass(frozen=True, slots=True)
class Strand:
    """Words set in one style, with the left end of their baseline at x, y."""

    outline: Outline
    advance: float
    ink: Box


def strand(typesetter: QtTypesetter, words: str, style: TextStyle, x: float, y: float) -> Strand:
    """Return the words in their place."""
    line = typesetter.line(words, style)
    outline = tuple(moved(segment, x, y) for segment in line.outline)
    return Strand(outline, line.advance, line.ink.moved(x, y))


def moved(segment: Segment, x: float, y: float) -> Segment:
    """Return a segment shifted."""
    numbers = [number + (x, y)[place % 2] for place, number in enumerate(segment[1:])]
    return (segment[0], *numbers)  # type: ignore[return-value]  # as many as came


def path(outline: Outline, left: float, top: float) -> str:
    """Return path data seen from a corner, two decimals."""
    parts = []
    for segment in outline:
        letter, *numbers = moved(segment, -left, -top)
        parts.append(
            f"{letter}{' '.join(f'{number:.2f}'.rstrip('0').rstrip('.') for number in numbers)}"
        )
    return "".join(parts)


def document(title: str, notice: str, box: Box, body: str) -> str:
    """Return the SVG file of this size, with what it is in words."""
    width, height = f"{box.width:.2f}", f"{box.height:.2f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">\n'
        f"<title>{title}</title>\n<desc>{notice}</desc>\n{body}\n</svg>\n"
    )


def mark(typesetter: QtTypesetter, colour: str) -> str:
    """Return the hashtag, cut close to its ink."""
    light = TextStyle(size=100, weight=400, tracking=TRACKING)
    heavy = TextStyle(size=100, weight=700, tracking=TRACKING)
    first = strand(typesetter, "#weare", light, 0, 0)
    second = strand(typesetter, "ALE", heavy, first.advance + 100 * TRACKING, 0)
    box = first.ink.union(second.ink)
    body = "\n".join(
        f'<path fill="{colour}" d="{path(each.outline, box.left, box.top)}"/>'
        for each in (first, second)
    )
    return document("#weareALE (stand-in)", NOTICE, box, body)


def riverbank(typesetter: QtTypesetter) -> str:
    """Return the sample logo: three waves beside the name on two lines."""
    name = strand(typesetter, "riverbank", TextStyle(96, 700, -0.02), 126, 76)
    below = strand(typesetter, "learning network", TextStyle(47, 400, 0.01), 128, 124)
    waves = Box.spanning(11.5, 13.0, 114.5, 119.0)
    box = waves.union(name.ink).union(below.ink)
    shift = f"translate({-box.left:.2f} {-box.top:.2f})"
    lines = "".join(
        f'<path stroke="{colour}" d="M19 {y}q22-26 44 0t44 0"/>'
        for y, colour in ((34, ORANGE), (66, NAVY), (98, ORANGE))
    )
    body = (
        f'<g fill="none" stroke-width="15" stroke-linecap="round" transform="{shift}">{lines}</g>\n'
        + "\n".join(
            f'<path fill="{NAVY}" d="{path(each.outline, box.left, box.top)}"/>'
            for each in (name, below)
        )
    )
    notice = "The logo of an invented organisation, drawn for cobrand as a sample."
    return document("Riverbank Learning Network", notice, box, body)


def main() -> None:
    """Write all files."""
    typesetter = QtTypesetter()
    campaign = RESOURCES / "campaigns" / "weareale"
    for variant, colour in (("colour", PETROL), ("reversed", WHITE), ("mono", INK)):
        (campaign / f"mark-{variant}.svg").write_text(mark(typesetter, colour), "utf-8")
    (RESOURCES / "sample" / "riverbank.svg").write_text(riverbank(typesetter), "utf-8")


if __name__ == "__main__":
    main()
