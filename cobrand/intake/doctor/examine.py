"""Looks at a logo as read and adds what is wrong with it, each with its number and its mending."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cobrand.intake.doctor import strokes, turning
from cobrand.intake.picture import ground, ink, suspect
from cobrand.intake.picture.ink import VISIBLE
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import Care
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box
from cobrand.model.logo import BitmapArt, Logo
from cobrand.pixels import array, sight

SMALL = 600
"""Pixels on the longer side under which a picture is soft on cards (cobrand default)."""
LARGE = 2400
"""Pixels from which on a picture is sharp on whatever is made here."""
HAND, FAR = 300, 150
"""Pixels per inch for print at hand, and for what is seen from some steps away."""
_MARGIN = 0.15
"""The least share of the page that is margin and worth a word."""
_FAINT = 1.6
"""Contrast with white under which a mark is hard to see on paper."""
_CLEAREST = 2 / 3
_FULL, _THROUGH = 235, 0.25
"""Alpha from which a surface counts as solid; the least share that is not, and worth a word."""
_HAIR = 0.12
"""The least share of a mark that is hairlines and worth a word."""


def examined(logo: Logo, care: Care) -> Logo:
    """Return the logo with all findings, turned and with the margins that a person wants."""
    upright = turning.turned(logo, care)
    found = (
        *upright.findings,
        *suspect.findings(upright),
        *_size(upright),
        *_faint(upright),
        *(_see_through(upright) or _hairlines(upright)),
        *_margins(upright, care),
    )
    told = replace(upright, findings=found)
    return told if care.wants("trim") else turning.untrimmed(told)


def _size(logo: Logo) -> tuple[Finding, ...]:
    """Say how large a picture may be printed, unless that is larger than anybody asks for."""
    longest = max(logo.ink.width, logo.ink.height)
    if logo.vector or longest >= LARGE:
        return ()
    make, code = (warning, "logo.small") if longest < SMALL else (note, "logo.print-size")
    width, height = round(logo.ink.width), round(logo.ink.height)
    hand, far = (round(logo.widest(ppi)) for ppi in (HAND, FAR))
    return (make(code, width=width, height=height, mm=hand, large_mm=far),)


def _faint(logo: Logo) -> tuple[Finding, ...]:
    """Say what white paper would nearly swallow, by the clearest third of the ink."""
    colours, lengths = sight.runs(array.pixels(logo.sample))
    solid, behind = colours[:, 3] >= VISIBLE, logo.traits.ground
    if behind is not None:  # neither a ground that stays is the mark, nor its paper's white inside
        solid &= ground.differs(array.over(colours), behind)
    if not solid.any() or any(each.code == "logo.faint" for each in logo.findings):
        return ()
    light = np.repeat(array.luminance(array.over(colours[solid])), lengths[solid])
    clearest = float(np.quantile(1.05 / (light + 0.05), _CLEAREST))
    if clearest >= _FAINT:
        return ()
    return (warning("logo.faint-on-white", contrast=round(clearest, 2)),)


def _see_through(logo: Logo) -> tuple[Finding, ...]:
    """Say where a mark's own surfaces let the ground through; soft edges are no surfaces."""
    if logo.traits.ground is not None:  # lifted off it, and see-through at its edges alone
        return ()
    alpha = array.pixels(_unblown(logo))[..., 3]
    inner = alpha[1:-1, 1:-1] >= VISIBLE
    for down, across in ((0, 1), (2, 1), (1, 0), (1, 2)):
        near = alpha[down : down + inner.shape[0], across : across + inner.shape[1]]
        inner = inner & (near >= VISIBLE)
    opacities = alpha[1:-1, 1:-1][inner]
    if opacities.size == 0:
        return ()
    clear = opacities < _FULL
    share = float(clear.mean())
    if share < _THROUGH:
        return ()
    opacity = round(float(np.median(opacities[clear])) / 255, 2)
    return (warning("logo.see-through", share=round(share, 2), opacity=opacity),)


def _unblown(logo: Logo) -> Bitmap:
    """Return a small picture's own pixels: drawn larger, its edges would be broad."""
    if isinstance(logo.art, BitmapArt) and logo.ink.width < logo.sample.width:
        return ink.cut(logo.art.bitmap, logo.ink)
    return logo.sample


def _hairlines(logo: Logo) -> tuple[Finding, ...]:
    thin = strokes.hairlines(array.pixels(logo.sample)[..., 3])
    if thin.share < _HAIR:
        return ()
    share, px, mm = round(thin.share, 2), round(thin.px, 2), round(thin.mm, 3)
    return (warning("logo.hairlines", share=share, px=px, mm=mm),)


def _margins(logo: Logo, care: Care) -> tuple[Finding, ...]:
    page = Box.of(logo.page)
    share = 1 - logo.ink.width * logo.ink.height / (page.width * page.height)
    if share < _MARGIN:
        return ()
    code = "logo.margins" if care.wants("trim") else "logo.margins-kept"
    return (note(code, share=round(share, 3)).mended_by(care.mending("trim")),)
