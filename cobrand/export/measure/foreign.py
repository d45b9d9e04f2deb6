"""Measure a file of which nobody knows how it was laid out: find both marks, then ask the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure import Found, Memory, measure, search
from cobrand.export.measure.opened import open_file
from cobrand.export.measure.search import Artwork, Floats, Hit, ground
from cobrand.export.measure.view import View
from cobrand.export.order import Order
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign, Variant
from cobrand.model.colour import WHITE, Colour
from cobrand.model.composition import Composition
from cobrand.model.format import Format, Use
from cobrand.model.geometry import NO_INSETS, PX_PER_MM, Box, Size, union
from cobrand.model.logo import Logo, SvgArt
from cobrand.model.scene import Drawing, Fill, Group, Picture, Promise, Scene

_STEP = 24.0  # of 255, by which a line stands off its ground
_LONG, _THIN = 0.6, 0.15  # of the marks' height, and of the gap, that a line is
_PROMISES = frozenset(("proof.disagrees", "file.size", "file.title", "file.language", "file.alt"))
"""What only somebody who laid the file out can be asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a file: its kind, the logo, the campaign's marks; its format, if any."""

    kind: str
    logo: Logo
    marks: tuple[tuple[Variant, Logo], ...]
    campaign: Campaign
    language: str
    format: Format | None = None


def measured(data: bytes, asked: Asked) -> Found | tuple[str, ...]:
    """Measure a file by the marks that are found in it; else the roles that were not found."""
    page = _page(data, asked)
    opened = open_file(data, asked.kind, page)
    shown = opened.page or opened.view
    if shown is None:
        return ("logo", "mark")
    pixels = shown.over(WHITE).astype(np.float32)
    hits = {role: _found(pixels, drawings) for role, drawings in _drawings(asked).items()}
    if missing := tuple(role for role, hit in hits.items() if hit is None):
        return missing
    whole = {role: hit for role, hit in hits.items() if hit is not None}
    scene = _scene(page, shown, pixels, whole, asked)
    order = Order(
        Composition(Brief(language=asked.language), _format(asked, page.size), (scene,), ()),
        asked.campaign, asked.kind, marks=asked.marks,
    )  # fmt: skip
    found = measure(data, order, Memory())
    kept = tuple(each for each in found.findings if each.code not in _unasked(asked))
    return replace(found, findings=kept)


def _unasked(asked: Asked) -> frozenset[str]:
    return _PROMISES if asked.format is None else _PROMISES - {"file.size"}


def _found(pixels: Floats, drawings: tuple[Artwork, ...]) -> Hit | None:
    hit = search.find(pixels, drawings)
    return None if hit is None else search.told_apart(hit, drawings)


def _drawings(asked: Asked) -> Mapping[str, tuple[Artwork, ...]]:
    own = (("colour", asked.logo), *asked.logo.variants)
    return {
        "logo": tuple(search.of_art(each.art, each.ink, "logo", name) for name, each in own),
        "mark": tuple(
            search.of_art(each.art, each.ink, "mark", name) for name, each in asked.marks
        ),
    }


def _page(data: bytes, asked: Asked) -> Scene:
    """Return an empty page as large as the file, or as its format."""
    blank = Scene(Size(100, 100), None, (), language=asked.language)
    if asked.format is not None:
        known = asked.format
        bleed = known.bleed if asked.kind == "pdf" else 0.0
        return replace(blank, size=known.size, safe=known.safe, bleed=bleed)
    opened = open_file(data, asked.kind, blank)
    scale = PX_PER_MM if opened.unit == "mm" else 1.0
    return replace(blank, size=opened.size.scaled(scale))


def _format(asked: Asked, size: Size) -> Format:
    if asked.format is not None:
        return asked.format
    use: Use = "print" if asked.kind in {"pdf", "docx"} else "web"
    return Format("unknown", (("en", "-"),), use, size, "px", NO_INSETS, 0.0, (), None,
                  (asked.kind,), (), "", "")  # fmt: skip


