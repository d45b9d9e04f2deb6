"""Turn written files into proof.html: one page to read, send or print, with a picture a file."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from cobrand import __version__
from cobrand.export.figures import figures
from cobrand.export.proof import Dossier
from cobrand.export.style import STYLE, plain
from cobrand.export.written import TWINS, Written
from cobrand.messages import called, direction, number, say, size, title, ui, ui_plural
from cobrand.model.finding import Finding, Severity

_TONES = {
    Severity.KEPT: "ok",
    Severity.NOTE: "note",
    Severity.WARNING: "warn",
    Severity.BREACH: "bad",
}
RULES = {measured: planned for planned, measured in TWINS.items()}
_ISOLATE, _POP = "\u2068", "\u2069"  # a name keeps its direction, and moves no other
_SIGNS = {"ok": "✓", "note": "i", "warn": "!", "bad": "×"}


def page(dossier: Dossier) -> bytes:
    """Return the proof as one HTML file that needs nothing else."""
    language = dossier.language
    shared = _shared(dossier.files)
    names = tuple(name for name in (dossier.brief.name, dossier.campaign.hashtag) if name)
    heading = " · ".join(f"{_ISOLATE}{name}{_POP}" for name in names)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}" dir="{direction(language)}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(ui(language, 'Proof'))}: {escape(heading)}</title>",
        f"<style>{STYLE}</style></head><body><main>",
        *_head(dossier, names),
        *_general(dossier, shared),
        *(
            line
            for place, file in enumerate(dossier.files)
            for line in _file(file, place, shared, language)
        ),
        *_foot(dossier),
        "</main></body></html>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _head(dossier: Dossier, names: tuple[str, ...]) -> Iterable[str]:
    language = dossier.language
    yield f'<header><p class="kicker">{plain(ui(language, "Proof"))}</p>'
    yield f"<h1>{' · '.join(f'<bdi>{escape(name)}</bdi>' for name in names)}</h1>"
    tone, words = _verdict(dossier)
    yield f'<p class="verdict {tone}">{_sign(tone)}<span dir="auto">{plain(words)}</span></p>'
    yield from _broken(dossier)
    seconds = number(language, dossier.sending_seconds, 0 if dossier.sending_seconds >= 10 else 1)
    facts = (
        (ui(language, "Files"), number(language, len(dossier.files))),
        (ui(language, "Together"), size(language, dossier.bytes)),
        (ui(language, "To send at 1 Mbit/s"), ui(language, "{seconds} s", seconds=seconds)),
        (ui(language, "Made"), dossier.made[:16].replace("T", " ")),
    )
    yield '<dl class="facts">'
    yield from (
        f"<div><dt>{plain(name)}</dt><dd><bdi>{plain(value)}</bdi></dd></div>"
        for name, value in facts
        if value
    )
    yield "</dl></header>"


def _verdict(dossier: Dossier) -> tuple[str, str]:
    language = dossier.language
    broken = sum(file.worst is Severity.BREACH for file in dossier.files)
    if broken:
        words = ui_plural(language, "1 file breaks a rule.", "{n} files break a rule.", broken)
        return "bad", words
    if dossier.failed or dossier.cancelled:
        return "warn", ui(language, "No rule is broken, but the kit is not complete.")
    return "ok", ui(language, "No rule is broken. Every file was opened again and measured.")


def _broken(dossier: Dossier) -> Iterable[str]:
    """Say which rules are broken and where, each file with the way to it."""
    where: dict[str, dict[int, str]] = {}
    for place, file in enumerate(dossier.files):
        for finding in file.findings:
            if finding.severity is Severity.BREACH:
                rule = _title(finding, dossier.language)
                where.setdefault(rule, {})[place] = file.path.name
    if where:
        yield '<dl class="broken">'
    for rule, files in where.items():
        links = (f'<a href="#file-{place}">{_name(name)}</a>' for place, name in files.items())
        yield f"<div><dt>{plain(rule)}</dt><dd>{' · '.join(links)}</dd></div>"
    if where:
        yield "</dl>"


def _general(dossier: Dossier, shared: Sequence[Finding]) -> Iterable[str]:
    """Say once what is so for all files, and what was not made."""
    language = dossier.language
    lines = [_finding(finding, language) for finding in shared]
    if dossier.reason:
        words = f"<bdi>{escape(dossier.reason, quote=False)}</bdi>"
        lines.insert(0, _line("note", escape(ui(language, "Made all the same, because:")), words))
    for name, error in dossier.failed:
        lines.append(_line("bad", _name(name), escape(say(language, error))))
    for each in dossier.left_out:
        missing = ", ".join(called(language, word) for word in each.missing)
        words = ui(language, "Not made: it needs {words}.", words=missing)
        lines.append(_line("note", _name(each.name), escape(words)))
    if dossier.cancelled:
        words = ui(language, "The kit was stopped before its end. The files here are whole.")
        lines.append(_line("warn", escape(ui(language, "Stopped")), escape(words)))
    if lines:
        yield f'<section class="general"><h2>{plain(ui(language, "For the whole kit"))}</h2>'
        yield f"<ul>{''.join(lines)}</ul></section>"


def _file(file: Written, place: int, shared: Sequence[Finding], language: str) -> Iterable[str]:
    own = [finding for finding in file.findings if finding not in shared]
    loud = sorted((one for one in own if one.severity), key=lambda one: -one.severity)
    quiet = [finding for finding in own if not finding.severity]
    tone = _TONES[loud[0].severity if loud else Severity.KEPT]
    picture = base64.b64encode(file.thumbnail).decode()
    yield f'<article id="file-{place}"><figure>'
    yield f'<img alt="" src="data:image/jpeg;base64,{picture}"></figure>'
    yield f'<div class="told"><h2>{_sign(tone)}{_name(file.path.name)}</h2>'
    yield f'<p class="meta">{_meta(file, language)}</p>'
    if loud:
        yield f'<ul class="loud">{"".join(_finding(one, language) for one in loud)}</ul>'
    yield from _kept(quiet, language)
    yield "</div></article>"


def _kept(quiet: Sequence[Finding], language: str) -> Iterable[str]:
    """Show the kept rules: those with a number in two columns, the others by name."""
    rows = [(finding, figures(finding, language)) for finding in quiet]
    counted = [_row(finding, pair, language) for finding, pair in rows if pair is not None]
    if counted:
        yield f'<dl class="kept">{"".join(counted)}</dl>'
    others = dict.fromkeys(_title(finding, language) for finding, pair in rows if pair is None)
    if others:
        names = escape(" · ".join(others), quote=False)
        also = f"{plain(ui(language, 'Also kept:'))} {names}"
        yield f'<p class="also">{_sign("ok")}<span>{also}</span></p>'


def _row(finding: Finding, pair: tuple[str, str], language: str) -> str:
    measured, limit = (f"<bdi>{escape(text)}</bdi>" for text in pair)
    return (
        f"<div><dt>{_sign('ok')}{plain(_title(finding, language))}</dt>"
        f'<dd>{measured}</dd><dd class="limit">{limit}</dd></div>'
    )


def _title(finding: Finding, language: str) -> str:
    """Return the rule's short name: whether it was planned or measured does not matter here."""
    if (finding.code, finding.role) == ("file.contrast", "mark"):
        return ui(language, "Contrast of the campaign mark")
    return title(language, replace(finding, code=RULES.get(finding.code, finding.code)))


