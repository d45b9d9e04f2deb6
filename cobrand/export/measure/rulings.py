"""Turn marks that were found in a file into findings, by what was promised and what rules ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cobrand.export.measure.seek import roles
from cobrand.export.measure.sight import Sight
from cobrand.export.order import Order
from cobrand.export.written import Mark, Measured
from cobrand.model.colour import difference
from cobrand.model.finding import Finding, breach, kept, note, warning
from cobrand.model.geometry import PX_PER_MM, Box
from cobrand.model.scene import Promise
from cobrand.rules import spacing, verdict

_EDGE_LEAST = 0.5  # px that an edge may be off,
_EDGE_SHARE, _EDGE_PIXELS = 0.004, 0.75  # of the mark's larger side; of the file's own pixels
_UNLIKE = 0.02
_OTHER_BACKING = 5.0  # ΔE
_OTHER_COLOURS = {False: 4.0, True: 9.0}  # ΔE, in exact files and in those that blur
_SLACK = 0.01  # of prominence, when it is counted in pixels
_EVEN = 0.985  # a share that counts as met when it is counted in pixels
_TURN = 0.4  # degrees
_SURE_EDGE = 0.06  # pixels by which an edge that was found may be off,
_LOSSY_EDGE = 0.1  # and in a file that blurs
_WHOLE = 0.93  # of a mark that is there
_SHARP = 0.8  # of a mark's detail that is left
_TOUCH = 1.0  # px, or pixels, between a line and a mark that are no distance


@dataclass(frozen=True, slots=True)
class Case:
    """One file: what was ordered, what was measured; `pixel` is a pixel's width in px."""

    order: Order
    measured: Measured
    sight: Sight | None
    pixel: float

    @property
    def promise(self) -> Promise:
        """What the scene promised; there is none without marks."""
        given = self.order.scene.promise
        assert given is not None  # noqa: S101  marks are only looked for where they were promised
        return given

    @property
    def lossy(self) -> bool:
        """Say whether the file's kind blurs."""
        return self.measured.kind in {"jpeg", "webp"}


Check = Callable[[Case, Sight], tuple[Finding, ...]]


def of_marks(case: Case) -> tuple[Finding, ...]:
    """Return every measured rule of a file's marks, kept or not."""
    if case.sight is None and case.measured.kind == "eps":
        return _unseen(case)
    if case.sight is None:
        missing = case.order.scene.promise is not None and "mark" in roles(case.order.scene)
        return (breach("proof.disagrees", "lockup", what="lockup"),) if missing else ()
    sight = case.sight
    return tuple(finding for check in MARK_CHECKS for finding in check(case, sight))


def _unseen(case: Case) -> tuple[Finding, ...]:
    """Say that an EPS file's form was read and its drawing was not, or that the form is wrong."""
    if not case.measured.sound:
        return (breach("proof.disagrees", "lockup", what="form"),)
    return (note("file.unseen", "lockup"),)


def places(case: Case, sight: Sight) -> tuple[Finding, ...]:
    """Say where a mark or the line is not where it was laid out."""
    found = [breach("proof.disagrees", role, what="missing") for role in sight.missing]
    for mark in sight.marks:
        share = _EDGE_SHARE * max(mark.promised.width, mark.promised.height)
        slack = max(_EDGE_LEAST, _EDGE_PIXELS * case.pixel, share)
        found += _displaced(mark.role, mark.box, mark.promised, slack)
    for promised, line in sight.lines:
        if line is None:
            found.append(breach("proof.disagrees", "separator", what="missing"))
        else:
            found += _displaced("separator", line, promised, max(1.6 * case.pixel, 1.0))
    return tuple(found)


def looks(case: Case, sight: Sight) -> tuple[Finding, ...]:
    """Say where the marks do not look as they were laid out, and how."""
    found = [finding for mark in case.measured.marks for finding in _looks(mark, case)]
    wanted = case.promise.backing
    off = difference(sight.backing, wanted)
    if off > _OTHER_BACKING and not case.order.scene.find("photo"):
        found.append(
            breach("proof.disagrees", "table", what="backing", measured=sight.backing.hex,
                   limit=wanted.hex)
        )  # fmt: skip
    unlike = max((each.unlike for each in sight.marks), default=1.0)
    make = kept if unlike <= _UNLIKE else breach
    found.append(make("file.drawing", "lockup", measured=round(100 * unlike, 1),
                      limit=100 * _UNLIKE))  # fmt: skip
    return tuple(found)


