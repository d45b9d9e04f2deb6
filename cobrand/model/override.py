"""Why a broken rule is let stand: the finding stays a breach, and a person answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cobrand.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Override:
    """A person's reason; `code` is the broken finding's, empty for whatever is broken."""

    code: str
    reason: str
    by: str = ""


Overrides = tuple[Override, ...]


def override_of(finding: Finding, overrides: Iterable[Override]) -> Override | None:
    """Return the reason why a breach is let stand: the one given for it, else one for all."""
    if finding.severity is not Severity.BREACH:
        return None
    given = [each for each in overrides if each.reason.strip()]
    named = (each for each in given if each.code == finding.code)
    general = (each for each in given if not each.code)
    return next(named, None) or next(general, None)


def unanswered(findings: Iterable[Finding], overrides: Sequence[Override]) -> tuple[Finding, ...]:
    """Return the broken rules for which nobody gave a reason."""
    return tuple(
        each
        for each in findings
        if each.severity is Severity.BREACH and override_of(each, overrides) is None
    )
