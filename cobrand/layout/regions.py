"""Turns a page and its pair into the table, the field and the place of the lock-up."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.layout.pair import Pair, make_pair
from cobrand.layout.parts import Parts, Tools
from cobrand.model.geometry import Box, Size
from cobrand.model.template import Across, TableSpec
from cobrand.rules import spacing
from cobrand.rules.ground import Table

_UNDER_STORY = 1.0  # u between a covered zone and the first words


@dataclass(frozen=True, slots=True)
class Regions:
    """Boxes in px, seen from the left: `field` is where words may stand.

    `table` bleeds to the page's edges; `at` is the lock-up's place.
    """

    page: Box
    safe: Box
    field: Box
    table: Box
    at: Box
    pair: Pair


def divide(parts: Parts, table: Table, tools: Tools) -> Regions:
    """Return the regions of a card; the pair decides how much the table takes."""
    spec = parts.arrangement.table or TableSpec()
    if spec.edge == "end":
        return _panel(parts, table, spec, tools)
    return _shelf(parts, table, spec, tools)


def _shelf(parts: Parts, table: Table, spec: TableSpec, tools: Tools) -> Regions:
    """Stand the table on the lower edge, or as a band on the zone that an app covers."""
    page, safe, u = Box.of(parts.format.size), _safe(parts), parts.u
    pair_spec = parts.arrangement.pair
    room = Size(min(safe.width, pair_spec.share * page.width), pair_spec.height * u)
    pair = make_pair(parts, table, pair_spec, room, tools)
    pad = max(spec.pad * u, spacing.unit(pair.height, parts.campaign.rules))
    height = pair.size.height + 2 * pad
    low = page.bottom - parts.format.safe.bottom
    bottom = low if spec.edge == "band" else page.bottom
    strip = Box.spanning(page.left, low - height, page.right, bottom)
    alone = not any(slot.region == "table" for slot in parts.arrangement.slots)
    side = "middle" if pair.stacked and alone else pair_spec.across
    across = _across(side, safe, pair.size.width)
    at = Box.of(pair.size, across, strip.top + pad)
    at = _clear_of_keep_outs(at, parts, spacing.unit(pair.height, parts.campaign.rules))
    top = max(safe.top, parts.format.safe.top + _UNDER_STORY * u if parts.format.safe.top else 0)
    field = Box.spanning(safe.left, top, safe.right, strip.top)
    return Regions(page, safe, field, strip, at, pair)


def _panel(parts: Parts, table: Table, spec: TableSpec, tools: Tools) -> Regions:
    """Stand the table as a panel at the end side, over the full height."""
    page, safe, u = Box.of(parts.format.size), _safe(parts), parts.u
    pair_spec = parts.arrangement.pair
    room = Size(pair_spec.share * page.width, pair_spec.height * u)
    pair = make_pair(parts, table, pair_spec, room, tools)
    unit = spacing.unit(pair.height, parts.campaign.rules)
    width = pair.size.width + 2 * max(spec.pad * u, unit)
    panel = Box.spanning(page.right - width, page.top, page.right, page.bottom)
    at = Box.of(
        pair.size,
        panel.centre.x - pair.size.width / 2,
        panel.centre.y - pair.size.height / 2,
    )
    field = Box.spanning(safe.left, page.top, panel.left, page.bottom)
    return Regions(page, safe, field, panel, at, pair)


def _safe(parts: Parts) -> Box:
    edges = parts.format.safe.mirrored if parts.rtl else parts.format.safe
    return Box.of(parts.format.size).inset(edges.at_least(parts.arrangement.margin * parts.u))


def keep_outs(parts: Parts) -> tuple[Box, ...]:
    """Return what the platform puts on the card, as seen from the start edge."""
    boxes = parts.format.keep_out
    width = parts.format.size.width
    return tuple(box.mirrored(width) for box in boxes) if parts.rtl else boxes


def _across(across: Across, safe: Box, width: float) -> float:
    if across == "middle":
        return safe.centre.x - width / 2
    return safe.left if across == "start" else safe.right - width


def _clear_of_keep_outs(at: Box, parts: Parts, unit: float) -> Box:
    for box in keep_outs(parts):
        if at.grown(unit).meets(box):
            at = at.moved(box.right + unit - at.left, 0)
    return at
