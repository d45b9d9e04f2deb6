"""Turn a dossier into words and lines of tables, for whatever it is then written as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cobrand.export import discreet
from cobrand.export.dossier import Dossier, rule_title
from cobrand.export.figures import figures
from cobrand.export.proof import rules_digest
from cobrand.export.written import Written
from cobrand.messages import called, isolated, number, say, size, title, ui, ui_plural
from cobrand.model.brief import letters
from cobrand.model.finding import Finding, Severity
from cobrand.model.override import Override
from cobrand.rules.catalogue import rule_of
from cobrand.rules.gather import gathered
from cobrand.rules.order import role
from cobrand.rules.permission import foreign, permission_of

Tone = Literal["ok", "note", "warn", "bad"]
SIGNS = {"ok": "✓", "note": "i", "warn": "!", "bad": "×"}
TONES: dict[Severity, Tone] = {
    Severity.KEPT: "ok",
    Severity.NOTE: "note",
    Severity.WARNING: "warn",
    Severity.BREACH: "bad",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One rule of one file; `rule` is its number in docs/rules.md, what there is none of is ""."""

    tone: Tone
    rule: str
    title: str
    measured: str
    limit: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know; `reason` is why a broken rule was let stand, or ""."""

    tone: Tone
    title: str
    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that the kit was made with; `digest` is its SHA-256."""

    use: str
    file: str
    digest: str


def names(dossier: Dossier) -> tuple[str, ...]:
    """Return whose proof it is: the organisation and the campaign."""
    return tuple(name for name in (dossier.brief.name, dossier.campaign.hashtag) if name)


def summary(dossier: Dossier) -> tuple[Tone, str]:
    """Say in one sentence whether the rules hold."""
    language, broken = dossier.language, dossier.count["breach"]
    if broken:
        words = ui_plural(language, "1 file breaks a rule.", "{n} files break a rule.", broken)
        return "bad", words
    if dossier.failed or dossier.cancelled:
        return "warn", ui(language, "No rule is broken, but the kit is not complete.")
    return "ok", ui(language, "No rule is broken. Every file was opened again and measured.")


def facts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield what there is, what it costs to send, when and by whom it was made."""
    language = dossier.language
    seconds = number(language, dossier.sending_seconds, 0 if dossier.sending_seconds >= 10 else 1)
    yield ui(language, "Files"), number(language, len(dossier.files))
    yield ui(language, "Together"), size(language, dossier.bytes)
    yield ui(language, "To send at 1 Mbit/s"), ui(language, "{seconds} s", seconds=seconds)
    if dossier.made:
        yield ui(language, "Made"), f"{dossier.made[:16].replace('T', ' ')} UTC"
    if dossier.by:
        yield ui(language, "Made by"), dossier.by


def counts(dossier: Dossier) -> Iterator[tuple[Tone, str, str]]:
    """Yield how many files keep every rule, ask for a look, and break one."""
    language = dossier.language
    found = Counter(tone_of(file, dossier) for file in dossier.files)
    yield "ok", ui(language, "Keep every rule"), number(language, found["ok"])
    yield "warn", ui(language, "To look at"), number(language, found["warn"])
    yield "bad", ui(language, "Break a rule"), number(language, found["bad"])


def lines(file: Written, dossier: Dossier) -> tuple[Line, ...]:
    """Return a line for each rule of a file, the gravest first, else by the rules' numbers."""
    ordered = sorted(file.findings, key=_place)
    return tuple(dict.fromkeys(_line(each, file, dossier) for each in ordered))


def remarks(file: Written, dossier: Dossier) -> tuple[Remark, ...]:
    """Return what is to be known of one file alone, the gravest first."""
    own = (each for each in file.findings if each.severity and each not in dossier.shared)
    return tuple(_remark(each, dossier) for each in gathered(sorted(own, key=_place)))


def general(dossier: Dossier) -> Iterator[Remark]:
    """Yield what is so for all files, and what was not made."""
    language = dossier.language
    for override in dossier.overrides:
        yield _given_reason(override, dossier)
    yield from (_remark(each, dossier) for each in gathered(dossier.shared))
    for name, error in dossier.failures:
        yield Remark("bad", name, say(language, error))
    for each in dossier.left_out:
        missing = ", ".join(called(language, word) for word in each.missing)
        yield Remark("note", each.name, ui(language, "Not made: it needs {words}.", words=missing))
    if dossier.cancelled:
        words = ui(language, "The kit was stopped before its end. The files here are whole.")
        yield Remark("warn", ui(language, "Stopped"), words)


