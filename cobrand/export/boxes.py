"""Turns a scene and what was measured in its file into boxes to draw over a picture of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cobrand.export.order import Order
from cobrand.export.written import Measured, Overlay
from cobrand.model.geometry import PX_PER_MM, Box, union
from cobrand.rules import spacing

_MARKS = re.compile(r"logo(-\d+)?|mark|eu|sdg")


def over(order: Order, measured: Measured) -> Overlay:
    """Return the boxes of a card: those of both marks as measured, where the file shows them."""
    scene, rules = order.scene, order.campaign.rules
    page = Box.of(scene.size)
    inks = tuple(_inks(order, measured))
    marks = [box for role, box in inks if role not in {"eu", "sdg"}]
    mark = dict(inks).get("mark")
    clear = None
    if scene.promise is not None and mark is not None:
        unit = spacing.unit(mark.height, rules)
        clear = union(tuple(marks)).grown(unit * rules.clear_space)
    edges = scene.safe
    if order.format.printed:
        edges = edges.at_least(rules.print_safe_mm * PX_PER_MM)
    safe = page.inset(edges)
    return Overlay(
        page=page.grown(scene.bleed),
        clear=clear,
        safe=None if safe == page else safe,
        covered=order.format.keep_out,
        inks=tuple(box for _, box in inks),
    )


def _inks(order: Order, measured: Measured) -> Iterator[tuple[str, Box]]:
    seen = {"logo": measured.logo, "mark": measured.mark}
    roles = dict.fromkeys(item.role for item in order.scene.walk() if _MARKS.fullmatch(item.role))
    for role in roles:
        box = seen.get(role) or order.scene.box(role)
        if box is not None:
            yield role, box
