"""Turns parts into a card without a table: the marks on the ground, in its calmest corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from cobrand.layout import photo as photos
from cobrand.layout.pair import pair_items, pair_notes, promise_of, table_of
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.regions import bled, keep_outs, most_of, safe_of
from cobrand.layout.strip import drawings
from cobrand.layout.suite import Suite, make_suite, suite_items
from cobrand.model.campaign import Variant
from cobrand.model.colour import BLACK, WHITE, Colour, contrast
from cobrand.model.finding import Finding, note
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import Logo
from cobrand.model.scene import Fill, Item, Scene
from cobrand.model.template import Corner
from cobrand.pixels.array import Bytes
from cobrand.rules import ground, spacing
from cobrand.rules.backdrop import Backdrop
from cobrand.rules.table import Table, is_pale, made_for_dark

_PAD = 1.2  # u between the marks and their plate's edge, and never less than X
_PALE = 0.85  # of what a logo has on a plate: a plate for the rest would not be worth it
_NEAR = 3.0  # u: a page's edge so near to a plate is reached by it
_MODES: tuple[Variant, ...] = ("colour", "reversed", "mono")


@dataclass(frozen=True, slots=True)
class _Stand:
    """The marks in a place: how busy that is, and the least contrast that one of them has there.

    `at` is the place of the lock-up with its companions. `clear` says whether all marks have the
    contrast they need, `welcome` whether the ground is one that companions ask for.
    """

    corner: Corner
    suite: Suite
    at: Box
    table: Table
    busy: float
    contrast: float
    clear: bool
    welcome: bool

    @property
    def lockup(self) -> Box:
        """Where the lock-up itself stands."""
        return self.suite.at.moved(self.at.left, self.at.top)


def compose_open(parts: Parts, tools: Tools) -> tuple[Scene, tuple[Finding, ...]]:
    """Return the card, drawn from the left, and what should be known about it."""
    shown = _photograph(parts)
    page = Scene(parts.format.size, parts.ground.field, tuple(each.picture for each in shown))
    backdrop = Backdrop(page, shown[0].pixels if shown else None)
    stands = list(_stands(parts, tools, backdrop))
    rules = parts.campaign.rules
    calm = [each for each in stands if each.busy <= rules.busy_most]
    good = [each for each in calm if each.clear and each.welcome]
    chosen, plate, said = (good[0], (), ()) if good else _plated(parts, tools, stands)
    flat = bool(plate) or backdrop.flat(chosen.at) is not None
    pair = chosen.suite.pair
    scene = replace(
        page,
        items=(*page.items, *plate, *_marks(chosen, parts)),
        safe=parts.format.safe,
        bleed=parts.format.bleed,
        promise=replace(promise_of(pair, parts, chosen.table), flat=flat),
    )
    return scene, (*said, *pair_notes(pair, parts), *chosen.suite.findings)


def _marks(stand: _Stand, parts: Parts) -> tuple[Item, ...]:
    lockup = pair_items(stand.suite.pair, stand.lockup, parts, stand.table)
    return (lockup, *suite_items(stand.suite, stand.at.left, stand.at.top))


def _photograph(parts: Parts) -> tuple[photos.Shown, ...]:
    if parts.photo is None:
        return ()
    page = Box.of(parts.format.size)
    return (photos.show(parts, parts.photo, page.grown(parts.format.bleed), page),)


def _stands(parts: Parts, tools: Tools, backdrop: Backdrop) -> Iterator[_Stand]:
    """Yield the marks in every corner and dress, the calmest corner and own colours first."""
    plated = table_of(parts, tools)
    rough = _suite(parts, tools, next(_tables(parts, backdrop.scene.ground or WHITE)))
    corners = [
        (corner, _at(parts, corner, rough.size)) for corner in parts.arrangement.pair.corners
    ]
    corners = [each for each in corners if _free(parts, each[1], rough)] or corners[:1]
    x = _unit(rough, parts)
    corners.sort(key=lambda each: round(backdrop.busy(each[1].grown(x))))
    for corner, place in corners:
        colour = backdrop.colour(place)
        welcome = not parts.guests.companions or is_pale(colour)
        for table in _tables(parts, colour):
            suite = _suite(parts, tools, table) if welcome else rough
            at = _at(parts, corner, suite.size)
            seen = list(_seen(parts, suite, at, (table, plated), backdrop))
            least = min(contrast for contrast, _ in seen)
            clear = all(contrast >= needed for contrast, needed in seen)
            busy = backdrop.busy(at.grown(_unit(suite, parts)))
            yield _Stand(corner, suite, at, table, busy, least, clear, welcome)


def _suite(parts: Parts, tools: Tools, table: Table) -> Suite:
    safe, most = safe_of(parts), most_of(parts, 1.0)
    room = Size(min(safe.width, most.width), min(safe.height, most.height))
    return make_suite(parts, table, parts.arrangement.pair, room, tools)


def _unit(suite: Suite, parts: Parts) -> float:
    return spacing.unit(suite.pair.height, parts.campaign.rules)


def _tables(parts: Parts, colour: Colour) -> Iterator[Table]:
    """Yield what the marks would lie on if the place were all of this colour, in every dress."""
    text = max((parts.ground.text, BLACK, WHITE), key=lambda each: contrast(each, colour))
    for (logo, *others), mark in _dresses(parts):
        yield Table(colour, text, text, mark, logo, tuple(others))


def _dresses(parts: Parts) -> tuple[tuple[tuple[Variant, ...], Variant], ...]:
    """Return which drawings of logos and campaign mark go together: colour, reversed, mono."""
    marks = {variant for variant, _ in parts.marks}
    made = [
        (drawn, mark)
        for mode in _MODES
        if (drawn := _drawn(parts.logos, mode))
        for mark in _beside(drawn, mode, parts.logos)
        if mark in marks
    ]
    plain: Variant = "colour"
    return tuple(made) or (((plain,) * len(parts.logos), plain),)


def _drawn(logos: tuple[Logo, ...], mode: Variant) -> tuple[Variant, ...]:
    """Return the drawing that each logo has for a mode, or nothing where one has none.

    A light logo without a reversed drawing is one by itself.
    """
    drawn: list[Variant] = []
    for logo in logos:
        if mode in {"colour", *(variant for variant, _ in logo.variants)}:
            drawn.append(mode)
        elif mode == "reversed" and made_for_dark(logo):
            drawn.append("colour")
    whole = len(drawn) == len(logos) and mode in drawn
    return tuple(drawn) if whole else ()


def _beside(
    drawn: tuple[Variant, ...], mode: Variant, logos: tuple[Logo, ...]
) -> tuple[Variant, ...]:
    """Return which drawings of the campaign mark belong beside logos of a mode."""
    if mode == "mono":
        return ("mono",)
    light = mode == "reversed" or all(made_for_dark(logo) for logo in logos)
    return ("reversed", "mono") if light else ("colour",)


def _seen(
    parts: Parts, suite: Suite, at: Box, tables: tuple[Table, Table], backdrop: Backdrop
) -> Iterator[tuple[float, float]]:
    """Yield the contrast of every logo and the mark where they stand, each with what it needs.

    `tables` are the place, and a plate. A logo whose own colours are pale needs hardly more than
    it would have on the plate.
    """
    rules, pair = parts.campaign.rules, suite.pair
    left, top = at.left + suite.at.left, at.top + suite.at.top
    boxes = [stand.box for stand in pair.strip.stands] if pair.strip else [pair.logo]
    table, plated = tables
    logos = zip(boxes, drawings(parts, table), drawings(parts, plated), strict=True)
    for place, (box, logo, other) in enumerate(logos):
        pale = ground.mark(other.sample, _pixel(plated.behind(place)))
        here = ground.mark(logo.sample, backdrop.under(box.moved(left, top)))
        yield here, min(rules.contrast_mark, _PALE * pale)
    mark = parts.mark(table.variant).sample
    yield ground.mark(mark, backdrop.under(pair.mark.moved(left, top))), rules.contrast_mark


def _pixel(colour: Colour) -> Bytes:
    return np.array([[[colour.red, colour.green, colour.blue]]], np.uint8)


def _plated(
    parts: Parts, tools: Tools, stands: list[_Stand]
) -> tuple[_Stand, tuple[Fill, ...], tuple[Finding, ...]]:
    """Return the marks on a plate in the calmest corner, and why they have to have one.

    The plate reaches the page's edges that are near, as tables do: it does not float.
    """
    calmest, table = stands[0], table_of(parts, tools)
    suite = _suite(parts, tools, table)
    at = _at(parts, calmest.corner, suite.size)
    pad = max(_PAD * parts.u, _unit(suite, parts))
    fill = Fill(_to_edges(at.grown(pad), parts), table.colour, "plate")
    seen = suite.pair.seen.contrast
    stand = replace(calmest, suite=suite, at=at, table=table, busy=0.0, contrast=seen, clear=True)
    return stand, (fill,), (_why(parts, stands, table),)


def _why(parts: Parts, stands: list[_Stand], table: Table) -> Finding:
    """Say what asks for a plate: a busy ground, companions, or too little contrast."""
    rules, calmest = parts.campaign.rules, stands[0]
    colour = table.colour.hex
    if calmest.busy > rules.busy_most:
        return note("ground.plate_busy", "plate", colour=colour,
                    measured=round(calmest.busy, 1), limit=rules.busy_most)  # fmt: skip
    if not calmest.welcome:
        return note("ground.plate_companions", "plate", colour=colour)
    best = max(each.contrast for each in stands if each.corner == calmest.corner)
    return note("ground.plate_contrast", "plate", colour=colour,
                measured=round(best, 1), limit=rules.contrast_mark)  # fmt: skip


def _to_edges(box: Box, parts: Parts) -> Box:
    page, near = Box.of(parts.format.size), _NEAR * parts.u
    whole = Box.spanning(
        page.left if box.left - page.left < near else box.left,
        page.top if box.top - page.top < near else box.top,
        page.right if page.right - box.right < near else box.right,
        page.bottom if page.bottom - box.bottom < near else box.bottom,
    )
    return bled(whole, page, parts.format.bleed)


def _at(parts: Parts, corner: Corner, size: Size) -> Box:
    safe = safe_of(parts)
    left = safe.left if corner.endswith("start") else safe.right - size.width
    top = safe.top if corner.startswith("top") else safe.bottom - size.height
    return Box.of(size, left, top)


def _free(parts: Parts, at: Box, suite: Suite) -> bool:
    """Say whether no platform covers the place."""
    near = at.grown(_unit(suite, parts))
    return not any(near.meets(box) for box in keep_outs(parts))
