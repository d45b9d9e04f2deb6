"""Compare what was measured in a file with what the scene promised and the rules ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cobrand.export.measure.sight import Sight
from cobrand.export.order import Order
from cobrand.export.written import Measured
from cobrand.model.colour import difference
from cobrand.model.finding import Finding, breach, kept, note, warning
from cobrand.model.geometry import PX_PER_MM, Box, Size
from cobrand.model.scene import Promise
from cobrand.rules import spacing, verdict

_EDGE_SHARE, _EDGE_PIXELS = 0.01, 1.6  # of the mark's larger side; of the file's own pixels
_UNLIKE = 0.02
_OTHER_BACKING = 5.0  # ΔE
_EVEN = 0.985  # a share that counts as met when it is counted in pixels
_SIZE_MM = 0.2
_SLACK = 0.01  # of prominence, when it is counted in pixels


@dataclass(frozen=True, slots=True)
class Case:
    """One file: what was ordered, what was measured; `pixel` is a pixel's width in px."""

    order: Order
    measured: Measured
    sight: Sight | None
    pixel: float


Check = Callable[[Case], tuple[Finding, ...]]


def judge(case: Case) -> tuple[Finding, ...]:
    """Return every measured rule of a file, kept or not."""
    return tuple(finding for check in CHECKS for finding in check(case))


def size(case: Case) -> tuple[Finding, ...]:
    """Say whether the file is as large as its format."""
    here, wanted = case.measured.size, _wanted_size(case)
    slack = _SIZE_MM if case.measured.unit == "mm" else 0.5
    good = abs(here.width - wanted.width) <= slack and abs(here.height - wanted.height) <= slack
    make = kept if good else breach
    return (
        make(
            "file.size",
            width=_tidy(here.width),
            height=_tidy(here.height),
            wanted_width=_tidy(wanted.width),
            wanted_height=_tidy(wanted.height),
            unit=case.measured.unit,
        ),
    )


def weight(case: Case) -> tuple[Finding, ...]:
    """Rule 19: the file is no heavier than its platform allows; print has no such limit."""
    budget = case.order.budget
    if budget is None or case.measured.kind not in {"png", "jpeg", "webp"}:
        return ()
    make = kept if case.measured.bytes <= budget else breach
    return (make("file.bytes", measured=case.measured.bytes, limit=budget),)


def pages(case: Case) -> tuple[Finding, ...]:
    """Say whether a PDF has all pages, and its trim inside its bleed where it should be."""
    if case.measured.kind != "pdf":
        return ()
    wanted = len(case.order.composition.pages)
    make = kept if case.measured.pages == wanted else breach
    found = [make("file.pages", measured=case.measured.pages, limit=wanted)]
    bleed = case.order.scene.bleed / PX_PER_MM
    boxes = dict(case.measured.boxes)
    off = abs(boxes["trim"].left - boxes["media"].left - bleed)
    make = kept if off <= _SIZE_MM else breach
    found.append(make("file.boxes", measured=_tidy(bleed + off), limit=_tidy(bleed)))
    return tuple(found)


def words(case: Case) -> tuple[Finding, ...]:
    """Say whether the file names itself and its language, where its kind can."""
    if case.measured.kind in {"png", "jpeg", "webp", "eps"}:
        return ()
    scene, measured = case.order.scene, case.measured
    pairs = (
        ("file.title", measured.title, scene.title),
        ("file.language", measured.language, scene.language),
    )
    return tuple(
        (kept if here == wanted else warning)(code, measured=here, limit=wanted)
        for code, here, wanted in pairs
        if wanted
    )


def promise(case: Case) -> tuple[Finding, ...]:
    """Say where the pixels are not what the scene promised: a fault of ours, a breach for them."""
    sight = case.sight
    if sight is None and case.measured.kind == "eps":
        return _unseen(case)
    if sight is None:
        return (breach("proof.disagrees", "lockup", what="lockup"),) if _promised(case) else ()
    found = [
        finding
        for role, drawn in sight.drawn.items()
        for finding in _displaced(role, sight.found[role], drawn, case)
    ]
    wanted = _needed(case).backing
    off = difference(sight.backing, wanted)
    if off > _OTHER_BACKING:
        found.append(
            breach("proof.disagrees", "table", what="backing", measured=sight.backing.hex,
                   limit=wanted.hex)
        )  # fmt: skip
    make = kept if sight.unlike <= _UNLIKE else breach
    found.append(
        make("file.drawing", "lockup", measured=round(100 * sight.unlike, 1), limit=100 * _UNLIKE)
    )
    return tuple(found)


