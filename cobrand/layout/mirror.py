"""Turns a layout drawn from the left into one drawn from the right; marks stay as they are."""

from __future__ import annotations

from dataclasses import replace

from cobrand.model.scene import Drawing, Fill, Group, Item, Picture, Words
from cobrand.model.text import flipped, moved

_MOVED = frozenset({"qr", "qr-plate"})  # moved to the other side, never turned over


def mirrored(item: Item, width: float) -> Item:
    """Return the item on the other side of a page of this width."""
    match item:
        case Fill() if item.role in _MOVED:
            shift = item.box.mirrored(width).left - item.box.left
            box = item.box.moved(shift, 0)
            return replace(item, box=box, outline=moved(item.outline, shift, 0))
        case Fill():
            box = item.box.mirrored(width)
            fade = item.fade and item.fade.mirrored
            return replace(item, box=box, outline=flipped(item.outline, width), fade=fade)
        case Group():
            items = tuple(mirrored(child, width) for child in item.items)
            return replace(item, box=item.box.mirrored(width), items=items)
        case Words() | Drawing() | Picture():
            return replace(item, box=item.box.mirrored(width))
