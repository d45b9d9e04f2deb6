"""Turns the lock-up and its companions into one whole: companions beside it, or under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cobrand.layout.companions import Block, Host, make_block
from cobrand.layout.pair import Pair, make_pair
from cobrand.layout.parts import Parts, Tools
from cobrand.model.colour import BLACK
from cobrand.model.finding import Finding, breach
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Fill, Item
from cobrand.model.template import PairSpec
from cobrand.rules import spacing
from cobrand.rules.table import Table

_ACROSS, _DOWN = 2.6, 2.6  # X before a companion, and over one; a line may lie between
_SHARES = tuple(1 - 0.06 * step for step in range(15))  # of the room, tried for the lock-up


@dataclass(frozen=True, slots=True)
class Suite:
    """The lock-up at `at` inside a whole from 0, 0, with `items` that belong to its companions."""

    pair: Pair
    size: Size
    at: Box
    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()


def make_suite(parts: Parts, table: Table, spec: PairSpec, room: Size, tools: Tools) -> Suite:
    """Return lock-up and companions at the largest size the room in px allows for all.

    A companion follows the lock-up's size, so the lock-up gives way until all fit. Where nothing
    helps, companions are left out, with a breach for each.
    """
    if not parts.guests.companions:
        return _alone(make_pair(parts, table, spec, room, tools))
    fitting = list(_fitting(parts, table, spec, room, tools))
    if fitting:
        least = spacing.least_height(parts.format, parts.campaign.rules)
        return max(fitting, key=lambda suite: _worth(suite, least))
    alone = _alone(make_pair(parts, table, spec, room, tools))
    kinds = (companion.kind for companion in parts.brief.companions)
    lost = tuple(breach("rule.companion_missing", kind) for kind in kinds)
    return Suite(alone.pair, alone.size, alone.at, (), lost)


def _worth(suite: Suite, least: float) -> tuple[bool, float]:
    """Weigh wholes: the campaign mark keeps its least size, then all are as large as can be."""
    pair = suite.pair
    return pair.height >= least - 0.01, pair.height * pair.logo.height


def _alone(pair: Pair) -> Suite:
    return Suite(pair, pair.size, Box.of(pair.size))


def _fitting(
    parts: Parts, table: Table, spec: PairSpec, room: Size, tools: Tools
) -> Iterator[Suite]:
    """Yield the first whole that fits with companions in each place."""
    for place in (_beside, _piled, _under):
        for share in _SHARES:
            across, down = (1.0, share) if place is _under else (share, 1.0)
            less = Size(room.width * across, room.height * down)
            pair = make_pair(parts, table, spec, less, tools)
            host = Host(parts, table, pair, tools)
            pairs = zip(parts.brief.companions, parts.guests.companions, strict=True)
            blocks = tuple(make_block(host, companion, logo) for companion, logo in pairs)
            suite = place(host, blocks)
            if suite.size.width <= room.width + 0.01 and suite.size.height <= room.height + 0.01:
                yield suite
                break


def _beside(host: Host, blocks: tuple[Block, ...]) -> Suite:
    pair, gap = host.pair, _ACROSS * host.unit
    high = max(pair.size.height, *(block.size.height for block in blocks))
    at = Box.of(pair.size, 0, (high - pair.size.height) / 2)
    items: list[Item] = []
    left = at.right
    for block in blocks:
        if block.after_line:
            items.append(_line(Box(left + gap / 2, 0, 0, high), host))
        left += gap
        items += block.moved(left, (high - block.size.height) / 2)
        left += block.size.width
    return Suite(pair, Size(left, high), at, tuple(items), _said(blocks))


def _piled(host: Host, blocks: tuple[Block, ...]) -> Suite:
    """Stand companions beside the lock-up, one above the other, from one start edge."""
    items: list[Item] = []
    top = 0.0
    for block in blocks:
        items += block.moved(0, top)
        top += block.size.height + _ACROSS * host.unit
    whole = Size(max(block.size.width for block in blocks), top - _ACROSS * host.unit)
    lined = any(block.after_line for block in blocks)
    return _beside(host, (Block(tuple(items), whole, lined, _said(blocks)),))


def _under(host: Host, blocks: tuple[Block, ...]) -> Suite:
    pair, gap = host.pair, _DOWN * host.unit
    row = sum(block.size.width for block in blocks) + gap * (len(blocks) - 1)
    wide, high = max(pair.size.width, row), max(block.size.height for block in blocks)
    at = Box.of(pair.size, (wide - pair.size.width) / 2, 0)
    items: list[Item] = []
    left, top = (wide - row) / 2, pair.size.height + gap
    if any(block.after_line for block in blocks):
        items.append(_line(Box(0, pair.size.height + gap / 2, wide, 0), host))
    for block in blocks:
        items += block.moved(left, top + (high - block.size.height) / 2)
        left += block.size.width + gap
    return Suite(pair, Size(wide, top + high), at, tuple(items), _said(blocks))


def _said(blocks: tuple[Block, ...]) -> tuple[Finding, ...]:
    return tuple(finding for block in blocks for finding in block.findings)


def _line(along: Box, host: Host) -> Fill:
    """Return a thin black line on this edge without a width, as the SDG's guidelines ask for."""
    rules, printed = host.parts.campaign.rules, host.parts.format.printed
    width = rules.separator_pt * spacing.PX_PER_PT if printed else rules.separator_px
    if along.width == 0:
        box = Box(along.left - width / 2, along.top, width, along.height)
    else:
        box = Box(along.left, along.top - width / 2, along.width, width)
    return Fill(box, BLACK, "sdg-line")


def suite_items(suite: Suite, left: float, top: float) -> tuple[Item, ...]:
    """Return what belongs to the companions, the whole's upper left corner being there."""
    return tuple(replace(item, box=item.box.moved(left, top)) for item in suite.items)
