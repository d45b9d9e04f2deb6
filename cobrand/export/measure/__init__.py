"""Turns the bytes of a written file into numbers, and into findings against what was promised."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from cobrand.export.excerpt import rastered
from cobrand.export.measure import sight, texts, view
from cobrand.export.measure.judge import Case, judge
from cobrand.export.measure.memory import Memory
from cobrand.export.measure.opened import Opened, open_file
from cobrand.export.measure.seek import Look
from cobrand.export.measure.sight import Found as Seen
from cobrand.export.measure.sight import Sight
from cobrand.export.order import Order
from cobrand.export.written import Mark, Measured
from cobrand.model.bitmap import Bitmap
from cobrand.model.finding import Finding
from cobrand.model.geometry import PX_PER_MM, Box, union
from cobrand.model.scene import Picture, Scene
from cobrand.pixels import array, encode

__all__ = ["Found", "Memory", "measure"]

_THUMBNAIL_PIXELS = 80_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a file has, what is right or wrong with it, and a small JPEG of it."""

    measured: Measured
    findings: tuple[Finding, ...]
    thumbnail: bytes


def measure(data: bytes, order: Order, memory: Memory | None = None) -> Found:
    """Open a file's bytes and measure them; nothing is taken from how they were made.

    `memory` keeps what is to be known of artwork for the next file.
    """
    opened = open_file(data, order.kind, order.scene)
    seen = _sight(opened, order, memory or Memory())
    measured = _measured(data, order, opened, seen)
    findings = judge(Case(order, measured, seen, seen.pixel if seen else 1.0))
    return Found(measured, findings, _thumbnail(opened, order))


def _sight(opened: Opened, order: Order, memory: Memory) -> Sight | None:
    near = opened.view
    if near is None:
        return None
    page, closer = opened.page or near, opened.closer or near.near
    seen = sight.look(Look(order, near, page, closer, memory, opened.lossy))
    return None if seen is None else seen.beside(opened.others)


def _measured(data: bytes, order: Order, opened: Opened, seen: Sight | None) -> Measured:
    shown = opened.page or opened.view
    read = texts.worst(shown, order.scene) if shown and order.kind != "docx" else None
    plain = Measured(
        kind=order.kind,
        size=opened.size,
        unit=opened.unit,
        bytes=len(data),
        pages=opened.pages,
        boxes=opened.boxes,
        title=opened.title,
        language=opened.language,
        alt=opened.alt,
        text_contrast=read.contrast if read else None,
        text_role=read.role if read else "",
        profile=opened.profile,
        sound=opened.sound,
    )
    return plain if seen is None else _with_sight(plain, seen, order)


def _with_sight(plain: Measured, seen: Sight, order: Order) -> Measured:
    logo, mark = seen.mark("logo"), seen.mark("mark")
    found = replace(
        plain,
        logo=logo.box if logo else None,
        mark=mark.box if mark else None,
        logo_contrast=logo.weight.contrast if logo else None,
        mark_contrast=mark.weight.contrast if mark else None,
        backing=seen.backing,
        marks=_marks(seen, order),
        x=seen.unit,
    )
    if not seen.marks:
        return found
    boxes = tuple(each.box for each in seen.marks)
    lines = [line for _, line in seen.lines if line]
    return replace(
        found,
        clear=seen.clear / seen.unit,
        gap=_gap(boxes) / seen.unit if len(boxes) > 1 else None,
        edge=_edge(union(boxes), order),
        ratio=_ratio(logo, mark),
        likeness=1 - max(each.unlike for each in seen.marks),
        line=min((min(each.width, each.height) for each in lines), default=None),
        line_room=min((each.distance(box) for each in lines for box in boxes), default=None),
    )


def _marks(seen: Sight, order: Order) -> tuple[Mark, ...]:
    mark = seen.mark("mark")
    return tuple(
        Mark(
            role=each.role,
            box=each.box,
            stretch=each.stretch,
            turn=math.degrees(each.turn),
            variant=each.variant,
            contrast=each.weight.contrast,
            ratio=_ratio(each, mark),
            colours=each.weight.recoloured,
            present=each.present,
            sharp=each.sharp,
            sure=each.sure,
            ppi=_ppi(each, order.scene),
        )
        for each in _in_order(seen, order)
    )


def _in_order(seen: Sight, order: Order) -> tuple[Seen, ...]:
    """Return the marks as they are read: from above, or from the side where the script begins."""
    stacked = order.scene.promise is not None and order.scene.promise.stacked
    vocabulary = order.campaign.vocabulary(order.scene.language)
    back = -1 if vocabulary is not None and vocabulary.direction == "rtl" else 1

    def at(each: Seen) -> float:
        return each.box.centre.y if stacked else back * each.box.centre.x

    return tuple(sorted(seen.marks, key=at))


def _ratio(one: Seen | None, mark: Seen | None) -> float | None:
    if one is None or mark is None or not mark.weight.prominence:
        return None
    return one.weight.prominence / mark.weight.prominence


def _ppi(each: Seen, scene: Scene) -> float | None:
    """Return how many pixels a mark that is a picture has to the inch where it was found."""
    item = scene.find(each.role)[0]
    return item.source.width / (each.box.width / 96) if isinstance(item, Picture) else None


def _gap(boxes: tuple[Box, ...]) -> float:
    pairs = ((one, other) for place, one in enumerate(boxes) for other in boxes[place + 1 :])
    return min(one.distance(other) for one, other in pairs)


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
        *(pair.distance(each) for each in order.format.keep_out),
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
