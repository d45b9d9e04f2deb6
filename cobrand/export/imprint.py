"""What proofs on paper share: grounds and signs of a verdict, and what a PDF says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.export.telling import Tone
from cobrand.messages import isolated, ui
from cobrand.model.colour import Colour

GROUNDS: dict[Tone, Colour] = {
    "warn": Colour(0xFC, 0xF0, 0xDA),
    "bad": Colour(0xFC, 0xE8, 0xE6),
    "note": Colour(0xE7, 0xEA, 0xF8),
}
SIGNS: dict[Tone, str] = {"ok": "", "note": "", "warn": "! ", "bad": "× "}  # the fonts' own


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a PDF says of itself: the moment in ISO 8601 or "", its author, what no other tells."""

    made: str
    author: str
    told: str


def limit(words: str, language: str) -> str:
    """Return a limit with words for the signs that the bundled fonts do not have."""
    signs = {"≥": ui(language, "at least"), "≤": ui(language, "at most")}
    sign, _, value = words.partition(" ")
    return f"{signs[sign]} {isolated(value)}" if sign in signs else isolated(words)
