"""Turns the EU emblem and the SDG logo with their words into blocks, as their rules ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cobrand.layout.pair import Pair
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.strip import artwork
from cobrand.layout.texts import isolate
from cobrand.layout.words import Room, set_block
from cobrand.model.colour import WHITE, Colour
from cobrand.model.finding import Finding, breach
from cobrand.model.geometry import Box, Size
from cobrand.model.guest import Companion
from cobrand.model.logo import Logo
from cobrand.model.scene import Item, Words
from cobrand.model.text import Face, TextBlock, TextStyle
from cobrand.rules import balance, spacing
from cobrand.rules.table import Table

REFLEX_BLUE = Colour(0, 51, 153)
"""Of the words beside the EU emblem on light grounds (Annex IX 1.4: this blue, black or white)."""
_HOLDS = 1.01  # times what the rule asks, so that no rounding makes it less
_SMALL_LETTER: Mapping[Face, float] = {"sans": 0.53, "garamond": 0.4}  # em: its height
_EMBLEM_WORDS = 0.34  # of the emblem's height: the size of the words beside it, at most,
_EMBLEM_LINE = 2.6  # and of their line
_HIGHEST = 1.5  # times the highest mark: how high the SDG logo may be
_SENTENCE_SIZE = 0.19  # of the SDG logo's height
_SENTENCE = 15.0  # em: how wide the sentence under the SDG logo may be
_DESCENDERS = 0.28  # em under the last line


@dataclass(frozen=True, slots=True)
class Block:
    """A companion with its words, from 0, 0; `after_line` says that a line stands before it."""

    items: tuple[Item, ...]
    size: Size
    after_line: bool
    findings: tuple[Finding, ...] = ()

    def moved(self, dx: float, dy: float) -> tuple[Item, ...]:
        """Return what it is made of, in its place."""
        return tuple(replace(item, box=item.box.moved(dx, dy)) for item in self.items)


@dataclass(frozen=True, slots=True)
class Host:
    """What a companion stands beside: the lock-up, its table, and everything it is made from."""

    parts: Parts
    table: Table
    pair: Pair
    tools: Tools

    @property
    def unit(self) -> float:
        """The clear space X in px."""
        return spacing.unit(self.pair.height, self.parts.campaign.rules)

    @property
    def marks(self) -> tuple[Box, ...]:
        """All marks of the lock-up."""
        stands = self.pair.strip.stands if self.pair.strip else ()
        return (self.pair.logo, self.pair.mark, *(stand.box for stand in stands))


def make_block(host: Host, companion: Companion, logo: Logo) -> Block:
    """Return a companion as its rules ask for it beside this lock-up."""
    return (_emblem if companion.kind == "eu" else _goals)(host, companion, logo)


def _emblem(host: Host, companion: Companion, logo: Logo) -> Block:
    """Stand the words beside the emblem, which is as high, or as wide, as the largest mark."""
    size = _emblem_size(host.marks, logo.ink.size.aspect)
    art = artwork(logo, Box.of(size), "eu")
    words = companion.statement or host.parts.vocabulary.text("eu_statement")
    room = Room(
        _EMBLEM_LINE * size.height,
        size.height,
        3,
        _EMBLEM_WORDS * size.height,
        _least(host.parts, "garamond"),
    )
    block, bad = _set(words, room, host, "eu-statement", "garamond")
    colour = REFLEX_BLUE if host.table.variant != "reversed" else WHITE
    left, top = size.width + host.unit / 2, (size.height - block.size.height) / 2
    text = Words(Box.of(block.size, left, top), block, colour, "eu-statement")
    whole = Size(left + block.size.width, max(size.height, block.size.height))
    return Block((art, text), whole, False, bad)


def _emblem_size(marks: tuple[Box, ...], aspect: float) -> Size:
    """Return the smaller of: as high as the highest mark, as wide as the widest."""
    high = _HOLDS * max(box.height for box in marks)
    wide = _HOLDS * max(box.width for box in marks)
    return min(Size(high * aspect, high), Size(wide, wide / aspect), key=lambda each: each.height)


def _goals(host: Host, companion: Companion, logo: Logo) -> Block:
    """Stand the sentence under the SDG logo, which is as prominent as the campaign mark."""
    high = _goals_height(host, logo)
    size = Size(high * logo.ink.size.aspect, high)
    em = max(_least(host.parts), _SENTENCE_SIZE * high)
    room = Room(max(size.width, _SENTENCE * em), 1e6, 5, em, _least(host.parts))
    block, bad = _set(_sentence(host.parts, companion), room, host, "sdg-statement")
    wide = max(size.width, block.size.width)
    art = artwork(logo, Box.of(size, (wide - size.width) / 2, 0), "sdg")
    left, top = (wide - block.size.width) / 2, size.height + host.unit / 2
    text = Words(Box.of(block.size, left, top), block, host.table.text, "sdg-statement")
    low = top + block.size.height + _DESCENDERS * block.style.size
    return Block((art, text), Size(wide, low), True, bad)


def _goals_height(host: Host, logo: Logo) -> float:
    """Return the SDG logo's height in px.

    It follows the lock-up, so it may be smaller where it would be much higher than the marks. With
    an EU emblem no mark may be larger than those which the emblem is measured by.
    """
    rules, mark = host.parts.campaign.rules, host.parts.mark(host.table.variant)
    look = host.tools.eye.presence
    seen, theirs = (look(each.sample, host.table.colour, rules.ink_full) for each in (logo, mark))
    equal = balance.solve(seen, theirs, rules).scale * host.pair.height
    highest = max(box.height for box in host.marks)
    if all(each.kind != "eu" for each in host.parts.brief.companions):
        return min(equal, _HIGHEST * highest)
    widest = max(box.width for box in host.marks)
    return min(equal, highest, widest / logo.ink.size.aspect)


def _sentence(parts: Parts, companion: Companion) -> str:
    """Return who supports the goals, in the card's language."""
    if companion.statement:
        return companion.statement
    names = [isolate(name) for name in parts.names] or [isolate(parts.campaign.hashtag)]
    key = "sdg_statements" if len(names) > 1 else "sdg_statement"
    between = "، " if parts.rtl else ", "
    return parts.vocabulary.text(key).replace("{name}", between.join(names))


def _least(parts: Parts, face: Face = "sans") -> float:
    """Return the least size of words in px: their small letters can be read."""
    return spacing.least_letter(parts.format, parts.campaign.rules) / _SMALL_LETTER[face]


def _set(
    words: str, room: Room, host: Host, role: str, face: Face = "sans"
) -> tuple[TextBlock, tuple[Finding, ...]]:
    script, vocabulary = host.parts.script, host.parts.vocabulary
    style = TextStyle(
        size=room.size,
        line_height=script.text_height,
        cap=script.cap,
        direction=vocabulary.direction,
        language=vocabulary.language,
        face=face,
    )
    room = replace(room, size=max(room.size, room.least))
    block, kept = set_block(words, style, room, host.tools.typesetter)
    if kept:
        return block, ()
    size, least = block.style.size, room.least
    return block, (breach("words.too-long", role, words=words[:60], size=size, least=least),)
