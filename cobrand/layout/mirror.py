"""Turns a layout drawn from the left into one drawn from the right; marks stay as they are."""

from __future__ import annotations

from dataclasses import replace

from cobrand.model.geometry import Box
from cobrand.model.scene import Drawing, Fill, Group, Item, Picture, Words
from cobrand.model.text import Outline, Segment

_MOVED = frozenset({"qr", "qr-plate"})  # moved to the other side, never turned over


def mirrored(item: Item, width: float) -> Item:
    """Return the item on the other side of a page of this width."""
    match item:
        case Fill() if item.role in _MOVED:
            shift = item.box.mirrored(width).left - item.box.left
            return _moved(item, shift)
        case Fill():
            outline = tuple(_flip(segment, width) for segment in item.outline)
            return replace(item, box=item.box.mirrored(width), outline=outline)
        case Group():
            items = tuple(mirrored(child, width) for child in item.items)
            return replace(item, box=item.box.mirrored(width), items=items)
        case Words() | Drawing() | Picture():
            return replace(item, box=item.box.mirrored(width))


def _moved(item: Fill, shift: float) -> Fill:
    return replace(item, box=item.box.moved(shift, 0), outline=shifted(item.outline, shift, 0))


def shifted(outline: Outline, dx: float, dy: float) -> Outline:
    """Return the outline moved."""
    return tuple(_map(segment, 1, dx, dy) for segment in outline)


def _flip(segment: Segment, width: float) -> Segment:
    return _map(segment, -1, width, 0)


def _map(segment: Segment, across: int, dx: float, dy: float) -> Segment:
    match segment:
        case ("C", x1, y1, x2, y2, x, y):
            points = (across * x1 + dx, y1 + dy, across * x2 + dx, y2 + dy)
            return ("C", *points, across * x + dx, y + dy)
        case ("Z",):
            return segment
        case (letter, x, y):
            return (letter, across * x + dx, y + dy)


def box_of(outline: Outline) -> Box:
    """Return the box round an outline's points; control points count as points."""
    xs = [float(value) for segment in outline for value in segment[1::2]]
    ys = [float(value) for segment in outline for value in segment[2::2]]
    return Box.spanning(min(xs), min(ys), max(xs), max(ys))
