"""Turns a finished scene into findings: every rule measured, kept or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cobrand.model.campaign import Campaign
from cobrand.model.colour import Colour, contrast
from cobrand.model.finding import Finding, breach, kept, note, warning
from cobrand.model.format import Format
from cobrand.model.geometry import PX_PER_MM, Box, Insets
from cobrand.model.scene import Drawing, Fill, Picture, Promise, Scene, Words
from cobrand.rules import spacing

_EDGE = 0.01  # px; what rounding may cost
_FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_EVEN = 0.995  # a share that counts as met


@dataclass(frozen=True, slots=True)
class Case:
    """One finished page with what it was made for."""

    scene: Scene
    promise: Promise
    campaign: Campaign
    format: Format
    logo: Box
    mark: Box
    lockup: Box


Check = Callable[[Case], tuple[Finding, ...]]


def review(scene: Scene, campaign: Campaign, format_: Format) -> tuple[Finding, ...]:
    """Measure every rule on the scene; layout's own mistakes show here too.

    A page without marks (a letter's following page) is only asked about its words.
    """
    findings = [*_words_readable(scene), *_words_apart(scene), *_alt_text(scene, campaign)]
    logo, mark, lockup = (scene.box(role) for role in ("logo", "mark", "lockup"))
    if scene.promise is None or logo is None or mark is None or lockup is None:
        return tuple(findings)
    case = Case(scene, scene.promise, campaign, format_, logo, mark, lockup)
    return (*(finding for check in CHECKS for finding in check(case)), *findings)


def _judged(good: bool, code: str, role: str, measured: float, limit: float) -> tuple[Finding, ...]:
    make = kept if good else breach
    return (make(code, role, measured=round(measured, 3), limit=round(limit, 3)),)


def prominence(case: Case) -> tuple[Finding, ...]:
    """Rule 7: both marks are as prominent, within ±8 %; beyond ±15 % unless a limit binds."""
    rules, off = case.campaign.rules, abs(case.promise.ratio - 1)
    values = {"measured": round(case.promise.ratio, 3), "limit": rules.ratio_ok}
    if off <= rules.ratio_ok:
        return (kept("rule.equal_prominence", "logo", **values),)
    if case.promise.limit:
        return (warning("rule.prominence_limit", "logo", **values, bound=case.promise.limit),)
    make = warning if off <= rules.ratio_warn else breach
    return (make("rule.equal_prominence", "logo", **values),)


def clear_space(case: Case) -> tuple[Finding, ...]:
    """Rule 1: nothing comes nearer than X: no words, no code, no edge."""
    rules, unit = case.campaign.rules, case.promise.unit
    others = [item.box for item in case.scene.walk() if _takes_room(item)]
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
    least = rules.gap_with_line if case.promise.separator else rules.gap_without_line
    measured = case.logo.distance(case.mark) / case.promise.unit
    return _judged(measured >= least * _EVEN, "rule.gap", "lockup", measured, least)


def separator(case: Case) -> tuple[Finding, ...]:
    """Rule 3: the line is as wide as it must be and touches neither mark."""
    line = case.scene.box("separator")
    if line is None:
        return ()
    pair = case.mark.height if case.promise.stacked else case.lockup.height
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
    values = {"measured": round(case.promise.letter / scale, 2), "limit": round(least / scale, 2)}
    if case.promise.letter >= least * _EVEN:
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
    if case.promise.stacked:
        leads = case.logo.top < case.mark.top
    else:
        leads = (case.logo.left < case.mark.left) != _rtl(case.scene)
    make = kept if leads else warning
    return (make("rule.order", "lockup"),)


def align(case: Case) -> tuple[Finding, ...]:
    """Rule 11: the marks stand on one middle, give or take the shift that levels their ink."""
    if case.promise.stacked:
        off = abs(case.logo.centre.x - case.mark.centre.x) / case.lockup.width
    else:
        off = abs(case.logo.centre.y - case.mark.centre.y) / case.lockup.height
    limit = case.campaign.rules.align_shift
    make = kept if off <= limit + 0.001 else warning
    return (make("rule.align", "lockup", measured=round(off, 3), limit=limit),)


def logo_contrast(case: Case) -> tuple[Finding, ...]:
    """Rule 12: the logo is seen on what lies behind it; its own colours may be paler."""
    least, promise = case.campaign.rules.contrast_mark, case.promise
    if promise.lost > 0.04:
        lost = round(100 * promise.lost)
        return (breach("rule.logo_disappears", "logo", measured=lost, limit=4,
                       contrast=round(promise.contrast, 1)),)  # fmt: skip
    make = kept if promise.contrast >= least else warning
    return (make("rule.contrast", "logo", measured=round(promise.contrast, 2), limit=least),)


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
    """Rule 17: pair and words stay inside what a platform shows, or 5 mm inside the trim."""
    edges = case.scene.safe
    if case.format.printed:
        edges = edges.at_least(case.campaign.rules.print_safe_mm * PX_PER_MM)
    inside = Box.of(case.scene.size).inset(edges)
    boxes = [("lockup", case.lockup)]
    boxes += [(item.role, item.box) for item in case.scene.walk() if isinstance(item, Words)]
    covered = [(role, _outside(box, inside)) for role, box in boxes if not inside.holds(box, 1)]
    hidden = [("lockup", 1.0) for box in case.format.keep_out if box.meets(case.lockup)]
    for role, by in (*covered, *hidden):
        return (breach("rule.safe_zone", role, measured=round(by), limit=0),)
    return (kept("rule.safe_zone", "lockup", measured=0, limit=0),)


def official_file(case: Case) -> tuple[Finding, ...]:
    """Rule 16: the campaign mark is an official file; until then a stand-in, and said so."""
    if not case.campaign.stand_in:
        return (kept("rule.official_file", "mark"),)
    make = breach if case.campaign.official_hashes else warning
    return (make("mark.stand-in", "mark"),)


def _takes_room(item: object) -> bool:
    return isinstance(item, Words) or (isinstance(item, Fill) and item.role.startswith("qr"))


def _rtl(scene: Scene) -> bool:
    return scene.language.split("-")[0] in _FROM_THE_RIGHT


def _outside(box: Box, inside: Box) -> float:
    return max(
        inside.left - box.left,
        inside.top - box.top,
        box.right - inside.right,
        box.bottom - inside.bottom,
    )


def _words_readable(scene: Scene) -> tuple[Finding, ...]:
    """Rule 12 for text: at least 4.5 : 1 against what is behind."""
    worst: tuple[float, str] | None = None
    for item in scene.walk():
        if isinstance(item, Words):
            ratio = contrast(item.colour, _behind(scene, item.box))
            worst = min(worst or (ratio, item.role), (ratio, item.role))
    if worst is None:
        return ()
    make = kept if worst[0] >= 4.5 else breach
    return (make("rule.text_contrast", worst[1], measured=round(worst[0], 1), limit=4.5),)


def _behind(scene: Scene, box: Box) -> Colour:
    colour = scene.ground or Colour(255, 255, 255)
    for item in scene.items:
        if isinstance(item, Fill) and item.role == "table" and item.box.holds(box, 1):
            colour = item.colour
    return colour


def _words_apart(scene: Scene) -> tuple[Finding, ...]:
    """No words stand on other words or on the code."""
    items = [item for item in scene.walk() if _takes_room(item) and item.role != "qr"]
    for index, one in enumerate(items):
        for other in items[index + 1 :]:
            if one.box.inset(Insets.all(1)).meets(other.box):
                return (breach("words.overlap", one.role, other=other.role),)
    return ()


def _alt_text(scene: Scene, campaign: Campaign) -> tuple[Finding, ...]:
    """Rule 20: there is an alternative text, and platforms take it whole."""
    good = 0 < len(scene.alt) <= campaign.rules.alt_most
    make = kept if good else warning
    return (make("rule.alt_text", "", measured=len(scene.alt), limit=campaign.rules.alt_most),)


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
