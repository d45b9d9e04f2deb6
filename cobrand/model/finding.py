"""Something a person should know: returned, never raised, and without a sentence inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

Value = str | int | float
State = Literal["done", "offered", "undone"]


class Severity(IntEnum):
    """How much it matters."""

    KEPT = 0  # a rule that was measured and holds; values say what was measured and the limit
    NOTE = 1
    WARNING = 2
    BREACH = 3

    def __reduce_ex__(self, protocol: object) -> tuple[type[Severity], tuple[int]]:
        """Cross a process border as a plain call; before Python 3.11.4 it went by `getattr`."""
        return Severity, (int(self),)


@dataclass(frozen=True, slots=True)
class Mending:
    """What mends a finding, by its name in `care`: done, offered, or undone by a person."""

    id: str
    state: State


@dataclass(frozen=True, slots=True)
class Finding:
    """A code with named values; `role` is the scene's name of the thing it is about, or empty.

    `mending` is what reading the logo file another way would do or has done about it.
    """

    severity: Severity
    code: str
    values: tuple[tuple[str, Value], ...] = ()
    role: str = ""
    mending: Mending | None = None

    @property
    def named(self) -> Mapping[str, Value]:
        """The values by name."""
        return dict(self.values)

    def mended_by(self, mending: Mending | None) -> Finding:
        """Return the finding with what mends it."""
        return replace(self, mending=mending)


def kept(code: str, role: str = "", **values: Value) -> Finding:
    """Return the measurement of a rule that holds."""
    return Finding(Severity.KEPT, code, tuple(values.items()), role)


def note(code: str, role: str = "", **values: Value) -> Finding:
    """Return a finding that only informs."""
    return Finding(Severity.NOTE, code, tuple(values.items()), role)


def warning(code: str, role: str = "", **values: Value) -> Finding:
    """Return a finding that asks for a look."""
    return Finding(Severity.WARNING, code, tuple(values.items()), role)


def breach(code: str, role: str = "", **values: Value) -> Finding:
    """Return a finding that says a rule is broken."""
    return Finding(Severity.BREACH, code, tuple(values.items()), role)
