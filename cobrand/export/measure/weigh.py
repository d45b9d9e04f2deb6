"""Turn a mark that was found into what an eye sees of it: its prominence, contrast, colours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cobrand.export.measure.memory import Memory
from cobrand.export.measure.search import Fit, Floats, Hit
from cobrand.model.campaign import Rules
from cobrand.model.colour import Colour
from cobrand.pixels import array
from cobrand.rules import balance

_INK, _SOLID = 0.5, 0.95  # opacity of a mark's ink, and of what shows nothing of its ground
_MOST = 6_000  # pixels that tell a colour
_ENOUGH = 60  # solid pixels, to speak for a mark
_CLEAR = 2 / 3  # the quantile of a mark's contrast that speaks for it, as for an eye
_MELTS = 1.25  # contrast under which ink melts into its ground
_OTHER = 9.0  # ΔE from which the drawing no longer speaks for what is seen
_EVEN = 3.0  # of 255: a ground that varies no more is one colour


@dataclass(frozen=True, slots=True)
class Weight:
    """One mark: prominence in px² of the picture, contrast of its ink, ΔE from its own colours."""

    prominence: float
    contrast: float
    recoloured: float
    ground: Colour


@dataclass(frozen=True, slots=True)
class _Inked:
    """The pixels of a mark's ink, shape (n, 3), 0–255: as seen, as drawn, and what lies behind.

    `behind` has one row where it is one colour.
    """

    seen: Floats
    drawn: Floats
    behind: Floats

    def lights(self) -> tuple[Floats, Floats, Floats]:
        """Return the three as linear light, 0–1."""
        seen, drawn, behind = (array.light(each) for each in (self.seen, self.drawn, self.behind))
        return seen, drawn, behind


def weigh(hit: Hit, rules: Rules, memory: Memory) -> Weight:
    """Measure a mark over what really lies behind it.

    What an eye sees of the artwork is corrected by what the file's own pixels have of it: their
    contrast and their ink, over those of the drawing at the same pixels.
    """
    inked = _inked(hit.fit)
    ground = _colour(np.median(inked.behind, axis=0)) if len(inked.behind) else Colour(0, 0, 0)
    presence = memory.presence(hit.artwork, ground, rules.ink_full)
    box = hit.place.box
    whole = balance.prominence(presence, box.height, rules) * hit.stretch
    if not len(inked.seen):
        return Weight(whole, presence.contrast, 0.0, ground)
    lights = inked.lights()
    seen, drawn, behind = (array.lab_of(each) for each in lights)
    share = _share(_ink(seen, behind, rules), _ink(drawn, behind, rules))
    off = float(np.median(array.apart(seen, drawn)))  # ΔE in the middle
    even = bool((np.ptp(inked.behind, axis=0) <= _EVEN).all())
    contrast = _contrast(lights, presence.contrast, true=even and off <= _OTHER)
    return Weight(whole * share**rules.ink_exponent, contrast, off, ground)


def _inked(fit: Fit) -> _Inked:
    """Return the ink, each pixel with the share of its ground taken out."""
    alpha = fit.layer.alpha
    mask = alpha > _SOLID
    if np.count_nonzero(mask) < _ENOUGH:
        mask = alpha > _INK
    found = np.flatnonzero(mask)
    few = found[:: max(1, found.size // _MOST)]
    thin, behind, pixels, colour = (
        each.reshape(alpha.size, -1)[few]
        for each in (alpha, fit.behind, fit.window.pixels, fit.layer.colour)
    )
    seen, drawn = (pixels - (1 - thin) * behind) / thin, colour / thin
    one = len(behind) > 0 and bool((behind == behind[0]).all())
    return _Inked(np.clip(seen, 0, 255), np.clip(drawn, 0, 255), behind[:1] if one else behind)


def _contrast(lights: tuple[Floats, Floats, Floats], looked: float, *, true: bool) -> float:
    """Return the contrast that speaks for a mark: an eye's, times the file's over the drawing's.

    On an uneven ground, and where the mark has other colours than its drawing, it is the file's.
    """
    here, there = (_ratios(each, lights[2]) for each in lights[:2])
    if not true:
        seen = here[here > _MELTS]
        return float(np.quantile(seen if seen.size else here, _CLEAR))
    stands = there > _MELTS
    if not stands.any():
        stands = np.ones_like(stands)
    here, there = here[stands], there[stands]
    return looked * float(np.quantile(here, _CLEAR) / np.quantile(there, _CLEAR))


def _ratios(one: Floats, other: Floats) -> Floats:
    light, base = (each @ array.LUMINANCE.astype(np.float32) for each in (one, other))
    high, low = np.maximum(light, base), np.minimum(light, base)
    return np.asarray((high + 0.05) / (low + 0.05))


def _ink(lab: Floats, behind: Floats, rules: Rules) -> float:
    off = np.abs(lab[:, 0] - behind[:, 0])
    return float(np.minimum(1.0, off / rules.ink_full).sum(dtype=np.float64))


def _share(here: float, there: float) -> float:
    return here / there if there > 0 else 1.0


def _colour(middle: Floats) -> Colour:
    red, green, blue = (round(float(value)) for value in middle)
    return Colour(red, green, blue)