def sources(dossier: Dossier) -> Iterator[Source]:
    """Yield the files that the kit was made with, the campaign's too, and its numbers."""
    language, campaign = dossier.language, dossier.campaign
    for given in dossier.given:
        use = given.organisation or called(language, _USES.get(given.role, given.role))
        if given.variant != "colour":
            use += f" · {called(language, given.variant)}"
        yield Source(use, letters(discreet.near(given.file, None)), given.sha256 or given.artwork)
    for mark in campaign.marks:
        use = f"{campaign.hashtag} · {called(language, mark.variant)}"
        yield Source(use, mark.name, mark.sha256)
    yield Source(ui(language, "Numbers of the rules"), campaign.id, rules_digest(campaign))


def permissions(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield for each mark of somebody else who allowed it and when (rule 21)."""
    for mark in foreign(dossier.brief, dossier.campaign):
        found = permission_of(mark, dossier.brief)
        said = (found.by, found.date, found.note) if found else ()
        words = " · ".join(filter(None, said)) or ui(dossier.language, "not recorded")
        yield mark.name, words


def meta(file: Written, language: str) -> tuple[str, ...]:
    """Return a file's size, kind, weight and bytes' digest in words."""
    measured = file.measured
    sides = [number(language, side, 0) for side in (measured.size.width, measured.size.height)]
    return (
        f"{sides[0]} × {sides[1]} {measured.unit}",
        file.kind.upper(),
        size(language, file.bytes),
    )


def limits(language: str) -> str:
    """Say whose limits these are, and what X is."""
    whose = ui(language, "Limits are cobrand defaults, not campaign rules.")
    return f"{whose} {ui(language, 'X is half the height of the campaign mark.')}"


def reason_words(override: Override, language: str) -> str:
    """Say why a broken rule was let stand, and by whom."""
    if override.by:
        return ui(language, "Let stand by {by}, because: {reason}",
                  by=override.by, reason=override.reason)  # fmt: skip
    return ui(language, "Let stand, because: {reason}", reason=override.reason)


def _line(finding: Finding, file: Written, dossier: Dossier) -> Line:
    language, rule = dossier.language, rule_of(finding.code)
    measured, limit = figures(finding, language) or ("", "")
    tone = TONES[finding.severity]
    verdict = verdict_words(tone, language)
    if dossier.override(finding):
        verdict = ui(language, "Broken, let stand")
    return Line(
        tone,
        str(rule.number) if rule else "",
        " · ".join(filter(None, (rule_title(finding, language), _whose(finding, file)))),
        measured,
        limit,
        verdict,
    )


def _whose(finding: Finding, file: Written) -> str:
    """Return whose logo a finding is about, where it is a partner's."""
    names = {role(place): each.name for place, each in enumerate(file.brief.partners, 1)}
    name = finding.named.get("name") if finding.code.endswith(".partner") else None
    return isolated(str(name or names.get(finding.role, "")))


def tone_of(file: Written, dossier: Dossier) -> Tone:
    """Return how bad the worst of a file is; notes do not count, nor what is so for every file."""
    worst = dossier.worst(file)
    return TONES[worst if worst > Severity.NOTE else Severity.KEPT]


def verdict_words(tone: Tone, language: str) -> str:
    """Return the verdict on one rule in a word or two."""
    words: dict[Tone, str] = {
        "ok": ui(language, "Kept"),
        "note": ui(language, "To know"),
        "warn": ui(language, "To look at"),
        "bad": ui(language, "Broken"),
    }
    return words[tone]


def file_words(tone: Tone, language: str) -> str:
    """Return the verdict on a whole file, or on all files of one organisation."""
    if tone == "ok":
        return ui(language, "Rules kept")
    return ui(language, "Rule broken") if tone == "bad" else verdict_words(tone, language)


def _remark(finding: Finding, dossier: Dossier) -> Remark:
    language, override = dossier.language, dossier.override(finding)
    reason = reason_words(override, language) if override else ""
    tone = TONES[finding.severity]
    return Remark(tone, title(language, finding), say(language, finding), reason)


def _given_reason(override: Override, dossier: Dossier) -> Remark:
    language, rule = dossier.language, rule_of(override.code)
    what = f"{rule.number} · {rule.id}" if rule else override.code
    name = ui(language, "Broken, let stand")
    return Remark("note", f"{name} · {what}" if what else name, reason_words(override, language))


def _place(finding: Finding) -> tuple[int, int]:
    rule = rule_of(finding.code)
    return -finding.severity, rule.number if rule else _LAST


_LAST = 1000
_USES = {"eu": "EU", "sdg": "SDG", "partner": "logo"}
