"""Write the letter itself: return line and address in their field, then date, subject and text."""

from __future__ import annotations

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from cobrand.export.docx import paragraphs
from cobrand.export.docx.anchor import EMU_PER_PX
from cobrand.export.docx.letter import Letter, Text
from cobrand.export.docx.styles import BODY, NAMES

_FIELD = ("return_line", "address")
_ADDRESS_LINES = 6
_AFTER_DIRECTION = ("w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblLook")


def write(document: Document, letter: Letter) -> None:
    """Write every paragraph of the first page in reading order, each at the height it has."""
    bottom = _write_field(document, letter)
    for role in ("date", "subject"):
        for text in letter.texts(role):
            paragraph = document.add_paragraph(style=NAMES[role])
            bottom = _set(paragraph, letter, text, bottom)
    _write_body(document, letter, bottom)


def _write_field(document: Document, letter: Letter) -> float:
    """Write what an envelope's window shows into a row as high as the window.

    So a longer address moves nothing. A frame would do that too, but LibreOffice puts frames
    at the wrong side of a right-to-left page.
    """
    lines = [(role, text) for role in _FIELD for text in letter.texts(role)]
    if not lines:
        return letter.top
    width = letter.page.width - letter.body.left - letter.body.right
    table: Table = document.add_table(rows=1, cols=1)
    _set_plain(table, letter)
    table.columns[0].width = _emu(width)
    cell, above = table.rows[0].cells[0], letter.top
    for index, (role, text) in enumerate(lines):
        paragraph = _paragraph(cell, index)
        paragraph.style = NAMES[role]
        above = _set(paragraph, letter, text, above)
    bottom = _field_bottom(letter, lines[-1][1])
    table.rows[0].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    table.rows[0].height = _emu(bottom - letter.top)
    return bottom


def _field_bottom(letter: Letter, last: Text) -> float:
    """Return where the field ends: after six lines of an address, or where the date begins."""
    addresses = letter.texts("address")
    wished = addresses[0].top + _ADDRESS_LINES * addresses[0].pitch if addresses else last.bottom
    later = [text.top for role in ("date", "subject") for text in letter.texts(role)]
    return max(last.bottom, min([wished, letter.body.top, *later]))


def _set_plain(table: Table, letter: Letter) -> None:
    """Take away what a table shows, and the room between its edge and its words."""
    properties = table._tbl.tblPr
    if letter.rtl:
        properties.insert_element_before(OxmlElement("w:bidiVisual"), *_AFTER_DIRECTION)
    layout, margins = OxmlElement("w:tblLayout"), OxmlElement("w:tblCellMar")
    layout.set(qn("w:type"), "fixed")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    for old in properties.findall(qn("w:tblLayout")):
        properties.remove(old)
    for element in (layout, margins):
        properties.insert_element_before(element, "w:tblLook")


def _paragraph(cell: _Cell, index: int) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
    return paragraph


def _set(paragraph: Paragraph, letter: Letter, text: Text, above: float) -> float:
    """Fill a paragraph at its height; return where it ends."""
    paragraph.paragraph_format.space_before = _emu(max(0.0, text.top - above))
    if _at_end(letter, text):
        paragraph.alignment = paragraphs.END
    paragraphs.fill(paragraph, "\n".join(text.lines), rtl=letter.rtl)
    return text.bottom


def _write_body(document: Document, letter: Letter, above: float) -> None:
    """Write the text there is, or one empty paragraph that waits for it."""
    words = "\n".join(text.source for text in letter.texts("body"))
    for index, line in enumerate(words.split("\n")):
        paragraph = document.add_paragraph(style=BODY)
        if index == 0:
            paragraph.paragraph_format.space_before = _emu(max(0.0, letter.body.top - above))
        paragraphs.fill(paragraph, line, rtl=letter.rtl)


def _at_end(letter: Letter, text: Text) -> bool:
    start = text.box.left - letter.body.left
    end = letter.page.width - letter.body.right - text.box.right
    return start < end - 1 if letter.rtl else end < start - 1


def _emu(px: float) -> Emu:
    return Emu(round(px * EMU_PER_PX))
