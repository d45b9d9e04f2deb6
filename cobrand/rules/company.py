"""Turns the marks of several organisations into what is only asked of several: order and level."""

from __future__ import annotations

from cobrand.model.finding import Finding, kept, warning
from cobrand.model.geometry import Box
from cobrand.model.logo import BitmapArt
from cobrand.model.scene import Drawing, Picture
from cobrand.rules.case import Case


def order(case: Case, *, from_the_right: bool) -> tuple[Finding, ...]:
    """Rule 9 for several: the lead, the partners in their order, the campaign mark at the end.

    The order is read from the boxes, row by row, as the script runs.
    """
    read = [
        role
        for row in case.rows
        for role in (_role(box, case) for box in (reversed(row) if from_the_right else row))
    ]
    wanted = [each.role for each in case.members]
    first = read[0] == "mark"
    if [role for role in read if role != "mark"] != wanted or not _as_meant(case):
        return (warning("rule.order.partners", "lockup"),)
    if first:
        return (warning("rule.order", "lockup"),)
    make = kept if read[-1] == "mark" else warning
    return (make("rule.order.partners", "lockup"),)


def unlevel(case: Case) -> float:
    """Return how far a mark's middle is from that of its row's highest, in the row's heights.

    Rule 11 for several.
    """
    return max(_unlevel(row) for row in case.rows)


def _unlevel(row: tuple[Box, ...]) -> float:
    highest = max(row, key=lambda box: box.height)
    return max(abs(box.centre.y - highest.centre.y) for box in row) / highest.height


def _role(box: Box, case: Case) -> str:
    return next((each.role for each in case.members if each.outer == box), "mark")


def _as_meant(case: Case) -> bool:
    """Say whether each logo on the page is drawn as the one that is to stand there."""
    for each, drawing in zip(case.members, case.drawings, strict=False):
        for item in case.scene.find(each.role):
            if isinstance(item, Drawing) and item.art != drawing.art:
                return False
            if isinstance(item, Picture) and BitmapArt(item.bitmap) != drawing.art:
                return False
    return True