def _scene(
    page: Scene, shown: View, pixels: Floats, hits: Mapping[str, Hit], asked: Asked
) -> Scene:
    """Return a scene that has the marks where they were found, in their own proportions or not."""
    boxes = {role: shown.box_of(hit.place.box) for role, hit in hits.items()}
    items = tuple(_item(role, hit, boxes[role], asked) for role, hit in hits.items())
    line = _line(shown, pixels, hits)
    lines = () if line is None else (line,)
    logo, mark = boxes["logo"], boxes["mark"]
    behind = np.median(hits["mark"].fit.behind, axis=(0, 1))
    promise = Promise(
        unit=asked.campaign.rules.unit * mark.height,
        ratio=1.0,
        limit="",
        backing=_colour(behind),
        stacked=logo.bottom <= mark.top or mark.bottom <= logo.top,
        separator=line is not None,
        variant=_variant(hits["mark"]),
        logo_variant=_variant(hits["logo"]),
    )
    group = Group(union((logo, mark)), (*items, *lines), "lockup")
    return replace(page, items=(group,), promise=promise)


def _item(role: str, hit: Hit, box: Box, asked: Asked) -> Drawing | Picture:
    variants = dict(asked.marks if role == "mark" else asked.logo.variants)
    logo = variants.get(_variant(hit), asked.logo)
    if isinstance(logo.art, SvgArt):
        return Drawing(box, logo.art, logo.ink, role)
    return Picture(box, logo.art.bitmap, logo.ink, role)


def _variant(hit: Hit) -> Variant:
    names: Mapping[str, Variant] = {"reversed": "reversed", "mono": "mono"}
    return names.get(hit.artwork.variant, "colour")


def _line(shown: View, pixels: Floats, hits: Mapping[str, Hit]) -> Fill | None:
    """Return the line between two marks, if there is one thing between them, long and thin."""
    one, other = (hits[role].place.box for role in ("logo", "mark"))
    whole = one.union(other)
    upright = one.right <= other.left or other.right <= one.left
    low, high = _between(one, other, upright=upright)
    if high - low < 4:
        return None
    across, down = (low, high), (whole.top, whole.bottom)
    if not upright:
        across, down = (whole.left, whole.right), (low, high)
    rows, columns = (slice(max(0, round(a)), max(0, round(b))) for a, b in (down, across))
    part = pixels[rows, columns]
    if not part.size:
        return None
    off = ground.farthest(part, np.median(part, axis=(0, 1)).astype(np.float32)) > _STEP
    full = _alone(off.mean(axis=0 if upright else 1) >= _LONG)
    if not 0 < full.size <= _THIN * (high - low) + 2:
        return None
    start, end = low + float(full[0]), low + float(full[-1]) + 1
    box = Box.spanning(start, whole.top, end, whole.bottom) if upright else (
        Box.spanning(whole.left, start, whole.right, end))  # fmt: skip
    core = part[:, full] if upright else part[full]
    return Fill(shown.box_of(box), _colour(np.median(core.reshape(-1, 3), axis=0)), "separator")


def _alone(there: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> NDArray[np.int64]:
    """Return the places of the one thing that reaches neither end; of none, if there are more."""
    places = np.flatnonzero(there)
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    inner = [run for run in runs if run.size and run[0] > 0 and run[-1] < there.size - 1]
    return inner[0] if len(inner) == 1 else np.zeros(0, np.int64)


def _between(one: Box, other: Box, *, upright: bool) -> tuple[float, float]:
    if upright:
        return min(one.right, other.right), max(one.left, other.left)
    return min(one.bottom, other.bottom), max(one.top, other.top)


def _colour(values: Floats) -> Colour:
    red, green, blue = (round(float(value)) for value in values)
    return Colour(red, green, blue)
