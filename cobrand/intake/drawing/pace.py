"""Times drawings beside one that is always the same: a busy or a slow computer does not count."""

from __future__ import annotations

import time
from collections.abc import Callable

from cobrand.pixels import svg as librsvg

_ALWAYS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    '<filter id="b" x="-1" y="-1" width="3" height="3"><feGaussianBlur stdDeviation="3"/></filter>'
    '<g opacity=".5"><circle cx="50" cy="50" r="30" fill="#a03" filter="url(#b)"/></g></svg>'
)
_SIDE = 400  # px
_USUAL = 0.010  # CPU seconds that it takes on a usual computer
_ROUNDS = 5
_ENOUGH = 1.0  # CPU seconds after which another round would tell nothing new


def seconds(*draws: Callable[[], object]) -> tuple[float, ...]:
    """Return the CPU seconds that each drawing takes on a usual computer.

    Whatever disturbs only ever adds, to all of them alike: the least of several rounds counts. So
    a file has the same end in a batch of many processes as alone.
    """
    rounds = [_round(draws)]
    while len(rounds) < _ROUNDS and sum(map(sum, rounds)) < _ENOUGH:
        rounds.append(_round(draws))
    pace, *taken = (min(each) for each in zip(*rounds, strict=True))
    return tuple(each * _USUAL / max(pace, 1e-6) for each in taken)


def once(draw: Callable[[], object]) -> float:
    """Return the CPU seconds that a drawing took here and now: no less than it needs."""
    begun = time.process_time()
    draw()
    return time.process_time() - begun


def _round(draws: tuple[Callable[[], object], ...]) -> list[float]:
    return [once(each) for each in (_always, *draws)]


def _always() -> object:
    return librsvg.draw(_ALWAYS, _SIDE, _SIDE)
