"""Turns parts into a card: field, circle of seats, words, table and lock-up."""

from __future__ import annotations

from dataclasses import replace

from cobrand.layout import photo as photos
from cobrand.layout.corner import compose_open
from cobrand.layout.pair import pair_items, pair_notes, promise_of, table_note, table_of
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.qr import draw_plate, draw_qr
from cobrand.layout.regions import Regions, bled, clear_part, divide
from cobrand.layout.ring import place_seats
from cobrand.layout.scrim import darken
from cobrand.layout.stack import Desk, Placed, place_words
from cobrand.layout.suite import suite_items
from cobrand.model.finding import Finding, Severity, note
from cobrand.model.geometry import Box
from cobrand.model.scene import Fill, Item, Scene, Words
from cobrand.rules import spacing
from cobrand.rules.table import Table

_MORE = (
    1.0,
    0.75,
    0.5,
    0.25,
    0.0,
)  # shares tried of the room that several may take beyond a pair's
_PANEL_AIR = 3.0  # u a panel's field leaves free of words for the seats
_APART = 0.8  # u between words or the code and what a platform lays over the card
_TABLE_AIR = 0.7  # u between words on the table and its edge, where the seats stand

Card = tuple[Scene, tuple[Finding, ...]]


def compose_card(parts: Parts, tools: Tools) -> Card:
    """Return the card, drawn from the left, and what should be known about it.

    Several organisations and companions take more room than a pair, while words keep theirs.
    """
    if parts.arrangement.table is not None and parts.arrangement.table.edge == "none":
        return compose_open(parts, tools)
    table = table_of(parts, tools)
    if not parts.crowd:
        return _card(parts, tools, table, 0.0)
    tries: list[tuple[int, Card]] = []
    for more in _MORE:
        card = _card(parts, tools, table, more)
        tries.append((_cramped(card, parts), card))
        if tries[-1][0] == 0:
            break
    return min(tries, key=lambda each: each[0])[1]


def _cramped(card: Card, parts: Parts) -> int:
    """Weigh what is smaller than its least size or has no room: words and companions double."""
    scene, found = card
    mark, least = scene.box("mark"), spacing.least_height(parts.format, parts.campaign.rules)
    small = mark is not None and mark.height < least - 0.01
    return small + 2 * sum(each.severity is Severity.BREACH for each in found)


def _card(parts: Parts, tools: Tools, table: Table, more: float) -> Card:
    regions = divide(parts, table, tools, more)
    code, missed = _qr_box(parts, regions)
    field = _in_field(parts, tools, regions, table, code)
    strip = _in_table(parts, tools, regions, table)
    words = (*field.words, *strip.words)
    behind, words, told = _behind(parts, regions, words, code)
    items: list[Item] = [
        *behind,
        *_qr_items(parts, regions, code),
        Fill(bled(regions.table, regions.page, parts.format.bleed), table.colour, "table"),
        *words,
        pair_items(regions.pair, regions.at, parts, table),
        *suite_items(regions.suite, regions.whole.left, regions.whole.top),
    ]
    scene = Scene(
        size=parts.format.size,
        ground=parts.ground.field,
        items=tuple(items),
        safe=parts.format.safe,
        bleed=parts.format.bleed,
        promise=promise_of(regions.pair, parts, table),
        still=("headline",),
    )
    said = (*table_note(parts, table), *pair_notes(regions.pair, parts), *regions.suite.findings)
    return scene, (*said, *field.findings, *strip.findings, *missed, *told)


def _behind(
    parts: Parts, regions: Regions, words: tuple[Words, ...], code: Box | None
) -> tuple[tuple[Item, ...], tuple[Words, ...], tuple[Finding, ...]]:
    """Return what lies under the words, the circle of seats or a photograph, and the words."""
    if parts.photo is None:
        return place_seats(parts, regions, words, code), words, ()
    area = photos.area_of(parts, regions)
    foot = area.bottom if _is_panel(parts) else min(area.bottom, regions.table.top)
    field = Box.spanning(area.left, area.top, area.right, foot)
    shown = photos.show(parts, parts.photo, area, photos.free_of(field, words))
    made = darken(parts, field, words, shown.pixels)
    return (shown.picture, *made.scrims), made.words, made.findings


def _in_field(
    parts: Parts, tools: Tools, regions: Regions, table: Table, code: Box | None
) -> Placed:
    region = regions.field
    if _is_panel(parts):
        air = _PANEL_AIR * parts.u
        region = Box.spanning(region.left, region.top, region.right - air, region.bottom)
    region = clear_part(region, regions.covered, _APART * parts.u)
    slots = tuple(slot for slot in parts.arrangement.slots if slot.region == "field")
    placed = place_words(slots, Desk(parts, tools, region, table, code))
    spec = parts.arrangement.photo
    low = parts.photo is not None and spec is not None and spec.low
    return photos.lowered(placed, region, parts.u) if low else placed


def _in_table(parts: Parts, tools: Tools, regions: Regions, table: Table) -> Placed:
    """Set the call over the address at the table's far end: one column, the same start edge."""
    slots = tuple(slot for slot in parts.arrangement.slots if slot.region == "table")
    if not slots:
        return Placed()
    unit = regions.pair.height * parts.campaign.rules.unit
    left = regions.whole.right + unit * parts.campaign.rules.gap_with_line
    low = min(regions.table.bottom, regions.seen.bottom)
    edge = regions.table.top + _TABLE_AIR * parts.u
    region = Box.spanning(left, edge, max(left, regions.safe.right), low - _TABLE_AIR * parts.u)
    region = clear_part(region, regions.covered, _APART * parts.u)
    placed = place_words(slots, Desk(parts, tools, region, table))
    if not placed.words:
        return placed
    right = max(item.box.right for item in placed.words)
    shift = region.right - right
    moved = tuple(replace(item, box=item.box.moved(shift, 0)) for item in placed.words)
    return replace(placed, words=moved)


def _is_panel(parts: Parts) -> bool:
    table = parts.arrangement.table
    return table is not None and table.edge == "end"


def _qr_box(parts: Parts, regions: Regions) -> tuple[Box | None, tuple[Finding, ...]]:
    """Return the code's plate at the table's far end, or a note that it has no room there."""
    spec = parts.arrangement.qr
    if spec is None:
        return None, ()
    side = (spec.side + 2 * spec.quiet) * parts.u
    plate = Box(regions.safe.right - side, regions.table.top - side, side, side)
    for box in sorted(regions.covered, key=lambda box: -box.right):
        if plate.meets(box):
            plate = plate.moved(box.left - _APART * parts.u - plate.right, 0)
    if regions.field.holds(plate):
        return plate, ()
    return None, (note("words.dropped", "qr", slot="qr"),)


def _qr_items(parts: Parts, regions: Regions, plate: Box | None) -> tuple[Item, ...]:
    """Return the plate and the code on it; plate and table are one white shape."""
    spec = parts.arrangement.qr
    if spec is None or plate is None:
        return ()
    side = spec.side * parts.u
    lift = spec.quiet * parts.u
    code = Box(plate.left + lift, plate.top + lift, side, side)
    foot = Box(plate.left, plate.top, plate.width, plate.height + 1)
    ink = next(g.text for g in parts.campaign.grounds if g.id == "light")
    address = parts.campaign.endorse_url
    return (draw_plate(foot), draw_qr(address, code, ink))
