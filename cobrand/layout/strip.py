"""Turns several organisations' logos and the campaign mark into one lock-up of equals in rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cobrand.layout.parts import Parts, Tools
from cobrand.layout.rows import Cell, Manner, Rows, arrange, fits
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, warning
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import Logo, SvgArt
from cobrand.model.scene import Drawing, Fill, Item, LogoPromise, Picture
from cobrand.model.template import PairSpec
from cobrand.rules import balance, spacing
from cobrand.rules.balance import Balance
from cobrand.rules.eye import Presence
from cobrand.rules.order import role
from cobrand.rules.table import Table, made_for_dark

_GAIN = 1.1  # the lines go where the logos may then be larger by this


@dataclass(frozen=True, slots=True)
class Stand:
    """One organisation's place: its ink, the plate round it if it needs one, how it balances."""

    box: Box
    plate: Box | None
    ratio: float
    limit: str
    seen: Presence


@dataclass(frozen=True, slots=True)
class Strip:
    """The lock-up of several at 0, 0: `height` of the campaign mark in px, the lead's stand first.

    `fits` is for how many organisations there would be room at their balanced sizes.
    """

    height: float
    stands: tuple[Stand, ...]
    mark: Box
    lines: tuple[Box, ...]
    rows: int
    fits: int

    @property
    def neighbours(self) -> bool:
        """Say whether any two marks stand side by side."""
        return self.rows <= len(self.stands)


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is seen of all logos on their table, and their cells; the campaign mark's cell."""

    seen: tuple[Presence, ...]
    solved: tuple[Balance, ...]
    cells: tuple[Cell, ...]
    mark: Cell


def make_strip(parts: Parts, table: Table, spec: PairSpec, room: Size, tools: Tools) -> Strip:
    """Return the lock-up of all organisations at the largest size the room allows.

    The campaign mark keeps its least height while the logos can give way. Where they would have
    to, the lines go if that makes them equals, or larger by a tenth at the least.
    """
    measured = _measure(parts, table, tools)
    least = spacing.least_height(parts.format, parts.campaign.rules)
    wish = max(spec.campaign_height * parts.u, least)
    lined = parts.brief.options.separator
    rows = _arranged(parts, measured, room, wish, lines=lined)
    if lined and (rows.share < 1 or rows.height < least):
        bare = _arranged(parts, measured, room, wish, lines=False)
        equal = bare.share**2 >= 1 - parts.campaign.rules.ratio_ok > rows.share**2
        larger = bare.height * bare.share >= _GAIN * rows.height * rows.share
        rows = bare if equal or larger else rows
    count = len(measured.cells)
    if rows.share < 1 or rows.height < least:
        count = _room_for(parts, measured, room)
    return _strip(parts, measured, rows, count)


def crowded_note(strip: Strip) -> tuple[Finding, ...]:
    """Say for how many organisations there would be room, where there are more."""
    count = len(strip.stands)
    if not 0 < strip.fits < count:
        return ()
    return (warning("rule.crowded", "lockup", measured=count, limit=strip.fits),)


def _measure(parts: Parts, table: Table, tools: Tools) -> _Measured:
    rules, mark = parts.campaign.rules, parts.mark(table.variant)
    mark_seen = tools.eye.presence(mark.sample, table.colour, rules.ink_full)
    seen, solved, cells = [], [], []
    for place, logo in enumerate(drawings(parts, table)):
        look = tools.eye.presence(logo.sample, table.behind(place), rules.ink_full)
        nudge = 0.0 if place else parts.brief.options.nudge
        found = balance.solve(look, mark_seen, rules, nudge)
        plated = table.behind(place) != table.colour
        size = Size(found.scale * logo.ink.size.aspect, found.scale)
        cells.append(Cell(size, rules.unit if plated else 0.0, look.middle))
        seen.append(look)
        solved.append(found)
    own = Cell(Size(mark.ink.size.aspect, 1.0), 0.0, mark_seen.middle, gives=False)
    return _Measured(tuple(seen), tuple(solved), tuple(cells), own)


def drawings(parts: Parts, table: Table) -> tuple[Logo, ...]:
    """Return the drawing of each organisation's logo that belongs on the table."""
    pairs = zip(parts.logos, table.drawings, strict=True)
    return tuple(logo.variant(variant) for logo, variant in pairs)


