"""Turns SVG bytes into a Logo: normalised, refereed and measured, or a picture where that fails."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cobrand.errors import DrawingFailed, LogoUnreadable, PartMissing
from cobrand.intake import picture
from cobrand.intake.drawing import lettering, limits, markup, measured, pace, plain, referee, svg
from cobrand.intake.drawing.measured import Measured
from cobrand.intake.drawing.svg import Normal
from cobrand.intake.picture import ink, traits
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import Logo, SvgArt
from cobrand.model.text import Typesetter
from cobrand.pixels import array, cairo
from cobrand.pixels import svg as librsvg

COARSE_PIXELS = 70_000
EXHIBIT_PIXELS = 60_000
PICTURE_SIDE = 2000
"""libvips lets librsvg draw in squares of this side, each as dear as the whole: one is enough."""
SLOW = 1.0
"""CPU seconds for a quarter of a million px: a drawing that costs more is kept as a picture."""
SLOW_CARD = 6.0
"""CPU seconds for the largest card, as far as they can be foretold: likewise."""
LARGEST_CARD, SQUARES = 9_000_000, 4
"""Px of a letterhead's picture, 300 to the inch, and in how many squares it is drawn."""
SLOW_SIDE, SLOWEST_SIDE, SLOWEST = 1000, 500, 0.5
"""Px of such a picture, and of one that costs more than so many CPU seconds for a quarter of a
million px. The steps are few, because what is measured is never quite the same twice."""
HOPELESS = 3.0
"""CPU seconds for the same, beyond which nothing is measured again."""
MOST_PRESSED = 1_500_000
MOST_ELEMENTS = 6_000
LONGEST_PATH = 300_000
"""Characters of markup, elements, and characters of one path that the press bears."""
MOST_REWRITTEN = 500_000
"""Characters of markup that are written anew in bearable time."""

_QUICK = 0.1
_SURELY = 4  # times faster than a usual computer: what is quick even there is quick
_GRAIN = 1024
_NEARBY = Box(-1024, -1024, 4096, 4096)


def read(
    data: bytes,
    kind: str,
    digest: str,
    care: Care = USUAL,
    typesetter: Typesetter | None = None,
) -> Logo:
    """Read an SVG document's bytes, already unpacked; without a typesetter text stays text."""
    normal = _normal(data, f"c{digest[:8]}", typesetter)
    width, height = ink.raster(normal.page, COARSE_PIXELS)
    whole = measured.draw(normal, Box.of(normal.page), width, height)
    same = _faithful(data, normal, whole)
    if not same and not normal.ahead:
        return _as_picture(data, normal, kind, digest, care, "logo.normalised-differs")
    if lettering.shown(normal.group):
        normal = _lettered(normal, typesetter)
        whole = measured.draw(normal, Box.of(normal.page), width, height)
    found = measured.measure(normal, whole, care)
    if cost := _too_dear(normal, found):
        side = SLOW_SIDE if cost < SLOWEST else SLOWEST_SIDE
        return _as_picture(data, normal, kind, digest, care, "logo.slow-drawing", side)
    findings = normal.findings + found.findings
    if not same:
        findings = (*findings, note("logo.newer"))
    art, more = _refereed(normal, found.ink)
    sample = ink.sample(found.fine)
    measures = traits.measure(sample, found.ground)
    return Logo(kind, art, found.ink, measures, sample, digest, findings + more)


def _normal(data: bytes, prefix: str, typesetter: Typesetter | None) -> Normal:
    normal = svg.normalise(data, prefix)
    if normal.sized:
        return normal
    if typesetter:
        lettering.outline(normal.group, typesetter, normal.page)
    extent = _extent(normal)
    return svg.normalise(data, prefix, extent)


def _lettered(normal: Normal, typesetter: Typesetter | None) -> Normal:
    """Turn live text into outlines, and name its fonts."""
    if typesetter is None:
        said = lettering.fonts(normal.group, normal.window.size)
    else:
        said = lettering.outline(normal.group, typesetter, normal.window.size)
    inside = _brought(said, normal.fonts)
    return replace(normal, findings=normal.findings + said + inside)


def _brought(said: tuple[Finding, ...], fonts: tuple[str, ...]) -> tuple[Finding, ...]:
    """Say which of the fonts that are missed the file has inside: they are not run."""
    missed = {font for each in said for font in str(each.named.get("fonts", "")).split(", ")}
    found = sorted(missed & set(fonts))
    return (note("logo.font-inside", fonts=", ".join(found)),) if found else ()


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


