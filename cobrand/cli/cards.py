"""Turns a logo and choices into files: one card, or only the pair of marks."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from cobrand.cli import answers, sizes, world
from cobrand.cli import asked as asking
from cobrand.cli.console import Console
from cobrand.cli.outcome import described_file, exit_code, show_file
from cobrand.engine import Engine
from cobrand.errors import WrongUse
from cobrand.export.writing import WRITERS
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity
from cobrand.model.format import Format

_KINDS = {"jpg": "jpeg"}


def make(asked: Namespace, console: Console, open_engine: world.Open | None = None) -> int:
    """Make one file."""
    target = asking.target(asked, "make")
    kind = kind_of(target)
    file = asking.path(asked.files[0])
    saved = asking.saved(file)
    engine = (open_engine or world.opener(asked))()
    base = saved or Brief(
        logo=str(file), name=asking.name_of(file), format=_usual_format(kind, engine.library)
    )
    brief = asking.brief(asked, base)
    if saved is None or asked.format:
        brief = _usual(asked, brief, engine.library)
    return _write(asked, console, engine, brief, target, kind)


def lockup(asked: Namespace, console: Console, open_engine: world.Open | None = None) -> int:
    """Make only the pair of marks."""
    target = asking.target(asked, "lockup")
    kind = kind_of(target)
    file = asking.path(asked.files[0])
    engine = (open_engine or world.opener(asked))()
    chosen = next(each for each in engine.library.formats() if each.use == "lockup")
    base = replace(_first_card(chosen), logo=str(file), name=asking.name_of(file))
    brief = asking.brief(asked, base)
    engine.check(brief)
    usual = engine.compose(brief, engine.logo(brief), engine.guests(brief)).scene.size
    times = sizes.times(asked, usual)
    scale = sizes.scale(asked, kind, usual.scaled(times))
    brief = replace(brief, options=replace(brief.options, size=times))
    return _write(asked, console, engine, brief, target, kind, scale=scale)


def _of_the_pair(found: Finding) -> bool:
    """Say whether a kept rule is what people ask about a lock-up: how even, and how small."""
    return found.severity is Severity.KEPT and found.code in {"file.prominence", "rule.placed"}


def kind_of(target: Path) -> str:
    """Return the kind of file that a name's ending asks for."""
    ending = target.suffix.lower().removeprefix(".")
    kind = _KINDS.get(ending, ending)
    if kind not in WRITERS:
        raise WrongUse("wrong-use.unknown-ending", name=target.name, kinds=", ".join(WRITERS))
    return kind


def _usual_format(kind: str, library: Library) -> str:
    """Return the format of a brief that says none: one that is made as this kind of file."""
    plain = library.format(Brief().format)
    fitting = (each for each in (plain, *library.formats()) if kind in each.kinds)
    return next(fitting, plain).id


def _usual(asked: Namespace, brief: Brief, library: Library) -> Brief:
    """Return the brief with what this format usually carries, where nothing else was said."""
    card = _first_card(library.format(brief.format))
    return replace(
        brief,
        template=asked.template or card.template,
        ground=asked.ground or (brief.ground if asked.template else card.ground),
    )


def _first_card(chosen: Format) -> Brief:
    entry = next(iter(chosen.kit), None)
    if entry is None:
        return Brief(format=chosen.id)
    return Brief(format=chosen.id, template=entry.template, ground=entry.ground)


def _write(
    asked: Namespace,
    console: Console,
    engine: Engine,
    brief: Brief,
    target: Path,
    kind: str,
    *,
    scale: float = 1.0,
) -> int:
    engine.check(brief)
    brief = answers.permitted(asked, brief, engine.library.campaign(brief.campaign))
    overrides = answers.overrides(asked)
    composition = engine.compose(brief, engine.logo(brief), engine.guests(brief))
    written = engine.export(composition, target, kind, overwrite=asked.replace, scale=scale)
    if brief.options.show_boxes:  # the boxes are in the way of measuring the file
        written = replace(written, findings=composition.findings)
    if asked.json:
        console.document(described_file(console.language, written, overrides))
    if composition.format.use == "lockup":
        console.tell_findings(each for each in written.findings if _of_the_pair(each))
    show_file(console, written, overrides)
    return exit_code(written.findings, asked.strict, overrides)
