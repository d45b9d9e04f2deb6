"""How much reading one logo file may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` by the clock and of the processor; `memory` in MB beyond the program itself."""

    seconds: float = 10
    memory: int = 1024


ORDINARY = Limits()
LEAST, MOST = Limits(1, 128), Limits(600, 65_536)
