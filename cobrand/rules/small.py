"""Turns a finished page into findings about sizes: of marks, letters and pictures."""

from __future__ import annotations

from dataclasses import replace

from cobrand.model.finding import Finding, breach, kept, note, warning
from cobrand.model.geometry import PX_PER_MM
from cobrand.model.scene import Picture
from cobrand.rules import spacing
from cobrand.rules.case import Case

EVEN = 0.995  # a share that counts as met


def least_size(case: Case) -> tuple[Finding, ...]:
    """Rules 4 and 5: the campaign mark is high enough to be read."""
    least = spacing.least_height(case.format, case.campaign.rules)
    if least == 0:
        return ()
    code, scale = ("rule.min_size_px", 1.0)
    if case.format.printed:
        code, scale = "rule.min_size_mm", PX_PER_MM
    make = kept if case.mark.height >= least * EVEN else breach
    measured, limit = case.mark.height / scale, least / scale
    return (make(code, "mark", measured=round(measured, 3), limit=round(limit, 3)),)


def least_letter(case: Case) -> tuple[Finding, ...]:
    """Rules 4 and 5: the smallest letters of all marks can be read; estimates, never a breach."""
    least = spacing.least_letter(case.format, case.campaign.rules)
    code, scale = ("rule.letter_px", 1.0)
    if case.format.printed:
        code, scale = "rule.letter_mm", PX_PER_MM
    bad = note if spacing.small(case.format, case.campaign.rules) else warning
    found = []
    mark = replace(case.members[0], role="mark", name="")
    letters = [(each, each.sight.letter) for each in case.members]
    for member, letter in (*letters, (mark, case.sight.mark_letter)):
        make = kept if letter >= least * EVEN else bad
        values = {"measured": round(letter / scale, 2), "limit": round(least / scale, 2)}
        if letter:
            found.append(member.found(make, code, **values))
    return tuple(found)


def resolution(case: Case) -> tuple[Finding, ...]:
    """Rule 6: a picture has pixels enough for its size on screen, or on paper of this area."""
    rules = case.campaign.rules
    least = spacing.least_ppi(case.format, rules)
    found: list[Finding] = []
    for item in case.scene.walk():
        if isinstance(item, Picture):
            ppi = item.source.width / (item.box.width / 96)
            bad = breach if ppi < rules.ppi_fail * least else warning
            make = kept if ppi >= least * EVEN else bad
            code = "rule.photo_ppi" if item.role == "photo" else "rule.effective_ppi"
            found.append(make(code, item.role, measured=round(ppi), limit=round(least)))
    return tuple(found)


def placed(case: Case) -> tuple[Finding, ...]:
    """Rules 4 and 5 for a lock-up: how small the file may be placed on paper and on a screen.

    A file that is smaller than both is told; one that is made for the one may be too small for the
    other.
    """
    if case.format.use != "lockup":
        return ()
    rules, sight = case.campaign.rules, case.sight
    share = min(letter for letter in (sight.letter, sight.mark_letter, case.mark.height) if letter)
    times = case.scene.size.width / case.mark.height
    print_ = max(rules.least_mm, rules.letter_mm * case.mark.height / share) * times
    screen = max(rules.least_px, rules.letter_px * case.mark.height / share) * times
    width = case.scene.size.width
    make = kept if width >= min(print_ * PX_PER_MM, screen) * EVEN else warning
    return (
        make(
            "rule.placed",
            "lockup",
            measured=round(width),
            measured_mm=round(width / PX_PER_MM, 1),
            limit=round(screen),
            least_mm=round(print_, 1),
        ),
    )
