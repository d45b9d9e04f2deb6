"""Turns a sentence with places in braces and its values into words of one language."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from typing import Any

from cobrand.messages.language import direction

Value = str | int | float
FIRST_STRONG, POP = "\u2068", "\u2069"
_COMMA = frozenset({"de", "es", "fr", "it", "pt", "ru"})  # write 1,5 where English has 1.5
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile(
    r"(?<!\u2068)(?:(?:https?://|www\.|[#@])[\w./-]*\w"
    r"|(?:cobrand|sudo)(?: [\w-]+| \{\w+\})+|--[a-z][a-z-]*)",
    re.ASCII,
)
_EQUAL = 0.0005  # of prominence: no decimal of a per cent shows it
_UNITS = (("GB", 1e9), ("MB", 1e6), ("KB", 1e3))


class Formatter(string.Formatter):
    """Fills one sentence; what is not given leaves a gap that shows, and never an error.

    `{length:.1}` has at most one decimal, `{bytes:size}` is "1.2 MB", `{share:percent}` writes
    0.083 as "8.3 %", `{ratio:stronger}` writes 1.03 as "3 % stronger"; `{role:words}` looks up
    what a name in the code is called, `{role:Words}` at the start of a sentence.
    """

    def __init__(self, language: str, words: Callable[[str], str]) -> None:
        self.language = language
        self.words = words
        self.mirrored = direction(language) == "rtl"

    def fill(self, text: str, values: Mapping[str, Value]) -> str:
        """Return the sentence with its values."""
        template = _LATIN.sub(lambda match: isolated(match[0]), text) if self.mirrored else text
        return self.vformat(template, (), values)

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, Value]) -> Value:
        """Return a value by name, or a sign that it was not given."""
        return kwargs.get(str(key), "…")

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return one value as this language writes it."""
        if isinstance(value, str):
            return self._text(value, format_spec)
        if format_spec == "size":
            return self._size(float(value))
        if format_spec == "percent":
            return self._percent(float(value))
        if format_spec == "stronger":
            return self._stronger(float(value) - 1)
        if format_spec.startswith(".") and format_spec[1:].isdigit():
            return number(self.language, float(value), int(format_spec[1:]))
        return number(self.language, float(value))

    def _stronger(self, more: float) -> str:
        if abs(more) < _EQUAL:
            return self.words("neither stronger nor weaker")
        side = "{share} stronger" if more > 0 else "{share} weaker"
        return self.words(side).format(share=self._percent(abs(more)))

    def _percent(self, share: float) -> str:
        return number(self.language, 100 * share, 0 if share >= 0.1 else 1) + "\u00a0%"

    def _size(self, count: float) -> str:
        unit, scale = next((each for each in _UNITS if count >= each[1]), ("B", 1.0))
        digits = 1 if unit in ("MB", "GB") and count / scale < 100 else 0
        return f"{number(self.language, count / scale, digits)}\u00a0{self.words(unit)}"

    def _text(self, value: str, format_spec: str) -> str:
        if format_spec in ("words", "Words"):
            found = self.words(value)
            return found[:1].upper() + found[1:] if format_spec == "Words" else found
        return isolated(value) if self.mirrored or _RTL.search(value) else value


def isolated(text: str) -> str:
    """Return a name, address or hashtag so that the direction round it leaves it in order."""
    return f"{FIRST_STRONG}{text}{POP}" if text else text


def number(language: str, value: float, digits: int = 2) -> str:
    """Return a number with at most so many decimals, in Latin digits, as the language writes it."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace("-", "\u2212") if text != "-0" else "0"
    return text.replace(".", ",") if language.partition("-")[0] in _COMMA else text
