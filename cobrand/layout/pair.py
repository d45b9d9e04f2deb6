"""Turns two marks and a room into the lock-up: both as equals, with their gap and line."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from cobrand.layout.level import Stand, level
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.strip import (
    Strip,
    artwork,
    crowded_note,
    make_strip,
    promises,
    strip_items,
)
from cobrand.model.campaign import Rules
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, note
from cobrand.model.geometry import Box, Point, Size, union
from cobrand.model.scene import Fill, Group, Item, Promise
from cobrand.model.template import PairSpec
from cobrand.rules import balance, spacing
from cobrand.rules.eye import Presence
from cobrand.rules.table import Table, choose_table, is_pale, made_for_dark

_GIVE = 0.0025  # of its size: one step in which a logo gives way,
_GIVE_MOST = 0.3  # and the least share of it that is left


@dataclass(frozen=True, slots=True)
class Pair:
    """The lock-up at 0, 0: `height` of the campaign mark in px, boxes of logo, mark and line.

    Of several organisations, `logo`, `ratio`, `limit` and `seen` are the lead's; `strip` has all
    of them, and all lines, in `rows` rows.
    `kept_from` says why the marks have no common baseline although that was asked for, `slot` how
    wide in px the room was.
    """

    height: float
    logo: Box
    mark: Box
    line: Box | None
    ratio: float
    limit: str
    stacked: bool
    seen: Presence
    kept_from: str = ""
    strip: Strip | None = None
    slot: float = 0.0

    @property
    def lines(self) -> tuple[Box, ...]:
        """Every line between two marks."""
        if self.strip is not None:
            return self.strip.lines
        return () if self.line is None else (self.line,)

    @property
    def size(self) -> Size:
        """The lock-up's width and height in px, without clear space."""
        stands = self.strip.stands if self.strip else ()
        outers = (stand.plate or stand.box for stand in stands)
        return union((self.logo, self.mark, *self.lines, *outers)).size


@dataclass(frozen=True, slots=True)
class _Marks:
    """The two marks as seen on their table, for a campaign mark one px high."""

    logo: Size
    mark: Size
    logo_seen: Presence
    mark_seen: Presence
    ratio: float
    limit: str
    baselines: tuple[float | None, float | None] = (None, None)


def table_of(parts: Parts, tools: Tools) -> Table:
    """Return what the lock-up lies on: it suits all organisations' logos, and companions."""
    pale = bool(parts.brief.companions)  # white or light grey is asked for by both
    others = parts.guests.partners
    return choose_table(parts.logo, parts.ground, parts.campaign, tools.eye, others, pale=pale)


def make_pair(parts: Parts, table: Table, spec: PairSpec, room: Size, tools: Tools) -> Pair:
    """Return the pair at the largest size the room allows, up to the template's own.

    `room` is in px. Where the brief and the template leave it open, the pair is stacked if
    side by side the campaign mark would fall under its least size, or would be much smaller
    than one above the other. Where the least size binds, the line between the marks goes if
    that makes them equals; else the logo gives way, and the pair says so. Several organisations
    stand in rows (`strip`).
    """
    return replace(_made(parts, table, spec, room, tools), slot=room.width)


def _made(parts: Parts, table: Table, spec: PairSpec, room: Size, tools: Tools) -> Pair:
    if parts.guests.partners:
        return _of_several(make_strip(parts, table, spec, room, tools))
    marks = _measure(parts, table, tools)
    pair = _arranged(parts, marks, spec, room)
    if pair.line is None or pair.limit != "least" or not _uneven(pair, parts):
        return pair
    bare = _arranged(_without_line(parts), marks, spec, room)
    return pair if bare.height < pair.height or _uneven(bare, parts) else bare


def _of_several(strip: Strip) -> Pair:
    lead, line = strip.stands[0], strip.lines[0] if strip.lines else None
    stacked = strip.rows > 1
    return Pair(
        strip.height, lead.box, strip.mark, line, lead.ratio, lead.limit, stacked, lead.seen,
        strip=strip,
    )  # fmt: skip


def pair_notes(pair: Pair, parts: Parts) -> tuple[Finding, ...]:
    """Say that lines between the marks gave way to their sizes, or that there is little room."""
    crowded = crowded_note(pair.strip) if pair.strip else ()
    meant = parts.brief.options.separator and (pair.strip is None or pair.strip.neighbours)
    if pair.lines or not meant:
        return crowded
    return (*crowded, note("words.dropped", "separator", slot="separator"))


