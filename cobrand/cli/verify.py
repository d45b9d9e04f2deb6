"""Turns a brief, or a finished file, into the list of rules measured."""

from __future__ import annotations

import hashlib
import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cobrand.cli import asked as asking
from cobrand.cli import near, world
from cobrand.cli.console import Console, described
from cobrand.cli.outcome import exit_code, plain, show_reasons, verdict
from cobrand.cli.seen import Seen, again, alone
from cobrand.engine import Engine
from cobrand.errors import WrongUse
from cobrand.intake import source
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity, breach, kept
from cobrand.model.override import Override, Overrides
from cobrand.model.record import build

_MEASURED = ("file.", "proof.")
"""How codes begin of what was measured in a file."""

Findings = tuple[Finding, ...]


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
    data, proof = source.load(file), near.proof_of(file)
    if proof is None and not asked.logo:
        raise WrongUse("wrong-use.no-proof", name=file.name, proof=near.PROOF)
    brief = proof and near.brief_of(proof, str(asking.path(asked.logo)) if asked.logo else "")
    engine = opened() if asked.logo or brief else None
    seen = again(proof, brief, data, engine) if proof and brief and engine else None
    if seen is None and asked.logo and engine:
        seen = alone(asked, file, data, engine)
    proved = _proved(proof.entry, file, data) if proof else ()
    return seen, proved if seen is None else _joined(proved, seen.findings)


def _joined(proved: Findings, measured: Findings) -> Findings:
    """Return what was measured now, in place of what a proof says was."""
    here = {(each.code, each.role) for each in measured}
    rest = (each for each in proved[1:] if not each.code.startswith(_MEASURED))
    return (*proved[:1], *(each for each in rest if (each.code, each.role) not in here), *measured)


def _proved(entry: Mapping[str, Any], file: Path, data: bytes) -> Findings:
    """Say whether the bytes are still the proved ones; if so, what was measured then holds."""
    if hashlib.sha256(data).hexdigest() != entry.get("sha256"):
        return (breach("proof.other-bytes", name=file.name),)
    return (kept("proof.same-bytes", name=file.name), *_findings(entry))


def _overrides(file: Path) -> Overrides:
    """Return the reasons that the proof beside a file holds; without one there are none."""
    try:
        proof = json.loads(source.load(file.with_name(near.PROOF)))
        return tuple(build(Override, each) for each in proof.get("overrides", ()))
    except near.NO_PROOF:
        return ()


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
