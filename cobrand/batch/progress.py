"""How far a run is: rows done, files made, how fast, and how long it may still take."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from cobrand.errors import CobrandError
from cobrand.model.finding import Finding

State = Literal["made", "kept", "partly", "failed", "left-out", "waiting", "making"]
"""Of a row: all its files made, there already, some, none, none asked for; not reached; in hand."""
Problem = CobrandError | Finding
_WINDOW = 30.0  # seconds that the rate looks back
_SURE = 2.0  # seconds of making under which nothing is said of the time that is left


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` rows, `files` of `planned` files; `stem` is a row, with its state.

    Rows in hand count with the files of theirs that are there. `rate` is in files a second and
    `left` a guess at the seconds to go, both 0 where too little was made to tell. `problem` is the
    first thing that went wrong with the row: an error, or what the roster itself has wrong. `there`
    is how many of its files are there now, `findings` what was found on them.
    """

    done: int
    total: int
    files: int
    planned: int
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
    """Counts rows and files; what was kept costs nothing and says nothing about the rate.

    The rate is that of the last half minute, and begins with the first file: what the workers took
    to start says nothing about what is left.
    """

    total: int
    planned: int
    done: int = 0
    files: int = 0
    states: Counter[State] = field(default_factory=Counter)
    now: Callable[[], float] = time.monotonic
    _settled: int = 0  # files of rows that are done, whatever became of them
    _made: int = 0
    _in_hand: dict[str, int] = field(default_factory=dict)
    _moments: deque[tuple[float, int]] = field(default_factory=deque)

    def step(
        self,
        stem: str,
        number: int,
        state: State,
        planned: int = 0,
        made: int = 0,
        problem: Problem | None = None,
        there: int = 0,
        findings: tuple[Finding, ...] = (),
    ) -> Progress:
        """Count one row more: so many files were planned of it, made now, and are there."""
        self._in_hand.pop(stem, None)
        self.done += 1
        self.states[state] += 1
        self.files += there
        self._settled += planned
        self._made += made
        return self._told(stem, number, state, problem, there, findings)

    def look(self, stem: str, number: int, there: int, made: int) -> Progress:
        """Count what is there, and made now, of a row in hand."""
        self._in_hand[stem] = made
        return self._told(stem, number, "making", None, there)

    def _told(
        self,
        stem: str,
        number: int,
        state: State,
        problem: Problem | None,
        there: int,
        findings: tuple[Finding, ...] = (),
    ) -> Progress:
        in_hand = sum(self._in_hand.values())
        rate = self._rate(self._made + in_hand)
        left = max(0, self.planned - self._settled - in_hand) / rate if rate else 0.0
        far = (self.done, self.total, self.files + in_hand, self.planned)
        return Progress(*far, stem, number, state, rate, left, problem, there, findings)

    def _rate(self, made: int) -> float:
        now, moments = self.now(), self._moments
        if made and (not moments or made != moments[-1][1]):
            moments.append((now, made))
        while len(moments) > 2 and now - moments[1][0] > _WINDOW:
            moments.popleft()
        if not moments or now - moments[0][0] < _SURE:
            return 0.0
        return max(0, made - moments[0][1]) / (now - moments[0][0])  # a row may be begun anew
