"""Turns a page and its pair into the table, the field and the place of the lock-up."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cobrand.layout.pair import Pair
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.suite import Suite, make_suite
from cobrand.model.geometry import PX_PER_MM, Box, Size
from cobrand.model.template import Across, TableSpec
from cobrand.rules import spacing
from cobrand.rules.table import Table

_LOW_MARGIN = 2.6  # u over and under the words beside a panel, at most
_WIDER, _TALLER = 0.2, 0.35  # shares by which each further organisation widens a lock-up's room,
_MOST_HEIGHT, _MOST_PANEL = 0.46, 0.72  # up to these shares of the card, of its width for a panel
_UNDER_STORY = 1.0  # u between a covered zone and the first words


@dataclass(frozen=True, slots=True)
class Regions:
    """Boxes in px, seen from the left: `field` is where words may stand.

    `page` is the trim and `seen` the part of it that everyone sees, `covered` what a platform
    lays over it; `table` reaches the page's edges; `at` is the lock-up's place and
    `whole` that of it with its companions.
    """

    page: Box
    seen: Box
    covered: tuple[Box, ...]
    safe: Box
    field: Box
    table: Box
    at: Box
    suite: Suite
    whole: Box

    @property
    def pair(self) -> Pair:
        """The lock-up itself, at 0, 0."""
        return self.suite.pair


def divide(parts: Parts, table: Table, tools: Tools, more: float = 1.0) -> Regions:
    """Return the regions of a card; the pair decides how much the table takes.

    `more` is the share of what further organisations may take beyond a pair's room.
    """
    spec = parts.arrangement.table or TableSpec()
    most = most_of(parts, more)
    if spec.edge == "end":
        return _panel(parts, table, spec, tools, most)
    return _shelf(parts, table, spec, tools, most)


def _shelf(parts: Parts, table: Table, spec: TableSpec, tools: Tools, most: Size) -> Regions:
    """Stand the table on the lower edge, or as a band on the zone that an app covers."""
    page, seen, safe, u = Box.of(parts.format.size), seen_of(parts), safe_of(parts), parts.u
    pair_spec, covered = parts.arrangement.pair, keep_outs(parts)
    shelf = _free_shelf(parts, safe, seen.bottom, most.height + spec.pad * u)
    room = Size(min(shelf.width, most.width), most.height)
    suite = make_suite(parts, table, pair_spec, room, tools)
    least = max(spacing.unit(suite.pair.height, parts.campaign.rules), _guillotine(parts))
    pad = max(spec.pad * u, least)
    edge = seen.bottom - suite.size.height - 2 * pad
    if not parts.format.printed:
        edge = _on_px(edge, 2 * (pad - least))
    pad = (seen.bottom - edge - suite.size.height) / 2
    bottom = seen.bottom if spec.edge == "band" else page.bottom
    strip = Box.spanning(page.left, edge, page.right, bottom)
    alone = not any(slot.region == "table" for slot in parts.arrangement.slots)
    side = "middle" if suite.pair.stacked and alone else pair_spec.across
    whole = Box.of(suite.size, _across(side, shelf, suite.size.width), strip.top + pad)
    top = max(safe.top, seen.top + _UNDER_STORY * u if seen.top > page.top else 0)
    field = Box.spanning(safe.left, top, safe.right, strip.top)
    at = suite.at.moved(whole.left, whole.top)
    return Regions(page, seen, covered, safe, field, strip, at, suite, whole)


def _on_px(edge: float, room: float) -> float:
    """Return a table's edge on the next whole px: a sharp line, and words over it look the same.

    It may go down by `room` px; where that is not enough it goes up.
    """
    below = math.floor(edge + 0.5)
    return float(below) if below <= edge + room else float(math.floor(edge))


def most_of(parts: Parts, more: float) -> Size:
    """Return the most of a card that its lock-up may take, in px.

    The template says it for a pair; more organisations take `more` of what they could take.
    """
    spec, page, u = parts.arrangement.pair, parts.format.size, parts.u
    width, height = spec.share * page.width, spec.height * u
    if not parts.crowd:
        return Size(width, height)
    table = parts.arrangement.table
    panel = table is not None and table.edge == "end"
    widest = max(width, page.width * (_MOST_PANEL if panel else 1.0))
    highest = max(height, _MOST_HEIGHT * seen_of(parts).height)
    wide = min(width * (1 + _WIDER * parts.crowd), widest)
    high = min(height * (1 + _TALLER * parts.crowd), highest)
    return Size(width + more * (wide - width), height + more * (high - height))


def _free_shelf(parts: Parts, safe: Box, bottom: float, tall: float) -> Box:
    """Return where on a table at its highest a pair may lie: beside what a platform covers."""
    spec, u = parts.arrangement.pair, parts.u
    air = spacing.unit(spec.campaign_height * u, parts.campaign.rules)
    shelf = Box.spanning(safe.left, bottom - tall, safe.right, bottom)
    for box in keep_outs(parts):
        near = box.grown(air)
        if shelf.meets(near):
            shelf = max(_beside(shelf, near), key=lambda part: part.width)
    return shelf if shelf.width > 0 else safe


def _panel(parts: Parts, table: Table, spec: TableSpec, tools: Tools, most: Size) -> Regions:
    """Stand the table as a panel at the end side, over the full height."""
    page, seen, safe, u = Box.of(parts.format.size), seen_of(parts), safe_of(parts), parts.u
    pair_spec, covered = parts.arrangement.pair, keep_outs(parts)
    room = Size(most.width, min(most.height, seen.height))
    suite = make_suite(parts, table, pair_spec, room, tools)
    panel, whole = _stand(parts, suite, spec, seen)
    free = _free_panel(panel, seen, covered)
    unit = spacing.unit(suite.pair.height, parts.campaign.rules)
    if free.height < suite.size.height + 2 * unit or free.height < seen.height:
        low = max(1.0, min(room.height, free.height - 2 * unit))
        suite = make_suite(parts, table, pair_spec, Size(room.width, low), tools)
        panel, whole = _stand(parts, suite, spec, free)
    edge = min(parts.arrangement.margin, _LOW_MARGIN) * u
    top, bottom = max(seen.top, page.top + edge), min(seen.bottom, page.bottom - edge)
    field = Box.spanning(safe.left, top, panel.left, bottom)
    at = suite.at.moved(whole.left, whole.top)
    return Regions(page, seen, covered, safe, field, panel, at, suite, whole)


def _stand(parts: Parts, suite: Suite, spec: TableSpec, seen: Box) -> tuple[Box, Box]:
    """Return a panel round the whole, and its place in the middle of what is seen of the panel."""
    page = Box.of(parts.format.size)
    unit = spacing.unit(suite.pair.height, parts.campaign.rules)
    pad = max(spec.pad * parts.u, unit, _guillotine(parts))
    left = min(seen.right, page.right - pad) - suite.size.width
    panel = Box.spanning(left - pad, page.top, page.right, page.bottom)
    return panel, Box.of(suite.size, left, seen.centre.y - suite.size.height / 2)


def _free_panel(panel: Box, seen: Box, covered: tuple[Box, ...]) -> Box:
    """Return the highest part of what is seen that no platform covers where the panel is."""
    free = seen
    for box in covered:
        if box.meets(panel) and box.meets(free):
            free = max(_over_and_under(free, box), key=lambda part: part.height)
    return free


def clear_part(region: Box, covered: tuple[Box, ...], air: float) -> Box:
    """Return the largest part of a region that lies `air` px clear of what a platform covers.

    It is never narrower or lower than 1 px: words that then do not fit are left out or told.
    """
    for box in covered:
        near = box.grown(air)
        if region.meets(near):
            parts = (*_beside(region, near), *_over_and_under(region, near))
            region = max(parts, key=lambda part: max(0.0, part.width) * max(0.0, part.height))
    return Box(region.left, region.top, max(1.0, region.width), max(1.0, region.height))


def _beside(region: Box, box: Box) -> tuple[Box, Box]:
    return (
        Box.spanning(region.left, region.top, min(region.right, box.left), region.bottom),
        Box.spanning(max(region.left, box.right), region.top, region.right, region.bottom),
    )


def _over_and_under(region: Box, box: Box) -> tuple[Box, Box]:
    return (
        Box.spanning(region.left, region.top, region.right, min(region.bottom, box.top)),
        Box.spanning(region.left, max(region.top, box.bottom), region.right, region.bottom),
    )


def seen_of(parts: Parts) -> Box:
    """Return the part of the page that everyone sees, as seen from the start edge."""
    safe = parts.format.safe
    return Box.of(parts.format.size).inset(safe.mirrored if parts.rtl else safe)


def uncut_of(parts: Parts) -> Box:
    """Return the part of what everyone sees that no guillotine can reach."""
    return _within(seen_of(parts), Box.of(parts.format.size).grown(-_guillotine(parts)))


def _guillotine(parts: Parts) -> float:
    """Return how far in px from the trim of printed things everything that matters stays."""
    return parts.campaign.rules.print_safe_mm * PX_PER_MM if parts.format.printed else 0.0


def safe_of(parts: Parts) -> Box:
    """Return where what matters may stand: inside the margin and what everyone sees."""
    page = Box.of(parts.format.size)
    return _within(uncut_of(parts), page.grown(-parts.arrangement.margin * parts.u))


def _within(one: Box, other: Box) -> Box:
    return Box.spanning(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    )


def keep_outs(parts: Parts) -> tuple[Box, ...]:
    """Return what the platform puts on the card, as seen from the start edge."""
    boxes = parts.format.keep_out
    width = parts.format.size.width
    return tuple(box.mirrored(width) for box in boxes) if parts.rtl else boxes


def bled(box: Box, page: Box, bleed: float) -> Box:
    """Return the box grown by the bleed over every edge of the page that it touches."""
    return Box.spanning(
        box.left - bleed * (box.left <= page.left),
        box.top - bleed * (box.top <= page.top),
        box.right + bleed * (box.right >= page.right),
        box.bottom + bleed * (box.bottom >= page.bottom),
    )


def _across(across: Across, safe: Box, width: float) -> float:
    if across == "middle":
        return safe.centre.x - width / 2
    return safe.left if across == "start" else safe.right - width
