"""Turns parts into a card without a table: the pair on the ground itself, in its calmest corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from cobrand.layout import photo as photos
from cobrand.layout.pair import Pair, make_pair, pair_items, pair_notes, promise_of, table_of
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.regions import bled, keep_outs, safe_of
from cobrand.model.campaign import Variant
from cobrand.model.colour import BLACK, WHITE, Colour, contrast
from cobrand.model.finding import Finding, note
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Fill, Scene
from cobrand.model.template import Corner
from cobrand.rules import ground, spacing
from cobrand.rules.backdrop import Backdrop
from cobrand.rules.table import Table, made_for_dark

_PAD = 1.2  # u between the pair and its plate's edge, and never less than X
_PALE = 0.85  # of what a logo has on a plate: a plate for the rest would not be worth it
_NEAR = 3.0  # u: a page's edge so near to a plate is reached by it


@dataclass(frozen=True, slots=True)
class _Stand:
    """The pair in a place: how busy that is, and the least contrast that a mark has there.

    `clear` says whether both marks have the contrast they need.
    """

    corner: Corner
    pair: Pair
    at: Box
    table: Table
    busy: float
    contrast: float
    clear: bool


def compose_open(parts: Parts, tools: Tools) -> tuple[Scene, tuple[Finding, ...]]:
    """Return the card, drawn from the left, and what should be known about it."""
    shown = _photograph(parts)
    page = Scene(parts.format.size, parts.ground.field, tuple(each.picture for each in shown))
    backdrop = Backdrop(page, shown[0].pixels if shown else None)
    stands = list(_stands(parts, tools, backdrop))
    rules = parts.campaign.rules
    calm = [each for each in stands if each.busy <= rules.busy_most]
    good = [each for each in calm if each.clear]
    chosen, plate, said = (good[0], (), ()) if good else _plated(parts, tools, stands)
    flat = bool(plate) or backdrop.flat(chosen.at) is not None
    scene = replace(
        page,
        items=(*page.items, *plate, pair_items(chosen.pair, chosen.at, parts, chosen.table)),
        safe=parts.format.safe,
        bleed=parts.format.bleed,
        promise=replace(promise_of(chosen.pair, parts, chosen.table), flat=flat),
    )
    return scene, (*said, *pair_notes(chosen.pair, parts))


def _photograph(parts: Parts) -> tuple[photos.Shown, ...]:
    if parts.photo is None:
        return ()
    page = Box.of(parts.format.size)
    return (photos.show(parts, parts.photo, page.grown(parts.format.bleed), page),)


def _stands(parts: Parts, tools: Tools, backdrop: Backdrop) -> Iterator[_Stand]:
    """Yield the pair in every corner and dress, the calmest corner and own colours first."""
    rough = _pair(parts, tools, _table(parts, backdrop.scene.ground or WHITE, "colour", "colour"))
    corners = [
        (corner, _at(parts, corner, rough.size)) for corner in parts.arrangement.pair.corners
    ]
    corners = [each for each in corners if _free(parts, each[1], rough)] or corners[:1]
    x = spacing.unit(rough.height, parts.campaign.rules)
    corners.sort(key=lambda each: round(backdrop.busy(each[1].grown(x))))
    for corner, place in corners:
        colour = backdrop.colour(place)
        for logo, mark in _dresses(parts):
            table = _table(parts, colour, logo, mark)
            pair = _pair(parts, tools, table)
            at = _at(parts, corner, pair.size)
            x = spacing.unit(pair.height, parts.campaign.rules)
            seen = _seen(parts, tools, pair, at, table, backdrop)
            least = min(contrast for contrast, _ in seen)
            clear = all(contrast >= needed for contrast, needed in seen)
            yield _Stand(corner, pair, at, table, backdrop.busy(at.grown(x)), least, clear)


def _pair(parts: Parts, tools: Tools, table: Table) -> Pair:
    spec, safe = parts.arrangement.pair, safe_of(parts)
    room = Size(min(safe.width, spec.share * parts.format.size.width), spec.height * parts.u)
    return make_pair(parts, table, spec, room, tools)


def _table(parts: Parts, colour: Colour, logo: Variant, mark: Variant) -> Table:
    """Return what the pair would lie on if the place were all of this colour."""
    text = max((parts.ground.text, BLACK, WHITE), key=lambda each: contrast(each, colour))
    others: tuple[Variant, ...] = tuple(
        logo if logo in dict(each.variants) else "colour" for each in parts.guests.partners
    )
    return Table(colour, text, text, mark, logo, others)


def _dresses(parts: Parts) -> tuple[tuple[Variant, Variant], ...]:
    """Return which drawings of logo and campaign mark go together: colour, reversed, mono."""
    own = {"colour", *(variant for variant, _ in parts.logo.variants)}
    marks = {variant for variant, _ in parts.marks}
    light: tuple[Variant, ...] = ("reversed", "mono")
    fitting: dict[Variant, tuple[Variant, ...]] = {
        "colour": light if made_for_dark(parts.logo) else ("colour",),
        "reversed": light,
        "mono": ("mono",),
    }
    known = [(logo, wanted) for logo, wanted in fitting.items() if logo in own]
    dresses = [(logo, mark) for logo, wanted in known for mark in wanted if mark in marks]
    return tuple(dresses) or (("colour", "colour"),)


def _seen(
    parts: Parts, tools: Tools, pair: Pair, at: Box, table: Table, backdrop: Backdrop
) -> tuple[tuple[float, float], ...]:
    """Return the contrast of each mark where it stands, with what it needs, the campaign's last.

    A logo whose own colours are pale needs hardly more than it would have on a plate.
    """
    rules = parts.campaign.rules
    plated = table_of(parts, tools)
    seen = []
    for place, (logo, box) in enumerate(zip(parts.logos, _logo_boxes(pair), strict=True)):
        colour = plated.behind(place)
        plate = np.array([[[colour.red, colour.green, colour.blue]]], np.uint8)
        pale = ground.mark(logo.variant(plated.drawings[place]).sample, plate)
        under = backdrop.under(box.moved(at.left, at.top))
        own = ground.mark(logo.variant(table.drawings[place]).sample, under)
        seen.append((own, min(rules.contrast_mark, _PALE * pale)))
    under = backdrop.under(pair.mark.moved(at.left, at.top))
    seen.append((ground.mark(parts.mark(table.variant).sample, under), rules.contrast_mark))
    return tuple(seen)


def _logo_boxes(pair: Pair) -> tuple[Box, ...]:
    return tuple(each.box for each in pair.strip.stands) if pair.strip else (pair.logo,)


def _plated(
    parts: Parts, tools: Tools, stands: list[_Stand]
) -> tuple[_Stand, tuple[Fill, ...], tuple[Finding, ...]]:
    """Return the pair on a plate in the calmest corner, and why it has to have one.

    The plate reaches the page's edges that are near, as tables do: it does not float.
    """
    rules, calmest = parts.campaign.rules, stands[0]
    best = max(each.contrast for each in stands if each.corner == calmest.corner)
    table = table_of(parts, tools)
    pair = _pair(parts, tools, table)
    at = _at(parts, calmest.corner, pair.size)
    pad = max(_PAD * parts.u, spacing.unit(pair.height, rules))
    fill = Fill(_to_edges(at.grown(pad), parts), table.colour, "plate")
    why = {"measured": round(calmest.busy, 1), "limit": rules.busy_most}
    code = "ground.plate_busy"
    if calmest.busy <= rules.busy_most:
        why = {"measured": round(best, 1), "limit": rules.contrast_mark}
        code = "ground.plate_contrast"
    stand = _Stand(calmest.corner, pair, at, table, 0.0, pair.seen.contrast, clear=True)
    return stand, (fill,), (note(code, "plate", colour=table.colour.hex, **why),)


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


def _free(parts: Parts, at: Box, pair: Pair) -> bool:
    """Say whether no platform covers the place."""
    near = at.grown(spacing.unit(pair.height, parts.campaign.rules))
    return not any(near.meets(box) for box in keep_outs(parts))