def _looks(mark: Mark, case: Case) -> Iterator[Finding]:
    role = mark.role
    if mark.present < _WHOLE and mark.colours <= _OTHER_COLOURS[case.lossy]:
        yield breach("proof.disagrees", role, what="cut", measured=round(100 * mark.present),
                     limit=100)  # fmt: skip
    wanted = case.promise.variant_of(role)
    if mark.variant != wanted:
        yield breach("proof.disagrees", role, what="variant", measured=mark.variant,
                     limit=wanted)  # fmt: skip
    elif mark.colours > _OTHER_COLOURS[case.lossy]:
        yield breach("proof.disagrees", role, what="colours", measured=tidy(mark.colours),
                     limit=_OTHER_COLOURS[case.lossy])  # fmt: skip
    if mark.sharp < _SHARP:
        yield breach("proof.disagrees", role, what="sharpness", measured=round(100 * mark.sharp),
                     limit=100)  # fmt: skip
    if abs(mark.turn) > _TURN:
        yield breach("file.turned", role, measured=round(mark.turn, 1), limit=_TURN)


def spaces(case: Case, sight: Sight) -> tuple[Finding, ...]:
    """Rules 1 and 2, in the pixels: clear space and gap in X."""
    measured, rules = case.measured, case.order.campaign.rules
    if measured.clear is None:
        return ()
    slack = 0.5 * case.pixel / sight.unit
    found = [_least("file.clear_space", "lockup", measured.clear, rules.clear_space, slack)]
    if measured.gap is not None:
        lined = case.promise.separator and not case.promise.partners  # rows have none between
        wanted = rules.gap_with_line if lined else rules.gap_without_line
        found.append(_least("file.gap", "lockup", measured.gap, wanted, slack))
    return tuple(found)


def separator(case: Case, _sight: Sight) -> tuple[Finding, ...]:
    """Rule 3, in the pixels: the line is as wide as it must be and touches no mark."""
    width, room = case.measured.line, case.measured.line_room
    if width is None or room is None:
        return ()
    tallest = max(each.box.height for each in case.measured.marks)
    least = spacing.line_width(tallest, case.order.format.printed, case.order.campaign.rules)
    thin = case.measured.kind not in {"pdf", "docx"} and width < 0.9 * least - 0.1 * case.pixel
    make = warning if thin or room <= max(_TOUCH, _TOUCH * case.pixel) else kept
    return (
        make("file.separator", "separator", measured=round(width, 2), limit=round(least, 2),
             room=round(max(0.0, room), 1)),
    )  # fmt: skip


def order(case: Case, _sight: Sight) -> tuple[Finding, ...]:
    """Rule 9, in the pixels: the organisation leads; and the marks stand in the order laid out."""
    found = [each.role for each in case.measured.marks]
    if "logo" not in found or "mark" not in found:
        return ()
    make = kept if found.index("logo") < found.index("mark") else warning
    return (make("file.order", "lockup"),)


def proportions(case: Case, sight: Sight) -> tuple[Finding, ...]:
    """Rule 15, in the pixels: no mark is stretched by more than can be told from its edges.

    What an edge may be off in a small mark is more than the rule's 0.5 %: then that is the limit.
    """
    limit, worst = case.order.campaign.rules.distortion, None
    for mark in sight.marks:
        edge = (_LOSSY_EDGE if case.lossy else _SURE_EDGE) * case.pixel
        told = limit + edge / mark.box.width + edge / mark.box.height
        off = abs(mark.stretch - 1)
        if worst is None or off / told > worst[0]:
            worst = (off / told, off, told, mark.role)
    if worst is None:
        return ()
    make = kept if worst[0] <= 1 else breach
    return (make("file.distortion", worst[3], measured=round(100 * worst[1], 2),
                 limit=round(100 * worst[2], 2)),)  # fmt: skip


