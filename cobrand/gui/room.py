"""How much of the tightest card's room a text takes, found by trying real cards of the kit."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import TYPE_CHECKING

from cobrand.model.brief import Brief
from cobrand.model.composition import Composition

if TYPE_CHECKING:
    from cobrand.kit import KitJob

_MOST = 160  # characters; whoever has room for these has room enough
_LONG = 800  # characters; no card takes more, so only a text's beginning is tried first
_EXACT = 0.04  # of a length; a bar shows no more
_TIGHT = ("words.too-long", "words.dropped", "words.shortened")
_SAID_AS = {"url": "campaign.url"}


@dataclass(frozen=True, slots=True)
class Trial:
    """A card to lay out, and the roles of the words that have to fit on it."""

    brief: Brief
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Room:
    """`used` of the tightest card's room; of the kit's `of` formats some are too tight.

    `of` is 0 where no card shows the text.
    """

    used: float
    of: int
    tight: tuple[KitJob, ...] = ()


Trials = Generator[Trial, bool, Room]


def trials(jobs: Sequence[KitJob], word: str, text: str) -> Trials:
    """Yield cards to try; whoever runs them sends back whether the words fitted.

    A card that has no place even for one letter is content: it does without this text.
    """
    shown, tight = [], []
    for job in jobs:
        if not (roles := _roles(job, word)):
            continue
        fitted = yield from _whole(job, roles, word, text)
        if fitted or (yield Trial(with_text(job.brief, word, text[:1]), roles)):
            shown.append(job)
        if not fitted and job in shown:
            tight.append(job)
    room = yield from _room(shown, tight, word, text)
    formats = {job.format.id for job in jobs} if shown else set()
    return Room(len(text) / room, len(formats), _one_a_format(tight))


def _whole(
    job: KitJob, roles: frozenset[str], word: str, text: str
) -> Generator[Trial, bool, bool]:
    """Return whether all of a text fits; a very long one is given up at its beginning."""
    if len(text) > _LONG and not (yield Trial(with_text(job.brief, word, text[:_LONG]), roles)):
        return False
    return (yield Trial(with_text(job.brief, word, text), roles))


def _room(
    shown: Sequence[KitJob], tight: Sequence[KitJob], word: str, text: str
) -> Generator[Trial, bool, float]:
    """Return how many characters like these have room on every card."""
    room = max(_MOST, len(text), min(2 * len(text), _LONG))
    for job in shown:
        roles, known = _roles(job, word), job in tight and room >= len(text)
        if not known and (yield Trial(with_text(job.brief, word, stretched(text, room)), roles)):
            continue
        high = min(room, _LONG) if known else room
        low = 1 if job in tight else min(len(text), high)
        while high - low > max(1, _EXACT * high):
            middle = (low + high) // 2
            brief = with_text(job.brief, word, stretched(text, middle))
            low, high = (middle, high) if (yield Trial(brief, roles)) else (low, middle)
        room = max(low, 1)
    return room


def fits(composition: Composition, roles: frozenset[str]) -> bool:
    """Say whether all words of these roles stand on the card, whole and at a size to be read."""
    return not any(found.code in _TIGHT and found.role in roles for found in composition.findings)


def with_text(brief: Brief, word: str, text: str) -> Brief:
    """Return the brief with another text of this name."""
    if word == "organisation.name":
        return replace(brief, name=text)
    if word == "message":
        brief = replace(brief, message="")
    return brief.with_word(word, text)


def text_of(brief: Brief, word: str) -> str:
    """Return the person's own text of this name."""
    return brief.name if word == "organisation.name" else brief.word(word)


def stretched(text: str, length: int) -> str:
    """Return words like these, so many characters long."""
    if length <= len(text):
        return text[:length].rstrip() or text[:1]
    between = " " if " " in text else ""
    return "".join(islice(cycle(text + between), length)).rstrip()


def _roles(job: KitJob, word: str) -> frozenset[str]:
    arrangement = job.template.arrangement(job.format.aspect_class)
    wanted = _SAID_AS.get(word, word)
    slots = arrangement.slots if arrangement else ()
    return frozenset(slot.role for slot in slots if wanted in slot.words)


def _one_a_format(jobs: Sequence[KitJob]) -> tuple[KitJob, ...]:
    return tuple({job.format.id: job for job in reversed(jobs)}.values())[::-1]
