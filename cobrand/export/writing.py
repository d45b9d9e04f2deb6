"""Turns a composition into a file, one writer a kind, and measures each file again on the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from cobrand.errors import UnknownKind
from cobrand.export import boxes, docx, eps, excerpt, files, image, measure, vector
from cobrand.export.easel import Easel
from cobrand.export.measure import Memory
from cobrand.export.order import Made, Order, Writer
from cobrand.export.written import TWINS, Written
from cobrand.model.campaign import Campaign, Variant
from cobrand.model.composition import Composition
from cobrand.model.finding import Finding
from cobrand.model.format import at_scale
from cobrand.model.logo import Logo
from cobrand.model.template import Template
from cobrand.render import Pen

WRITERS: Mapping[str, Writer] = {
    "png": image.picture,
    "jpeg": image.picture,
    "webp": image.picture,
    "svg": vector.svg,
    "pdf": vector.pdf,
    "eps": eps.eps,
    "docx": docx.letterhead,
}

Findings = tuple[Finding, ...]
Marks = tuple[tuple[Variant, Logo], ...]


def write(
    composition: Composition,
    target: Path,
    kind: str,
    campaign: Campaign,
    *,
    templates: tuple[Template, ...] = (),
    overwrite: bool = False,
    scale: float = 1.0,
    store: files.Store = files,
    pen: Pen | None = None,
    marks: Marks = (),
    memory: Memory | None = None,
    easel: Easel | None = None,
) -> Written:
    """Make the file, save it whole in the store, then open it again and measure it.

    `templates` are those of the composition's pages; DOCX takes the body's margins from them.
    `kind` may say more pixels: "png@2x". A `pen` and an `easel` kept for many files are faster;
    `marks` are all drawings of the campaign's mark; `memory` keeps what was measured of artwork.
    """
    kind, times = at_scale(kind)
    pen = pen or Pen(excerpt.embed)
    easel = easel or Easel()
    order = Order(composition, campaign, kind, templates, scale * times, pen, marks, easel)
    made = make(order)
    store.save(target, made.data, overwrite)
    data = store.read(target)
    found = measure.measure(data, order, memory)
    return Written(
        path=target,
        kind=kind,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        brief=composition.brief,
        measured=found.measured,
        findings=(*_planned(composition.findings, found.findings), *made.findings, *found.findings),
        thumbnail=found.thumbnail,
        overlay=boxes.over(order, found.measured),
        alt=composition.scene.alt,
    )


def _planned(planned: Findings, measured: Findings) -> Findings:
    """Return what was said before the file was made, less what the file itself says as clearly."""
    said = {(found.code, found.role): found.severity for found in measured}
    return tuple(
        found for found in planned if said.get((_twin(found), found.role), -1) < found.severity
    )


def _twin(found: Finding) -> str:
    """Return the code under which the file says the same.

    What a partner's logo asks a person to do is kept: only the plan knows whose logo it is.
    """
    code = found.code if found.severity else found.code.removesuffix(".partner")
    return TWINS.get(code, code)


def make(order: Order) -> Made:
    """Return the bytes of a file; UnknownKind if no writer makes it, or not of this card."""
    writer = WRITERS.get(order.kind)
    if writer is None or order.kind not in order.format.kinds:
        raise UnknownKind(
            kind=order.kind, format=order.format.id, kinds=", ".join(order.format.kinds)
        )
    return writer(order)
