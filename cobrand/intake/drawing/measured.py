"""Measures a normalised drawing: its ink, the ground it stands on, how long it takes to draw."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

import numpy as np
from numpy.typing import NDArray

from cobrand.errors import DrawingFailed, LogoUnreadable
from cobrand.intake.drawing import markup, referee, svg, unshaded
from cobrand.intake.drawing.svg import Normal
from cobrand.intake.drawing.vocabulary import SHAPES
from cobrand.intake.picture import ground, ink
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import Care
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
_CODES = {
    (True, True): "logo.ground-removed",
    (True, False): "logo.ground-kept",
    (False, True): "logo.plate-removed",
    (False, False): "logo.plate",
}
_SMALL = 8  # pixels, of a side
_PLATE = 0.97


@dataclass(frozen=True, slots=True)
class Measured:
    """The ink's box in px of the page and its drawing, the flat ground that stays, CPU seconds."""

    ink: Box
    fine: Bitmap
    ground: Colour | None
    seconds: float
    findings: tuple[Finding, ...]


def measure(normal: Normal, whole: Bitmap, care: Care) -> Measured:
    """Measure a drawing that `whole` shows coarsely; its ground is taken out of it as `care` says.

    Raise LogoUnreadable if nothing is to be seen.
    """
    coarse = ink.edges(array.pixels(whole)[..., 3] >= _TRACE)
    if coarse is None:
        raise LogoUnreadable("logo.blank")
    behind, bare, findings = _grounded(normal, whole, coarse, care)
    seen = _mask(behind)(bare) if behind else array.pixels(bare)[..., 3] >= _TRACE
    rough = ink.edges(seen)
    framed = coarse.size != whole.size
    kept = framed or not care.wants("ground")
    if rough is None and behind and (kept or behind.lightness < ground.PAPER):
        behind, rough, findings = None, coarse, ()  # nothing on the plate: the plate is the mark
    if rough is None:
        raise LogoUnreadable("logo.blank")
    page = Box.of(normal.page)
    rough = ink.scaled(rough, page.width / whole.width, page.height / whole.height)
    started = time.process_time()  # a busy computer is no fault of the drawing
    mask = _mask(behind)
    exact = ink.refine(_drawer(normal), rough, page, mask)
    seconds = time.process_time() - started
    hard = unshaded.without(normal.group)
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
        return ink.visible(shown) & ground.stands_off(array.pixels(shown), behind)

    return mask


def _grounded(
    normal: Normal, whole: Bitmap, coarse: Box, care: Care
) -> tuple[Colour | None, Bitmap, tuple[Finding, ...]]:
    """Return the flat ground that stays, the drawing without one that went, and what to say."""
    crop = array.pixels(ink.cut(whole, coarse))
    if (crop[..., 3] >= 250).mean() < _PLATE:
        return None, whole, ()
    behind = ground.behind(array.over(_firm(crop)))
    if behind.kind not in {"paper", "flat", "plate"}:
        return None, whole, ()
    paper = behind.kind == "paper"
    stays = behind.colour if paper else None  # nobody scans a drawing: what is not paper was drawn
    mending = "ground" if paper else "plate"
    wanted = care.wants(mending)
    bare = _without_ground(normal, whole, coarse, behind.colour, wanted)
    if bare is None:
        return stays, whole, (note("logo.ground-stays", colour=behind.colour.hex),) if paper else ()
    code = _CODES[paper, wanted]
    said = (note(code, colour=behind.colour.hex).mended_by(care.mending(mending)),)
    return (None, bare, said) if wanted else (stays, whole, said)


def _firm(crop: array.Bytes) -> array.Bytes:
    """Return pixels without the soft row that a plate's own edge is drawn with."""
    return crop[1:-1, 1:-1] if min(crop.shape[:2]) > _SMALL else crop


def _without_ground(
    normal: Normal, whole: Bitmap, coarse: Box, colour: Colour, take: bool
) -> Bitmap | None:
    """Return the drawing without its ground if that changes nothing else, and `take` it out."""
    before = _flattened(whole, colour)
    for parent, shape in list(_leaves(normal.group))[:_CANDIDATES]:
        place = list(parent).index(shape)
        parent.remove(shape)
        bare = draw(normal, Box.of(normal.page), whole.width, whole.height)
        freed = array.pixels(ink.cut(bare, coarse))[..., 3] < ink.VISIBLE
        rim = np.concatenate((freed[0], freed[-1], freed[:, 0], freed[:, -1]))
        left = not freed.all()
        gone = left and rim.mean() > 0.7 and referee.compare(before, _flattened(bare, colour)).same
        if not gone or not take:
            parent.insert(place, shape)
        if gone:
            return bare
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