def prominence(case: Case, _sight: Sight) -> tuple[Finding, ...]:
    """Rule 7, in the pixels: every logo is as prominent as the mark, unless a limit binds."""
    rules = case.order.campaign.rules
    found: list[Finding] = []
    for mark in case.measured.marks:
        if mark.role == "mark" or mark.ratio is None:
            continue
        promised, limit = _balance(case.promise, mark.role)
        as_bound = abs(mark.ratio / promised - 1) <= rules.ratio_ok
        said = verdict.prominence(
            "file.prominence", mark.ratio, limit if as_bound else "", case.order.format, rules,
            slack=_SLACK,
        )  # fmt: skip
        found.append(replace(said, role=mark.role))
    return tuple(found)


def _balance(promise: Promise, role: str) -> tuple[float, str]:
    """Return the ratio of prominence that was laid out for a logo, and what bound it."""
    partner = next((each for each in promise.partners if each.role == role), None)
    return (partner.ratio, partner.limit) if partner else (promise.ratio, promise.limit)


def least_size(case: Case, _sight: Sight) -> tuple[Finding, ...]:
    """Rules 4 and 5, in the pixels: the campaign mark's height."""
    mark, format_ = case.measured.mark, case.order.format
    least = spacing.least_height(format_, case.order.campaign.rules)
    if mark is None or least == 0:
        return ()
    code, scale = ("file.mark_mm", PX_PER_MM) if format_.printed else ("file.mark_px", 1.0)
    slack = 0.3 * case.pixel / scale
    return (_least(code, "mark", mark.height / scale, least / scale, slack),)


def resolution(case: Case, _sight: Sight) -> tuple[Finding, ...]:
    """Rule 6, in the pixels: a picture has pixels enough for its size where it was found."""
    rules = case.order.campaign.rules
    least = spacing.least_ppi(case.order.format, rules)
    found: list[Finding] = []
    for mark in case.measured.marks:
        if mark.ppi is not None:
            bad = breach if mark.ppi < rules.ppi_fail * least else warning
            make = kept if mark.ppi >= least * _EVEN else bad
            found.append(make("file.effective_ppi", mark.role, measured=round(mark.ppi),
                              limit=round(least)))  # fmt: skip
    return tuple(found)


def safe_zone(case: Case, _sight: Sight) -> tuple[Finding, ...]:
    """Rule 17, in the pixels: the pair is inside what a platform shows or a guillotine leaves."""
    edge = case.measured.edge
    if edge is None:
        return ()
    make = kept if edge >= -max(1.0, case.pixel) else breach
    return (make("file.safe_zone", "lockup", measured=round(max(0.0, -edge), 1), limit=0),)


def contrasts(case: Case, _sight: Sight) -> tuple[Finding, ...]:
    """Rule 12, in the pixels: every mark stands off what is really behind it.

    A logo in its own colours may be paler; the campaign mark may not, nor a drawing that was made
    for a ground.
    """
    least = case.order.campaign.rules.contrast_mark
    found: list[Finding] = []
    for mark in case.measured.marks:
        bad = warning if _in_own_colours(mark.role, case.promise) else breach
        make = kept if mark.contrast >= least * _EVEN else bad
        found.append(make("file.contrast", mark.role, measured=round(mark.contrast, 2),
                          limit=least))  # fmt: skip
    return tuple(found)


def _in_own_colours(role: str, promise: Promise) -> bool:
    return role != "mark" and promise.variant_of(role) == "colour"


MARK_CHECKS: tuple[Check, ...] = (
    places, looks, spaces, separator, order, proportions, prominence, least_size, resolution,
    safe_zone, contrasts,
)  # fmt: skip
CHECKS = (of_marks,)


def tidy(value: float) -> float:
    """Return a number as people are told it."""
    return round(value, 1)


def _displaced(role: str, here: Box, wanted: Box, slack: float) -> tuple[Finding, ...]:
    """Compare a mark's four edges with those in the drawing."""
    off = max(
        abs(here.left - wanted.left),
        abs(here.top - wanted.top),
        abs(here.right - wanted.right),
        abs(here.bottom - wanted.bottom),
    )
    if off <= slack:
        return ()
    return (breach("proof.disagrees", role, what="place", measured=tidy(off), limit=tidy(slack)),)


def _least(code: str, role: str, value: float, least: float, slack: float) -> Finding:
    make = kept if value >= least * _EVEN - slack else breach
    return make(code, role, measured=round(value, 2), limit=round(least, 2))
