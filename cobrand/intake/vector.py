"""Turns SVG bytes into a Logo: normalised, refereed and measured, or a picture where that fails."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

import numpy as np
from numpy.typing import NDArray

from cobrand.errors import DrawingFailed, LogoUnreadable, PartMissing
from cobrand.intake import ground, ink, markup, picture, referee, svg, traits
from cobrand.intake.svg import Normal
from cobrand.intake.vocabulary import SHAPES
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import Logo, SvgArt
from cobrand.pixels import array, cairo
from cobrand.pixels import svg as librsvg

COARSE_PIXELS = 70_000
EXHIBIT_PIXELS = 60_000
PICTURE_SIDE = 2048
SLOW = 1.0
"""Seconds for a quarter of a million px: a drawing that costs more is kept as a picture."""
MOST_PRESSED = 1_500_000
"""Characters of markup that the press draws in bearable time."""

_STORES = frozenset(
    ("defs", "clipPath", "mask", "symbol", "pattern", "marker", "linearGradient", "radialGradient",
     "filter")
)  # fmt: skip
_CANDIDATES = 3
_GRAIN = 1024
_NEARBY = Box(-1024, -1024, 4096, 4096)
_TRACE = 3
_CODES = {
    (True, True): "logo.ground-removed",
    (True, False): "logo.ground-kept",
    (False, True): "logo.plate-removed",
    (False, False): "logo.plate",
}
_PLATE = 0.97


@dataclass(frozen=True, slots=True)
class _Measured:
    ink: Box
    fine: Bitmap
    ground: Colour | None
    seconds: float
    findings: tuple[Finding, ...]


def read(data: bytes, kind: str, digest: str, care: Care = USUAL) -> Logo:
    """Read an SVG document's bytes, already unpacked."""
    normal = _normal(data, f"c{digest[:8]}")
    width, height = ink.raster(normal.page, COARSE_PIXELS)
    whole = _draw(normal, Box.of(normal.page), width, height)
    if not _faithful(data, normal, whole):
        return _as_picture(data, normal, kind, digest, care, "logo.normalised-differs")
    measured = _measure(normal, whole, care)
    if measured.seconds > SLOW:
        return _as_picture(data, normal, kind, digest, care, "logo.slow-drawing")
    findings = normal.findings + measured.findings
    art, more = _refereed(normal, measured.ink, findings)
    sample = ink.sample(measured.fine)
    measures = traits.measure(sample, measured.ground)
    return Logo(kind, art, measured.ink, measures, sample, digest, findings + more)


def _normal(data: bytes, prefix: str) -> Normal:
    normal = svg.normalise(data, prefix)
    if normal.sized:
        return normal
    extent = _extent(normal)
    return svg.normalise(data, prefix, extent)


def _extent(normal: Normal) -> Box:
    """Find where the ink is in a drawing that says neither size nor viewBox."""
    body = normal.body
    found = _tight(body, _NEARBY)
    if found is None or not _NEARBY.grown(-1).holds(found):
        found = _tight(body, svg.ANYWHERE)
    for _ in range(2):
        found = found and _tight(body, found)
    if found is None:
        raise LogoUnreadable("logo.blank")
    return found


def _tight(body: str, view: Box) -> Box | None:
    """Return the box of the ink inside a view, with a pixel to spare."""
    shown = librsvg.draw(svg.document(body, view), _GRAIN, _GRAIN)
    found = ink.edges(array.pixels(shown)[..., 3] > 0)
    if found is None:
        return None
    step = Size(view.width / _GRAIN, view.height / _GRAIN)
    box = ink.scaled(found, step.width, step.height).moved(view.left, view.top)
    return box.grown(max(step.width, step.height))


def _draw(normal: Normal, view: Box, width: int, height: int) -> Bitmap:
    try:
        return librsvg.draw(svg.document(normal.body, view), width, height)
    except DrawingFailed as error:
        raise LogoUnreadable("logo.drawing-refused") from error


def _faithful(data: bytes, normal: Normal, whole: Bitmap) -> bool:
    """Say whether normalising has kept the drawing; if librsvg refuses the original, it has.

    A drawing that asks for the reader's language is not compared: this computer's would decide.
    """
    if b"systemLanguage" in data:
        return True
    try:
        raw = librsvg.draw(markup.trimmed(data), whole.width, whole.height, normal.window)
    except DrawingFailed:
        return True
    return referee.compare(raw, whole).same


