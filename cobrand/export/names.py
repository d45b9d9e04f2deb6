"""Turn any organisation's name into a file name that every system accepts."""

from __future__ import annotations

import re
import unicodedata

MOST_BYTES = 120
"""Of a stem: with endings, numbers and a ground it stays far under the 255 that disks allow."""
_KEPT = ("L", "N", "M")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock|conin|conout|com[0-9¹²³]|lpt[0-9¹²³])")


def stem(text: str, instead: str = "organisation") -> str:
    """Return lower-case letters and digits of any script, with hyphens between the words."""
    composed = unicodedata.normalize("NFC", text).lower()
    letters = "".join(_letter(character) for character in composed)
    words = "-".join(letters.split())
    safe = cut(words, MOST_BYTES) or instead
    return f"{safe}-kit" if _RESERVED.fullmatch(safe) else safe


def _letter(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or character in "'’":
        return ""
    return character if category.startswith(_KEPT) else " "


def cut(text: str, most: int) -> str:
    """Shorten to `most` bytes without parting a letter from its marks."""
    if len(text.encode()) <= most:
        return text
    kept = text.encode()[:most].decode(errors="ignore")
    if unicodedata.category(text[len(kept)]).startswith("M"):
        while kept and unicodedata.category(kept[-1]).startswith("M"):
            kept = kept[:-1]
        kept = kept[:-1]
    return kept.rstrip("-")
