"""Turns the boxes of a file into lines to draw over a picture of it."""

from __future__ import annotations

from html import escape

from cobrand.export.written import Overlay
from cobrand.model.geometry import Box

KINDS = ("clear", "safe", "ink")
"""What is drawn: clear space, safe area, ink boxes."""
_COLOURS = {"clear": "#c2185b", "safe": "#8a5200", "ink": "#0b57d0"}
_DASHES = {"clear": (6, 4), "safe": (2, 3), "ink": ()}  # told apart without colour too


def drawn(boxes: Overlay, unit: float = 1.0) -> str:
    """Return the boxes as the inside of an SVG whose view box is the page.

    Each kind is a group with a class of its own; lines are one and a half `unit` wide.
    """
    groups = {
        "clear": [boxes.clear] if boxes.clear else [],
        "safe": [*([boxes.safe] if boxes.safe else []), *boxes.covered],
        "ink": list(boxes.inks),
    }
    return "".join(_group(kind, found, unit) for kind, found in groups.items() if found)


def view_box(boxes: Overlay) -> str:
    """Return the page as an SVG's view box."""
    page = boxes.page
    return f"{page.left:g} {page.top:g} {page.width:g} {page.height:g}"


def swatch(kind: str) -> str:
    """Return a short sample of a kind's line, as SVG."""
    line = f'<path d="M1 6H31" {_stroke(kind)}/>'
    return f'<svg class="swatch" viewBox="0 0 32 12" aria-hidden="true">{line}</svg>'


def _group(kind: str, boxes: list[Box], unit: float) -> str:
    rects = "".join(
        f'<rect x="{box.left:.5g}" y="{box.top:.5g}" width="{box.width:.5g}" '
        f'height="{box.height:.5g}"/>'
        for box in boxes
    )
    casing = (
        f'<g fill="none" stroke="#fff" stroke-width="{3 * unit:g}" stroke-opacity=".8">{rects}</g>'
    )
    lines = f'<g fill="none" {_stroke(kind, unit)}>{rects}</g>'
    return f'<g class="o-{escape(kind)}">{casing}{lines}</g>'


def _stroke(kind: str, unit: float = 1.0) -> str:
    dashes = " ".join(f"{each * unit:g}" for each in _DASHES[kind])
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{_COLOURS[kind]}" stroke-width="{1.5 * unit:g}"{dash}'
