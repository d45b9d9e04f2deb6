"""Turns names into their order in a language: its own alphabet, without articles at the front."""

from __future__ import annotations

import re
import unicodedata
from functools import cmp_to_key

from PySide6.QtCore import QCollator, QLocale, Qt

_ARTICLES = {
    "ar": r"ال",
    "de": r"(der|die|das)\s",
    "en": r"(the|an?)\s",
    "es": r"(el|la|los|las)\s",
    "fr": r"((le|la|les)\s|l['’])",
    "it": r"((il|lo|la|i|gli|le)\s|l['’])",
    "pt": r"(os?|as?)\s",
}
"""What a list of names in this language does not look at when it stands first."""
_PROBE = ("e", "é", "f")  # in this order wherever there are tables of alphabets


def in_order(names: tuple[str, ...], language: str) -> tuple[int, ...]:
    """Return the places of `names`, sorted as this language sorts them.

    Accents and capitals decide between names that are else the same, numbers count as numbers,
    and equal names keep their order. Qt asks ICU, Windows or macOS for the alphabet; where none
    of them knows one, letters are compared without their accents, then as they are.
    """
    plain = [_without_article(name, language) for name in names]
    collator = _collator(language)
    if not _knows(collator):
        return tuple(sorted(range(len(names)), key=lambda place: _bare(plain[place])))
    key = cmp_to_key(collator.compare)
    return tuple(sorted(range(len(names)), key=lambda place: key(plain[place])))


def _collator(language: str) -> QCollator:
    collator = QCollator(QLocale(language.replace("-", "_")))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
    collator.setNumericMode(True)
    return collator


def _knows(collator: QCollator) -> bool:
    first, second, third = _PROBE
    return collator.compare(first, second) < 0 and collator.compare(second, third) < 0


def _bare(name: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFKD", name)
    letters = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return letters.casefold(), name


def _without_article(name: str, language: str) -> str:
    """Return the name from its first word that is no article; a lone article stays."""
    text = name.strip()
    pattern = _ARTICLES.get(language.partition("-")[0])
    found = re.match(pattern, text, re.IGNORECASE) if pattern else None
    rest = text[found.end() :].lstrip() if found else ""
    return rest or text
