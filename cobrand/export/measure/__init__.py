"""Turns the bytes of a written file into numbers, and into findings against what was promised."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cobrand.export.excerpt import rastered
from cobrand.export.measure import sight, view
from cobrand.export.measure.judge import Case, judge
from cobrand.export.measure.opened import Opened, open_file
from cobrand.export.measure.sight import Sight
from cobrand.export.order import Order
from cobrand.export.written import Measured
from cobrand.model.bitmap import Bitmap
from cobrand.model.finding import Finding
from cobrand.model.geometry import PX_PER_MM, Box
from cobrand.model.scene import Scene
from cobrand.pixels import array, encode

__all__ = ["Found", "measure"]

_THUMBNAIL_PIXELS = 80_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a file has, what is right or wrong with it, and a small JPEG of it."""

    measured: Measured
    findings: tuple[Finding, ...]
    thumbnail: bytes


def measure(data: bytes, order: Order) -> Found:
    """Open a file's bytes and measure them; nothing is taken from how they were made."""
    opened = open_file(data, order.kind, order.scene)
    seen = _sight(opened, order)
    measured = _measured(data, order, opened, seen)
    findings = judge(Case(order, measured, seen, seen.pixel if seen else 1.0))
    return Found(measured, findings, _thumbnail(opened, order))


def _sight(opened: Opened, order: Order) -> Sight | None:
    scene = order.scene
    if opened.view is None or scene.promise is None:
        return None
    if scene.box("logo") is None or scene.box("mark") is None:
        return None
    rules = order.campaign.rules
    seen = sight.look(opened.view, scene, scene.promise, rules, lossy=opened.lossy)
    return seen.beside(opened.others)


def _measured(data: bytes, order: Order, opened: Opened, seen: Sight | None) -> Measured:
    plain = Measured(
        kind=order.kind,
        size=opened.size,
        unit=opened.unit,
        bytes=len(data),
        pages=opened.pages,
        boxes=opened.boxes,
        title=opened.title,
        language=opened.language,
        sound=opened.sound,
    )
    return plain if seen is None else _with_sight(plain, seen, order)


def _with_sight(plain: Measured, seen: Sight, order: Order) -> Measured:
    promise = order.scene.promise
    boxes = [seen.found[role] for role in sight.MARKS]
    if promise is None or None in boxes:
        return plain
    logo, mark = (box for box in boxes if box)
    one, other = (seen.marks[role] for role in sight.MARKS)
    bare = promise.plate is None  # else the plate would be taken for the logo
    return replace(
        plain,
        logo=logo,
        mark=mark,
        backing=seen.backing,
        clear=seen.clear / promise.unit,
        gap=logo.distance(mark) / promise.unit,
        edge=_edge(logo.union(mark), order),
        ratio=one.prominence / other.prominence if other.prominence and bare else None,
        logo_contrast=one.contrast if bare else None,
        mark_contrast=other.contrast,
        likeness=1 - min(1.0, seen.unlike),
    )


def _edge(pair: Box, order: Order) -> float:
    """Return how far inside the safe area the pair is, in px; negative if it leaves it."""
    scene, edges = order.scene, order.scene.safe
    if order.format.printed:
        edges = edges.at_least(order.campaign.rules.print_safe_mm * PX_PER_MM)
    safe = Box.of(scene.size).inset(edges)
    return min(
        pair.left - safe.left,
        pair.top - safe.top,
        safe.right - pair.right,
        safe.bottom - pair.bottom,
    )


def _thumbnail(opened: Opened, order: Order) -> bytes:
    """Show the file; a word processor's page, which only it can draw, is shown as composed."""
    shown = opened.page or opened.view
    if shown is None or order.kind == "docx":
        shown = view.of_page(_page(order.scene), order.scene)
    small = view.smaller(shown.pixels, _THUMBNAIL_PIXELS)
    return encode.encode(array.bitmap(small), "jpeg", quality=74)


def _page(scene: Scene) -> Bitmap:
    return rastered(scene, 400 / max(scene.size.width, scene.size.height))