def _meta(file: Written, language: str) -> str:
    measured = file.measured
    sides = [number(language, side, 0) for side in (measured.size.width, measured.size.height)]
    facts = (
        f"<bdi>{sides[0]} × {sides[1]} {measured.unit}</bdi>",
        f"<bdi>{file.kind.upper()}</bdi>",
        f"<bdi>{escape(size(language, file.bytes))}</bdi>",
        f'<bdi class="hash" title="SHA-256 {file.sha256}">{file.sha256[:12]}</bdi>',
    )
    return " · ".join(facts)


def _finding(finding: Finding, language: str) -> str:
    words = plain(say(language, finding))
    return _line(_TONES[finding.severity], plain(title(language, finding)), words)


def _line(tone: str, name: str, words: str) -> str:
    told = f'<div><strong>{name}</strong> <span dir="auto">{words}</span></div>'
    return f'<li class="{tone}">{_sign(tone)}{told}</li>'


def _foot(dossier: Dossier) -> Iterable[str]:
    language = dossier.language
    limits = ui(language, "Limits are cobrand defaults, not campaign rules.")
    unit = ui(language, "X is half the height of the campaign mark.")
    yield f'<footer><p><span dir="auto">{plain(limits)} {plain(unit)}</span></p>'
    yield f"<p><bdi>cobrand {__version__} · proof.json</bdi></p></footer>"


def _shared(files: Sequence[Written]) -> tuple[Finding, ...]:
    """Return what is to be known of every file alike, to be said once."""
    if len(files) < 2:
        return ()
    first, *others = (dict.fromkeys(f for f in file.findings if f.severity) for file in files)
    return tuple(finding for finding in first if all(finding in other for other in others))


def _sign(tone: str) -> str:
    return f'<i class="sign {tone}" aria-hidden="true">{_SIGNS[tone]}</i>'


def _name(name: str) -> str:
    return f'<bdi dir="ltr">{escape(name)}</bdi>'
