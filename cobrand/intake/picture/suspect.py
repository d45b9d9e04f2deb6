"""Tells what is no logo file at all: a screenshot, a photograph, a mark on a shaded ground."""

from __future__ import annotations

import numpy as np

from cobrand.intake.picture import backdrop, bars
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, note, warning
from cobrand.model.logo import Logo
from cobrand.pixels import array
from cobrand.pixels.array import Bytes

_OPAQUE = 0.97
_SHADED = 14
"""How far, in 8-bit steps, a shaded plate runs from end to end."""
_MANY, _COMMON = 120, 0.0004
"""More colours than this, each at least this share of the picture, are those of a photograph."""
_RESTLESS = 0.4
"""Share of neighbours that differ, in a photograph."""


def screenshot(picture: Bitmap) -> tuple[Finding, ...]:
    """Say if a picture as it came has the bar of a window or a telephone at its top."""
    bar = bars.bar(array.pixels(picture))
    return () if bar is None else (warning("logo.screenshot", bar=bar),)


def findings(logo: Logo) -> tuple[Finding, ...]:
    """Return what speaks against a file being a logo; nothing is mended here."""
    shown = array.pixels(logo.sample)
    if (shown[..., 3] >= 250).mean() < _OPAQUE or logo.traits.ground is not None:
        return ()
    rgb = array.over(shown)
    return _shaded(rgb) or _photograph(rgb) or _uneven(logo)


def _shaded(rgb: Bytes) -> tuple[Finding, ...]:
    """Say between which colours a plate runs."""
    found = backdrop.fit(rgb)
    if found is None or found.flat:
        return ()
    corners = found.corners.astype(int)
    if np.ptp(corners, axis=0).max() < _SHADED:
        return ()
    order = corners.sum(axis=-1).argsort()
    dark, light = (Colour(*corners[end].tolist()) for end in (order[0], order[-1]))
    return (note("logo.ground-shaded", dark=dark.hex, light=light.hex),)


def _uneven(logo: Logo) -> tuple[Finding, ...]:
    return (warning("logo.ground-uneven"),) if logo.traits.ground_kind == "uneven" else ()


def _photograph(rgb: Bytes) -> tuple[Finding, ...]:
    red, green, blue = (rgb[..., each].astype(np.int32) >> 4 for each in range(3))
    keys = red << 8 | green << 4 | blue
    counts = np.bincount(keys.ravel(), minlength=4096)
    many = int((counts >= max(2.0, _COMMON * keys.size)).sum())
    steps = array.most(array.gap(rgb[:, 1:], rgb[:, :-1]))
    if many < _MANY or float((steps > 2).mean()) < _RESTLESS:
        return ()
    return (warning("logo.photograph", colours=many),)
