"""Turns a card's free field into the place and reach of its circle of seats."""

from __future__ import annotations

import math
from dataclasses import replace

from cobrand.layout.parts import Parts
from cobrand.layout.regions import Regions, bled, uncut_of
from cobrand.layout.seats import Circle, draw_seats
from cobrand.model.colour import mix
from cobrand.model.geometry import Box, Point
from cobrand.model.scene import Fill, Group, Words
from cobrand.model.template import SeatSpec
from cobrand.rules.table import lit_colour

_TIGHT, _TIGHTER = (8.0, 0.86), (5.2, 0.78)  # below this reach in u, the seats' own unit
_CORNER_AIR = 0.95  # u between a QR plate's corner and the first ring
_CODE_SPAN = (0.0, 137.0)


def place_seats(
    parts: Parts, regions: Regions, words: tuple[Words, ...], code: Box | None
) -> tuple[Group, ...]:
    """Return the circle's groups: two where a band closes it, none where too little fits."""
    spec = parts.arrangement.seats
    if spec is None:
        return ()
    keep = _kept_free(parts, spec, words, code)
    if spec.lying:
        circle = _lying(parts, regions, spec, keep)
    else:
        circle = _standing(parts, regions, spec, keep, _hanging(parts, spec, words))
    circle = replace(circle, seen=uncut_of(parts), covered=regions.covered)
    if code is not None and spec.around == "qr":
        circle = _round_code(parts, circle, code, words)
    lit = lit_colour(parts.logo.traits.palette, parts.ground, parts.campaign)
    upper = draw_seats(circle, parts.ground, lit, parts.brief.name)
    groups = [_clipped(upper, circle.frame)] if upper else []
    if upper and spec.closed:
        lower = _lower_half(parts, regions, circle)
        groups.append(_clipped(lower, _below(parts, regions)))
    return tuple(groups)


def _kept_free(
    parts: Parts, spec: SeatSpec, words: tuple[Words, ...], code: Box | None
) -> tuple[Box, ...]:
    """Return the boxes that no seat may touch."""
    air = spec.air * parts.u
    boxes = [Box.of(item.block.size, item.box.left, item.box.top).grown(air) for item in words]
    if code is not None:
        boxes.append(code.grown(0.35 * parts.u))
    return tuple(boxes)


def _hanging(parts: Parts, spec: SeatSpec, words: tuple[Words, ...]) -> tuple[Box, ...]:
    """Return the boxes of words that hang from above: they say how far a circle may reach."""
    roles = {slot.role for slot in parts.arrangement.slots if slot.down == "top"}
    return tuple(item.box.grown(spec.air * parts.u) for item in words if item.role in roles)


def _standing(
    parts: Parts, regions: Regions, spec: SeatSpec, keep: tuple[Box, ...], over: tuple[Box, ...]
) -> Circle:
    """Stand a half circle on the table's upper edge."""
    u, page, edge = parts.u, regions.page, regions.table.top
    across = page.centre.x if spec.centred else page.right - spec.from_end * u
    centre = Point(across, edge)
    reach = min([spec.reach * u, *(_apart(centre, box) for box in over)])
    reach = max(reach, spec.least * u)
    frame = bled(Box.spanning(page.left, page.top, page.right, edge), page, parts.format.bleed)
    return Circle(
        centre,
        spec.unit * u * _own_unit(reach / u),
        reach,
        frame,
        keep,
        ring=spec.ring,
        angle=spec.angle,
        sparks=spec.sparks,
    )


def _lying(parts: Parts, regions: Regions, spec: SeatSpec, keep: tuple[Box, ...]) -> Circle:
    """Lay a half circle on the panel's edge."""
    unit = spec.unit * parts.u
    centre = Point(regions.table.left, regions.page.centre.y)
    reach = min([spec.reach * parts.u, *(_apart(centre, box) for box in keep)])
    reach = max(reach, spec.least * parts.u)
    page = regions.page
    frame = Box.spanning(page.left, page.top, regions.table.left, page.bottom)
    return Circle(
        centre,
        unit,
        reach,
        bled(frame, page, parts.format.bleed),
        keep,
        span=(90.0, 270.0),
        first=1.5,
        ring=spec.ring,
        angle=spec.angle,
        sparks=spec.sparks,
        least=3,
    )


def _round_code(parts: Parts, circle: Circle, code: Box, words: tuple[Words, ...]) -> Circle:
    """Gather the seats round a code: the first ring is clear of its corners."""
    centre = Point(code.centre.x, code.bottom)
    corner = math.hypot(code.width / 2, code.height) / circle.unit + _CORNER_AIR
    over = [item.box for item in words if item.box.bottom < code.top]
    top = max((box.bottom for box in over if box.right > code.left), default=0.0)
    reach = centre.y - top - parts.u
    return replace(
        circle, centre=centre, first=corner, reach=reach, span=_CODE_SPAN, unit=parts.u, least=3
    )


def _lower_half(parts: Parts, regions: Regions, upper: Circle) -> tuple[Fill, ...]:
    """Close the circle under the band, paler: there the app covers the card."""
    below = _below(parts, regions)
    circle = replace(
        upper,
        centre=Point(upper.centre.x, below.top),
        frame=below,
        keep=regions.covered,
        span=(180.0, 360.0),
        sparks=0,
    )
    ground = replace(parts.ground, seat=mix(parts.ground.seat, parts.ground.field, 0.2))
    return draw_seats(circle, ground, None, parts.brief.name + "b")


def _below(parts: Parts, regions: Regions) -> Box:
    page = regions.page
    below = Box.spanning(page.left, regions.table.bottom, page.right, page.bottom)
    return bled(below, page, parts.format.bleed)


def _own_unit(reach: float) -> float:
    for limit, unit in (_TIGHTER, _TIGHT):
        if reach < limit:
            return unit
    return 1.0


def _apart(point: Point, box: Box) -> float:
    across = max(box.left - point.x, 0.0, point.x - box.right)
    down = max(box.top - point.y, 0.0, point.y - box.bottom)
    return math.hypot(across, down)


def _clipped(seats: tuple[Fill, ...], frame: Box) -> Group:
    return Group(frame, seats, "seats", clip=True)
