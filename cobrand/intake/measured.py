"""Measures a normalised drawing: its ink, the ground it stands on, how long it takes to draw."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

import numpy as np
from numpy.typing import NDArray

from cobrand.errors import DrawingFailed, LogoUnreadable
from cobrand.intake import ground, ink, markup, referee, shadows, svg
from cobrand.intake.svg import Normal
from cobrand.intake.vocabulary import SHAPES
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, note
from cobrand.model.geometry import Box
from cobrand.pixels import array
from cobrand.pixels import svg as librsvg

_STORES = frozenset(
    ("defs", "clipPath", "mask", "symbol", "pattern", "marker", "linearGradient", "radialGradient",
     "filter")
)  # fmt: skip
_CANDIDATES = 3
_TRACE = 3
_PLATE = 0.97


@dataclass(frozen=True, slots=True)
class Measured:
    """The ink's box in px of the page and its drawing, the flat ground that stays, CPU seconds."""

    ink: Box
    fine: Bitmap
    ground: Colour | None
    seconds: float
    findings: tuple[Finding, ...]


def measure(normal: Normal, whole: Bitmap) -> Measured:
    """Measure a drawing that `whole` shows coarsely; white paper is taken out of it.

    Raise LogoUnreadable if nothing is to be seen.
    """
    coarse = ink.edges(array.pixels(whole)[..., 3] >= _TRACE)
    if coarse is None:
        raise LogoUnreadable("logo.blank")
    behind, bare, findings = _grounded(normal, whole, coarse)
    seen = _mask(behind)(bare) if behind else array.pixels(bare)[..., 3] >= _TRACE
    rough = ink.edges(seen)
    framed = coarse.size != whole.size
    if rough is None and behind and (framed or behind.lightness < ground.PAPER):
        behind, rough, findings = None, coarse, ()  # nothing on the plate: the plate is the mark
    if rough is None:
        raise LogoUnreadable("logo.blank")
    page = Box.of(normal.page)
    rough = ink.scaled(rough, page.width / whole.width, page.height / whole.height)
    started = time.process_time()  # a busy computer is no fault of the drawing
    mask = _mask(behind)
    exact = ink.refine(_drawer(normal), rough, page, mask)
    seconds = time.process_time() - started
    hard = shadows.without(normal.group)
    if hard is not None:  # unless the shadow is all there is
        exact = ink.refine(_drawer(replace(normal, group=hard)), rough, page, mask) or exact
    if exact is None:
        raise LogoUnreadable("logo.blank")
    return Measured(*exact, behind, seconds, findings)


def draw(normal: Normal, view: Box, width: int, height: int) -> Bitmap:
    """Draw a part of the page; raise LogoUnreadable if librsvg refuses it."""
    return _drawn(normal.body, view, width, height)


def _drawn(body: str, view: Box, width: int, height: int) -> Bitmap:
    try:
        return librsvg.draw(svg.document(body, view), width, height)
    except DrawingFailed as error:
        raise LogoUnreadable("logo.drawing-refused") from error


def _drawer(normal: Normal) -> ink.Draw:
    body = normal.body

    def drawn(view: Box, width: int, height: int) -> Bitmap:
        return _drawn(body, view, width, height)

    return drawn


def _mask(behind: Colour | None) -> Callable[[Bitmap], NDArray[np.bool_]]:
    if behind is None:
        return ink.visible

    def mask(shown: Bitmap) -> NDArray[np.bool_]:
        return ink.visible(shown) & ground.differs(array.over(array.pixels(shown), behind), behind)

    return mask


def _grounded(
    normal: Normal, whole: Bitmap, coarse: Box
) -> tuple[Colour | None, Bitmap, tuple[Finding, ...]]:
    """Return the flat ground that stays, the drawing without one that went, and what to say."""
    crop = array.pixels(ink.cut(whole, coarse))
    if (crop[..., 3] >= 250).mean() < _PLATE:
        return None, whole, ()
    behind = ground.behind(array.over(crop))
    if behind.kind == "paper":
        bare = _without_paper(normal, whole, coarse, behind.colour)
        if bare is not None:
            return None, bare, (note("logo.ground-removed", colour=behind.colour.hex),)
    stays = behind.kind in {"paper", "flat"}
    return behind.colour if stays else None, whole, ()


def _without_paper(normal: Normal, whole: Bitmap, coarse: Box, colour: Colour) -> Bitmap | None:
    """Take the paper out of the drawing if that changes nothing else; else leave all as it was."""
    before = _flattened(whole, colour)
    for parent, shape in list(_leaves(normal.group))[:_CANDIDATES]:
        place = list(parent).index(shape)
        parent.remove(shape)
        bare = draw(normal, Box.of(normal.page), whole.width, whole.height)
        freed = array.pixels(ink.cut(bare, coarse))[..., 3] < ink.VISIBLE
        rim = np.concatenate((freed[0], freed[-1], freed[:, 0], freed[:, -1]))
        left = not freed.all()
        if left and rim.mean() > 0.7 and referee.compare(before, _flattened(bare, colour)).same:
            return bare
        parent.insert(place, shape)
    return None


def _leaves(element: Element) -> Iterator[tuple[Element, Element]]:
    """Walk the shapes in the order of painting, each with its parent."""
    for child in element:
        name = markup.local(child)
        if name in SHAPES:
            yield element, child
        elif name not in _STORES:
            yield from _leaves(child)


def _flattened(shown: Bitmap, colour: Colour) -> Bitmap:
    flat = array.over(array.pixels(shown), colour)
    return array.bitmap(np.dstack((flat, np.full(flat.shape[:2], 255, np.uint8))))