def _as_picture(data: bytes, normal: Normal, kind: str, digest: str, care: Care, why: str) -> Logo:
    """Draw the original once, large, and go on with that."""
    scale = PICTURE_SIDE / max(normal.page.width, normal.page.height)
    width, height = (
        max(1, round(side * scale)) for side in (normal.page.width, normal.page.height)
    )
    drawn = librsvg.draw(markup.trimmed(data), width, height, normal.window)
    logo = picture.measure(drawn, kind, digest, care=care)
    return replace(logo, findings=(*normal.findings, warning(why), *logo.findings))


def _measure(normal: Normal, whole: Bitmap, care: Care) -> _Measured:
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
    started = time.monotonic()
    exact = ink.refine(lambda view, w, h: _draw(normal, view, w, h), rough, page, _mask(behind))
    if exact is None:
        raise LogoUnreadable("logo.blank")
    return _Measured(*exact, behind, time.monotonic() - started, findings)


def _mask(behind: Colour | None) -> Callable[[Bitmap], NDArray[np.bool_]]:
    if behind is None:
        return ink.visible

    def mask(shown: Bitmap) -> NDArray[np.bool_]:
        return ink.visible(shown) & ground.differs(array.over(array.pixels(shown), behind), behind)

    return mask


def _grounded(
    normal: Normal, whole: Bitmap, coarse: Box, care: Care
) -> tuple[Colour | None, Bitmap, tuple[Finding, ...]]:
    """Return the flat ground that stays, the drawing without one that went, and what to say."""
    crop = array.pixels(ink.cut(whole, coarse))
    if (crop[..., 3] >= 250).mean() < _PLATE:
        return None, whole, ()
    behind = ground.behind(array.over(crop))
    if behind.kind == "uneven":
        return None, whole, ()
    paper = behind.kind == "paper"
    stays = None if behind.kind == "plate" else behind.colour
    mending = "ground" if paper else "plate"
    wanted = care.wants(mending)
    bare = _without_ground(normal, whole, coarse, behind.colour, wanted)
    if bare is None:
        return stays, whole, (note("logo.ground-stays", colour=behind.colour.hex),) if paper else ()
    code = _CODES[paper, wanted]
    said = (note(code, colour=behind.colour.hex).mended_by(care.mending(mending)),)
    return (None, bare, said) if wanted else (stays, whole, said)


def _without_ground(
    normal: Normal, whole: Bitmap, coarse: Box, colour: Colour, take: bool
) -> Bitmap | None:
    """Return the drawing without its ground if that changes nothing else, and `take` it out."""
    before = _flattened(whole, colour)
    for parent, shape in list(_leaves(normal.group))[:_CANDIDATES]:
        place = list(parent).index(shape)
        parent.remove(shape)
        bare = _draw(normal, Box.of(normal.page), whole.width, whole.height)
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


def _refereed(
    normal: Normal, view: Box, findings: tuple[Finding, ...]
) -> tuple[SvgArt, tuple[Finding, ...]]:
    """Let the press draw the mark as a page would hold it, and compare."""
    body = normal.body
    if any(finding.code == "logo.text" for finding in findings):
        return SvgArt(body, normal.page, press=False), ()
    try:
        same = len(body) <= MOST_PRESSED and _press_agrees(body, normal.page, view)
    except PartMissing:
        return SvgArt(body, normal.page, press=False), ()
    more = () if same else (note("logo.press-differs"),)
    return SvgArt(body, normal.page, press=same), more


def _press_agrees(body: str, page: Size, view: Box) -> bool:
    width, height = ink.raster(view.size, EXHIBIT_PIXELS)
    sheet, at = Size(width + 24, height + 19), Box(11.3, 7.6, width, height)
    exhibit = svg.placed(body, page, view, sheet, at)
    size = int(sheet.width), int(sheet.height)
    try:
        return referee.compare(librsvg.draw(exhibit, *size), cairo.draw(exhibit, *size)).same
    except DrawingFailed:
        return False
