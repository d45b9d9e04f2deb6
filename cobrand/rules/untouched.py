"""Turns a finished page and its marks into findings: nothing stretched, cut or changed."""

from __future__ import annotations

from collections.abc import Iterator

from cobrand.model.finding import Finding, breach, kept
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo, SvgArt
from cobrand.model.scene import Drawing, Group, Item, Picture
from cobrand.rules.case import Case, Marks

_CUT = 0.005  # of the ink box's longer side: less is rounding


def distortion(case: Case) -> tuple[Finding, ...]:
    """Rule 15: nothing is stretched."""
    most, limit = 0.0, case.campaign.rules.distortion
    for item in case.scene.walk():
        if isinstance(item, Drawing | Picture):
            across, down = item.box.width / item.source.width, item.box.height / item.source.height
            most = max(most, abs(across / down - 1))
    make = kept if most <= limit else breach
    return (make("rule.distortion", "lockup", measured=round(most, 3), limit=round(limit, 3)),)


def untouched(case: Case, marks: Marks) -> tuple[Finding, ...]:
    """Rule 15: each mark is the drawing that was read, whole, and no group cuts it.

    A scene has nothing that could turn a mark or put an effect on it.
    """
    found = [
        breach("rule.untouched", role, what=what)
        for role, logo in _meant(case, marks)
        for item in case.scene.find(role)
        for what in _done_to(item, logo)
    ]
    found += [breach("rule.untouched", role, what="cut") for role in _clipped(case.scene.items)]
    return tuple(found) or (kept("rule.untouched", "lockup"),)


def _meant(case: Case, marks: Marks) -> Iterator[tuple[str, Logo]]:
    logos = (marks.logo, *marks.others)
    yield from ((each.role, logo) for each, logo in zip(case.members, logos, strict=False))
    yield "mark", marks.mark


def _done_to(item: Item, logo: Logo) -> Iterator[str]:
    if not isinstance(item, Drawing | Picture):
        yield "changed"
        return
    art = logo.art if isinstance(logo.art, SvgArt) else logo.art.bitmap
    drawn = item.art if isinstance(item, Drawing) else item.bitmap
    if drawn is not art and drawn != art:
        yield "changed"
    if not item.source.holds(logo.ink, _CUT * max(logo.ink.width, logo.ink.height)):
        yield "cut"


def is_mark(role: str) -> bool:
    """Say whether a role is a mark's: "mark", "logo", "logo-2" …"""
    return role == "mark" or role.partition("-")[0] == "logo"


def _clipped(items: tuple[Item, ...], room: Box | None = None) -> Iterator[str]:
    """Yield the marks that reach out of a group that shows nothing outside its box."""
    for item in items:
        if is_mark(item.role) and room is not None and not room.holds(item.box, 0.5):
            yield item.role
        elif isinstance(item, Group):
            yield from _clipped(item.items, item.box if item.clip else room)
