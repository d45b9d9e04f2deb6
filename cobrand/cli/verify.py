"""Turns a brief, or a finished file, into the list of rules measured."""

from __future__ import annotations

import hashlib
import json
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cobrand.cli import asked as asking
from cobrand.cli import world
from cobrand.cli.console import Console, described
from cobrand.cli.outcome import exit_code, plain, show_reasons, verdict
from cobrand.cli.seen import Seen, again, alone, brief_of
from cobrand.engine import Engine
from cobrand.errors import LogoError, WrongUse
from cobrand.intake import source
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity, breach, kept
from cobrand.model.override import Override, Overrides
from cobrand.model.record import build

PROOF = "proof.json"
_NO_PROOF = (LogoError, ValueError, RecursionError, LookupError, TypeError, StopIteration)
"""What a file that is missing, no JSON, or no proof of this one ends in."""


def check(asked: Namespace, console: Console, open_engine: world.Open | None = None) -> int:
    """Measure a brief, or a file: against its proof, or by the marks that are found in it."""
    file = asking.path(asked.files[0])
    brief = asking.saved(file)
    opened = open_engine or world.opener(asked)
    if brief is None:
        seen, findings = _of_file(asked, file, opened)
    else:
        seen, findings = None, _of_brief(brief, opened())
    ordered = tuple(sorted(findings, key=lambda each: -each.severity))
    if asked.json:
        console.document(_document(console, file, seen, ordered))
    console.show(str(file))
    console.findings(ordered)
    console.tell(verdict(console, ordered))
    overrides = () if brief else _overrides(file)
    show_reasons(console, ordered, overrides)
    return exit_code(ordered, asked.strict, overrides)


def _document(
    console: Console, file: Path, seen: Seen | None, ordered: tuple[Finding, ...]
) -> Mapping[str, object]:
    return {
        "file": str(file),
        "broken": sum(each.severity is Severity.BREACH for each in ordered),
        "measured": None if seen is None else plain(seen.measured),
        "findings": [described(console.language, each) for each in ordered],
    }


def _of_brief(brief: Brief, engine: Engine) -> tuple[Finding, ...]:
    return engine.compose(brief, engine.logo(brief), engine.guests(brief)).findings


def _of_file(
    asked: Namespace, file: Path, opened: world.Open
) -> tuple[Seen | None, tuple[Finding, ...]]:
    """Return what is measured in a file, and what its proof says, if there is one beside it."""
    data = source.load(file)
    if asked.logo:
        entry = _entry_or_none(file)
        known = entry and brief_of(entry, str(asking.path(asked.logo)))
        engine = opened()
        seen = again(known, file, data, engine) if known else None
        seen = seen or alone(asked, file, data, lambda: engine)
        proved = _proved(entry, file, data) if entry else ()
        return seen, (*proved[:1], *seen.findings)
    return None, _proved(_entry(file), file, data)


def _proved(entry: Mapping[str, Any], file: Path, data: bytes) -> tuple[Finding, ...]:
    """Say whether the bytes are still the proved ones; if so, what was measured then holds."""
    if hashlib.sha256(data).hexdigest() != entry.get("sha256"):
        return (breach("proof.other-bytes", name=file.name),)
    return (kept("proof.same-bytes", name=file.name), *_findings(entry))


def _entry_or_none(file: Path) -> Mapping[str, Any] | None:
    try:
        return _entry(file)
    except WrongUse:
        return None


def _overrides(file: Path) -> Overrides:
    """Return the reasons that the proof beside a file holds; without one there are none."""
    try:
        proof = json.loads(source.load(file.with_name(PROOF)))
        return tuple(build(Override, each) for each in proof.get("overrides", ()))
    except (*_NO_PROOF, AttributeError):
        return ()


def _entry(file: Path) -> Mapping[str, Any]:
    try:
        proof = json.loads(source.load(file.with_name(PROOF)))
        files: Sequence[Mapping[str, Any]] = proof["files"]
        return next(each for each in files if each["name"] == file.name)
    except _NO_PROOF as problem:
        raise WrongUse("wrong-use.no-proof", name=file.name, proof=PROOF) from problem


def _findings(entry: Mapping[str, Any]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            Severity[str(each["severity"]).upper()],
            str(each["code"]),
            tuple(dict(each["values"]).items()),
            str(each.get("role", "")),
        )
        for each in entry.get("findings", ())
    )
