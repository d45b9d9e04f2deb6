"""Ways to size logos: each turns a look into the logo's height, up to a factor that all share."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial

from bench.balance.looks import Look
from cobrand.model.campaign import Rules
from cobrand.rules import balance
from cobrand.rules.eye import Presence

Way = Callable[[Look], float]
_USUAL_DENSITY, _LEAST, _MOST = 0.35, 0.5, 2.0


def ways(mark: Presence, rules: Rules) -> Mapping[str, Way]:
    """Return the ways by name; cobrand's own is what its lock-ups are made by, clamps included."""
    return {
        "cobrand": partial(_cobrand, mark=mark, rules=rules),
        "equal height": lambda _: 1.0,
        "equal area": lambda look: math.sqrt(1 / look.aspect),
        "equal hull": lambda look: math.sqrt(1 / look.seen.hull),
        "logo-soup, formula": _soup,
    }


def _cobrand(look: Look, mark: Presence, rules: Rules) -> float:
    return balance.solve(look.seen, mark, rules).scale


def _soup(look: Look) -> float:
    """Size as logo-soup publishes it: width by the root of the aspect, then by density.

    Width = √aspect, times (0.35 / density)^¼, which is kept between ½ and 2.
    """
    factor = (_USUAL_DENSITY / look.density) ** 0.25
    return math.sqrt(look.aspect) / look.aspect * min(_MOST, max(_LEAST, factor))
