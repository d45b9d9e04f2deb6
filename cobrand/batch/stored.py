"""Turns what was measured on a written file into JSON, and back, without losing anything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from cobrand.errors import CobrandError
from cobrand.export.written import Measured, Written
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Mending, Severity
from cobrand.model.record import build


def pack(written: Written) -> str:
    """Return everything but the file's place, its brief and its picture."""
    return json.dumps(
        {
            "kind": written.kind,
            "bytes": written.bytes,
            "sha256": written.sha256,
            "measured": asdict(written.measured),
            "findings": findings(written.findings),
        },
        ensure_ascii=True,
        default=float,
    )


def unpack(text: str, path: Path, brief: Brief, thumbnail: bytes) -> Written:
    """Return what was packed; ValueError if it is something else."""
    data = json.loads(text)
    try:
        return Written(
            path=path,
            kind=data["kind"],
            bytes=data["bytes"],
            sha256=data["sha256"],
            brief=brief,
            measured=build(Measured, data["measured"]),
            findings=found(data["findings"]),
            thumbnail=thumbnail,
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError("not a written file") from problem


def findings(them: Iterable[Finding]) -> list[dict[str, object]]:
    """Return findings as JSON can hold them."""
    return [
        {
            "severity": int(each.severity),
            "code": each.code,
            "values": [list(pair) for pair in each.values],
            "role": each.role,
            "mending": asdict(each.mending) if each.mending else None,
        }
        for each in them
    ]


def found(data: Iterable[Mapping[str, object]]) -> tuple[Finding, ...]:
    """Return findings from what `findings` made of them."""
    return tuple(
        Finding(
            Severity(each["severity"]),  # type: ignore[arg-type]
            str(each["code"]),
            tuple((str(name), value) for name, value in each["values"]),  # type: ignore[attr-defined]
            str(each["role"]),
            build(Mending, each["mending"]) if each["mending"] else None,
        )
        for each in data
    )


def error(problem: CobrandError | None) -> str:
    """Return an error as JSON, or an empty string."""
    if problem is None:
        return ""
    return json.dumps({"code": problem.code, "values": problem.values}, ensure_ascii=True)


def problem(text: str) -> CobrandError | None:
    """Return an error from what `error` made of it."""
    if not text:
        return None
    data = json.loads(text)
    return CobrandError(data["code"], **data["values"])
