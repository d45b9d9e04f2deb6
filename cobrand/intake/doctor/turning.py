"""Turns a logo that lies on its side, and leaves the margins of one where a person wants them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cobrand.intake.drawing import svg
from cobrand.intake.picture import ink, traits
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import Care
from cobrand.model.finding import Finding, note
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import Art, BitmapArt, Logo, SvgArt
from cobrand.pixels import array, bitmap
from cobrand.pixels import svg as librsvg

_QUARTERS = {"turn-left": 1, "turn-right": 3, "turn-over": 2}
_MATRICES = {  # of a page of this width and height, counter-clockwise quarters
    1: "matrix(0 -1 1 0 0 {width:.9g})",
    2: "matrix(-1 0 0 -1 {width:.9g} {height:.9g})",
    3: "matrix(0 1 -1 0 {height:.9g} 0)",
}


def turned(logo: Logo, care: Care) -> Logo:
    """Return the logo turned by all quarters that were asked for, and the finding that says so."""
    asked = [name for name in _QUARTERS if care.wants(name)]
    said = tuple(_said(name, care) for name in asked)
    quarters = sum(_QUARTERS[name] for name in asked) % 4
    if not quarters:
        return replace(logo, findings=logo.findings + said)
    sample = _rotated(logo.sample, quarters)
    measures = replace(traits.measure(sample, logo.traits.ground), tone=logo.traits.tone)
    return replace(
        logo,
        art=_art(logo.art, quarters),
        ink=_box(logo.ink, logo.page, quarters),
        sample=sample,
        traits=measures,
        findings=logo.findings + said,
    )


def untrimmed(logo: Logo) -> Logo:
    """Return the logo with the margins it was sent with: all of its page is the mark."""
    page = Box.of(logo.page)
    width, height = ink.raster(page.size, ink.SAMPLE_PIXELS)
    if isinstance(logo.art, BitmapArt):
        sample = bitmap.resized(logo.art.bitmap, width, height)
    else:
        sample = librsvg.draw(svg.document(logo.art.body, page), width, height)
    letter = logo.traits.letter * logo.ink.height / page.height
    return replace(logo, ink=page, sample=sample, traits=replace(logo.traits, letter=letter))


def _said(name: str, care: Care) -> Finding:
    return note("logo.turned-by-hand").mended_by(care.mending(name))


def _art(art: Art, quarters: int) -> Art:
    if isinstance(art, BitmapArt):
        return BitmapArt(_rotated(art.bitmap, quarters))
    page = art.page
    move = _MATRICES[quarters].format(width=page.width, height=page.height)
    upright = page if quarters == 2 else Size(page.height, page.width)
    return SvgArt(f'<g transform="{move}">{art.body}</g>', upright, art.press)


def _rotated(picture: Bitmap, quarters: int) -> Bitmap:
    return array.bitmap(np.rot90(array.pixels(picture), quarters))


def _box(box: Box, page: Size, quarters: int) -> Box:
    if quarters == 2:
        return Box(page.width - box.right, page.height - box.bottom, box.width, box.height)
    if quarters == 1:
        return Box(box.top, page.width - box.right, box.height, box.width)
    return Box(page.height - box.bottom, box.left, box.height, box.width)
