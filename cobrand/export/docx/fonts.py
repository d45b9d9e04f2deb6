"""Name the fonts of a letter, and what a computer without them may use instead."""

from __future__ import annotations

from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

LATIN = "Noto Sans"
_FAMILIES = [
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Gurmukhi",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
]
_INSTEAD = "Segoe UI,Helvetica Neue,Liberation Sans,Arial"


def complex_family(script: str) -> str:
    """Return the font for letters that join or stack."""
    known = (name for name in _FAMILIES if name.lower().startswith(script.lower()[:4]))
    family = next(known, "")
    return f"{LATIN} {family}".strip()


def with_fallbacks(table: bytes, families: tuple[str, ...]) -> bytes:
    """Return the font table with these families and what to take where they are missing."""
    root = parse_xml(table)
    for family in dict.fromkeys(families):
        font = _element("w:font", name=family)
        font.append(_element("w:altName", val=_INSTEAD))
        font.append(_element("w:family", val="swiss"))
        font.append(_element("w:pitch", val="variable"))
        root.append(font)
    return serialize_part_xml(root)


def _element(tag: str, **values: str) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    return element
