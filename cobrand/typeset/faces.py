"""Chooses a font for every character: ours by script, a font of this computer as a last help."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from cobrand.model.text import Face
from cobrand.typeset.bundled import BUNDLED, FAMILIES, GARAMOND, LATIN, SIBLINGS

EM = 1000  # px; the em at which everything is shaped, so that positions are the font's own units
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_EMBEDDINGS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PATIENCE = 300  # families to open in search of one character
_WRITING = {
    "CJK": "SimplifiedChinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters next to each other that one font draws."""

    words: str
    family: str


@dataclass(frozen=True, slots=True)
class Cast:
    """A line's runs; `missing` holds what no font can draw and is shown as a replacement."""

    runs: tuple[Run, ...]
    missing: str

    @property
    def borrowed(self) -> tuple[str, ...]:
        """The families that did not come with the program."""
        return tuple(dict.fromkeys(run.family for run in self.runs if run.family not in BUNDLED))


def font(family: str, weight: int, tracking: float = 0.0) -> QFont:
    """Return a font of one family and nothing else, at the shaping size."""
    made = QFont([family])
    made.setPixelSize(EM)
    made.setWeight(QFont.Weight(weight))
    made.setVariableAxis(QFont.Tag("wght"), weight)  # setWeight alone leaves it at Regular
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * EM)
    return made


class Faces:
    """Knows which font draws which character."""

    def __init__(self) -> None:
        self._own = lru_cache(maxsize=8192)(_own_family)
        self._borrowed = lru_cache(maxsize=1024)(_borrowed_family)
        self._covers = lru_cache(maxsize=8192)(_covers)

    def cast(self, words: str, face: Face = "sans") -> Cast:
        """Return the runs of a line; what the face does not have is set in the sans."""
        cast = zip(self._families(words), words, strict=True)
        families = [self._in_face(family, char, face) for family, char in cast]
        missing = "".join(
            dict.fromkeys(c for c, f in zip(words, families, strict=True) if f is None)
        )
        shown = "".join(
            REPLACEMENT if f is None else c for c, f in zip(words, families, strict=True)
        )
        runs = groupby(
            zip(shown, (family or LATIN for family in families), strict=True), lambda pair: pair[1]
        )
        return Cast(
            tuple(Run("".join(c for c, _ in pairs), family) for family, pairs in runs), missing
        )

    def _in_face(self, family: str | None, char: str, face: Face) -> str | None:
        wanted = face == "garamond" and family == LATIN and self._covers(GARAMOND, char)
        return GARAMOND if wanted else family

    def _families(self, words: str) -> Iterator[str | None]:
        current: str | None = None
        for place, char in enumerate(words):
            if char in _EMBEDDINGS:
                current = None
                yield LATIN
                continue
            if _neutral(char):
                wanted = current or self._next_strong(words[place:])
                if self._covers(wanted, char):
                    yield wanted
                    continue
                yield self._own(char) or self._borrowed(char)
                continue
            current = self._own(char) or self._borrowed(char)
            yield current

    def _next_strong(self, words: str) -> str:
        for char in words:
            if not _neutral(char) and char not in _EMBEDDINGS:
                return self._own(char) or self._borrowed(char) or LATIN
        return LATIN


def _neutral(char: str) -> bool:
    """Say whether a character belongs to no script, so that its neighbour's font may draw it."""
    return unicodedata.category(char)[0] != "L" and not _script(char).startswith(tuple(SIBLINGS))


def _script(char: str) -> str:
    return unicodedata.name(char, "").replace("-", " ").split(" ")[0]


def _own_family(char: str) -> str | None:
    sibling = SIBLINGS.get(_script(char))
    order = (sibling, LATIN) if sibling else FAMILIES
    return next((family for family in order if _covers(family, char)), None)


def _covers(family: str, char: str) -> bool:
    """Say whether a font draws the character: colour emoji have a glyph but no outline."""
    raw = QRawFont.fromFont(font(family, 400))
    if not raw.isValid() or not raw.supportsCharacter(ord(char)):
        return False
    if unicodedata.category(char)[0] in "ZC":
        return True
    glyphs = raw.glyphIndexesForString(char)
    return any(not raw.pathForGlyph(glyph).isEmpty() for glyph in glyphs)


def _borrowed_family(char: str) -> str | None:
    script = _script(char)
    systems = QFontDatabase.WritingSystem.__members__
    system = systems.get(_WRITING.get(script, script.capitalize()), systems["Any"])
    others = (family for family in QFontDatabase.families(system) if family not in FAMILIES)
    return next((family for family in islice(others, _PATIENCE) if _covers(family, char)), None)
