"""Turns JSON, one record a line or a list of them, into lines under their names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from cobrand.batch.roster.grid import MOST_COLUMNS, MOST_ROWS, Grid, lines
from cobrand.batch.roster.text import Decoded
from cobrand.errors import RosterError
from cobrand.model.finding import note

_DEEPEST = 4


def looks_like(text: str) -> bool:
    """Say whether a text begins as JSON does, and as no table of cells would."""
    return text.lstrip()[:1] == "{" or text.lstrip()[:2].rstrip() == "[" or _listed(text)


def read(decoded: Decoded) -> Grid:
    """Return the records as lines, a column a name; RosterError says where it is no JSON.

    A record inside another lends its names a point: {"event": {"title": …}} is "event.title".
    """
    records = [(number, dict(_flat(each, ""))) for number, each in _records(decoded.text)]
    names = list(dict.fromkeys(name for _, record in records for name in record))
    if len(names) > MOST_COLUMNS:
        raise RosterError("roster.too-many-columns", row=1, most=MOST_COLUMNS)
    rows = ((number, [record.get(name, "") for name in names]) for number, record in records)
    findings = (note("roster.read-as-json", encoding=decoded.encoding),)
    return Grid((*lines([(0, names)]), *lines(rows)), findings, headed=True)


def _listed(text: str) -> bool:
    return text.lstrip().startswith(("[{", "[]"))


def _records(text: str) -> Iterator[tuple[int, Any]]:
    if text.lstrip().startswith("["):
        whole = _parsed(text, 1)
        yield from enumerate(whole if isinstance(whole, list) else [whole], 1)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if number > MOST_ROWS:
            raise RosterError("roster.too-many-rows", most=MOST_ROWS)
        if line.strip():
            yield number, _parsed(line, number)


def _parsed(text: str, line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        raise RosterError("roster.not-json", row=line + problem.lineno - 1) from problem
    except (RecursionError, ValueError) as problem:
        raise RosterError("roster.not-json", row=line) from problem


def _flat(value: Any, name: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield a record's (name, text): lists of words in one cell, lists of records numbered."""
    if isinstance(value, dict):
        if depth > _DEEPEST:
            raise RosterError("roster.too-deep", name=name)
        for key, inner in value.items():
            yield from _flat(inner, f"{name}.{key}" if name else str(key), depth + 1)
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
        for count, inner in enumerate(value, 1):
            yield from _flat(inner, f"{name}.{count}", depth + 1)
    elif isinstance(value, list):
        yield name, "; ".join(map(_text, value))
    elif depth:
        yield name, _text(value)
    else:
        raise RosterError("roster.no-record")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


__all__: Sequence[str] = ("looks_like", "read")
