"""Turns a name into what is left of it when case, accents and punctuation do not count."""

from __future__ import annotations

import unicodedata

_OTHERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ħ": "h", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "",
        "ک": "ك", "ی": "ي", "&": " and ",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart, and those that Arabic hands write for one another."""
_ACCENT = 202  # combining classes from here on are marks above and below letters
_HARAKAT = range(27, 37)


def folded(text: str) -> str:
    """Return the letters and digits alone: "Réseau d’Éducation" becomes "reseaudeducation".

    Vowel signs that are letters to their readers, as those of Devanagari and Khmer, stay.
    """
    taken = unicodedata.normalize("NFKD", text.casefold().translate(_OTHERS))
    return "".join(each for each in taken if _counts(each))


def _counts(character: str) -> bool:
    category = unicodedata.category(character)
    if category[0] == "M":
        mark = unicodedata.combining(character)
        return mark < _ACCENT and mark not in _HARAKAT
    return category[0] in "LN"
