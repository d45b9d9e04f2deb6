"""Turns what was found in a logo's file into rows to read, each with one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from cobrand.gui.speech import Speech, marked
from cobrand.model.brief import Brief
from cobrand.model.care import Care
from cobrand.model.finding import Finding, Severity

Deed = Literal["mend", "undo", "why"]
WORDS: dict[Deed, str] = {"mend": marked("Mend"), "undo": marked("Undo"), "why": marked("Why?")}
_SHARP = ("logo.small", "logo.print-size")


@dataclass(frozen=True, slots=True)
class Row:
    """A line for a person: what is the matter in few words, all of it, and what can be done.

    `mending` is the name of what `deed` makes or takes back; `page` and `pages` are 0 where the
    file has no other pages.
    """

    icon: str
    tone: str
    title: str
    sentence: str
    deed: Deed = "why"
    mending: str = ""
    page: int = 0
    pages: int = 0


def rows(tr: Speech, findings: Iterable[Finding]) -> tuple[Row, ...]:
    """Return a row for each finding: what was mended, then what to look at, then what to know."""
    return tuple(_row(tr, each) for each in sorted(findings, key=_rank))


def change(row: Row) -> Callable[[Brief], Brief]:
    """Return what a row's deed makes of a brief."""

    return lambda brief: brief.with_care(cared(row, brief.care))


def cared(row: Row, care: Care) -> Care:
    """Return the care with what a row's deed makes of it."""
    mend = care.with_mending if row.deed == "mend" else care.without_mending
    return mend(row.mending)


def turn_page(page: int) -> Callable[[Brief], Brief]:
    """Return the change that takes the logo from another page, read as if it were new."""
    return lambda brief: brief.with_care(replace(brief.care, page=page, mend=(), keep=()))


def _row(tr: Speech, found: Finding) -> Row:
    icon, tone = _sign(found)
    page, pages = _pages(found)
    title = tr.title(found)
    if found.code in _SHARP:
        title = tr("Sharp in print up to {mm} mm wide", mm=found.named["mm"])
    row = Row(icon, tone, title, tr.say(found), page=page, pages=pages)
    if found.mending is None:
        return row
    deed: Deed = "undo" if found.mending.state == "done" else "mend"
    return replace(row, deed=deed, mending=found.mending.id)


def _sign(found: Finding) -> tuple[str, str]:
    if found.mending and found.mending.state == "done":
        return "check-circle-fill", "ok"
    return ("warning-fill", "warn") if found.severity >= Severity.WARNING else ("info", "soft")


def _pages(found: Finding) -> tuple[int, int]:
    """Return the page in hand and how many there are, of a finding that names them."""
    values = found.named
    page, pages = values.get("page"), values.get("pages", values.get("count"))
    if isinstance(page, int) and isinstance(pages, int) and pages > 1:
        return page, pages
    return 0, 0


def _rank(found: Finding) -> int:
    if _pages(found)[1]:
        return 0
    if found.mending and found.mending.state == "done":
        return 1
    if found.severity >= Severity.WARNING:
        return 2
    return 3 if found.mending else 4
