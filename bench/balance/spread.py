"""Turns heights into how far apart logos then are: p95 over p5 of box, hull and ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.balance.looks import Look


@dataclass(frozen=True, slots=True)
class Spread:
    """The 95th over the 5th percentile of four areas; 1 means that all are alike."""

    box: float
    hull: float
    ink: float
    plain: float


def spread(looks: Sequence[Look], heights: Sequence[float]) -> Spread:
    """Return how uneven the logos are at these heights."""
    squared = np.square(np.array(heights))
    areas = np.array([(each.aspect, each.seen.hull, each.seen.ink, each.plain) for each in looks])
    low, high = np.percentile(areas * squared[:, None], (5, 95), axis=0)
    return Spread(*(float(each) for each in high / low))


def better(one: Spread, other: Spread) -> bool:
    """Say whether one leaves hull and ink closer together at once."""
    return one.hull < other.hull and one.ink < other.ink
