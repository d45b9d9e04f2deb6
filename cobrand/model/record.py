"""Turns what a JSON document holds into frozen records, every value checked against its type."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
_UNIONS = (Union, types.UnionType)


def build(kind: type[Record], data: object) -> Record:
    """Return the record that `dataclasses.asdict` took apart; what is not there has its default.

    ValueError names the first value that is unknown, lacks its default or is of the wrong kind.
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"{kind.__name__} is no record")  # noqa: TRY004  a document's fault
    hints = _hints(kind)  # type: ignore[arg-type]  # a class can be hashed
    if unknown := sorted(str(name) for name in data if name not in hints):
        raise ValueError(f"unknown: {unknown[0]}")
    values = {name: _value(hints[name], value, name) for name, value in data.items()}
    try:
        return kind(**values)
    except TypeError as problem:
        raise ValueError(str(problem)) from problem


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _value(wanted: Any, value: object, name: str) -> Any:
    """Return a value as its type has it."""
    if is_dataclass(wanted) and isinstance(wanted, type):
        return build(wanted, value)
    if get_origin(wanted) is tuple:
        return _row(get_args(wanted), value, name)
    if get_origin(wanted) in _UNIONS:
        return None if value is None else _value(get_args(wanted)[0], value, name)
    if not _is(wanted, value):
        raise ValueError(f"{name} is of the wrong kind")
    return value


def _row(kinds: tuple[Any, ...], value: object, name: str) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{name} is no list")  # noqa: TRY004  as above
    if kinds[-1] is Ellipsis:
        return tuple(_value(kinds[0], each, name) for each in value)
    if len(kinds) != len(value):
        raise ValueError(f"{name} has {len(value)} parts")
    return tuple(_value(kind, each, name) for kind, each in zip(kinds, value, strict=True))


def _is(wanted: Any, value: object) -> bool:
    """Say whether a plain value is of its type; a whole number is a number, a switch is none."""
    if get_origin(wanted) is Literal:
        return value in get_args(wanted)
    if isinstance(value, bool) or wanted is bool:
        return wanted is bool and isinstance(value, bool)
    return isinstance(value, int | float if wanted is float else wanted)
