"""What the window says: its own words and the engine's findings, in the person's language."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand import messages
from cobrand.errors import CobrandError
from cobrand.model.finding import Finding, Value


def marked(text: str) -> str:
    """Return a text as it is: says to whoever collects words that it will be spoken."""
    return text


@dataclass(frozen=True, slots=True)
class Speech:
    """Speaks one language; the English source sentence is the key of every text."""

    language: str = "en"

    def __call__(self, text: str, /, **values: Value) -> str:
        """Return the window's own words."""
        return messages.ui(self.language, text, **values)

    def count(self, one: str, many: str, number: int, /, **values: Value) -> str:
        """Return words that change with a number, named `{n}`."""
        return messages.ui_plural(self.language, one, many, number, **values)

    def say(self, thing: CobrandError | Finding) -> str:
        """Return the sentence for an error or a finding."""
        return messages.say(self.language, thing)

    def title(self, thing: CobrandError | Finding) -> str:
        """Return the short name of an error or a finding."""
        return messages.title(self.language, thing)

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number as the language writes it."""
        return messages.number(self.language, value, digits)

    def size(self, count: int) -> str:
        """Return a number of bytes in words."""
        return messages.size(self.language, count)

    def ltr(self, text: str) -> str:
        """Return sizes, addresses and file names so that mirroring leaves them in order."""
        return f"\u2066{text}\u2069" if self.mirrored else text

    @property
    def mirrored(self) -> bool:
        """Say whether this language is read from the right."""
        return messages.direction(self.language) == "rtl"
