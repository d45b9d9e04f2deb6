"""Finds the reason that a person gave for a broken rule."""

from __future__ import annotations

from collections.abc import Iterable

from cobrand.model.finding import Finding, Severity
from cobrand.model.override import Override, Overrides
from cobrand.rules.catalogue import rule_of


def override_of(finding: Finding, overrides: Overrides) -> Override | None:
    """Return why a breach is let stand: the reason given for its rule, else one given for all.

    A reason for a rule answers for the scene and for the written file. A blank one for nothing.
    """
    if finding.severity is not Severity.BREACH:
        return None
    given = [each for each in overrides if each.reason.strip()]
    named = (each for each in given if each.code and _same(each.code, finding.code))
    general = (each for each in given if not each.code)
    return next(named, None) or next(general, None)


def unanswered(findings: Iterable[Finding], overrides: Overrides) -> tuple[Finding, ...]:
    """Return the broken rules for which nobody gave a reason."""
    broken = (each for each in findings if each.severity is Severity.BREACH)
    return tuple(each for each in broken if override_of(each, overrides) is None)


def _same(one: str, other: str) -> bool:
    rule = rule_of(one)
    return one == other or (rule is not None and rule == rule_of(other))
