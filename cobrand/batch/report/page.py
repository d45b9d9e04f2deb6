"""Writes report.html: totals, what needs a look, then every row, in pieces drawn when in view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from urllib.parse import quote

from cobrand import __version__
from cobrand.batch.report.account import Account, Told
from cobrand.batch.report.look import LOOK
from cobrand.export.style import STYLE, plain
from cobrand.messages import direction, number, say, size, ui, ui_plural
from cobrand.model.finding import Finding, Severity

_PIECE = 100  # rows that are drawn together
_MOST = 500  # rows that are told twice because they need a look
_LISTED = 8  # files whose names are shown; of more the count is


def marked(words: str) -> str:
    """Return words that are translated where they are shown."""
    return words


STATES = {
    "made": marked("made"),
    "kept": marked("there already"),
    "partly": marked("in part"),
    "failed": marked("failed"),
    "left-out": marked("left out"),
    "waiting": marked("not reached"),
}
_TONES = {"made": "ok", "kept": "ok", "partly": "warn", "failed": "bad"}


def pieces(told: Told) -> Iterator[str]:
    """Yield the page; it needs nothing else."""
    language = told.language
    title = f"{ui(language, 'Report')}: {told.roster}"
    yield (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction(language)}">\n'
        '<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}{LOOK}</style></head><body><main>\n"
    )
    yield from _head(told)
    yield from _common(told)
    yield from _needy(told)
    yield f"<h2>{plain(ui(language, 'All rows'))}</h2>\n"
    common = frozenset(told.totals.common or ())
    rows = told.accounts()
    while part := tuple(islice(rows, _PIECE)):
        yield from _section(part, common, language)
    yield from _orphans(told)
    yield f"<footer><p><bdi>cobrand {__version__}</bdi></p></footer></main></body></html>\n"


def _head(told: Told) -> Iterator[str]:
    language, totals, result = told.language, told.totals, told.result
    yield f'<header><p class="kicker">{plain(ui(language, "Report"))}</p>'
    yield f"<h1><bdi>{escape(told.roster)}</bdi></h1>"
    tone, words = _verdict(told)
    yield f'<p class="verdict {tone}">{plain(words)}</p>'
    facts = [
        (ui(language, "Rows"), number(language, totals.rows)),
        (ui(language, "Files"), number(language, totals.files)),
        (ui(language, "Together"), size(language, totals.bytes)),
        (
            ui(language, "Seconds"),
            number(language, result.seconds, 1),
        ),
    ]
    facts += [
        (ui(language, STATES[state]), number(language, count))
        for state, count in result.states.items()
        if count
    ]
    yield '<dl class="facts">'
    yield from (
        f"<div><dt>{plain(name)}</dt><dd><bdi>{plain(value)}</bdi></dd></div>"
        for name, value in facts
    )
    yield "</dl></header>\n"


def _verdict(told: Told) -> tuple[str, str]:
    language, result = told.language, told.result
    if result.stopped:
        return "bad", say(language, result.stopped)
    if result.cancelled:
        return "warn", ui(language, "Stopped by you. What was finished is whole and stays.")
    if not result.complete:
        return "warn", ui(language, "Not everything could be made. The rest is whole.")
    if told.totals.broken:
        return "bad", ui_plural(
            language,
            "Everything is made. 1 row breaks a rule.",
            "Everything is made. {n} rows break a rule.",
            told.totals.broken,
        )
    return "ok", ui(language, "Everything is made, and no rule is broken.")


def _common(told: Told) -> Iterator[str]:
    """Say once what is so in every row."""
    if told.totals.common:
        yield f"<section class=general><h2>{plain(ui(told.language, 'In every row'))}</h2><ul>"
        yield from (
            f"<li class={_tone(each)}>{plain(say(told.language, each))}</li>"
            for each in told.totals.common
        )
        yield "</ul></section>\n"


def _needy(told: Told) -> Iterator[str]:
    """List the rows that need a look before all others, with the way to each."""
    needy = (_needing(each, told) for each in told.accounts() if each.needs_a_look)
    found = list(islice(needy, _MOST + 1))
    if found:
        yield f"<h2>{plain(ui(told.language, 'These rows need a look'))}</h2>\n<ul class=needy>"
        yield from found[:_MOST]
        yield "</ul>\n"
    if len(found) > _MOST:
        more = ui(told.language, "There are more; the table has them all.")
        yield f"<p>{plain(more)}</p>\n"


def _needing(account: Account, told: Told) -> str:
    line = account.line
    words = _words(
        account, frozenset(told.totals.common or ()), told.language, least=Severity.BREACH
    )
    return (
        f'<li><a href="#r{line.number}">{line.number}</a> '
        f"<span><bdi>{plain(line.name or line.stem)}</bdi> · "
        f"{plain(ui(told.language, STATES[line.state]))}<br>{'<br>'.join(words)}</span></li>"
    )


def _section(
    accounts: Iterable[Account], common: frozenset[Finding], language: str
) -> Iterator[str]:
    heads = (
        ui(language, "Row"),
        ui(language, "Organisation"),
        ui(language, "State"),
        ui(language, "Files"),
        ui(language, "Size"),
        ui(language, "Seconds"),
        ui(language, "What to know"),
    )
    yield "<section class=rows><table><thead><tr>"
    yield "".join(f"<th>{plain(head)}</th>" for head in heads)
    yield "</tr></thead><tbody>\n"
    for account in accounts:
        yield _row(account, common, language)
    yield "</tbody></table></section>\n"


def _row(account: Account, common: frozenset[Finding], language: str) -> str:
    line = account.line
    words = "<br>".join(_words(account, common, language, least=Severity.WARNING))
    return (
        f'<tr id="r{line.number}"><td>{line.number}</td>'
        f"<td><bdi>{plain(line.name or line.stem)}</bdi>{_links(account)}</td>"
        f"<td class={_TONES.get(line.state, 'note')}>{plain(ui(language, STATES[line.state]))}</td>"
        f"<td>{len(account.files)}</td><td>{plain(size(language, account.size))}</td>"
        f"<td>{plain(number(language, line.seconds, 1))}</td><td>{words}</td></tr>\n"
    )


def _links(account: Account) -> str:
    """Return the row's files, each a way to it; of very many only the proof."""
    shown = account.files if len(account.files) <= _LISTED else ()
    page = [entry for entry in account.others if entry.name.endswith((".html", ".zip"))]
    if any(entry.name.endswith(".zip") for entry in page):
        shown = ()  # they are inside
    links = (
        f'<a href="{quote(entry.name)}">{plain(entry.name.rpartition("/")[2])}</a>'
        for entry in (*shown, *page)
    )
    return f"<div class=links dir=ltr>{' '.join(links)}</div>"


def _words(
    account: Account, common: frozenset[Finding], language: str, *, least: int
) -> Iterator[str]:
    for words in account.errors(language):
        yield f"<span class=bad>{plain(words)}</span>"
    found = (each for each in account.findings if each.severity >= least and each not in common)
    said = {say(language, each): _tone(each) for each in found}
    yield from (f"<span class={tone}>{plain(words)}</span>" for words, tone in said.items())


def _tone(finding: Finding) -> str:
    return {Severity.BREACH: "bad", Severity.WARNING: "warn"}.get(finding.severity, "note")


def _orphans(told: Told) -> Iterator[str]:
    if told.orphans:
        head = ui(told.language, "Files of rows that are in the roster no more; they stay")
        yield f"<h2>{plain(head)}</h2><ul class=orphans dir=ltr>"
        yield from (f"<li>{plain(name)}</li>" for name in told.orphans)
        yield "</ul>\n"