def _arranged(parts: Parts, measured: _Measured, room: Size, wish: float, *, lines: bool) -> Rows:
    least = spacing.least_height(parts.format, parts.campaign.rules)
    cells, manner = _cells(parts, measured), _manner(parts, lines=lines)
    return arrange(cells, room, wish, least, manner, _wished_rows(parts))


def _cells(parts: Parts, measured: _Measured) -> tuple[Cell, ...]:
    own = (measured.mark,)
    first = parts.brief.options.campaign_first
    return (*own, *measured.cells) if first else (*measured.cells, *own)


def _manner(parts: Parts, *, lines: bool) -> Manner:
    options = parts.brief.options
    apart = ("first" if options.campaign_first else "last") if options.pairing == "stacked" else ""
    printed = parts.format.printed
    return Manner(parts.campaign.rules, printed, lines, apart, from_start=_from_start(parts))


def _wished_rows(parts: Parts) -> int:
    return 1 if parts.brief.options.pairing == "horizontal" else 0


def _from_start(parts: Parts) -> bool:
    """Say whether rows begin at the start edge: where words stand on, beside the lock-up."""
    on_table = any(slot.region == "table" for slot in parts.arrangement.slots)
    return parts.template.kind == "stationery" or on_table


def _room_for(parts: Parts, measured: _Measured, room: Size) -> int:
    """Return how many organisations, from the lead on, have room at their balanced sizes."""
    least = spacing.least_height(parts.format, parts.campaign.rules)
    manner = _manner(parts, lines=False)
    for count in range(len(measured.cells) - 1, 0, -1):
        fewer = replace(measured, cells=measured.cells[:count])
        if fits(_cells(parts, fewer), room, least, manner, _wished_rows(parts)):
            return count
    return 0


def _strip(parts: Parts, measured: _Measured, rows: Rows, count: int) -> Strip:
    first = parts.brief.options.campaign_first
    mark, boxes = (rows.boxes[0], rows.boxes[1:]) if first else (rows.boxes[-1], rows.boxes[:-1])
    stands = tuple(
        Stand(
            box,
            box.grown(cell.pad * rows.height) if cell.pad else None,
            solved.ratio * rows.share**2,
            "least" if rows.share < 1 else solved.limit,
            seen,
        )
        for box, cell, solved, seen in zip(
            boxes, measured.cells, measured.solved, measured.seen, strict=True
        )
    )
    return Strip(rows.height, stands, mark, rows.lines, rows.count, count)


def strip_items(strip: Strip, at: Box, parts: Parts, table: Table) -> tuple[Item, ...]:
    """Return plates, logos and lines, the lock-up's upper left corner being at the box's."""
    plates, logos = [], []
    for place, (stand, logo) in enumerate(zip(strip.stands, drawings(parts, table), strict=True)):
        if stand.plate is not None:
            plate = stand.plate.moved(at.left, at.top)
            plates.append(Fill(plate, table.behind(place), "plate"))
        logos.append(artwork(logo, stand.box.moved(at.left, at.top), role(place)))
    lines = [Fill(line.moved(at.left, at.top), table.text, "separator") for line in strip.lines]
    return (*plates, *logos, *lines)


def artwork(logo: Logo, box: Box, role: str) -> Drawing | Picture:
    """Return a logo or mark drawn so that its ink fills the box."""
    if isinstance(logo.art, SvgArt):
        return Drawing(box, logo.art, logo.ink, role)
    return Picture(box, logo.art.bitmap, logo.ink, role)


def promises(stands: tuple[Stand, ...], parts: Parts, table: Table) -> tuple[LogoPromise, ...]:
    """Return what the layout says of each partner's logo, for measuring the scene against."""
    return tuple(
        _promise(place, stands[place], logo, parts, table)
        for place, logo in enumerate(drawings(parts, table))
        if place
    )


def _promise(place: int, stand: Stand, logo: Logo, parts: Parts, table: Table) -> LogoPromise:
    behind: Colour = table.behind(place)
    return LogoPromise(
        role=role(place),
        name=parts.brief.partners[place - 1].name,
        ratio=stand.ratio,
        limit=stand.limit,
        backing=behind,
        contrast=stand.seen.contrast,
        lost=stand.seen.lost,
        letter=logo.traits.letter * stand.box.height,
        variant=table.drawings[place],
        light=made_for_dark(logo),
    )
