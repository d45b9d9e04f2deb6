"""Turn a mark that was found into what an eye sees of it: its prominence, contrast, colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure.memory import Memory
from cobrand.export.measure.search import Fit, Hit
from cobrand.model.campaign import Rules
from cobrand.model.colour import Colour
from cobrand.pixels import array
from cobrand.rules import balance

_INK, _SOLID = 0.5, 0.95  # opacity of a mark's ink, and of what shows nothing of its ground
_MOST = 12_000  # pixels that tell a colour
_ENOUGH = 60  # solid pixels, to speak for a mark
_CLEAR = 2 / 3  # the quantile of a mark's contrast that speaks for it, as for an eye
_MELTS = 1.25  # contrast under which ink melts into its ground
_OTHER = 9.0  # ΔE from which the drawing no longer speaks for what is seen
_EVEN = 3.0  # of 255: a ground that varies no more is one colour

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weight:
    """One mark: prominence in px² of the picture, contrast of its ink, ΔE from its own colours."""

    prominence: float
    contrast: float
    recoloured: float
    ground: Colour


@dataclass(frozen=True, slots=True)
class _Inked:
    """The pixels of a mark's ink, shape (n, 3): as seen, as drawn, and what lies behind."""

    seen: Values
    drawn: Values
    behind: Values
    alpha: Values


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
    share = _share(_ink(inked.seen, inked.behind, rules), _ink(inked.drawn, inked.behind, rules))
    return Weight(
        whole * share**rules.ink_exponent, _contrast(inked, presence.contrast), _off(inked), ground
    )


def _inked(fit: Fit) -> _Inked:
    """Return the ink, each pixel with the share of its ground taken out."""
    alpha = fit.layer.alpha
    mask = alpha > _SOLID
    if np.count_nonzero(mask) < _ENOUGH:
        mask = alpha > _INK
    rows, columns = np.nonzero(mask)
    step = max(1, rows.size // _MOST)
    at: Any = (rows[::step], columns[::step])
    thin = alpha[at][:, None].astype(np.float64)
    behind = fit.behind[at].astype(np.float64)
    seen = (fit.window.pixels[at] - (1 - thin) * behind) / thin
    drawn = fit.layer.colour[at] / thin
    return _Inked(np.clip(seen, 0, 255), np.clip(drawn, 0, 255), behind, thin[:, 0])


def _contrast(inked: _Inked, looked: float) -> float:
    """Return the contrast that speaks for a mark: an eye's, times the file's over the drawing's.

    On an uneven ground, and where the mark has other colours than its drawing, it is the file's.
    """
    flat = bool((np.ptp(inked.behind, axis=0) <= _EVEN).all())
    here, there = (_ratios(each, inked.behind) for each in (inked.seen, inked.drawn))
    if not flat or _off(inked) > _OTHER:
        seen = here[here > _MELTS]
        return float(np.quantile(seen if seen.size else here, _CLEAR))
    stands = there > _MELTS
    if not stands.any():
        stands = np.ones_like(stands)
    here, there = here[stands], there[stands]
    return looked * float(np.quantile(here, _CLEAR) / np.quantile(there, _CLEAR))


def _ratios(one: Values, other: Values) -> Values:
    light, base = (array.linear_light(each / 255.0) @ array.LUMINANCE for each in (one, other))
    high, low = np.maximum(light, base), np.minimum(light, base)
    return np.asarray((high + 0.05) / (low + 0.05))


def _ink(colours: Values, behind: Values, rules: Rules) -> float:
    off = np.abs(_lab(colours)[:, 0] - _lab(behind)[:, 0])
    return float(np.minimum(1.0, off / rules.ink_full).sum())


def _share(here: float, there: float) -> float:
    return here / there if there > 0 else 1.0


def _off(inked: _Inked) -> float:
    """Return the middle ΔE between the ink as seen and as drawn."""
    return float(np.median(np.linalg.norm(_lab(inked.seen) - _lab(inked.drawn), axis=1)))


def _lab(colours: Values) -> Values:
    return array.lab_of(array.linear_light(colours / 255.0))


def _colour(middle: Values) -> Colour:
    red, green, blue = (round(float(value)) for value in middle)
    return Colour(red, green, blue)
