"""Makes the program's own typesetter when the first words are met, where few files have any."""

from __future__ import annotations

from importlib import import_module

from cobrand.model.text import TextLine, TextStyle, Typesetter


class LateTypesetter:
    """A `QtTypesetter` that costs nothing until it is needed: then Qt is loaded too."""

    def __init__(self) -> None:
        self._made: Typesetter | None = None

    def advance(self, words: str, style: TextStyle) -> float:
        """Return the width in px that `words` take on one line."""
        return self._setter().advance(words, style)

    def line(self, words: str, style: TextStyle) -> TextLine:
        """Return `words` shaped as one line."""
        return self._setter().line(words, style)

    def pieces(self, words: str, language: str) -> tuple[str, ...]:
        """Return `words` cut where a line may end."""
        return self._setter().pieces(words, language)

    def in_order(self, names: tuple[str, ...], language: str) -> tuple[int, ...]:
        """Return the places of `names` in the order in which this language lists them."""
        return self._setter().in_order(names, language)

    def _setter(self) -> Typesetter:
        if self._made is None:
            made: Typesetter = import_module("cobrand.typeset.setter").QtTypesetter()
            self._made = made
        return self._made
