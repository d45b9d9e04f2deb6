"""Writes report.json: one document, a line a row, as docs/batch.md describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from cobrand import __version__
from cobrand.batch.report.account import Account, Told
from cobrand.errors import CobrandError
from cobrand.messages import say
from cobrand.model.finding import Finding

VERSION = 1


def pieces(told: Told) -> Iterator[str]:
    """Yield the document, a row at a time."""
    head = {
        "cobrand_report": VERSION,
        "program": {"name": "cobrand", "version": __version__},
        "roster": told.roster,
        "total": _total(told),
        "orphans": list(told.orphans),
    }
    yield _text(head)[:-1] + ',"rows":['
    for place, account in enumerate(told.accounts()):
        yield (",\n" if place else "\n") + _text(_row(account, told.language))
    yield "\n]}\n"


def _total(told: Told) -> Mapping[str, object]:
    totals, result = told.totals, told.result
    return {
        "rows": totals.rows,
        "states": dict(result.states),
        "files": totals.files,
        "bytes": totals.bytes,
        "seconds_of_rows": round(totals.seconds, 2),
        "seconds": round(result.seconds, 2),
        "rows_that_break_a_rule": totals.broken,
        "cancelled": result.cancelled,
        "stopped": _error("", result.stopped, told.language) if result.stopped else None,
    }


def _row(account: Account, language: str) -> Mapping[str, object]:
    line = account.line
    return {
        "row": line.number,
        "stem": line.stem,
        "name": line.name,
        "state": line.state,
        "seconds": round(line.seconds, 3),
        "bytes": account.size,
        "files": [
            {
                "name": entry.name,
                "kind": json.loads(entry.written)["kind"],
                "bytes": entry.bytes,
                "sha256": entry.sha256,
            }
            for entry in account.files
        ],
        "proofs": [entry.name for entry in account.others],
        "findings": [_finding(each, language) for each in account.findings],
        "failed": [_error(name, error, language) for name, error in account.failed],
    }


def _finding(finding: Finding, language: str) -> Mapping[str, object]:
    return {
        "severity": finding.severity.name.lower(),
        "code": finding.code,
        "role": finding.role,
        "values": dict(finding.values),
        "sentence": say(language, finding),
    }


def _error(name: str, error: CobrandError, language: str) -> Mapping[str, object]:
    return {
        "name": name,
        "code": error.code,
        "values": error.values,
        "sentence": say(language, error),
    }


def _text(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace").decode()
