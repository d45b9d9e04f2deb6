"""Turns parts into a page of stationery: the lock-up in its head, lines, folds and seats."""

from __future__ import annotations

from dataclasses import replace

from cobrand.layout.pair import pair_items, pair_notes, promise_of, table_note, table_of
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.regions import bled, keep_outs, uncut_of
from cobrand.layout.seats import Circle, draw_seats
from cobrand.layout.suite import Suite, make_suite, suite_items
from cobrand.layout.texts import words_of
from cobrand.layout.words import Room, set_block
from cobrand.model.campaign import Ground
from cobrand.model.colour import Colour, mix
from cobrand.model.finding import Finding, breach
from cobrand.model.geometry import PX_PER_MM, Box, Point, Size
from cobrand.model.scene import Fill, Group, Item, Promise, Scene, Words
from cobrand.model.template import Slot
from cobrand.model.text import TextBlock
from cobrand.rules import spacing
from cobrand.rules.table import Table, lit_colour

_FOLD_FROM_EDGE = 4 * PX_PER_MM
_FOLD_WIDTH = 0.75 * 96 / 72
_CLEAR = 1.01  # X round the pair: no rounding makes it less than one
_SMALLEST, _LARGEST = 0.01, 100.0  # times its usual size, a lock-up
_UNDER_BAND = 2.4 * PX_PER_MM


def compose_stationery(parts: Parts, tools: Tools) -> tuple[Scene, tuple[Finding, ...]]:
    """Return one page, drawn from the left; a following page carries no marks."""
    table = table_of(parts, tools)
    made = [_words(slot, parts, tools) for slot in parts.arrangement.slots]
    words = tuple(item for items, _ in made for item in items)
    findings = tuple(finding for _, found in made for finding in found)
    head, promise, noted = _head(parts, table, tools)
    items: list[Item] = [*_seats(parts), *_folds(parts), *words, *head]
    scene = Scene(
        size=parts.format.size,
        ground=parts.ground.field,
        items=tuple(items),
        safe=parts.format.safe,
        bleed=parts.format.bleed,
        promise=promise,
    )
    return scene, (*noted, *findings)


def _head(
    parts: Parts, table: Table, tools: Tools
) -> tuple[tuple[Item, ...], Promise | None, tuple[Finding, ...]]:
    spec = parts.arrangement.pair
    if spec.campaign_height == 0:
        return (), None, ()
    room = Size(spec.share * parts.format.size.width, _head_height(parts, table))
    suite = make_suite(parts, table, spec, room, tools)
    promise = promise_of(suite.pair, parts, table)
    edge = parts.campaign.rules.print_safe_mm * PX_PER_MM
    top = max(spec.centre - suite.size.height / 2, promise.unit * _CLEAR, edge)
    whole = Box.of(suite.size, parts.arrangement.margin, top)
    items = (*_band(parts, table, whole), *_marks(suite, whole, parts, table))
    said = (*table_note(parts, table), *pair_notes(suite.pair, parts), *suite.findings)
    return items, promise, said


def _marks(suite: Suite, whole: Box, parts: Parts, table: Table) -> tuple[Item, ...]:
    at = suite.at.moved(whole.left, whole.top)
    lockup = pair_items(suite.pair, at, parts, table)
    return (lockup, *suite_items(suite, whole.left, whole.top))


def _head_height(parts: Parts, table: Table) -> float:
    """Return how high the pair may be: a band with its clear space ends above the first words."""
    spec, rules = parts.arrangement.pair, parts.campaign.rules
    tops = [slot.box[1] for slot in parts.arrangement.slots]
    if table.colour == parts.ground.table or not tops:
        return spec.height
    clear = spacing.unit(spec.campaign_height, rules) * _CLEAR
    return min(spec.height, min(tops) - _UNDER_BAND - 2 * clear)


def _band(parts: Parts, table: Table, at: Box) -> tuple[Fill, ...]:
    """Return a band over the page's head for a logo that white paper would swallow."""
    if table.colour == parts.ground.table:
        return ()
    page = Box.of(parts.format.size)
    band = Box(0, 0, page.width, at.bottom + at.top)
    return (Fill(bled(band, page, parts.format.bleed), table.colour, "table"),)


