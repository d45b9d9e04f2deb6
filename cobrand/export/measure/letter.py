"""Open a DOCX again: the paper, and the picture in the first page's head at its place."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.oxml.ns import nsmap, qn
from docx.section import Section

from cobrand.export.measure.view import View
from cobrand.model.geometry import Box, Size
from cobrand.pixels import array, bitmap

_EMU_PER_PX = 9525


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """The paper in px, and what a reader sees of the pair."""

    page: Size
    view: View | None
    title: str
    language: str


def open_docx(data: bytes) -> OpenedLetter:
    """Read the document as a word processor would."""
    document = docx.Document(io.BytesIO(data))
    section, facts = document.sections[0], document.core_properties
    pictures = [anchor for anchor in _anchors(section) if _alt(anchor)]
    size = Size((section.page_width or 0) / _EMU_PER_PX, (section.page_height or 0) / _EMU_PER_PX)
    shown = _view(section, pictures[0]) if pictures else None
    return OpenedLetter(size, shown, facts.title, facts.language)


def _anchors(section: Section) -> Iterator[Any]:
    if section.different_first_page_header_footer:
        yield from section.first_page_header._element.iter(qn("wp:anchor"))


def _alt(anchor: Any) -> str:
    return str(anchor.find(qn("wp:docPr")).get("descr", ""))


def _view(section: Section, anchor: Any) -> View:
    part = section.first_page_header.part
    blip = next(anchor.iter(qn("a:blip")))
    data = part.related_parts[blip.get(qn("r:embed"))].blob
    offsets = [int(place.text) for place in anchor.findall(".//wp:posOffset", nsmap)]
    extent = anchor.find(qn("wp:extent"))
    sides = (int(extent.get("cx")), int(extent.get("cy")))
    box = Box(*(value / _EMU_PER_PX for value in (*offsets, *sides)))
    return View(array.pixels(bitmap.decode(data, "png").bitmap), box)
