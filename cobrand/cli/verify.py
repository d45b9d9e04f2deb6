"""Turns a brief, or a file with its proof beside it, into the list of rules measured."""

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
from cobrand.cli.outcome import exit_code, show_reasons, verdict
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
    """Measure a brief against the rules, or say whether a file is still the one that was proved."""
    file = asking.path(asked.files[0])
    brief = asking.saved(file)
    findings = (
        _of_file(file)
        if brief is None
        else _of_brief(brief, (open_engine or world.opener(asked))())
    )
    ordered = tuple(sorted(findings, key=lambda each: -each.severity))
    if asked.json:
        console.document(
            {
                "file": str(file),
                "broken": sum(each.severity is Severity.BREACH for each in ordered),
                "findings": [described(console.language, each) for each in ordered],
            }
        )
    console.show(str(file))
    console.findings(ordered)
    console.tell(verdict(console, ordered))
    overrides = () if brief else _overrides(file)
    show_reasons(console, ordered, overrides)
    return exit_code(ordered, asked.strict, overrides)


def _of_brief(brief: Brief, engine: Engine) -> tuple[Finding, ...]:
    return engine.compose(brief, engine.logo(brief), engine.guests(brief)).findings


def _of_file(file: Path) -> tuple[Finding, ...]:
    """Return what the proof beside a file says of it, if its bytes are still the proved ones."""
    data = source.load(file)
    entry = _entry(file)
    if hashlib.sha256(data).hexdigest() != entry.get("sha256"):
        return (breach("proof.other-bytes", name=file.name),)
    return (kept("proof.same-bytes", name=file.name), *_findings(entry))


def _overrides(file: Path) -> Overrides:
    """Return the reasons that the proof beside a file holds; an older proof holds none."""
    try:
        proof = json.loads(source.load(file.with_name(PROOF)))
        return tuple(build(Override, each) for each in proof.get("overrides", ()))
    except (*_NO_PROOF, AttributeError) as problem:
        raise WrongUse("wrong-use.no-proof", name=file.name, proof=PROOF) from problem


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