def _unseen(case: Case) -> tuple[Finding, ...]:
    """Say that an EPS file's form was read and its drawing was not, or that the form is wrong."""
    if not case.measured.sound:
        return (breach("proof.disagrees", "lockup", what="form"),)
    return (note("file.unseen", "lockup"),)


def spaces(case: Case) -> tuple[Finding, ...]:
    """Rules 1 and 2, in the pixels: clear space and gap in X."""
    measured, rules, given = case.measured, case.order.campaign.rules, case.order.scene.promise
    if measured.clear is None or given is None:
        return ()
    slack = 1.5 * case.pixel / given.unit
    found = [_least("file.clear_space", "lockup", measured.clear, rules.clear_space, slack)]
    if measured.gap is not None:
        lined = given.separator and not given.partners  # of several, the two may be far apart
        wanted = rules.gap_with_line if lined else rules.gap_without_line
        found.append(_least("file.gap", "lockup", measured.gap, wanted, 2 * slack))
    return tuple(found)


def prominence(case: Case) -> tuple[Finding, ...]:
    """Rule 7, in the pixels: both marks are as prominent, unless a limit binds."""
    ratio, given, order = case.measured.ratio, case.order.scene.promise, case.order
    if ratio is None or given is None:
        return ()
    rules = order.campaign.rules
    return (
        verdict.prominence(
            "file.prominence", ratio, given.limit, order.format, rules, slack=_SLACK
        ),
    )


def least_size(case: Case) -> tuple[Finding, ...]:
    """Rules 4 and 5, in the pixels: the campaign mark's height."""
    mark, format_ = case.measured.mark, case.order.format
    least = spacing.least_height(format_, case.order.campaign.rules)
    if mark is None or least == 0:
        return ()
    code, scale = ("file.mark_mm", PX_PER_MM) if format_.printed else ("file.mark_px", 1.0)
    return (_least(code, "mark", mark.height / scale, least / scale, case.pixel / scale),)


def safe_zone(case: Case) -> tuple[Finding, ...]:
    """Rule 17, in the pixels: the pair is inside what a platform shows or a guillotine leaves."""
    edge = case.measured.edge
    if edge is None:
        return ()
    make = kept if edge >= -1.5 * case.pixel else breach
    return (make("file.safe_zone", "lockup", measured=round(max(0.0, -edge), 1), limit=0),)


def contrasts(case: Case) -> tuple[Finding, ...]:
    """Rule 12, in the pixels: both marks stand off what is really behind them."""
    least = case.order.campaign.rules.contrast_mark
    found: list[Finding] = []
    for role, value in (
        ("logo", case.measured.logo_contrast),
        ("mark", case.measured.mark_contrast),
    ):
        if value is not None:
            make = kept if value >= least else warning
            found.append(make("file.contrast", role, measured=round(value, 2), limit=least))
    return tuple(found)


CHECKS: tuple[Check, ...] = (
    size, weight, pages, words, promise, spaces, prominence, least_size, safe_zone, contrasts,
)  # fmt: skip


def _promised(case: Case) -> bool:
    return case.order.scene.promise is not None


def _needed(case: Case) -> Promise:
    given = case.order.scene.promise
    assert given is not None  # noqa: S101  there is no sight of a scene without a promise
    return given


def _wanted_size(case: Case) -> Size:
    scene, scale = case.order.scene, case.order.scale
    if case.measured.unit == "mm":
        return scene.size.scaled(1 / PX_PER_MM)
    whole = Box.of(scene.size).grown(scene.bleed).size
    if case.measured.kind == "svg":
        return whole
    factor = scale * (300 / 96 if case.order.format.printed else 1.0)
    return Size(round(whole.width * factor), round(whole.height * factor))


def _displaced(role: str, here: Box | None, wanted: Box | None, case: Case) -> tuple[Finding, ...]:
    """Compare a mark's four edges with those in the drawing."""
    if wanted is None:
        return ()
    if here is None:
        return (breach("proof.disagrees", role, what="missing"),)
    slack = max(_EDGE_PIXELS * case.pixel, _EDGE_SHARE * max(wanted.width, wanted.height))
    off = max(
        abs(here.left - wanted.left),
        abs(here.top - wanted.top),
        abs(here.right - wanted.right),
        abs(here.bottom - wanted.bottom),
    )
    if off <= slack:
        return ()
    return (breach("proof.disagrees", role, what="place", measured=_tidy(off), limit=_tidy(slack)),)


def _least(code: str, role: str, value: float, least: float, slack: float) -> Finding:
    if value >= least * _EVEN - slack:
        return kept(code, role, measured=round(value, 2), limit=round(least, 2))
    return breach(code, role, measured=round(value, 2), limit=round(least, 2))


def _tidy(value: float) -> float:
    return round(value, 1)
