"""Write the letter itself: return line and address in frames, then date, subject and text."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Emu

from cobrand.export.docx import paragraphs
from cobrand.export.docx.anchor import EMU_PER_PX
from cobrand.export.docx.letter import Letter, Text
from cobrand.export.docx.styles import BODY, NAMES
from cobrand.model.geometry import PX_PER_MM, Box

_FRAMED = ("return_line", "address")
_ADDRESS_LINES = 6
_ADDRESS_WIDTH = 85 * PX_PER_MM  # DIN 5008 and the windows of envelopes


def write(document: Document, letter: Letter) -> None:
    """Write every paragraph of the first page in reading order, each at the height it has."""
    for role in _FRAMED:
        _write_frame(document, letter, role)
    bottom = letter.top
    for role in ("date", "subject"):
        for text in letter.texts(role):
            bottom = _write_line(document, letter, role, text, bottom)
    _write_body(document, letter, bottom)


def _write_frame(document: Document, letter: Letter, role: str) -> None:
    """Write lines that stay where an envelope's window shows them, however long the letter."""
    texts = letter.texts(role)
    if not texts:
        return
    box = _frame_box(letter, texts, _ADDRESS_LINES if role == "address" else 1)
    for text in texts:
        paragraph = document.add_paragraph(style=NAMES[role])
        paragraphs.fill(paragraph, "\n".join(text.lines), rtl=letter.rtl)
        paragraphs.frame(paragraph, box)


def _frame_box(letter: Letter, texts: tuple[Text, ...], least: int) -> Box:
    """Return the frame's place; it ends where the date begins, or that would be pushed aside."""
    top, lines = texts[0].top, max(least, sum(len(text.lines) for text in texts))
    below = [text.top - top for text in letter.texts("date") if text.top > texts[-1].bottom]
    height = min([lines * texts[0].pitch, *below])
    width = max(_ADDRESS_WIDTH, *(text.box.width for text in texts))
    left = letter.page.width - letter.body.right - width if letter.rtl else letter.body.left
    return Box(left, top, width, height)


def _write_line(document: Document, letter: Letter, role: str, text: Text, above: float) -> float:
    paragraph = document.add_paragraph(style=NAMES[role])
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
    start, end = (
        text.box.left - letter.body.left,
        letter.page.width - letter.body.right - text.box.right,
    )
    return start < end if letter.rtl else end < start


def _emu(px: float) -> Emu:
    return Emu(round(px * EMU_PER_PX))
