"""Turn a dossier into proof.html: one page to read, send or print, worst first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

from cobrand import __version__
from cobrand.export import entry, overlay, telling
from cobrand.export.dossier import Dossier, rule_title
from cobrand.export.style import PROOF, STYLE, plain, quoted
from cobrand.export.written import Written
from cobrand.messages import direction, ui
from cobrand.model.finding import Severity

MOST_SHOWN = 150
"""Files shown with a picture and all their rules; beyond that a browser begins to be slow."""
_ISOLATE, _POP = "\u2068", "\u2069"  # a name keeps its direction, and moves no other


def page(dossier: Dossier) -> bytes:
    """Return the proof as one HTML file that needs nothing else, and no script.

    The worst files come first. Where there are very many, only the first have a picture and a
    table of their own; those after them are lines of one table.
    """
    shown, others = _parted(dossier)
    parts = [
        *_opening(dossier),
        *_head(dossier),
        *_general(dossier),
        *_toggles(dossier.language),
        '<div class="files">',
        *(line for place, file in shown for line in entry.article(file, place, dossier)),
        "</div>",
        *entry.summary(others, dossier),
        *_sources(dossier),
        *_foot(dossier),
        "</main></body></html>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _parted(dossier: Dossier) -> tuple[list[tuple[int, Written]], list[tuple[int, Written]]]:
    places = {file.path.name: place for place, file in enumerate(dossier.files)}
    ordered = ((places[file.path.name], file) for file in dossier.worst_first)
    shown = list(islice(ordered, MOST_SHOWN))
    return shown, list(ordered)


def _opening(dossier: Dossier) -> Iterable[str]:
    language = dossier.language
    heading = " · ".join(f"{_ISOLATE}{name}{_POP}" for name in telling.names(dossier))
    title = f"{ui(language, 'Proof')} · {heading}"
    running = f"@page{{@top-center{{content:{quoted(title)}}}}}"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(language)}" dir="{direction(language)}">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{plain(title)}</title>"
    yield f"<style>{STYLE}{PROOF}{running}</style></head><body><main>"


def _head(dossier: Dossier) -> Iterable[str]:
    language = dossier.language
    yield f'<header><p class="kicker">{plain(ui(language, "Proof"))}</p>'
    yield f"<h1>{' · '.join(f'<bdi>{escape(name)}</bdi>' for name in telling.names(dossier))}</h1>"
    tone, words = telling.summary(dossier)
    yield f'<p class="verdict {tone}">{entry.sign(tone)}<span dir="auto">{plain(words)}</span></p>'
    yield from _broken(dossier)
    yield '<dl class="facts">'
    for name, value in telling.facts(dossier):
        yield f"<div><dt>{plain(name)}</dt><dd><bdi>{plain(value)}</bdi></dd></div>"
    yield '</dl><dl class="facts counts">'
    for tone, name, value in telling.counts(dossier):
        yield f"<div><dt>{entry.sign(tone)}{plain(name)}</dt><dd>{plain(value)}</dd></div>"
    yield "</dl></header>"


def _broken(dossier: Dossier) -> Iterable[str]:
    """Say which rules are broken and where, each file with the way to it."""
    where: dict[str, dict[int, str]] = {}
    for place, file in enumerate(dossier.files):
        for finding in file.findings:
            if finding.severity is Severity.BREACH:
                rule = rule_title(finding, dossier.language)
                where.setdefault(rule, {})[place] = file.path.name
    if where:
        yield '<dl class="broken">'
    for rule, files in where.items():
        links = (f'<a href="#file-{place}">{entry.name(name)}</a>' for place, name in files.items())
        yield f"<div><dt>{plain(rule)}</dt><dd>{' · '.join(links)}</dd></div>"
    if where:
        yield "</dl>"


def _general(dossier: Dossier) -> Iterable[str]:
    found = [entry.remark(each) for each in telling.general(dossier)]
    if found:
        yield f'<section class="general"><h2>{plain(ui(dossier.language, "For the whole kit"))}'
        yield f"</h2><ul>{''.join(found)}</ul></section>"


def _toggles(language: str) -> Iterable[str]:
    """Offer what is drawn over the pictures, each to be taken away; no script is needed."""
    labels = {
        "clear": ui(language, "Clear space"),
        "safe": ui(language, "Safe area"),
        "ink": ui(language, "Boxes of the marks"),
    }
    yield f'<h2 class="over">{plain(ui(language, "Shown over the pictures"))}</h2>'
    for kind in overlay.KINDS:
        yield f'<input type="checkbox" id="show-{kind}" checked>'
        yield f'<label for="show-{kind}">{overlay.swatch(kind)}{plain(labels[kind])}</label>'


def _sources(dossier: Dossier) -> Iterable[str]:
    """Say with which files the kit was made, byte for byte, and who allowed what."""
    language = dossier.language
    yield f'<section class="sources"><h2>{plain(ui(language, "What it was made with"))}</h2>'
    rows = [
        (plain(each.use), entry.name(each.file), f'<code dir="ltr">{each.digest}</code>')
        for each in telling.sources(dossier)
    ]
    heads = (ui(language, "Used for"), ui(language, "File"), "SHA-256")
    yield from _table(ui(language, "Files that it was made with"), heads, rows)
    allowed = [
        (f"<bdi>{plain(mark)}</bdi>", f'<span dir="auto">{plain(words)}</span>')
        for mark, words in telling.permissions(dossier)
    ]
    columns = (ui(language, "Mark"), ui(language, "Allowed by, and when"))
    yield from _table(ui(language, "Permissions for other people's marks"), columns, allowed)
    yield "</section>"


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Write a table; cells are HTML, and the first of a row is its head."""
    yield f"<table><caption>{plain(caption)}</caption><thead><tr>"
    yield "".join(f'<th scope="col">{plain(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for first, *cells in rows:
        others = "".join(f"<td>{cell}</td>" for cell in cells)
        yield f'<tr><th scope="row">{first}</th>{others}</tr>'
    yield "</tbody></table>"


def _foot(dossier: Dossier) -> Iterable[str]:
    yield f'<footer><p><span dir="auto">{plain(telling.limits(dossier.language))}</span></p>'
    others = " · ".join((f"cobrand {__version__}", *dossier.beside))
    yield f"<p><bdi>{escape(others)}</bdi></p></footer>"
