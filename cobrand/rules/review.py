"""Turns a finished scene into findings: every rule measured, kept or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from cobrand.model.campaign import Campaign, Variant
from cobrand.model.finding import Finding, breach, kept, note, warning
from cobrand.model.format import Format
from cobrand.model.geometry import PX_PER_MM, Box
from cobrand.model.scene import Fill, Item, Scene, Words
from cobrand.rules import companions, company, small, spacing, untouched, verdict, words
from cobrand.rules.backdrop import Paint, backdrop_of
from cobrand.rules.case import Case, Marks, Member, case_of, room

_EVEN = small.EVEN
_ON_LINE = 0.01  # of the taller mark's height: nearer two baselines are one


Check = Callable[[Case], tuple[Finding, ...]]


def review(
    scene: Scene,
    campaign: Campaign,
    format_: Format,
    marks: Marks | None = None,
    paint: Paint | None = None,
) -> tuple[Finding, ...]:
    """Measure every rule on the scene; layout's own mistakes show here too.

    With `marks`, prominence and contrast are measured on their drawings at the size and over the
    colour that they have on the scene; without, the layout is believed. A page without marks (a
    letter's following page) is only asked about its words. `paint` draws what lies behind words
    and marks where that is a photograph; without, the field's colour is taken for it.
    """
    backdrop = backdrop_of(scene, paint)
    findings = (
        *words.readable(backdrop, campaign),
        *words.apart(scene),
        *words.alt_text(scene, campaign, format_),
    )
    case = case_of(scene, campaign, format_, marks, backdrop)
    if case is None:
        return findings
    seen = () if marks is None else untouched.untouched(case, marks)
    return (*(finding for check in CHECKS for finding in check(case)), *seen, *findings)


def _judged(good: bool, code: str, role: str, measured: float, limit: float) -> tuple[Finding, ...]:
    make = kept if good else breach
    return (make(code, role, measured=round(measured, 3), limit=round(limit, 3)),)


def prominence(case: Case) -> tuple[Finding, ...]:
    """Rule 7: all marks are as prominent, within ±8 %; beyond ±15 % unless a limit binds."""
    code, rules = "rule.equal_prominence", case.campaign.rules
    return tuple(
        verdict.prominence(code, each.sight.ratio, each.limit, case.format, rules, of=each)
        for each in case.members
    )


def clear_space(case: Case) -> tuple[Finding, ...]:
    """Rule 1: nothing comes nearer than X: no words, no code, no other mark, no edge."""
    rules, unit = case.campaign.rules, case.unit
    others = [item.box for item in case.scene.walk() if _keeps_off(item)]
    page = Box.of(case.scene.size)
    edges = min(
        case.lockup.left, case.lockup.top,
        page.right - case.lockup.right, page.bottom - case.lockup.bottom,
    )  # fmt: skip
    apart = min([edges, *(case.lockup.distance(box) for box in others)]) / unit
    found = _judged(apart >= rules.clear_space * _EVEN, "rule.clear_space", "lockup",
                    apart, rules.clear_space)  # fmt: skip
    tight = rules.clear_space * _EVEN <= apart < rules.clear_space_note * _EVEN
    if tight and case.format.use != "lockup":
        return (note("rule.clear_space_tight", "lockup", measured=round(apart, 2),
                     limit=rules.clear_space_note),)  # fmt: skip
    return found


def _keeps_off(item: Item) -> bool:
    return words.takes_room(item) or item.role in companions.ROLES


def gap(case: Case) -> tuple[Finding, ...]:
    """Rule 2: any two marks are 2X apart with a line between, 1.5X without; also between rows."""
    rules = case.campaign.rules
    lines = [item.box for item in case.scene.find("separator")]
    found = []
    for one, other in combinations(case.marks, 2):
        lined = any(_between(line, one, other) for line in lines)
        least = rules.gap_with_line if lined else rules.gap_without_line
        found.append((one.distance(other) / case.unit, least))
    measured, least = min(found, key=lambda each: each[0] - each[1])
    return _judged(measured >= least * _EVEN, "rule.gap", "lockup", measured, least)


def _between(line: Box, one: Box, other: Box) -> bool:
    """Say whether a line stands in the gap between two marks, or lies in it."""
    across, down = (one.centre.x, other.centre.x), (one.centre.y, other.centre.y)
    if line.height > line.width:
        level = _level_with(line, one) and _level_with(line, other)
        return level and min(across) < line.centre.x < max(across)
    return min(down) < line.centre.y < max(down)


def _level_with(line: Box, box: Box) -> bool:
    return line.top < box.bottom and box.top < line.bottom


def separator(case: Case) -> tuple[Finding, ...]:
    """Rule 3: each line is as wide and long as it must be, of the words' colour, and free.

    The worst one is told.
    """
    lines, rules = [item.box for item in case.scene.find("separator")], case.campaign.rules
    if not lines:
        return ()
    tallest = max(box.height for box in case.marks)
    least = spacing.line_width(tallest, case.format.printed, rules)
    measured = min(min(line.width, line.height) for line in lines)
    free = all(line.distance(mark) > 0 for line in lines for mark in case.marks)
    long = all(_is_long(line, case) for line in lines)
    good = measured >= least * _EVEN and long and free and _in_ink(case)
    make = kept if good else warning
    return (
        make("rule.separator", "separator", measured=round(measured, 2), limit=round(least, 2)),
    )


def _is_long(line: Box, case: Case) -> bool:
    """Say whether a line is as long as the pair, or as the marks of the row it stands in."""
    length = max(line.width, line.height)
    if len(case.members) == 1:
        pair = case.logo.union(case.mark)
        along = pair.width if case.stacked else pair.height
        return length >= spacing.line_length(along, case.campaign.rules) * _EVEN
    beside = (box.height for box in case.marks if _level_with(line, box))
    return line.width > line.height or length >= max(beside, default=0.0) * _EVEN


def _in_ink(case: Case) -> bool:
    """Say whether the line has the colour of words on what lies behind it."""
    inks = {each.table_text for each in case.campaign.grounds if each.table == case.promise.backing}
    return all(
        item.colour in inks
        for item in case.scene.find("separator")
        if isinstance(item, Fill) and inks
    )


def order(case: Case) -> tuple[Finding, ...]:
    """Rule 9: organisations lead in their own channels; mirrored where the script is."""
    if len(case.members) > 1:
        return company.order(case, from_the_right=_from_the_right(case))
    if case.stacked:
        leads = case.logo.top < case.mark.top
    else:
        leads = (case.logo.left < case.mark.left) != _from_the_right(case)
    make = kept if leads else warning
    return (make("rule.order", "lockup"),)


def orientation(case: Case) -> tuple[Finding, ...]:
    """Rule 10: wide marks stand side by side, where there is room for that at their size."""
    rules, marks = case.campaign.rules, case.marks
    wide = min(box.size.aspect for box in marks) >= rules.wide_aspect
    if len(case.rows) == 1 or not wide:
        return (kept("rule.orientation", "lockup"),)
    gap = spacing.gap(case.mark.height, case.promise.separator, rules) * (len(marks) - 1)
    needed = sum(box.width for box in marks) + gap
    free = room(case.scene, case.lockup).width - 2 * rules.clear_space * case.unit
    make = note if needed <= (case.promise.slot or free) else kept
    return (make("rule.orientation", "lockup"),)


def align(case: Case) -> tuple[Finding, ...]:
    """Rule 11: the marks stand on one middle, give or take the shift that levels their ink.

    Where a common baseline was asked for, they stand on that, or a note says why they do not.
    """
    rules, promise = case.campaign.rules, case.promise
    if promise.align == "baseline" and not case.stacked and len(case.members) == 1:
        return _on_baseline(case)
    if len(case.members) > 1:
        off = company.unlevel(case)
    elif case.stacked:
        off = abs(case.logo.centre.x - case.mark.centre.x) / case.lockup.width
    else:
        off = abs(case.logo.centre.y - case.mark.centre.y) / max(case.logo.height, case.mark.height)
    make = kept if off <= rules.align_shift + 0.001 else note
    found = (make("rule.align", "lockup", measured=round(off, 3), limit=rules.align_shift),)
    if not promise.kept_from:
        return found
    return (*found, note("rule.no_baseline", "lockup", bound=promise.kept_from))


def _on_baseline(case: Case) -> tuple[Finding, ...]:
    if case.sight.off_baseline is None:
        return ()
    off = case.sight.off_baseline / max(case.logo.height, case.mark.height)
    make = kept if off <= _ON_LINE else note
    return (make("rule.baseline", "lockup", measured=round(off, 3), limit=_ON_LINE),)


def logo_contrast(case: Case) -> tuple[Finding, ...]:
    """Rule 12: each logo is seen on what lies behind it; its own colours may be paler.

    A drawing that was made for a ground, reversed or in one colour, may not.
    """
    return tuple(_contrast(each, case) for each in case.members)


def _contrast(member: Member, case: Case) -> Finding:
    rules, sight = case.campaign.rules, member.sight
    if sight.lost > rules.lost_most:
        share, most = round(100 * sight.lost), round(100 * rules.lost_most)
        return member.found(breach, "rule.logo_disappears", measured=share, limit=most)
    bad = warning if member.variant == "colour" else breach
    make = kept if sight.contrast >= rules.contrast_mark else bad
    values = {"measured": round(sight.contrast, 2), "limit": rules.contrast_mark}
    return member.found(make, "rule.contrast", **values)


def mark_contrast(case: Case) -> tuple[Finding, ...]:
    """Rule 12: the campaign mark is seen on what lies behind it."""
    least = case.campaign.rules.contrast_mark
    return _judged(case.sight.mark >= least, "rule.mark_contrast", "mark", case.sight.mark, least)


def busy_background(case: Case) -> tuple[Finding, ...]:
    """Rule 14: behind the pair and its clear space it is calm, or there is a plate."""
    page = Box.of(case.scene.size)
    room = case.lockup.grown(case.unit)
    edges = (max(page.left, room.left), max(page.top, room.top),
             min(page.right, room.right), min(page.bottom, room.bottom))  # fmt: skip
    busy, most = case.backdrop.busy(Box.spanning(*edges)), case.campaign.rules.busy_most
    make = kept if busy <= most else warning
    return (make("rule.busy_background", "lockup", measured=round(busy, 1), limit=most),)


def same_mode(case: Case) -> tuple[Finding, ...]:
    """Rule 13: all marks in their colours, or all reversed or in one colour; which was taken."""
    even = all(_even(case.promise.variant, each) for each in case.members)
    found = [(kept if even else warning)("rule.same_mode", "lockup")]
    used = [each for each in case.members if each.variant != "colour"]
    found += [each.found(note, "logo.variant-used", variant=each.variant) for each in used]
    return tuple(found)


def _even(mark: Variant, member: Member) -> bool:
    plain = member.variant == "colour"
    return {"colour": plain, "reversed": member.light or not plain}.get(mark, not plain)


def safe_zone(case: Case) -> tuple[Finding, ...]:
    """Rule 17: what matters stays inside what a platform shows, or 5 mm inside the trim.

    That is lock-up, companions, words, code and lit seat; one breach a role, by how far it
    reaches out.
    """
    edges = case.scene.safe
    if case.format.printed:
        edges = edges.at_least(case.campaign.rules.print_safe_mm * PX_PER_MM)
    inside = Box.of(case.scene.size).inset(edges)
    out: dict[str, float] = {}
    for role, box in _what_matters(case):
        by = max(_outside(box, inside), *(_into(box, each) for each in case.format.keep_out), 0.0)
        if by > 1:
            out[role] = max(by, out.get(role, 0.0))
    broken = [breach("rule.safe_zone", role, measured=round(out[role]), limit=0) for role in out]
    return tuple(broken) or (kept("rule.safe_zone", "lockup", measured=0, limit=0),)


def _what_matters(case: Case) -> Iterator[tuple[str, Box]]:
    yield "lockup", case.lockup
    for item in case.scene.walk():
        if isinstance(item, Words):
            yield item.role, item.block.ink.moved(item.box.left, item.box.top)
        elif item.role in {"qr", "lit-seat", "eu", "sdg"}:
            yield item.role, item.box


def _into(box: Box, other: Box) -> float:
    """Return how far two boxes overlap in the direction in which they do less; negative if not."""
    return -box.distance(other)


def official_file(case: Case) -> tuple[Finding, ...]:
    """Rule 16: the file of the campaign mark that stands here is one that the campaign lists.

    A stand-in is a warning as long as no file is listed; then another file is a breach.
    """
    listed = case.campaign.official_hashes
    file = case.campaign.mark(case.promise.variant) or case.campaign.marks[0]
    if file.official:
        return (kept("rule.official_file", "mark", file=file.name, sha256=file.sha256),)
    if not listed:
        return (warning("mark.stand-in", "mark"),)
    return (breach("rule.official_file", "mark", file=file.name, sha256=file.sha256),)


def _from_the_right(case: Case) -> bool:
    vocabulary = case.campaign.vocabulary(case.scene.language)
    return vocabulary is not None and vocabulary.direction == "rtl"


def _outside(box: Box, inside: Box) -> float:
    return max(
        inside.left - box.left,
        inside.top - box.top,
        box.right - inside.right,
        box.bottom - inside.bottom,
    )


CHECKS: tuple[Check, ...] = (
    prominence,
    clear_space,
    gap,
    separator,
    small.least_size,
    small.least_letter,
    small.resolution,
    small.placed,
    order,
    orientation,
    align,
    logo_contrast,
    mark_contrast,
    busy_background,
    same_mode,
    untouched.distortion,
    safe_zone,
    official_file,
    companions.eu_emblem,
    companions.goals,
)
