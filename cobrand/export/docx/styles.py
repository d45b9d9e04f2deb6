"""Give a document the letter's styles: fonts, sizes, colours and line heights by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.font import Font
from docx.text.run import Run

from cobrand.export.docx import fonts, paragraphs
from cobrand.export.docx.letter import Letter, Text
from cobrand.model.colour import Colour

BODY = "Body Text"
NAMES = {
    "return_line": "Return line",
    "address": "Address",
    "date": "Date",
    "subject": "Subject",
    "footer_name": "Footer name",
    "footer_contact": "Footer contact",
    "footer_url": "Footer address",
    "page_name": "Page name",
    "page_number": "Page number",
}
_PT_PER_PX = 0.75
_BOLD = 600  # word processors know one bold
_BODY_PT, _BODY_PITCH_MM = 10.5, 6.2
_REGIONS = {  # Word checks the spelling of a language only with its region
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "pt": "pt-PT",
    "ar": "ar-SA",
    "hi": "hi-IN",
    "km": "km-KH",
    "th": "th-TH",
}
_INK = Colour(0x13, 0x24, 0x2B)


def define(document: Document, letter: Letter) -> None:
    """Set the fonts, the language and direction, and one style for each role that has words."""
    _set_defaults(document, letter)
    normal: ParagraphStyle = document.styles["Normal"]
    _set_letters(normal, _BODY_PT, bold=False, colour=_INK)
    normal.paragraph_format.space_after = Pt(0)
    _set_body(document)
    if letter.rtl:
        properties = normal.element.get_or_add_pPr()
        properties.insert_element_before(OxmlElement("w:bidi"), *paragraphs.AFTER_BIDI)
    for role, text in _first_of_each(letter):
        _add(document, NAMES[role], text)


def set_run(run: Run, text: Text) -> None:
    """Make a run look other than its paragraph."""
    bold = text.style.weight >= _BOLD
    _set_font(run.font, run._r.get_or_add_rPr(), text.style.size * _PT_PER_PX, bold, text.colour)


def _set_body(document: Document) -> None:
    body: ParagraphStyle = document.styles[BODY]
    shape = body.paragraph_format
    shape.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    shape.line_spacing = Mm(_BODY_PITCH_MM)
    shape.space_after = Mm(_BODY_PITCH_MM)
    shape.widow_control = True


def _first_of_each(letter: Letter) -> Iterator[tuple[str, Text]]:
    for role in NAMES:
        found = letter.texts(role) or letter.later_texts(role)
        if found:
            yield role, found[0]


def _add(document: Document, name: str, text: Text) -> None:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _set_letters(style, text.style.size * _PT_PER_PX, text.style.weight >= _BOLD, text.colour)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing = Pt(round(text.pitch * _PT_PER_PX, 1))


def _set_letters(style: ParagraphStyle, points: float, bold: bool, colour: Colour) -> None:
    _set_font(style.font, style.element.get_or_add_rPr(), points, bold, colour)


def _set_font(font: Font, properties: Any, points: float, bold: bool, colour: Colour) -> None:
    """Set both kinds of letters: those that stand alone and those that join or stack."""
    font.size = Pt(round(points * 2) / 2)
    font.bold = font.cs_bold = bold
    font.color.rgb = _rgb(colour)
    joined = OxmlElement("w:szCs")
    joined.set(qn("w:val"), str(round(points * 2)))
    properties.find(qn("w:sz")).addnext(joined)


def _rgb(colour: Colour) -> RGBColor:
    return RGBColor(colour.red, colour.green, colour.blue)


def _set_defaults(document: Document, letter: Letter) -> None:
    """Make the bundled families and the letter's language the ground of every style."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    families = dict.fromkeys(("ascii", "hAnsi", "eastAsia"), fonts.LATIN)
    _replace(properties, "w:rFonts", {**families, "cs": fonts.complex_family(letter.script)})
    spoken = _REGIONS.get(letter.language, letter.language)
    _replace(properties, "w:lang", dict.fromkeys(("val", "eastAsia", "bidi"), spoken))
    _drop_unused(document.styles.element)


def _drop_unused(styles: Any) -> None:
    """Drop the blank document's table styles, and the fonts of its theme from all others."""
    for style in list(styles.iter(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)
    for letters in styles.iter(qn("w:rFonts")):
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            letters.attrib.pop(qn(f"w:{theme}"), None)


def _replace(parent: Any, tag: str, values: dict[str, str]) -> None:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    parent.replace(parent.find(qn(tag)), element)