def _too_dear(normal: Normal, found: Measured) -> float:
    """Return what a quarter of a million px cost of a drawing that holds up a large card, else 0.

    Filters, masks and layers cost by the pixel, of which a small drawing has too few to tell.
    """
    if found.seconds > HOPELESS:
        return found.seconds
    if found.seconds < _QUICK and not limits.layers(normal.group):
        return 0.0
    card = found.ink.grown(max(found.ink.width, found.ink.height) / 2)
    coarse, fine = (
        partial(_drawn, normal, card, each) for each in (COARSE_PIXELS, ink.FINE_PIXELS)
    )
    if SQUARES * pace.once(fine) * LARGEST_CARD / ink.FINE_PIXELS < SLOW_CARD / _SURELY:
        return 0.0
    small, large = pace.seconds(coarse, fine)
    more = (LARGEST_CARD - ink.FINE_PIXELS) / (ink.FINE_PIXELS - COARSE_PIXELS)
    whole = SQUARES * (large + max(0.0, large - small) * more)
    return large if whole > SLOW_CARD or large > SLOW else 0.0


def _drawn(normal: Normal, box: Box, pixels: int) -> Bitmap:
    return measured.draw(normal, box, *ink.raster(box.size, pixels))


def _as_picture(
    data: bytes,
    normal: Normal,
    kind: str,
    digest: str,
    care: Care,
    why: str,
    side: int = PICTURE_SIDE,
) -> Logo:
    """Draw the original once, its longer side so many px, and go on with that."""
    scale = side / max(normal.page.width, normal.page.height)
    width, height = (
        max(1, round(side * scale)) for side in (normal.page.width, normal.page.height)
    )
    drawn = librsvg.draw(markup.trimmed(data), width, height, normal.window)
    logo = picture.measure(drawn, kind, digest, care=care)
    fonts = lettering.fonts(normal.group, normal.window.size)
    return replace(logo, findings=(*normal.findings, *fonts, warning(why), *logo.findings))


def _refereed(normal: Normal, view: Box) -> tuple[SvgArt, tuple[Finding, ...]]:
    """Let the press draw the mark as a page would hold it, and compare."""
    body = normal.body
    if lettering.shown(normal.group):
        return SvgArt(body, normal.page, press=False), ()
    try:
        same = _pressable(normal, body) and _press_agrees(body, normal.page, view)
        other = None if same else _plainer(normal, view)
    except PartMissing:
        return SvgArt(body, normal.page, press=False), ()
    if other is not None:
        return SvgArt(other, normal.page), ()
    more = () if same else (note("logo.press-differs"),)
    return SvgArt(body, normal.page, press=same), more


def _pressable(normal: Normal, body: str) -> bool:
    """Say whether the press would end in bearable time: its pains grow with a path's square."""
    elements = list(normal.group.iter())
    longest = max(len(element.get("d", "")) for element in elements)
    return len(body) <= MOST_PRESSED and len(elements) <= MOST_ELEMENTS and longest <= LONGEST_PATH


def _plainer(normal: Normal, view: Box) -> str | None:
    """Return the same drawing in plainer words, if the press draws those right."""
    if len(normal.body) > MOST_REWRITTEN or not _pressable(normal, normal.body):
        return None
    body = markup.write(plain.plainly(normal.group, f"{normal.prefix}-p"))
    page = Box.of(normal.page)
    size = ink.raster(normal.page, COARSE_PIXELS)
    before = measured.draw(normal, page, *size)
    try:
        after = librsvg.draw(svg.document(body, page), *size)
    except DrawingFailed:
        return None
    same = referee.compare(before, after).same and _press_agrees(body, normal.page, view)
    return body if same else None


def _press_agrees(body: str, page: Size, view: Box) -> bool:
    width, height = ink.raster(view.size, EXHIBIT_PIXELS)
    sheet, at = Size(width + 24, height + 19), Box(11.3, 7.6, width, height)
    exhibit = svg.placed(body, page, view, sheet, at)
    size = int(sheet.width), int(sheet.height)
    try:
        return referee.compare(librsvg.draw(exhibit, *size), cairo.draw(exhibit, *size)).same
    except DrawingFailed:
        return False
