"""Turns logos into what every way of sizing is judged by: box, hull and ink on a ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cobrand.model.bitmap import Bitmap
from cobrand.model.campaign import Rules
from cobrand.model.colour import Colour
from cobrand.pixels import array
from cobrand.rules import eye
from cobrand.rules.eye import Presence


@dataclass(frozen=True, slots=True)
class Look:
    """A logo on one ground, for a height of one: areas in squared heights.

    `plain` is ink of another kind than the rule's own, Σ |L* − L*ground| / 100, so that the rule is
    not only judged by its own measure; `density` is the mean opacity of the box.
    """

    name: str
    sample: Bitmap
    aspect: float
    seen: Presence
    plain: float
    density: float


def look(name: str, sample: Bitmap, aspect: float, ground: Colour, rules: Rules) -> Look | None:
    """Return what is seen of a logo, or None where the program would take another ground for it."""
    seen = eye.look(sample, ground, rules.ink_full)
    if seen.contrast < rules.table_contrast or seen.lost > rules.lost_most:
        return None
    pixels = array.pixels(sample)
    light = array.lab(array.over(pixels, ground))[..., 0]
    plain = float(np.abs(light - ground.lab[0]).mean() / 100 * aspect)
    return Look(name, sample, aspect, seen, plain, float(pixels[..., 3].mean() / 255))
