"""Small changes to a brief, tried in the background: what mends a finding is offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cobrand.errors import CobrandError
from cobrand.gui import matching
from cobrand.gui.hand import Hand
from cobrand.gui.ports import Maker
from cobrand.gui.speech import marked
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.composition import Composition
from cobrand.model.finding import Finding, Severity
from cobrand.model.scene import Words

_MOST = 2
_OF_GROUND = ("rule.logo_disappears", "rule.contrast", "rule.text_contrast", "ground.")
_OF_PAIR = ("rule.equal_prominence", "rule.prominence_limit", "rule.clear_space", "rule.gap",
            "rule.min_size", "rule.letter", "rule.safe_zone", "rule.align")  # fmt: skip
_OF_WORDS = (
    "words.too-long",
    "words.overlap",
    "words.dropped",
    "rule.clear_space",
    "rule.safe_zone",
)


@dataclass(frozen=True, slots=True)
class Mending:
    """What to press, in English as a key, the name it may hold, and the brief it leads to."""

    words: str
    name: str
    brief: Brief


def candidates(library: Library, brief: Brief, found: Finding) -> Iterator[Mending]:
    """Yield changes that may help, the least first."""
    if found.code == "rule.order" and brief.options.campaign_first:
        yield Mending(marked("Let your logo lead"), "", _with(brief, campaign_first=False))
    if found.code.startswith(_OF_PAIR):
        yield from _of_pair(brief)
    if found.code.startswith(_OF_GROUND):
        for ground in library.template(brief.template).grounds:
            if ground != brief.ground:
                yield Mending(
                    marked("Use the ground {name}"), ground, replace(brief, ground=ground)
                )
    if found.code.startswith(_OF_WORDS):
        for template in matching.looks(library, library.format(brief.format)):
            if template.id != brief.template:
                wished = matching.with_template(library, brief, template.id)
                yield Mending(marked("Use the look {name}"), template.id, wished)


def _of_pair(brief: Brief) -> Iterator[Mending]:
    options = brief.options
    if options.nudge:
        yield Mending(marked("Set both marks equal"), "", _with(brief, nudge=0.0))
    if options.pairing != "auto":
        yield Mending(marked("Arrange the pair by itself"), "", _with(brief, pairing="auto"))
    for pairing, words in (
        ("stacked", marked("Stack the marks")),
        ("horizontal", marked("Side by side")),
    ):
        if options.pairing != pairing:
            yield Mending(words, "", _with(brief, pairing=pairing))


def tried(maker: Maker, hand: Hand, card: Composition, found: Finding) -> list[Mending]:
    """Return those that end the finding and break no other rule, best first."""
    good: list[Mending] = []
    for each in candidates(maker.library, card.brief, found):
        if len(good) < _MOST and _helps(maker, hand, card, found, each.brief):
            good.append(each)
    return good


def _helps(maker: Maker, hand: Hand, card: Composition, found: Finding, brief: Brief) -> bool:
    try:
        mended = maker.compose(brief, hand.logo, hand.guests)
    except CobrandError:
        return False
    before = {each.code for each in card.findings if each.severity >= Severity.WARNING}
    after = {each.code for each in mended.findings if each.severity >= Severity.WARNING}
    return found.code not in after and after <= before and _said(card) <= _said(mended)


def _said(card: Composition) -> set[str]:
    """Return what a card says: another look that says something else mends nothing."""
    heads = card.scene.find("headline")
    return {head.block.source for head in heads if isinstance(head, Words)}


def _with(brief: Brief, **change: object) -> Brief:
    return replace(brief, options=replace(brief.options, **change))  # type: ignore[arg-type]  # by name
