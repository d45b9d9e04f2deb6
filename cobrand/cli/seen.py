"""Turns a finished file and what is known of it into findings measured in its own pixels."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cobrand.cli import asked as asking
from cobrand.cli import world
from cobrand.engine import Engine
from cobrand.errors import CobrandError, WrongUse
from cobrand.export import WRITERS, Measured
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding

_KINDS = {"jpg": "jpeg"}
_NO_BRIEF = (ValueError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was measured in a file, and what it means."""

    measured: Measured
    findings: tuple[Finding, ...]


def kind_of(file: Path) -> str:
    """Return the kind of a file by its ending, or an empty string where it cannot be measured."""
    ending = file.suffix.lower().removeprefix(".")
    kind = _KINDS.get(ending, ending)
    return kind if kind in WRITERS else ""


def brief_of(entry: Mapping[str, Any], logo: str) -> Brief | None:
    """Return the brief that a proof's entry holds, with the logo that was given now."""
    try:
        text = json.dumps(entry["brief"])
        return Brief.from_json(text).with_files(lambda file: logo if file else file)
    except _NO_BRIEF:
        return None


def again(brief: Brief, file: Path, data: bytes, engine: Engine) -> Seen | None:
    """Measure a file against its brief, laid out once more; None where that is not possible."""
    kind = kind_of(file)
    if not kind or brief.partners or brief.companions or brief.photo or brief.reversed:
        return None
    composition = engine.compose(brief, engine.logo(brief), engine.guests(brief))
    found = engine.measure(data, composition, kind)
    return Seen(found.measured, found.findings)


def alone(asked: Namespace, file: Path, data: bytes, open_engine: world.Open) -> Seen:
    """Measure a file by the marks that are found in it; WrongUse says what is missing for that."""
    kind = kind_of(file)
    if not kind or kind == "docx":
        raise WrongUse(
            "wrong-use.unknown-ending", name=file.name,
            kinds=", ".join(kind for kind in WRITERS if kind != "docx"),
        )  # fmt: skip
    engine = open_engine()
    brief = Brief(logo=str(asking.path(asked.logo)))
    brief = Brief(
        logo=brief.logo,
        campaign=asked.campaign or brief.campaign,
        language=asked.language or brief.language,
    )
    engine.check(brief)
    format_ = engine.library.format(asked.format) if asked.format else None
    found = _opened(engine, data, kind, brief, file, format_)
    if isinstance(found, tuple):
        raise WrongUse("wrong-use.mark-not-found", name=file.name, role=found[0])
    return Seen(found.measured, found.findings)


def _opened(engine: Engine, data: bytes, kind: str, brief: Brief, file: Path, format_: Any) -> Any:
    logo = engine.logo(brief)
    try:
        return engine.find(data, kind, logo, brief, format_)
    except CobrandError:
        raise
    except (ValueError, OSError, SyntaxError, ArithmeticError) as problem:
        raise WrongUse("wrong-use.file-damaged", name=file.name) from problem