def _words(slot: Slot, parts: Parts, tools: Tools) -> tuple[tuple[Words, ...], tuple[Finding, ...]]:
    """Set a slot's lines below one another at its place in the page."""
    left, top, width, height = slot.box
    lines = [line for text in words_of(slot, parts) for line in text.splitlines() if line]
    placed: list[Words] = []
    findings: list[Finding] = []
    for index, line in enumerate(lines):
        style = parts.style(slot, index)
        room = Room(width, height, slot.lines, style.size, slot.least * parts.script.size)
        block, kept = set_block(line, style, room, tools.typesetter)
        across = {"start": 0.0, "middle": (width - block.size.width) / 2}.get(
            slot.across, width - block.size.width
        )
        box = Box.of(block.size, left + across, top)
        placed.append(Words(box, block, _colour(slot, parts.ground), slot.role))
        top = box.bottom + (style.line_height - style.cap) * style.size
        if not kept:
            findings.append(_too_long(slot, block, room))
    return tuple(placed), tuple(findings)


def _too_long(slot: Slot, block: TextBlock, room: Room) -> Finding:
    size, least = block.style.size, room.least
    return breach("words.too-long", slot.role, words=block.source[:60], size=size, least=least)


def _colour(slot: Slot, ground: Ground) -> Colour:
    choices = {"text": ground.text, "accent": ground.accent, "secondary": ground.secondary}
    return choices[slot.colour]


def _folds(parts: Parts) -> tuple[Fill, ...]:
    colour = mix(parts.ground.secondary, parts.ground.field, 0.5)
    return tuple(
        Fill(Box(_FOLD_FROM_EDGE, y - _FOLD_WIDTH / 2, length, _FOLD_WIDTH), colour, "fold")
        for y, length in parts.arrangement.marks
    )


def _seats(parts: Parts) -> tuple[Group, ...]:
    """Stand the circle on the page's lower edge, in the end corner."""
    spec = parts.arrangement.seats
    if spec is None:
        return ()
    page = Box.of(parts.format.size)
    circle = Circle(
        Point(page.right - spec.from_end, page.bottom),
        spec.unit,
        spec.reach,
        bled(page, page, parts.format.bleed),
        ring=spec.ring,
        angle=spec.angle,
        sparks=spec.sparks,
        seen=uncut_of(parts),
        covered=keep_outs(parts),
    )
    lit = lit_colour(parts.logo.traits.palette, parts.ground, parts.campaign)
    seats = draw_seats(circle, parts.ground, lit, parts.brief.name)
    return (Group(circle.frame, seats, "seats", clip=True),) if seats else ()


def compose_lockup(parts: Parts, tools: Tools) -> tuple[Scene, tuple[Finding, ...]]:
    """Return the pair alone with its clear space inside the page, so that no crop can break it.

    The page is transparent, unless the pair is made for the dark: what is light would be lost on
    the white that a reader of the file puts behind it.
    """
    parts = _sized(parts)
    table = table_of(parts, tools)
    spec = parts.arrangement.pair
    more = len(parts.guests.partners) + len(
        parts.guests.companions
    )  # the page has the size of what is on it
    wide = spec.share * parts.format.size.width
    room = Size(wide * min(2, 1 + more), spec.height * parts.u * (1 + more / 2))
    suite = make_suite(parts, table, spec, room, tools)
    promise = replace(promise_of(suite.pair, parts, table), slot=0.0)  # no page, no room in it
    space = promise.unit * parts.campaign.rules.clear_space
    whole = Box.of(suite.size, space, space)
    plain = table.colour == parts.ground.table and table.variant != "reversed"
    scene = Scene(
        size=whole.grown(space).size,
        ground=None if plain else table.colour,
        items=_marks(suite, whole, parts, table),
        promise=promise,
    )
    return scene, (*table_note(parts, table), *pair_notes(suite.pair, parts), *suite.findings)


def _sized(parts: Parts) -> Parts:
    """Return the parts for a lock-up as large as the brief asks."""
    size = parts.format.size.scaled(max(_SMALLEST, min(_LARGEST, parts.brief.options.size)))
    return replace(parts, format=replace(parts.format, size=size))
