"""Turns any text into a cell that a spreadsheet program shows and never computes."""

from __future__ import annotations

import unicodedata

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "%", "|")
"""What makes a spreadsheet program take a text for a formula, in Japanese ones the wide signs."""


def plain(text: str) -> str:
    """Return the text, with an apostrophe before it if it would be taken for a formula.

    Signs that nobody sees do not hide what stands behind them; NUL, which ends a text in some
    programs, is left out.
    """
    safe = text.replace("\0", "")
    return f"'{safe}" if _seen(safe).startswith(_STARTS) else safe


def _seen(text: str) -> str:
    """Return the text from its first character that is no space and that people can see."""
    for place, character in enumerate(text):
        if character in "\t\r\n":
            return text[place:]
        if not character.isspace() and unicodedata.category(character) not in {"Cf", "Cc"}:
            return text[place:]
    return ""
