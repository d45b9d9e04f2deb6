"""Turns findings that say the same of several marks into one that names them all."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from cobrand.model.finding import Finding, Severity, note, warning

_LIMIT = "rule.prominence_limit"
_BETWEEN = ", "


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in their order, each thing once, as a person wants to be told them.

    Permissions that nobody noted are one finding. So are partners' logos that a limit holds back;
    what the pixels of a file say once more of them, or of the lead's, is left out. What is broken
    is never gathered.
    """
    groups: dict[Hashable, list[Finding]] = {}
    for each in findings:
        groups.setdefault(_subject(each), []).append(each)
    return tuple(_one(group) for group in groups.values())


def _subject(finding: Finding) -> Hashable:
    if finding.code == "rule.permission" and finding.severity is Severity.NOTE:
        return finding.code
    if finding.code.startswith(_LIMIT) and finding.severity is Severity.WARNING:
        return _LIMIT, finding.role == "logo", _measured(finding) < 1
    return finding


def _one(group: list[Finding]) -> Finding:
    first = group[0]
    if first.code == "rule.permission":
        marks = _names(group, "mark")
        return note("told.permissions", mark=_BETWEEN.join(marks)) if len(marks) > 1 else first
    named = [each for each in group if "name" in each.named]
    if len(_names(named, "name")) < 2:
        return named[0] if named else first
    worst = max(named, key=lambda each: abs(_measured(each) - 1))
    return warning(
        "told.prominence_limit",
        "lockup",
        measured=_measured(worst),
        limit=worst.named["limit"],
        bound=worst.named["bound"],
        name=_BETWEEN.join(_names(named, "name")),
    )


def _names(group: list[Finding], value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(each.named[value]) for each in group))


def _measured(finding: Finding) -> float:
    return float(finding.named["measured"])
