"""Turns a finished scene into findings: every rule measured, kept or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cobrand.model.campaign import Campaign
from cobrand.model.finding import Finding, breach, kept, note, warning
from cobrand.model.format import Format
from cobrand.model.geometry import PX_PER_MM, Box
from cobrand.model.scene import Drawing, Picture, Scene, Words
from cobrand.rules import spacing, words
from cobrand.rules.case import Case, Marks, case_of

_EVEN = 0.995  # a share that counts as met


Check = Callable[[Case], tuple[Finding, ...]]


def review(
    scene: Scene, campaign: Campaign, format_: Format, marks: Marks | None = None
) -> tuple[Finding, ...]:
    """Measure every rule on the scene; layout's own mistakes show here too.

    With `marks`, prominence and contrast are measured on their drawings at the size and over the
    colour that they have on the scene; without, the layout is believed. A page without marks (a
    letter's following page) is only asked about its words.
    """
    findings = (
        *words.readable(scene, campaign),
        *words.apart(scene),
        *words.alt_text(scene, campaign, format_),
    )
    case = case_of(scene, campaign, format_, marks)
    if case is None:
        return findings
    return (*(finding for check in CHECKS for finding in check(case)), *findings)


def _judged(good: bool, code: str, role: str, measured: float, limit: float) -> tuple[Finding, ...]:
    make = kept if good else breach
    return (make(code, role, measured=round(measured, 3), limit=round(limit, 3)),)


def prominence(case: Case) -> tuple[Finding, ...]:
    """Rule 7: both marks are as prominent, within ±8 %; beyond ±15 % unless a limit binds."""
    rules, off = case.campaign.rules, abs(case.sight.ratio - 1)
    values = {"measured": round(case.sight.ratio, 3), "limit": rules.ratio_ok}
    if off <= rules.ratio_ok:
        return (kept("rule.equal_prominence", "logo", **values),)
    if case.promise.limit:
        return (warning("rule.prominence_limit", "logo", **values, bound=case.promise.limit),)
    make = warning if off <= rules.ratio_warn else breach
    return (make("rule.equal_prominence", "logo", **values),)


def clear_space(case: Case) -> tuple[Finding, ...]:
    """Rule 1: nothing comes nearer than X: no words, no code, no edge."""
    rules, unit = case.campaign.rules, case.unit
    others = [item.box for item in case.scene.walk() if words.takes_room(item)]
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


def gap(case: Case) -> tuple[Finding, ...]:
    """Rule 2: the marks are 2X apart with a line between, 1.5X without."""
    rules = case.campaign.rules
    line = case.scene.box("separator")
    least = rules.gap_without_line if line is None else rules.gap_with_line
    measured = case.logo.distance(case.mark) / case.unit
    return _judged(measured >= least * _EVEN, "rule.gap", "lockup", measured, least)


def separator(case: Case) -> tuple[Finding, ...]:
    """Rule 3: the line is as wide as it must be and touches neither mark."""
    line = case.scene.box("separator")
    if line is None:
        return ()
    pair = case.mark.height if case.stacked else case.lockup.height
    least = spacing.line_width(pair, case.format.printed, case.campaign.rules)
    measured = min(line.width, line.height)
    free = line.distance(case.logo) > 0 and line.distance(case.mark) > 0
    good = measured >= least * _EVEN and free
    make = kept if good else warning
    return (
        make("rule.separator", "separator", measured=round(measured, 2), limit=round(least, 2)),
    )


def least_size(case: Case) -> tuple[Finding, ...]:
    """Rules 4 and 5: the campaign mark is high enough to be read."""
    least = spacing.least_height(case.format, case.campaign.rules)
    if least == 0:
        return ()
    code, scale = ("rule.min_size_px", 1.0)
    if case.format.printed:
        code, scale = "rule.min_size_mm", PX_PER_MM
    good = case.mark.height >= least * _EVEN
    return _judged(good, code, "mark", case.mark.height / scale, least / scale)


def least_letter(case: Case) -> tuple[Finding, ...]:
    """Rules 4 and 5: the logo's smallest letter can be read; an estimate, so never a breach."""
    least = spacing.least_letter(case.format, case.campaign.rules)
    code, scale = ("rule.letter_px", 1.0)
    if case.format.printed:
        code, scale = "rule.letter_mm", PX_PER_MM
    values = {"measured": round(case.sight.letter / scale, 2), "limit": round(least / scale, 2)}
    if case.sight.letter >= least * _EVEN:
        return (kept(code, "logo", **values),)
    make = note if spacing.small(case.format, case.campaign.rules) else warning
    return (make(code, "logo", **values),)


def resolution(case: Case) -> tuple[Finding, ...]:
    """Rule 6: a picture has pixels enough for its size on paper or on screen."""
    least = case.campaign.rules.ppi if case.format.printed else 96.0
    found: list[Finding] = []
    for item in case.scene.walk():
        if isinstance(item, Picture):
            ppi = item.source.width / (item.box.width / 96)
            bad = breach if ppi < case.campaign.rules.ppi_fail * least else warning
            make = kept if ppi >= least * _EVEN else bad
            found.append(
                make("rule.effective_ppi", item.role, measured=round(ppi), limit=round(least))
            )
    return tuple(found)


def order(case: Case) -> tuple[Finding, ...]:
    """Rule 9: the organisation leads in its own channels; mirrored where the script is."""
    if case.stacked:
        leads = case.logo.top < case.mark.top
    else:
        leads = (case.logo.left < case.mark.left) != _from_the_right(case)
    make = kept if leads else warning
    return (make("rule.order", "lockup"),)


def align(case: Case) -> tuple[Finding, ...]:
    """Rule 11: the marks stand on one middle, give or take the shift that levels their ink."""
    if case.stacked:
        off = abs(case.logo.centre.x - case.mark.centre.x) / case.lockup.width
    else:
        off = abs(case.logo.centre.y - case.mark.centre.y) / case.lockup.height
    limit = case.campaign.rules.align_shift
    make = kept if off <= limit + 0.001 else warning
    return (make("rule.align", "lockup", measured=round(off, 3), limit=limit),)


def logo_contrast(case: Case) -> tuple[Finding, ...]:
    """Rule 12: the logo is seen on what lies behind it; its own colours may be paler."""
    rules, sight = case.campaign.rules, case.sight
    if sight.lost > rules.lost_most:
        measured, limit = round(100 * sight.lost), round(100 * rules.lost_most)
        return (breach("rule.logo_disappears", "logo", measured=measured, limit=limit,
                       contrast=round(sight.contrast, 1)),)  # fmt: skip
    make, least = (kept if sight.contrast >= rules.contrast_mark else warning), rules.contrast_mark
    return (make("rule.contrast", "logo", measured=round(sight.contrast, 2), limit=least),)


def same_mode(case: Case) -> tuple[Finding, ...]:
    """Rule 13: both marks in their colours, or both reversed or in one colour; which was taken."""
    promise = case.promise
    plain = promise.logo_variant == "colour"
    even = {"colour": plain, "reversed": promise.light or not plain}.get(promise.variant, not plain)
    make = kept if even else warning
    found = (make("rule.same_mode", "lockup"),)
    if plain:
        return found
    return (*found, note("logo.variant-used", "logo", variant=promise.logo_variant))


def distortion(case: Case) -> tuple[Finding, ...]:
    """Rule 15: nothing is stretched."""
    most, limit = 0.0, case.campaign.rules.distortion
    for item in case.scene.walk():
        if isinstance(item, Drawing | Picture):
            across, down = item.box.width / item.source.width, item.box.height / item.source.height
            most = max(most, abs(across / down - 1))
    return _judged(most <= limit, "rule.distortion", "lockup", most, limit)


def safe_zone(case: Case) -> tuple[Finding, ...]:
    """Rule 17: what matters stays inside what a platform shows, or 5 mm inside the trim.

    That is the pair, words, code and lit seat; one breach a role, by how far it reaches out.
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
        elif item.role in {"qr", "lit-seat"}:
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
    least_size,
    least_letter,
    resolution,
    order,
    align,
    logo_contrast,
    same_mode,
    distortion,
    safe_zone,
    official_file,
)
