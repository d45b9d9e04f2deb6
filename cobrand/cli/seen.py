"""Turns a finished file and what is known of it into findings measured in its own pixels."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cobrand.cli import asked as asking
from cobrand.cli import near
from cobrand.cli.near import Proof
from cobrand.engine import Engine
from cobrand.errors import CobrandError, WrongUse
from cobrand.export.given import given
from cobrand.export.writing import WRITERS
from cobrand.export.written import Measured
from cobrand.model.brief import Brief
from cobrand.model.composition import Composition
from cobrand.model.finding import Finding

_KINDS = {"jpg": "jpeg"}
_NO_FILE = (CobrandError, ValueError, OSError, SyntaxError, ArithmeticError, LookupError, TypeError)
"""What a file that is damaged, or a proof of other things, ends in."""


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


def again(proof: Proof, brief: Brief, data: bytes, engine: Engine) -> Seen | None:
    """Measure a file against its brief, laid out once more; None where that is not possible."""
    kind = str(proof.entry["kind"])
    try:
        logo, guests = engine.logo(brief), engine.guests(brief)
        photo = [each for each in given(brief, logo, guests) if each.role == "photo"]
        if photo and not near.is_same(proof, photo[0]):
            return None
        composition = engine.compose(brief, logo, guests)
        found = engine.measure(data, composition, kind, scale=_scale(proof, composition))
    except _NO_FILE:
        return None
    return Seen(found.measured, found.findings)


def _scale(proof: Proof, composition: Composition) -> int:
    """Return how many times its size a picture was written: a lock-up is also, twice and more."""
    if composition.format.printed or proof.entry["measured"]["unit"] != "px":
        return 1
    width = float(proof.entry["measured"]["width"])
    return max(1, round(width / composition.scene.size.width))


def alone(asked: Namespace, file: Path, data: bytes, engine: Engine) -> Seen:
    """Measure a file by the marks that are found in it; WrongUse says what is missing for that."""
    kind = kind_of(file)
    if not kind or kind == "docx":
        raise WrongUse(
            "wrong-use.unknown-ending", name=file.name,
            kinds=", ".join(kind for kind in WRITERS if kind != "docx"),
        )  # fmt: skip
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
