"""Tells what is no logo file at all: a screenshot, a photograph, a mark on a shaded ground."""

from __future__ import annotations

import numpy as np

from cobrand.intake import frames
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, note, warning
from cobrand.model.logo import Logo
from cobrand.pixels import array
from cobrand.pixels.array import Bytes

_OPAQUE = 0.97
_SHADED, _EVEN = 14.0, 5.0
"""How far, in 8-bit steps, a shaded border runs from end to end, and may stray on its way."""
_MANY, _COMMON = 220, 0.0004
"""More colours than this, each at least this share of the picture, are those of a photograph."""
_RESTLESS = 0.45
"""Share of neighbours that differ, in a photograph."""


def screenshot(picture: Bitmap) -> tuple[Finding, ...]:
    """Say if a picture as it came has the bar of a window or a telephone at its top."""
    bar = frames.bar(array.over(array.pixels(picture)))
    return () if bar is None else (warning("logo.screenshot", bar=bar),)


def findings(logo: Logo) -> tuple[Finding, ...]:
    """Return what speaks against a file being a logo; nothing is mended here."""
    shown = array.pixels(logo.sample)
    if (shown[..., 3] >= 250).mean() < _OPAQUE or logo.traits.ground is not None:
        return ()
    rgb = array.over(shown)
    return _shaded(rgb) or _photograph(rgb)


def _shaded(rgb: Bytes) -> tuple[Finding, ...]:
    """Fit a plane through the border's colours: a gradient lies on it, a photograph does not."""
    height, width = rgb.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width]
    edge = (ys < 2) | (xs < 2) | (ys >= height - 2) | (xs >= width - 2)
    x, y = xs[edge] / width - 0.5, ys[edge] / height - 0.5
    terms = np.stack((np.ones_like(x), x, y, x * x, y * y, x * y), axis=-1)
    colours = rgb[edge].astype(np.float64)
    fit = terms @ np.linalg.lstsq(terms, colours, rcond=None)[0]
    stray = float(np.quantile(np.abs(colours - fit).max(axis=-1), 0.9))
    run = float(np.ptp(fit, axis=0).max())
    if run < _SHADED or stray > _EVEN:
        return ()
    ends = fit[fit.sum(axis=-1).argmin()], fit[fit.sum(axis=-1).argmax()]
    dark, light = (Colour(*(int(value) for value in np.clip(end, 0, 255))) for end in ends)
    return (note("logo.ground-shaded", dark=dark.hex, light=light.hex),)


def _photograph(rgb: Bytes) -> tuple[Finding, ...]:
    keys = (rgb >> 4).astype(np.int32) @ np.array([256, 16, 1], np.int32)
    counts = np.bincount(keys.ravel(), minlength=4096)
    many = int((counts >= max(2.0, _COMMON * keys.size)).sum())
    steps = np.abs(np.diff(rgb.astype(np.int16), axis=1)).max(axis=-1)
    if many < _MANY or float((steps > 2).mean()) < _RESTLESS:
        return ()
    return (warning("logo.photograph", colours=many),)
