"""Foretells, from the width of words alone, whether they have room on a card; draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cobrand.batch.stand_in import direction_of
from cobrand.kit.plan import KitJob
from cobrand.model.brief import Brief
from cobrand.model.campaign import Vocabulary
from cobrand.model.template import Arrangement, Slot
from cobrand.model.text import Script, TextStyle, Typesetter

_RAGGED = 0.8
"""Share of the lines that words fill before they grow too small: lines end between words, and
others need room too. From laying out names and messages of all lengths in every format."""
_BESIDE_TABLE = 0.55
"""Share of a card's width that is left where the strip with the marks stands at its end."""
_OWN = {"organisation.name": "name"}


@dataclass(frozen=True, slots=True)
class Need:
    """A slot that is never left out: the word it shows, and its room at the least size.

    `width` is that of a line and `lines` how many there are, both at an em of one.
    """

    format: str
    word: str
    width: float
    lines: int
    style: TextStyle


def needs(job: KitJob, vocabulary: Vocabulary, script: Script) -> Iterator[Need]:
    """Yield what a card needs room for."""
    arrangement = job.template.arrangement(job.format.aspect_class)
    for slot in arrangement.slots if arrangement else ():
        if slot.drop or slot.region == "table" or len(slot.words) != 1:
            continue
        style = TextStyle(
            size=1.0,
            weight=min(slot.weights[0], script.heaviest),
            tracking=slot.tracking if script.tracked else 0.0,
            direction=vocabulary.direction,
            language=vocabulary.language,
        )
        width = _width(slot, arrangement, job) if arrangement else 0.0
        yield Need(job.format.id, slot.words[0], width / script.size, slot.lines, style)


def _width(slot: Slot, arrangement: Arrangement, job: KitJob) -> float:
    """Return a line's width in em of the slot's least size."""
    least = min(slot.least, slot.size)
    if job.template.kind == "stationery":
        return slot.box[2] / least
    u = job.format.size.short / 24
    safe = job.format.safe
    inside = job.format.size.width - max(2 * arrangement.margin * u, safe.left + safe.right)
    if arrangement.table and arrangement.table.edge == "end":
        inside *= _BESIDE_TABLE
    return slot.box[2] * inside / (least * u)


class Fitter:
    """Measures each text once in each style."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._widths: dict[tuple[str, TextStyle], float] = {}

    def too_long(self, brief: Brief, need: Need) -> bool:
        """Say whether the brief's own words may not fit into their room."""
        text = said(brief, need.word).replace("|", " ")
        if not text:
            return False
        style = replace(need.style, direction=direction_of(text))
        longest = max(text.split(), key=len, default="")
        if self._width(text, style) > _RAGGED * need.width * need.lines:
            return True
        return self._width(longest, style) > need.width

    def _width(self, text: str, style: TextStyle) -> float:
        key = (text, style)
        if key not in self._widths:
            self._widths[key] = self._typesetter.advance(text, style)
        return self._widths[key]


def said(brief: Brief, word: str) -> str:
    """Return what a brief itself says for a word, or an empty string."""
    return brief.name if word in _OWN else brief.word(word)
