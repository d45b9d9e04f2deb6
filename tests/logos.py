"""Logos made for tests: simple shapes that are wide, tall, round, white or a picture."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from cobrand.intake import door
from cobrand.model.care import USUAL, Care
from cobrand.model.logo import Logo

_SHAPES = {
    "wide": (600, 100, '<path fill="#1F3F8F" d="M0 0h90v100h-90zM130 20h470v60h-470z"/>'),
    "very-wide": (1200, 100, '<path fill="#1F3F8F" d="M0 0h1200v100h-1200z"/>'),
    "tall": (120, 300, '<path fill="#2E7D32" d="M0 0h120v220h-120zM10 250h100v50h-100z"/>'),
    "round": (200, 200, '<circle cx="100" cy="100" r="100" fill="#8E1F3B"/>'),
    "white": (300, 100, '<path fill="#fff" d="M0 0h80v100h-80zM110 30h190v50h-190z"/>'),
    "pale": (300, 100, '<path fill="#FFDC00" d="M0 0h80v100h-80zM110 30h190v50h-190z"/>'),
}
LOGOS = tuple(_SHAPES)
_SHAPES |= {  # the white one in other colours
    "blue": (300, 100, '<path fill="#1F3F8F" d="M0 0h80v100h-80zM110 30h190v50h-190z"/>'),
    "emblem": (
        300,
        200,
        '<path fill="#039" d="M0 0h300v200h-300z"/><path fill="#fc0" d="M140 90h20v20h-20z"/>',
    ),
    "ring": (
        100,
        100,
        '<circle cx="50" cy="50" r="40" fill="none" stroke="#C5192D" stroke-width="20"/>',
    ),
    "black": (300, 100, '<path d="M0 0h80v100h-80zM110 30h190v50h-190z"/>'),
}


def svg(name: str) -> bytes:
    """Return one of the shapes as an SVG file."""
    width, height, body = _SHAPES[name]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return f"{head}{body}</svg>".encode()


@cache
def drawn(name: str | Path, care: Care = USUAL) -> Logo:
    """Return one of the shapes as the program reads it."""
    return door.read(svg(str(name)), name=f"{name}.svg", care=care)
