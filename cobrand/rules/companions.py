"""Turns the EU emblem and the SDG logo on a finished page into findings, by their own rules."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from cobrand.model.colour import BLACK
from cobrand.model.finding import Finding, breach, kept, note, warning
from cobrand.model.geometry import Box
from cobrand.model.scene import Drawing, Fill, Picture, Scene, Words
from cobrand.rules import spacing
from cobrand.rules.case import Case
from cobrand.rules.table import is_pale

ROLES = frozenset({"eu", "sdg", "sdg-line"})
"""What else than words nothing of the lock-up may come near to."""
EMBLEM = 1.5
"""Width over height of the EU emblem (Council of Europe and European Commission, 1996)."""
FONTS = ("Arial", "Auto", "Calibri", "Garamond", "Trebuchet", "Tahoma", "Verdana", "Ubuntu")
"""Of the statement beside it (Regulation (EU) 2021/1060, Annex IX, 1.5)."""
_SANS, _GARAMOND = "Noto Sans", "EB Garamond"
_HAS = ("LATIN", "GREEK", "CYRILLIC")  # scripts that EB Garamond has letters for
_OFF = 0.02  # by which an emblem's proportions may be off, as files have rims
_EVEN = 0.995
_HALF_POINT = 0.5 * spacing.PX_PER_PT  # of the line before the SDG logo


def eu_emblem(case: Case) -> tuple[Finding, ...]:
    """Rule 8: the emblem is as high as the highest mark or as wide as the widest, and apart.

    Also its proportions; its statement is beside it, spelled out, and its font is told.
    """
    emblem = case.scene.box("eu")
    if emblem is None:
        return ()
    others = _others(case)
    high = emblem.height / max(box.height for box in others)
    wide = emblem.width / max(box.width for box in others)
    measured = round(max(high, wide), 3)
    large = (kept if measured >= _EVEN else breach)(
        "rule.eu_emblem", "eu", measured=measured, limit=1
    )
    return (large, _apart(case, emblem), *_proportions(case.scene), *_statement(case, emblem))


def _others(case: Case) -> tuple[Box, ...]:
    """Return every other mark on the page: organisations', the campaign's, the SDG's."""
    goals = (item.box for item in case.scene.find("sdg"))
    return (*(each.box for each in case.members), case.mark, *goals)


def _apart(case: Case, emblem: Box) -> Finding:
    limit = case.campaign.rules.clear_space
    measured = round(case.lockup.distance(emblem) / case.unit, 2)
    make = kept if measured >= limit * _EVEN else breach
    return make("rule.eu_apart", "eu", measured=measured, limit=limit)


def _proportions(scene: Scene) -> Iterator[Finding]:
    for item in scene.find("eu"):
        if isinstance(item, Drawing | Picture):
            aspect = item.source.size.aspect
            make = kept if abs(aspect / EMBLEM - 1) <= _OFF else warning
            yield make("rule.eu_proportions", "eu", measured=round(aspect, 2), limit=EMBLEM)


def _statement(case: Case, emblem: Box) -> Iterator[Finding]:
    words = _words(case.scene, "eu-statement")
    name = _text(case, "eu_name")
    near = words is not None and words.box.distance(emblem) <= emblem.height
    spelled = words is not None and _holds(words, name)
    make = kept if near and spelled else breach
    yield make("rule.eu_statement", "eu-statement", wanted=name)
    if words is not None:
        named = _in_garamond(words)
        font = _GARAMOND if named else _SANS
        make = kept if named else note
        yield make("rule.eu_font", "eu-statement", font=font, fonts=", ".join(FONTS))


def _in_garamond(words: Words) -> bool:
    """Say whether a block is set in EB Garamond, which is a Garamond, to its last letter."""
    letters = (unicodedata.name(each, "") for each in words.block.source if each.isalpha())
    return words.block.style.face == "garamond" and all(each.startswith(_HAS) for each in letters)


def goals(case: Case) -> tuple[Finding, ...]:
    """The SDG logo: a thin black line before it, its sentence (rule 18), a white or grey ground."""
    logo = case.scene.box("sdg")
    if logo is None:
        return ()
    colour = case.backdrop.colour(logo)
    ground = (kept if is_pale(colour) else breach)("rule.sdg_ground", "sdg", colour=colour.hex)
    return (_line(case, logo), _sentence(case), ground)


def _line(case: Case, logo: Box) -> Finding:
    """Say whether a black line of half a point stands between, with X free on both sides."""
    lines = [item for item in case.scene.find("sdg-line") if isinstance(item, Fill)]
    width, free = 0.0, False
    for item in lines:
        width = min(item.box.width, item.box.height)
        apart = min(item.box.distance(case.lockup), item.box.distance(logo))
        free = item.colour == BLACK and apart >= case.unit * _EVEN
    good = width >= _HALF_POINT * _EVEN and free
    make = kept if good else breach
    points = round(width / spacing.PX_PER_PT, 2)
    return make("rule.sdg_line", "sdg-line", measured=points, limit=0.5)


def _sentence(case: Case) -> Finding:
    words, name = _words(case.scene, "sdg-statement"), _text(case, "sdg_name")
    good = words is not None and _holds(words, name)
    make = kept if good else note
    return make("rule.companion_text", "sdg-statement", wanted=name)


def _words(scene: Scene, role: str) -> Words | None:
    return next((item for item in scene.find(role) if isinstance(item, Words)), None)


def _holds(words: Words, name: str) -> bool:
    return name.casefold() in " ".join(words.block.source.split()).casefold()


def _text(case: Case, key: str) -> str:
    vocabulary = case.campaign.vocabulary(case.scene.language)
    return vocabulary.text(key) if vocabulary else ""