def table_note(parts: Parts, table: Table) -> tuple[Finding, ...]:
    """Say that the marks do not lie on the ground's own table, and why."""
    own = parts.ground.table
    if table.colour == own:
        return ()
    if parts.brief.companions and not is_pale(own):
        return (note("ground.table_companions", "table", colour=table.colour.hex),)
    alone = parts.template.kind == "lockup"
    code = "ground.other-lockup" if alone else "ground.other-table"
    return (note(code, "table", colour=table.colour.hex),)


def _uneven(pair: Pair, parts: Parts) -> bool:
    return abs(pair.ratio - 1) > parts.campaign.rules.ratio_ok


def _without_line(parts: Parts) -> Parts:
    options = replace(parts.brief.options, separator=False)
    return replace(parts, brief=replace(parts.brief, options=options))


def _arranged(parts: Parts, marks: _Marks, spec: PairSpec, room: Size) -> Pair:
    least = spacing.least_height(parts.format, parts.campaign.rules)
    height = max(spec.campaign_height * parts.u, least)
    flat, tall = (_fit(marks, height, room, parts, stacked=way) for way in (False, True))
    wish = parts.brief.options.pairing if spec.arrangement == "auto" else spec.arrangement
    if wish != "auto":
        return _held(tall if wish == "stacked" else flat, marks, least, room, parts)
    equal = _held(flat, marks, least, room, parts, barely=True)
    much_larger = tall.height > parts.campaign.rules.stack_when * equal.height
    if equal.height >= least and not much_larger:
        return equal
    if tall.height >= least:
        return tall
    held = [_held(pair, marks, least, room, parts) for pair in (flat, tall)]
    return max(held, key=lambda pair: (pair.height >= least, -abs(pair.ratio - 1)))


def _held(
    pair: Pair, marks: _Marks, least: float, room: Size, parts: Parts, *, barely: bool = False
) -> Pair:
    """Hold the campaign mark at its least height and let the logo give way.

    The logo shrinks to no less than `_GIVE_MOST` of its balanced size, or `barely`: as long as
    both still count as equals. What does not fit even then stays as it was.
    """
    if pair.height >= least:
        return pair
    rules = parts.campaign.rules
    lowest = math.sqrt(1 - rules.ratio_ok) if barely else _GIVE_MOST

    def tried(share: float) -> Pair:
        smaller = replace(
            marks, logo=marks.logo.scaled(share), ratio=marks.ratio * share**2, limit="least"
        )
        return _place(smaller, least, parts, stacked=pair.stacked)

    shares = _shares(lowest)
    first = bisect_left(shares, True, key=lambda share: tried(share).size.width <= room.width)
    for share in shares[max(0, first - 1) :]:
        size = tried(share).size
        if size.width <= room.width and size.height <= room.height:
            return tried(share)
    return pair


@cache
def _shares(lowest: float) -> tuple[float, ...]:
    """Return the shares in which a logo gives way, the largest first."""
    shares = [1.0]
    while shares[-1] > lowest:
        shares.append(max(lowest, shares[-1] - _GIVE))
    return tuple(shares[1:])


def _measure(parts: Parts, table: Table, tools: Tools) -> _Marks:
    mark, rules = parts.mark(table.variant), parts.campaign.rules
    look = tools.eye.presence
    logo = parts.logo.variant(table.logo)
    logo_seen = look(logo.sample, table.colour, rules.ink_full)
    mark_seen = look(mark.sample, table.colour, rules.ink_full)
    solved = balance.solve(logo_seen, mark_seen, rules, parts.brief.options.nudge)
    return _Marks(
        Size(solved.scale * logo.ink.size.aspect, solved.scale),
        Size(mark.ink.size.aspect, 1.0),
        logo_seen,
        mark_seen,
        solved.ratio,
        solved.limit,
        (logo.traits.baseline, mark.traits.baseline),
    )


def _fit(marks: _Marks, height: float, room: Size, parts: Parts, *, stacked: bool) -> Pair:
    """Shrink the whole pair into the room; the hairline of the separator may need a second go."""
    pair = _place(marks, height, parts, stacked=stacked)
    for _ in range(3):
        share = min(1.0, room.width / pair.size.width, room.height / pair.size.height)
        if share > 0.9999:
            break
        pair = _place(marks, pair.height * share, parts, stacked=stacked)
    return pair


