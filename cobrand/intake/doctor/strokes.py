"""Turns a mark's small drawing into how much of it is hairlines, and how thin they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.intake.picture.ink import VISIBLE
from cobrand.pixels.array import Bytes
from cobrand.pixels.near import highest

CARD_PIXELS = 27_000
"""What a mark as prominent as the campaign's takes of a card 1080 px wide (cobrand default)."""
PAPER_SIDE = 29.4
"""The side in mm of the square it takes in a letterhead: as large as 12 mm × 72 mm."""
_THIN = 0.7
"""A line less than this share of a pixel of the drawing wide never comes to full strength."""


@dataclass(frozen=True, slots=True)
class Hairlines:
    """`share` of the ink that is thinner than a screen can show, and how wide that is.

    `px` on a card 1080 px wide, `mm` in a letterhead.
    """

    share: float
    px: float
    mm: float


def hairlines(alpha: Bytes) -> Hairlines:
    """Measure the opacities of a drawing of the ink box, about 60,000 px of it."""
    ink = alpha.astype(np.float32) / np.float32(255)
    thin = (ink >= VISIBLE / 255) & (highest(ink, 1) < _THIN)
    whole = float(ink.sum())
    if not thin.any() or whole == 0:
        return Hairlines(0.0, 0.0, 0.0)
    widths = np.minimum(_across(ink), _across(ink.T).T)[thin]
    width = float(np.median(widths)) / alpha.size**0.5
    share = float(ink[thin].sum()) / whole
    return Hairlines(share, width * CARD_PIXELS**0.5, width * PAPER_SIDE)


def _across(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the sum of each pixel with the ones above and below."""
    wide = np.pad(ink, ((1, 1), (0, 0)))
    return np.asarray(wide[:-2] + wide[1:-1] + wide[2:], np.float32)
