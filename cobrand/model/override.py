"""Why a broken rule is let stand: the finding stays a breach, and a person answers for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Override:
    """A person's reason; `code` is a finding of the broken rule, empty for whatever is broken."""

    code: str
    reason: str
    by: str = ""


Overrides = tuple[Override, ...]
