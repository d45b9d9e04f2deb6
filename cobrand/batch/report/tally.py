"""Counts every rule over all files of a batch: how often it was kept, and how far numbers went."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from cobrand.batch import stored
from cobrand.batch.report.account import Account
from cobrand.export.dossier import rule_title
from cobrand.export.figures import figures, unit_of
from cobrand.export.imprint import limit
from cobrand.messages import isolated
from cobrand.model.finding import Finding, Severity
from cobrand.rules.catalogue import rule_of

_LAST = 1000  # findings that are no numbered rule's come after all rules


@dataclass(slots=True)
class Tally:
    """One rule: findings by severity, and those with the least and greatest numbers."""

    number: int
    title: str
    counts: Counter[Severity] = field(default_factory=Counter)
    ends: dict[str, tuple[Finding, Finding]] = field(default_factory=dict)

    @property
    def numbered(self) -> bool:
        """Say whether it is a rule of the catalogue."""
        return self.number < _LAST

    @property
    def worst(self) -> Severity:
        """How bad the worst is that was found."""
        return max(self.counts, default=Severity.KEPT)

    def add(self, finding: Finding) -> None:
        """Count a finding."""
        self.counts[finding.severity] += 1
        if unit_of(finding):
            for name in ("measured", "limit"):
                pair = (*self.ends.get(name, ()), finding)
                value = partial(_number, name)
                self.ends[name] = min(pair, key=value), max(pair, key=value)

    def measured(self, language: str) -> str:
        """Say between which numbers it was."""
        return " – ".join(isolated(words) for words in self._ends("measured", 0, language))

    def limit(self, language: str) -> str:
        """Say what was asked."""
        found = self._ends("limit", 1, language)
        others = (isolated(words.partition(" ")[2]) for words in found[1:])  # its sign stands once
        return " – ".join((*(limit(words, language) for words in found[:1]), *others))

    def _ends(self, name: str, place: int, language: str) -> tuple[str, ...]:
        pairs = (figures(each, language) for each in self.ends.get(name, ()))
        return tuple(dict.fromkeys(pair[place] for pair in pairs if pair))


def _number(name: str, finding: Finding) -> float:
    return float(finding.named[name])


def tallies(accounts: Iterable[Account], language: str) -> tuple[Tally, ...]:
    """Return the rules, the gravest first, else by their numbers; one row is in memory."""
    found: dict[tuple[str, str], Tally] = {}
    for account in accounts:
        for entry in account.files:
            for finding in stored.found(json.loads(entry.written)["findings"]):
                key = (rule_title(finding, language), unit_of(finding) or "")
                if key not in found:
                    rule = rule_of(finding.code)
                    found[key] = Tally(rule.number if rule else _LAST, key[0])
                found[key].add(finding)
    return tuple(sorted(found.values(), key=lambda each: (-each.worst, each.number)))
