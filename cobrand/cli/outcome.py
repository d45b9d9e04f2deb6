"""Turns written files into JSON, into lines for a person, and into an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from cobrand.cli.console import Console, described
from cobrand.export.written import Written
from cobrand.messages import size
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, Severity
from cobrand.model.geometry import Box, Size
from cobrand.model.override import Overrides
from cobrand.rules.gather import gathered
from cobrand.rules.override import override_of, unanswered

DONE, STOPPED, BROKEN = 0, 1, 3


def described_file(language: str, written: Written, overrides: Overrides = ()) -> dict[str, object]:
    """Return a written file as JSON has it."""
    brief = written.brief
    return {
        "file": str(written.path),
        "kind": written.kind,
        "bytes": written.bytes,
        "sha256": written.sha256,
        "format": brief.format,
        "template": brief.template,
        "ground": brief.ground,
        "language": brief.language,
        "broken": len(broken(written.findings)),
        "measured": plain(written.measured),
        "findings": [
            {**described(language, each), **_overridden(each, overrides)}
            for each in written.findings
        ],
    }


def _overridden(finding: Finding, overrides: Overrides) -> dict[str, object]:
    given = override_of(finding, overrides)
    return {"overridden": {"reason": given.reason, "by": given.by}} if given else {}


def plain(value: object) -> object:
    """Return a record as JSON can hold it: boxes as edges, sizes as pairs, colours as #RRGGBB."""
    match value:
        case Box():
            made: object = plain((value.left, value.top, value.right, value.bottom))
        case Size():
            made = plain((value.width, value.height))
        case Colour() | Path():
            made = value.hex if isinstance(value, Colour) else str(value)
        case list() | tuple():
            made = [plain(each) for each in value]
        case float():
            made = round(value, 4)
        case _ if is_dataclass(value):
            made = {each.name: plain(getattr(value, each.name)) for each in fields(value)}
        case _:
            made = value
    return made


def broken(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the broken rules."""
    return tuple(each for each in findings if each.severity is Severity.BREACH)


def worth_saying(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what a person should know, the gravest first, each thing once."""
    ordered = sorted(findings, key=lambda each: -each.severity)
    return gathered(each for each in ordered if each.severity > Severity.KEPT)


def exit_code(findings: Sequence[Finding], strict: bool, overrides: Overrides = ()) -> int:
    """Return 3 where that was asked for and a rule is broken for which nobody gave a reason."""
    return BROKEN if strict and unanswered(findings, overrides) else DONE


def show_file(console: Console, written: Written, overrides: Overrides = ()) -> None:
    """Print a written file, and what there is to know about it."""
    console.show(f"{written.path}  {size(console.language, written.bytes)}")
    console.tell_findings(worth_saying(written.findings))
    console.tell(verdict(console, written.findings))
    show_reasons(console, written.findings, overrides)


def show_reasons(console: Console, findings: Sequence[Finding], overrides: Overrides) -> None:
    """Say which reasons were given for what is broken, each once."""
    given = dict.fromkeys(override_of(each, overrides) for each in findings)
    for each in filter(None, given):
        console.tell(console.ui("It is let stand, because: {reason}", reason=each.reason))


def verdict(console: Console, findings: Sequence[Finding]) -> str:
    """Return in one sentence whether the rules hold."""
    count = len(broken(findings))
    if not count:
        return console.ui("No rule broken.")
    return console.plural("1 rule is broken.", "{n} rules are broken.", count)
