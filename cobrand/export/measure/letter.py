"""Open a DOCX again: the paper, the pair in the first page's head, and what else is there."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.section import Section

from cobrand.export.measure import flow
from cobrand.export.measure.view import View
from cobrand.model.geometry import Box, Size
from cobrand.pixels import array, bitmap


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """The paper in px, what a reader sees of the pair, and the places of everything else."""

    page: Size
    view: View | None
    others: tuple[Box, ...]
    title: str
    language: str


def open_docx(data: bytes) -> OpenedLetter:
    """Read the document as a word processor would."""
    document = docx.Document(io.BytesIO(data))
    section, facts = document.sections[0], document.core_properties
    pair = next((anchor for anchor in flow.anchors(section) if _alt(anchor)), None)
    sides = (section.page_width or 0, section.page_height or 0)
    return OpenedLetter(
        Size(*(side / flow.EMU_PER_PX for side in sides)),
        None if pair is None else _view(section, pair),
        flow.taken(document, pair),
        facts.title,
        facts.language,
    )


def _alt(anchor: Any) -> str:
    return str(anchor.find(qn("wp:docPr")).get("descr", ""))


def _view(section: Section, anchor: Any) -> View:
    blip = next(anchor.iter(qn("a:blip")))
    data = flow.head(section).part.related_parts[blip.get(qn("r:embed"))].blob
    return View(array.pixels(bitmap.decode(data, "png").bitmap), flow.box(anchor))
