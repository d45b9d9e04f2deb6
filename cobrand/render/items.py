"""Turns one placed item into SVG; nothing here decides anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box
from cobrand.model.scene import Drawing, Fade, Fill, Group, Item, Picture, Words
from cobrand.model.text import Outline
from cobrand.render.xml import attributes, escape, number

Embed = Callable[[Bitmap, bool], str]
"""Turns a bitmap into a data URI; a photograph may lose what no eye sees."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What an item is drawn with: who makes a data URI of a bitmap and path data of an outline."""

    embed: Embed
    path: Callable[[Outline], str]


def draw_item(item: Item, tools: Tools, clip_id: str) -> str:
    """Return the item as one line of SVG; `clip_id` is free for a clip path of its own."""
    match item:
        case Fill():
            return _fill(item, tools, clip_id)
        case Words():
            return _words(item, tools)
        case Drawing():
            return _drawing(item, clip_id)
        case Picture():
            return _picture(item, tools.embed(item.bitmap, item.lossy), clip_id)
        case Group():
            return _group(item, tools, clip_id)


def _fill(item: Fill, tools: Tools, paint_id: str) -> str:
    role = f' data-role="{item.role}"'
    if item.fade is not None:
        return (
            f"{_gradient(item.box, item.colour.hex, item.fade, paint_id)}"
            f'<rect{role}{_place(item.box)} fill="url(#{paint_id})"/>'
        )
    if item.stroke:
        line = attributes(stroke_width=item.stroke).replace("_", "-")
        return (
            f'<path{role} fill="none" stroke="{item.colour.hex}"{line} '
            f'stroke-linecap="round" d="{tools.path(item.outline)}"/>'
        )
    if item.outline:
        return f'<path{role} fill="{item.colour.hex}" d="{tools.path(item.outline)}"/>'
    return f'<rect{role}{_place(item.box)} fill="{item.colour.hex}"/>'


def _gradient(box: Box, colour: str, fade: Fade, paint_id: str) -> str:
    right, bottom = (box.right, box.top) if fade.across else (box.left, box.bottom)
    line = attributes(x1=box.left, y1=box.top, x2=right, y2=bottom)
    stops = "".join(
        f'<stop offset="{number(place)}" stop-color="{colour}" stop-opacity="{number(opacity)}"/>'
        for place, opacity in fade.stops
    )
    return (
        f'<linearGradient id="{paint_id}" gradientUnits="userSpaceOnUse"{line}>{stops}'
        "</linearGradient>"
    )


def _words(item: Words, tools: Tools) -> str:
    lines = [
        f'<path transform="{_shift(item.box.left + place.x, item.box.top + place.y)}" '
        f'd="{tools.path(line.outline)}"/>'
        for line, place in zip(item.block.lines, item.block.places, strict=True)
    ]
    label = escape(item.block.source)
    return (
        f'<g data-role="{item.role}" aria-label="{label}" fill="{item.colour.hex}">'
        f"{''.join(lines)}</g>"
    )


def _drawing(item: Drawing, clip_id: str) -> str:
    across, down = item.box.width / item.source.width, item.box.height / item.source.height
    left = item.box.left - item.source.left * across
    top = item.box.top - item.source.top * down
    page = Box.of(item.art.page)
    return (
        f'<clipPath id="{clip_id}"><rect{_place(page)}/></clipPath>'
        f'<g data-role="{item.role}" transform="{_shift(left, top)} {_scale(across, down)}">'
        f'<g clip-path="url(#{clip_id})">{item.art.body}</g></g>'
    )


def _picture(item: Picture, data: str, clip_id: str) -> str:
    across, down = item.box.width / item.source.width, item.box.height / item.source.height
    whole = Box(
        item.box.left - item.source.left * across,
        item.box.top - item.source.top * down,
        item.bitmap.width * across,
        item.bitmap.height * down,
    )
    return (
        f'<clipPath id="{clip_id}"><rect{_place(item.box)}/></clipPath>'
        f'<g data-role="{item.role}" clip-path="url(#{clip_id})">'
        f'<image{_place(whole)} preserveAspectRatio="none" xlink:href="{data}"/></g>'
    )


def _group(item: Group, tools: Tools, clip_id: str) -> str:
    inner = "".join(
        draw_item(child, tools, f"{clip_id}-{index}") for index, child in enumerate(item.items, 1)
    )
    if not item.clip:
        return f'<g data-role="{item.role}">{inner}</g>'
    return (
        f'<clipPath id="{clip_id}"><rect{_place(item.box)}/></clipPath>'
        f'<g data-role="{item.role}" clip-path="url(#{clip_id})">{inner}</g>'
    )


def _place(box: Box) -> str:
    return attributes(x=box.left, y=box.top, width=box.width, height=box.height)


def _shift(x: float, y: float) -> str:
    return f"translate({number(x)} {number(y)})"


def _scale(across: float, down: float) -> str:
    return f"scale({across:.6g} {down:.6g})"
