"""Turn what was measured in a file into findings, by what was promised and what rules ask."""

from __future__ import annotations

from collections.abc import Callable

from cobrand.export.measure.rulings import CHECKS as OF_MARKS
from cobrand.export.measure.rulings import Case, tidy
from cobrand.model.finding import Finding, breach, kept, warning
from cobrand.model.geometry import PX_PER_MM, Box, Size

__all__ = ["Case", "judge"]

_SIZE_MM = 0.2
_EVEN = 0.985  # a share that counts as met when it is counted in pixels
_PICTURES = frozenset(("png", "jpeg", "webp"))
_WORDLESS = _PICTURES | {"eps"}

Check = Callable[[Case], tuple[Finding, ...]]


def judge(case: Case) -> tuple[Finding, ...]:
    """Return every measured rule of a file, kept or not."""
    return tuple(finding for check in (*CHECKS, *OF_MARKS) for finding in check(case))


def size(case: Case) -> tuple[Finding, ...]:
    """Say whether the file is as large as its format."""
    here, wanted = case.measured.size, _wanted_size(case)
    slack = _SIZE_MM if case.measured.unit == "mm" else 0.5
    good = abs(here.width - wanted.width) <= slack and abs(here.height - wanted.height) <= slack
    make = kept if good else breach
    return (
        make(
            "file.size",
            width=tidy(here.width),
            height=tidy(here.height),
            wanted_width=tidy(wanted.width),
            wanted_height=tidy(wanted.height),
            unit=case.measured.unit,
        ),
    )


def weight(case: Case) -> tuple[Finding, ...]:
    """Rule 19: the file is no heavier than its platform allows; print has no such limit."""
    budget = case.order.budget
    if budget is None or case.measured.kind not in _PICTURES:
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
    found.append(make("file.boxes", measured=tidy(bleed + off), limit=tidy(bleed)))
    return tuple(found)


def words(case: Case) -> tuple[Finding, ...]:
    """Say whether the file names itself and its language, where its kind can."""
    if case.measured.kind in _WORDLESS:
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


def alt_text(case: Case) -> tuple[Finding, ...]:
    """Rule 20, in the file: SVG and PDF hold the description; in a letter words are words."""
    here, wanted = (" ".join(alt.split()) for alt in (case.measured.alt, case.order.scene.alt))
    if case.measured.kind not in {"svg", "pdf"} or not wanted:
        return ()
    return ((kept if here == wanted else warning)("file.alt", measured=here, limit=wanted),)


def profile(case: Case) -> tuple[Finding, ...]:
    """Say whether a picture names its colours: without, two screens may show two colours."""
    measured = case.measured
    if measured.kind not in _PICTURES:
        return ()
    make = kept if "srgb" in measured.profile.lower() else warning
    return (make("file.profile", measured=measured.profile or "-", limit="sRGB"),)


def text_contrast(case: Case) -> tuple[Finding, ...]:
    """Rule 12 for text, in the pixels: the palest words stand off what is really behind them."""
    measured, least = case.measured.text_contrast, case.order.campaign.rules.contrast_text
    if measured is None:
        return ()
    make = kept if measured >= least * _EVEN else breach
    role = case.measured.text_role
    return (make("file.text_contrast", role, measured=round(measured, 2), limit=least),)


CHECKS: tuple[Check, ...] = (size, weight, pages, words, alt_text, profile, text_contrast)


def _wanted_size(case: Case) -> Size:
    scene, scale = case.order.scene, case.order.scale
    if case.measured.unit == "mm":
        return scene.size.scaled(1 / PX_PER_MM)
    whole = Box.of(scene.size).grown(scene.bleed).size
    if case.measured.kind == "svg":
        return whole
    factor = scale * (300 / 96 if case.order.format.printed else 1.0)
    return Size(round(whole.width * factor), round(whole.height * factor))
