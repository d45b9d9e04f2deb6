"""How far a run is: rows done, files made, how fast, and how long it may still take."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from cobrand.errors import CobrandError
from cobrand.model.finding import Finding

State = Literal["made", "kept", "partly", "failed", "left-out", "waiting"]
"""Of a row: all its files made, there already, some, none, none asked for; or not reached."""
Problem = CobrandError | Finding
_WINDOW = 30.0  # seconds that the rate looks back


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` rows; `stem` is the last one, with its state; `rate` in rows a second.

    `left` is a guess at the seconds to go, `problem` the first thing that went wrong with the row:
    an error, or what the roster itself has wrong. `there` is how many of its files are there now,
    `findings` what was found on them.
    """

    done: int
    total: int
    files: int
    stem: str
    number: int
    state: State
    rate: float
    left: float
    problem: Problem | None = None
    there: int = 0
    findings: tuple[Finding, ...] = ()


Tell = Callable[[Progress], object]
Ask = Callable[[], bool]


@dataclass(slots=True)
class Pace:
    """Counts rows as they are done; what was kept costs nothing and says nothing about the rate."""

    total: int
    done: int = 0
    files: int = 0
    states: Counter[State] = field(default_factory=Counter)
    _moments: deque[float] = field(default_factory=deque)
    _started: float = field(default_factory=time.monotonic)

    def step(
        self,
        stem: str,
        number: int,
        state: State,
        files: int,
        problem: Problem | None = None,
        there: int = 0,
        findings: tuple[Finding, ...] = (),
    ) -> Progress:
        """Count one row more."""
        self.done += 1
        self.files += files
        self.states[state] += 1
        rate = self._rate(state)
        left = (self.total - self.done) / rate if rate else 0.0
        far = (self.done, self.total, self.files)
        return Progress(*far, stem, number, state, rate, left, problem, there, findings)

    def _rate(self, state: State) -> float:
        now = time.monotonic()
        if state != "kept":
            self._moments.append(now)
        while len(self._moments) > 2 and now - self._moments[0] > _WINDOW:
            self._moments.popleft()
        if not self._moments:
            return 0.0
        begun = self._started if len(self._moments) < 3 else self._moments[0]
        return len(self._moments) / max(now - begun, 1e-3)