def _place(marks: _Marks, height: float, parts: Parts, *, stacked: bool) -> Pair:
    logo, mark = marks.logo.scaled(height), marks.mark.scaled(height)
    rules, options = parts.campaign.rules, parts.brief.options
    between = spacing.gap(height, options.separator, rules)
    place = _stack if stacked else _side_by_side
    first, second = (mark, logo) if options.campaign_first else (logo, mark)
    one, two, line = place(first, second, between)
    boxes = (two, one) if options.campaign_first else (one, two)
    boxes, kept_from = _levelled(boxes, marks, parts, stacked=stacked)
    whole = boxes[0].union(boxes[1])
    rule = None
    if options.separator:
        tallest = max(one.height, two.height)
        width = spacing.line_width(tallest, parts.format.printed, rules)
        rule = _line(line, width, whole, rules, stacked=stacked)
    off = Point(min(0.0, rule.left), min(0.0, rule.top)) if rule else Point(0.0, 0.0)
    one, two = (box.moved(-off.x, -off.y) for box in boxes)
    return Pair(
        height,
        one,
        two,
        rule and rule.moved(-off.x, -off.y),
        marks.ratio,
        marks.limit,
        stacked,
        marks.logo_seen,
        kept_from,
    )


def _side_by_side(first: Size, second: Size, between: float) -> tuple[Box, Box, float]:
    tall = max(first.height, second.height)
    one = Box.of(first, 0, (tall - first.height) / 2)
    two = Box.of(second, first.width + between, (tall - second.height) / 2)
    return one, two, first.width + between / 2


def _stack(first: Size, second: Size, between: float) -> tuple[Box, Box, float]:
    wide = max(first.width, second.width)
    one = Box.of(first, (wide - first.width) / 2, 0)
    two = Box.of(second, (wide - second.width) / 2, first.height + between)
    return one, two, first.height + between / 2


def _levelled(
    boxes: tuple[Box, Box], marks: _Marks, parts: Parts, *, stacked: bool
) -> tuple[tuple[Box, Box], str]:
    """Set both marks on one level, and say why there is no common baseline if one was wished."""
    align = parts.brief.options.align
    if stacked:
        return boxes, "one-above" if align == "baseline" else ""
    seen = (marks.logo_seen, marks.mark_seen)
    stands = [
        Stand(box.height, look.middle, baseline)
        for box, look, baseline in zip(boxes, seen, marks.baselines, strict=True)
    ]
    found = level(stands, align, parts.campaign.rules)
    logo, mark = (
        Box.of(box.size, box.left, top) for box, top in zip(boxes, found.tops, strict=True)
    )
    return (logo, mark), found.kept_from


def _line(at: float, width: float, whole: Box, rules: Rules, *, stacked: bool) -> Box:
    if stacked:
        length = spacing.line_length(whole.width, rules)
        return Box((whole.width - length) / 2, at - width / 2, length, width)
    length = spacing.line_length(whole.height, rules)
    return Box(at - width / 2, (whole.height - length) / 2, width, length)


def pair_items(pair: Pair, at: Box, parts: Parts, table: Table) -> Group:
    """Return the lock-up as a group with its upper left corner at the box's."""
    mark = parts.mark(table.variant)
    if pair.strip is not None:
        art = artwork(mark, pair.mark.moved(at.left, at.top), "mark")
        whole = (*strip_items(pair.strip, at, parts, table), art)
        return Group(Box.of(pair.size, at.left, at.top), whole, "lockup")
    items: list[Item] = [
        artwork(parts.logo.variant(table.logo), pair.logo.moved(at.left, at.top), "logo"),
        artwork(mark, pair.mark.moved(at.left, at.top), "mark"),
    ]
    if pair.line is not None:
        line = Fill(pair.line.moved(at.left, at.top), table.text, "separator")
        items.insert(1, line)
    return Group(Box.of(pair.size, at.left, at.top), tuple(items), "lockup")


def promise_of(pair: Pair, parts: Parts, table: Table, backing: Colour | None = None) -> Promise:
    """Return what the layout says it made, for measuring the written file against."""
    logo = parts.logo.variant(table.logo)
    return Promise(
        unit=spacing.unit(pair.height, parts.campaign.rules),
        ratio=pair.ratio,
        limit=pair.limit,
        backing=backing or table.colour,
        stacked=pair.stacked,
        separator=pair.line is not None,
        variant=table.variant,
        contrast=pair.seen.contrast,
        lost=pair.seen.lost,
        letter=logo.traits.letter * pair.logo.height,
        mark_letter=parts.mark(table.variant).traits.letter * pair.mark.height,
        logo_variant=table.logo,
        light=made_for_dark(logo),
        partners=promises(pair.strip.stands, parts, table) if pair.strip else (),
        align="centre" if pair.kept_from else parts.brief.options.align,
        kept_from=pair.kept_from,
        plate=table.plates[0] if table.plates else None,
        slot=pair.slot,
    )
