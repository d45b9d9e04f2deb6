"""Finds logos to make cards with: a folder's, an icon collection's, or made-up ones."""

from __future__ import annotations

import json
import math
from pathlib import Path
from random import Random

Svg = tuple[str, float]
"""A drawing and how many times wider than high it is."""


def found(place: Path | None, count: int) -> list[Svg]:
    """Return this many logos, spread over what there is; a small place gives some of them twice."""
    if place is None:
        return [made_up(number) for number in range(count)]
    every = collection(place) if place.suffix == ".json" else folder(place)
    if not every:
        raise SystemExit(f"There is no logo in {place}.")
    return [every[number * len(every) // count] for number in range(count)]


def collection(path: Path) -> list[Svg]:
    """Return the drawings of an Iconify collection."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    sizes = [
        (icon, icon.get("width", kept.get("width", 16)), icon.get("height", kept.get("height", 16)))
        for _, icon in sorted(kept["icons"].items())
    ]
    return [(_document(icon["body"], wide, high), wide / high) for icon, wide, high in sizes]


def folder(path: Path) -> list[Svg]:
    """Return the SVG files of a folder that say their viewBox; the others would have to be read."""
    drawings = []
    for file in sorted(path.rglob("*.svg")):
        text = file.read_text(encoding="utf-8")
        if 'viewBox="' in text:
            wide, high = size(text)
            drawings.append((text, wide / high))
    return drawings


def size(drawing: str) -> tuple[float, float]:
    """Return the width and height that a drawing's viewBox says."""
    _, _, after = drawing.partition('viewBox="')
    view, _, _ = after.partition('"')
    wide, high = map(float, view.replace(",", " ").split()[2:4])
    return wide, high


def made_up(number: int) -> Svg:
    """Return a mark as organisations have them: a shape in a colour or two, some with a word."""
    random = Random(number)  # noqa: S311  nothing secret
    ink, other = (f"#{random.randrange(0x202020, 0xB0B0B0):06x}" for _ in range(2))
    body = random.choice((_rays, _rings, _leaves))(random, ink, other)
    wide = 100.0
    if random.random() < 0.5:
        letters = random.randrange(4, 11)
        body += "".join(_letter(random, 118 + 34 * place, ink) for place in range(letters))
        wide = 118 + 34.0 * letters
    return _document(body, wide, 100), wide / 100


def _document(body: str, wide: float, high: float) -> str:
    size = f'width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f"{size}>{body}</svg>"
    )


def _rays(random: Random, ink: str, other: str) -> str:
    many = random.randrange(6, 15)
    turns = (2 * math.pi * ray / many for ray in range(many))
    ends = "".join(
        f"M50 50L{50 + 48 * math.cos(turn):.2f} {50 + 48 * math.sin(turn):.2f}" for turn in turns
    )
    line = f'<path d="{ends}" stroke="{ink}" stroke-width="7" stroke-linecap="round"/>'
    return f'{line}<circle cx="50" cy="50" r="19" fill="{other}"/>'


def _rings(random: Random, ink: str, other: str) -> str:
    shift = random.randrange(12, 30)
    return (
        f'<defs><linearGradient id="g"><stop stop-color="{ink}"/><stop offset="1" '
        f'stop-color="{other}"/></linearGradient></defs><circle cx="{shift + 22}" cy="50" r="30" '
        f'fill="none" stroke="url(#g)" stroke-width="11"/><circle cx="{78 - shift / 2}" cy="50" '
        f'r="24" fill="none" stroke="{ink}" stroke-width="9"/>'
    )


def _leaves(random: Random, ink: str, other: str) -> str:
    bend = random.randrange(18, 42)
    leaf = f"M50 92C{50 - bend} 70 {50 - bend} 34 50 8C{50 + bend} 34 {50 + bend} 70 50 92Z"
    return "".join(
        f'<path d="{leaf}" fill="{colour}" fill-opacity="0.9" transform="rotate({turn} 50 70)"/>'
        for turn, colour in ((-38, other), (38, other), (0, ink))
    )


def _letter(random: Random, left: float, ink: str) -> str:
    kind = random.randrange(3)
    if kind == 0:
        return f'<path d="M{left} 30h8v32h18v8h-26z" fill="{ink}"/>'
    if kind == 1:
        return (
            f'<circle cx="{left + 13}" cy="50" r="16" fill="none" stroke="{ink}" stroke-width="8"/>'
        )
    return f'<path d="M{left} 70l13-40 13 40h-8l-5-16-5 16z" fill="{ink}"/>'
