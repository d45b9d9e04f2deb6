"""Follow the first page of a DOCX from its top: what takes room there beside the pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import nsmap, qn
from docx.section import Section
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph

from cobrand.model.geometry import Box

EMU_PER_PX = 9525
_PT = 12_700  # EMU
_PLAIN = 1.36  # times its size is a line high that asks for no height, in Noto Sans
_ABOVE = 0.8  # of an exact line is above its baseline; letters reach one size above it at most


def anchors(section: Section) -> tuple[Any, ...]:
    """Return what floats in the head of the first page."""
    return tuple(head(section)._element.iter(qn("wp:anchor")))


def head(section: Section) -> Any:
    """Return the head of the first page."""
    first = section.different_first_page_header_footer
    return section.first_page_header if first else section.header


def box(anchor: Any) -> Box:
    """Return where something floats, in px of the page."""
    offsets = [int(place.text) for place in anchor.findall(".//wp:posOffset", nsmap)]
    extent = anchor.find(qn("wp:extent"))
    sides = (int(extent.get("cx")), int(extent.get("cy")))
    return Box(*(value / EMU_PER_PX for value in (*offsets, *sides)))


def taken(document: Document, pair: Any) -> tuple[Box, ...]:
    """Return every place of the first page that is not the pair's: head, letter, foot, floats.

    The letter takes all from its first words to the lower margin, because a person writes there.
    """
    section = document.sections[0]
    left, right = _emu(section.left_margin), _emu(section.page_width) - _emu(section.right_margin)
    low = _emu(section.page_height) - _emu(section.bottom_margin)
    spans = [*_head_lines(section), *_foot_lines(section)]
    spans += [(top, low) for top, _ in _lines(document.iter_inner_content(), _top(section))][:1]
    words = (Box.spanning(left, top, right, max(top, bottom)) for top, bottom in spans)
    floats = (box(anchor) for anchor in anchors(section) if anchor is not pair)
    scale = 1 / EMU_PER_PX
    return (*floats, *(_scaled(each, scale) for each in words))


def _scaled(each: Box, by: float) -> Box:
    return Box(each.left * by, each.top * by, each.width * by, each.height * by)


def _foot(section: Section) -> Any:
    first = section.different_first_page_header_footer
    return section.first_page_footer if first else section.footer


def _top(section: Section) -> float:
    """Return where the letter begins: under the margin, and under all of the head."""
    lowest = _emu(section.header_distance) + _height(head(section).iter_inner_content())
    return max(_emu(section.top_margin), lowest)


def _head_lines(section: Section) -> Iterator[tuple[float, float]]:
    inside = head(section).iter_inner_content()
    return _with_words(inside, _emu(section.header_distance))


def _foot_lines(section: Section) -> Iterator[tuple[float, float]]:
    inside = list(_foot(section).iter_inner_content())
    low = _emu(section.page_height) - _emu(section.footer_distance)
    return _with_words(inside, low - _height(inside))


def _with_words(inside: Iterable[Paragraph | Table], top: float) -> Iterator[tuple[float, float]]:
    paragraphs = list(_paragraphs(inside))
    for paragraph, line in zip(paragraphs, _lines(paragraphs, top), strict=True):
        if paragraph.text.strip():
            yield line


def _height(inside: Iterable[Paragraph | Table]) -> float:
    return sum(sum(_room(paragraph)) for paragraph in _paragraphs(inside))


def _lines(inside: Iterable[Paragraph | Table], top: float) -> Iterator[tuple[float, float]]:
    """Yield where each paragraph's letters begin and its last line ends, in EMU from the top."""
    for paragraph in _paragraphs(inside):
        before, lines, after = _room(paragraph)
        letters = max(0.0, _ABOVE * _pitch(paragraph) - _size(paragraph))
        yield top + before + letters, top + before + lines
        top += before + lines + after


def _paragraphs(inside: Iterable[Paragraph | Table]) -> Iterator[Paragraph]:
    for each in inside:
        if isinstance(each, Paragraph):
            yield each
        else:
            cells = (cell for row in each.rows for cell in row.cells)
            yield from (paragraph for cell in cells for paragraph in _paragraphs(cell.paragraphs))


def _room(paragraph: Paragraph) -> tuple[float, float, float]:
    """Return the height above, of and below a paragraph's lines."""
    lines = _pitch(paragraph) * (paragraph.text.count("\n") + 1)
    return _emu(_shape(paragraph, "space_before")), lines, _emu(_shape(paragraph, "space_after"))


def _pitch(paragraph: Paragraph) -> float:
    height, plain = _shape(paragraph, "line_spacing"), _PLAIN * _size(paragraph)
    if not isinstance(height, Length):
        return plain * float(height or 1)
    least = _shape(paragraph, "line_spacing_rule") == WD_LINE_SPACING.AT_LEAST
    return max(_emu(height), plain) if least else _emu(height)


def _size(paragraph: Paragraph) -> float:
    sizes = (style.font.size for style in _styles(paragraph) if style.font.size)
    return _emu(next(sizes, Length(10 * _PT)))


def _shape(paragraph: Paragraph, name: str) -> Any:
    """Return what a paragraph or the first of its styles says about its shape."""
    formats = (paragraph.paragraph_format, *(each.paragraph_format for each in _styles(paragraph)))
    said = (getattr(each, name) for each in formats)
    return next((value for value in said if value is not None), None)


def _styles(paragraph: Paragraph) -> Iterator[Any]:
    style: Any = paragraph.style
    while style is not None:
        yield style
        style = style.base_style


def _emu(length: float | None) -> float:
    return float(length or 0)
