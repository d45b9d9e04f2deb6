"""Turns what was found on a row into words for this window: which cell, what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cobrand.batch.row import Row
from cobrand.errors import CobrandError
from cobrand.gui.speech import Speech, marked
from cobrand.model.finding import Finding, Severity

Column = Literal["name", "logo", "language", ""]
Tone = Literal["bad", "warn", "soft", ""]
_TONES: Mapping[Severity, Tone] = {Severity.BREACH: "bad", Severity.WARNING: "warn"}
_LOST = (
    "roster.logo-none", "roster.logo-missing", "roster.logo-missing-in", "roster.logo-missing-near",
)  # fmt: skip
_ABOUT_LOGOS = (*_LOST, "roster.logo-ambiguous", "roster.logo-url", "roster.logo-outside")
_OF_ALL_ROWS = ("mark.stand-in", "words.unreviewed")
_WORTH_SAYING = ("roster.logo-matched", "roster.logo-chosen", "roster.stand-in")
_COLUMNS: Mapping[str, Column] = {"name": "name", "logo": "logo", "language": "language"}
_UNNAMED = marked("No logo is named, and no file is called like this.")
WORDS: Mapping[str, str] = {
    "roster.logo-none": _UNNAMED,
    "roster.logo-missing": marked("No file with this name."),
    "roster.logo-missing-in": marked("No file with this name."),
    "roster.logo-missing-near": marked("No file with this name."),
    "roster.logo-outside": marked("This file lies outside of the list's folder. Choose it here."),
    "roster.unknown": marked("There is no {kind:words} called {given}."),
    "roster.no-logo-column": marked(
        "No column names the logos. Say which it is, or choose the folder where they are."
    ),
    "roster.no-name-column": marked(
        "No column is called “name”, in any language that is known. "
        "These are there: {headings}. Rename one in the list, and open it again."
    ),
    "roster.folder": marked("{name} is a folder. Open the list that lies in it."),
    "batch": marked("The cards could not be made. Go on with them once more."),
    "batch.target-exists": marked("Some files have this name already."),
    "batch.manifest-version": marked(
        "The record {file} was written by another version of the program. "
        "Choose another folder, or replace what is there."
    ),
    "batch.manifest-damaged": marked(
        "The record {file} is damaged. Choose another folder, or replace what is there."
    ),
    "batch.worker-died": marked(
        "The program that made this row ended twice in the middle of it. "
        "Open this logo alone in the main window to see what is wrong with it."
    ),
    "batch.reader-died": marked(
        "The program that reads this logo was stopped every time, at the end with the row alone. "
        "Close other programs and go on with it once more, or open the logo alone in the main "
        "window to see what is wrong with it."
    ),
    "batch.unforeseen": marked(
        "{name} could not be made, by an accident in the program ({kind}). "
        "Go on with the rest, and send us the logo if it happens again."
    ),
    "wrong-use.batch-no-cards": marked("Nothing would be made. Tick at least one group."),
}
"""Sentences of this window, where those of the command line name its options."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is the matter with a row, in a sentence; `offer` is a text that would mend the cell, and
    `shown` is what people call it.

    `lost` says that the logo's file is not there, so that one may be chosen or typeset.
    """

    tone: Tone
    column: Column
    sentence: str
    field: str = ""
    offer: str = ""
    shown: str = ""
    lost: bool = False


def said(tr: Speech, thing: CobrandError | Finding) -> str:
    """Return a sentence for this window."""
    if (words := WORDS.get(thing.code)) is None:
        return tr.say(thing)
    values = dict(thing.named) if isinstance(thing, Finding) else dict(thing.values)
    return tr(words, **values)


def of_row(
    tr: Speech, row: Row, more: Iterable[Finding], languages: Mapping[str, str]
) -> tuple[Trouble, ...]:
    """Return a row's troubles, the gravest first, of these what can be mended at once first.

    `more` was found on its files.
    """
    found = dict.fromkeys((*row.findings, *more))
    told = [(each, _trouble(tr, row, each, languages)) for each in found if _told(each)]
    told.sort(key=lambda pair: (-pair[0].severity, not pair[1].offer))
    return tuple(_distinct(trouble for _, trouble in told))


def failed(tr: Speech, problem: CobrandError) -> Trouble:
    """Return what went wrong while a row was made."""
    logo = problem.code.startswith("logo")
    return Trouble("bad", "logo" if logo else "", said(tr, problem), "logo", lost=logo)


def _told(found: Finding) -> bool:
    """Say whether a row's Note should tell it: what is so for every row is said once, elsewhere."""
    if found.code in _OF_ALL_ROWS:
        return False
    return found.severity >= Severity.WARNING or found.code in _WORTH_SAYING


def _distinct(troubles: Iterable[Trouble]) -> Iterator[Trouble]:
    seen: set[str] = set()
    for each in troubles:
        if each.sentence not in seen:
            seen.add(each.sentence)
            yield each


def _trouble(tr: Speech, row: Row, found: Finding, languages: Mapping[str, str]) -> Trouble:
    field, offer = _field(found), _offer(row, found, _field(found))
    unnamed = found.code in _LOST and field == "logo" and not row.says("logo")
    return Trouble(
        tone=_TONES.get(found.severity, "soft"),
        column=_COLUMNS.get(field, ""),
        sentence=tr(_UNNAMED) if unnamed else said(tr, found),
        field=field,
        offer=offer,
        shown=languages.get(offer, offer) if field == "language" else tr.ltr(offer),
        lost=found.code in _ABOUT_LOGOS and field == "logo",
    )


def _field(found: Finding) -> str:
    """Return the field whose cell is meant, or an empty string."""
    if found.code == "roster.no-name":
        return "name"
    if found.code == "roster.unknown":
        return {"format": "formats"}.get(str(found.named["kind"]), str(found.named["kind"]))
    return str(found.named.get("field", found.role))


def _offer(row: Row, found: Finding, field: str) -> str:
    """Return what the cell should say, where something near was found."""
    if found.code == "roster.logo-missing-near":
        return str(found.named["nearest"])
    near, given = found.named.get("did_you_mean"), str(found.named.get("given", ""))
    if not near or not given or given not in row.says(field):
        return ""
    return re.sub(re.escape(given), lambda _: str(near), row.says(field), count=1)
