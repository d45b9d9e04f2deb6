"""Turn texts into paragraphs and runs that read the right way round."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

END = WD_PARAGRAPH_ALIGNMENT.RIGHT  # in a right-to-left paragraph this means the left
_ISOLATED = re.compile("([\u2066-\u2068][^\u2069]*\u2069)")
_CONTROLS = re.compile("[\u200e\u200f\u2066-\u2069]")
_STRONG = {"L", "R", "AL"}
_LRM = "\u200e"
_DIGITS = re.compile(r"\d+")
AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")


def fill(paragraph: Paragraph, text: str, *, rtl: bool) -> None:
    """Write the text; what was isolated keeps its own direction, line ends stay."""
    for piece in filter(None, _ISOLATED.split(text)):
        isolated = _ISOLATED.fullmatch(piece) is not None
        run = _run(paragraph, piece, rtl=rtl and not isolated)
        if rtl and isolated:
            run.text = _anchored(run.text)


def _anchored(text: str) -> str:
    """Tie a number or sign at either end to its text that runs from the left.

    Word processors do not know isolates; without a mark, "4 Mill Lane" ends in the 4.
    """
    strong = next((letter for letter in text if bidirectional(letter) in _STRONG), "")
    if not strong or bidirectional(strong) != "L":
        return text
    before, after = ("" if bidirectional(end) == "L" else _LRM for end in (text[0], text[-1]))
    return f"{before}{text}{after}"


def fill_numbered(paragraph: Paragraph, text: str, *, rtl: bool) -> list[Run]:
    """Write the text with the page's own number where its digits are, or at its end."""
    found = _DIGITS.search(text)
    start, end = found.span() if found else (len(text), len(text))
    before = text[:start] if found else f"{text} "
    pieces = (before, text[start:end] or "2", *filter(None, (text[end:],)))
    runs = [_run(paragraph, piece, rtl=rtl) for piece in pieces]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    runs[1]._r.addprevious(field)
    field.append(runs[1]._r)
    return runs


def turn_ltr(paragraph: Paragraph) -> None:
    """Let a paragraph that only holds floating pictures run from the left.

    LibreOffice mirrors the place of what is anchored in a right-to-left paragraph.
    """
    element = OxmlElement("w:bidi")
    element.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().insert_element_before(element, *AFTER_BIDI)


def _run(paragraph: Paragraph, text: str, *, rtl: bool) -> Run:
    run = paragraph.add_run(_CONTROLS.sub("", text))
    if rtl:
        run.font.rtl = True
    return run
