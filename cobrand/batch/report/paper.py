"""Writes proof.pdf of a batch: each rule over all files, what needs a look, then every row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cobrand import __version__
from cobrand.batch.report.account import Account, Told
from cobrand.batch.report.page import MOST, STATES, verdict
from cobrand.batch.report.tally import Tally, tallies
from cobrand.export import telling
from cobrand.export.imprint import GROUNDS, SIGNS, Imprint
from cobrand.export.proof import rules_digest
from cobrand.export.telling import TONES, Tone
from cobrand.messages import called, direction, isolated, number, say, size, ui
from cobrand.model.finding import Finding, Severity
from cobrand.model.paper import Chapter, Document, Paragraph, PrintedTable, Row

_TOGETHER = 500  # rows of a chapter: each is one text to be set
_RULES = (0.06, 0.27, 0.17, 0.17, 0.08, 0.08, 0.09, 0.08)
_ROWS = (0.06, 0.21, 0.16, 0.57)
_SOURCES = (0.27, 0.25, 0.48)
_BAD = {"failed", "partly", "waiting"}


def document(told: Told) -> tuple[Document, Imprint]:
    """Return what the proof says, and what it says of itself."""
    language = told.language
    title = f"{ui(language, 'Proof')} · {isolated(told.roster)}"
    chapters = (
        Chapter(ui(language, "Proof"), tuple(_cover(told))),
        *_needy(told),
        *_rows(told),
        Chapter(ui(language, "What it was made with"), tuple(_sources(told))),
    )
    hashtags = " ".join(each.hashtag for each in told.campaigns)
    imprint = Imprint(told.made, hashtags, f"{told.made}\n{told.digest}")
    return Document(title, language, direction(language), chapters), imprint


def _cover(told: Told) -> Iterator[Paragraph | PrintedTable]:
    language = told.language
    names = (told.roster, *(each.hashtag for each in told.campaigns))
    yield Paragraph(" · ".join(isolated(name) for name in names), "title")
    tone, words = verdict(told)
    yield Paragraph(f"{SIGNS[tone]}{words}", "heading", GROUNDS.get(tone))
    yield from (Paragraph(f"{name}\u2003{isolated(value)}") for name, value in _facts(told))
    heads = (
        ui(language, "No."), ui(language, "Rule"), ui(language, "Measured"),
        ui(language, "Limit"), ui(language, "Kept"), ui(language, "To know"),
        ui(language, "To look at"), ui(language, "Broken"),
    )  # fmt: skip
    rows = tuple(_rule(each, language) for each in tallies(told.accounts(), language))
    yield PrintedTable(ui(language, "The rules, measured on every file"), heads, rows, _RULES)
    yield Paragraph(telling.limits(language), "small")
    yield Paragraph(isolated(f"cobrand {__version__}"), "small")


def _facts(told: Told) -> Iterator[tuple[str, str]]:
    language, totals = told.language, told.totals
    yield ui(language, "Rows"), number(language, totals.rows)
    for state, count in told.result.states.items():
        if count:
            yield ui(language, STATES[state]), number(language, count)
    yield ui(language, "Files"), number(language, totals.files)
    yield ui(language, "Together"), size(language, totals.bytes)
    yield ui(language, "Made"), f"{told.made[:16].replace('T', ' ')} UTC"


def _rule(tally: Tally, language: str) -> Row:
    rule = str(tally.number) if tally.numbered else ""
    counts = (
        number(language, tally.counts[each]) if tally.counts[each] else ""
        for each in (Severity.KEPT, Severity.NOTE, Severity.WARNING, Severity.BREACH)
    )
    tone = TONES[tally.worst]
    ground = GROUNDS.get(tone) if tone != "note" else None
    cells = (rule, tally.title, tally.measured(language), tally.limit(language), *counts)
    return Row(cells, ground)


def _needy(told: Told) -> Iterator[Chapter]:
    """Yield the chapter of rows that need a look, if there are any."""
    head = ui(told.language, "These rows need a look")
    needy = (each for each in told.accounts() if each.needs_a_look)
    found = [part for each in islice(needy, MOST) for part in _needing(each, told)]
    if next(needy, None):
        found.append(Paragraph(ui(told.language, "There are more; the table has them all.")))
    if found:
        yield Chapter(head, (Paragraph(head, "heading"), *found))


def _needing(account: Account, told: Told) -> Iterator[Paragraph]:
    line = account.line
    yield Paragraph(f"{line.number} · {isolated(line.name or line.stem)}", "strong")
    broken = (each for each in account.findings if each.severity is Severity.BREACH)
    said = (*account.errors(told.language), *(say(told.language, each) for each in broken))
    yield from (Paragraph(words, "text", GROUNDS["bad"]) for words in dict.fromkeys(said))


def _rows(told: Told) -> Iterator[Chapter]:
    language, accounts = told.language, told.accounts()
    common = frozenset(told.totals.common or ())
    heads = (
        ui(language, "Row"), ui(language, "Organisation"), ui(language, "Verdict"),
        ui(language, "SHA-256 of its proof, which has those of its files"),
    )  # fmt: skip
    said = (_row(each, _tone(each, common), language) for each in accounts)
    while rows := tuple(islice(said, _TOGETHER)):
        name = f"{ui(language, 'Rows')} {rows[0].cells[0]}–{rows[-1].cells[0]}"
        yield Chapter(name, (PrintedTable(name, heads, rows, _ROWS),))


def _row(account: Account, tone: Tone, language: str) -> Row:
    line = account.line
    if account.files and line.state not in _BAD:
        words = telling.file_words(tone, language)
    else:
        words = ui(language, STATES[line.state])
    proof = next((each for each in account.others if each.name.endswith((".json", ".zip"))), None)
    cells = (str(line.number), isolated(line.name or line.stem), f"{SIGNS[tone]}{words}",
             isolated(proof.sha256) if proof else "")  # fmt: skip
    return Row(cells, GROUNDS.get(tone))


def _tone(account: Account, common: frozenset[Finding]) -> Tone:
    """Return how bad a row is; what is so in every row was said once, unless a rule is broken."""
    if account.line.state == "failed":
        return "bad"
    own = (each.severity for each in account.findings if each not in common)
    broken = account.worst is Severity.BREACH
    severity = Severity.BREACH if broken else max(own, default=Severity.KEPT)
    worst = TONES[severity] if severity > Severity.NOTE else "ok"
    return "warn" if account.line.state in _BAD and worst == "ok" else worst


def _sources(told: Told) -> Iterator[Paragraph | PrintedTable]:
    language = told.language
    yield Paragraph(ui(language, "What it was made with"), "heading")
    found = [(ui(language, "Roster"), told.roster, told.digest)]
    for campaign in told.campaigns:
        found += (
            (f"{campaign.hashtag} · {called(language, mark.variant)}", mark.name, mark.sha256)
            for mark in campaign.marks
        )
        found.append((ui(language, "Numbers of the rules"), campaign.id, rules_digest(campaign)))
    rows = tuple(Row(tuple(isolated(cell) for cell in row)) for row in found)
    heads = (ui(language, "Used for"), ui(language, "File"), "SHA-256")
    yield PrintedTable(ui(language, "Files that it was made with"), heads, rows, _SOURCES)
