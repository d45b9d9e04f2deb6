"""Turns what is seen of two marks into the size that makes them equals, and says the ratio."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cobrand.model.campaign import Rules
from cobrand.rules.eye import Presence


@dataclass(frozen=True, slots=True)
class Balance:
    """The logo's height over the mark's, its prominence over the mark's, and what bound it.

    `limit` is "hull" when the size was held within the hull's bounds, "unseen" when one of the two
    is not to be seen at all, else empty.
    """

    scale: float
    ratio: float
    limit: str


def prominence(seen: Presence, height: float, rules: Rules) -> float:
    """Return P = hull^0.7 · ink^0.3 of a mark this high, in px² (exponents are the campaign's)."""
    return float(seen.hull**rules.hull_exponent * seen.ink**rules.ink_exponent * height**2)


def solve(logo: Presence, mark: Presence, rules: Rules, nudge: float = 0.0) -> Balance:
    """Return the scale at which logo and mark have the same prominence.

    k = √(P mark / P logo), held within `scale_least` … `scale_most` of the size of equal hull;
    `nudge` then changes the prominence by that many per cent (−10 to +10).
    """
    ours, theirs = prominence(logo, 1, rules), prominence(mark, 1, rules)
    if ours <= 0 or theirs <= 0:
        return Balance(1.0, 1.0, "unseen")
    wish = math.sqrt(theirs / ours)
    equal_hull = math.sqrt(mark.hull / logo.hull)
    held = min(max(wish, rules.scale_least * equal_hull), rules.scale_most * equal_hull)
    scale = held * math.sqrt(1 + max(-10.0, min(10.0, nudge)) / 100)
    limit = "hull" if abs(held / wish - 1) > 1e-6 else ""
    return Balance(scale, scale**2 * ours / theirs, limit)
