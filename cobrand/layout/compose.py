"""Turns parts into finished scenes, mirrored where the script runs from the right."""

from __future__ import annotations

from dataclasses import replace

from cobrand.layout.card import compose_card
from cobrand.layout.guides import boxes_of
from cobrand.layout.mirror import mirrored
from cobrand.layout.parts import Parts, Tools
from cobrand.layout.stationery import compose_lockup, compose_stationery
from cobrand.layout.texts import FIRST_STRONG, POP
from cobrand.model.finding import Finding, warning
from cobrand.model.scene import Scene, Words

_COMPOSERS = {
    "card": compose_card,
    "stationery": compose_stationery,
    "lockup": compose_lockup,
}


def compose(parts: Parts, tools: Tools) -> tuple[Scene, tuple[Finding, ...]]:
    """Return one page and the findings of making it; rules are reviewed afterwards."""
    scene, findings = _COMPOSERS[parts.template.kind](parts, tools)
    if parts.rtl:
        width = scene.size.width
        scene = replace(scene, items=tuple(mirrored(item, width) for item in scene.items))
    scene = _named(scene, parts)
    if parts.brief.options.show_boxes:
        scene = replace(scene, items=(*scene.items, *boxes_of(scene)))
    return scene, (*findings, *_font_findings(scene))


def _named(scene: Scene, parts: Parts) -> Scene:
    """Give the scene its language, title and alternative text."""
    who = " · ".join((*parts.names, parts.campaign.hashtag))
    between = "، " if parts.rtl else ", "
    says = [item.block.source for item in scene.walk() if isinstance(item, Words)]
    plain = ". ".join(dict.fromkeys(says)).replace(FIRST_STRONG, "").replace(POP, "")
    pattern = parts.vocabulary.text("alt") if plain and parts.brief.name else "{words}"
    alt = (
        pattern.replace("{words}", plain or who)
        .replace("{name}", between.join(parts.names))
        .replace("{hashtag}", parts.campaign.hashtag)
    )
    alt = " ".join(filter(None, (alt, _photo_told(parts))))
    return replace(
        scene,
        language=parts.vocabulary.language,
        title=who,
        alt=_shortened(alt, parts.format.alt_most(parts.campaign.rules.alt_most)),
    )


def _photo_told(parts: Parts) -> str:
    """Say to those who hear that there is a photograph, and of what, if a person has said it."""
    if parts.photo is None:
        return ""
    what = parts.brief.word("photo.alt").strip()
    told = parts.vocabulary.text("photo_told")
    return told.replace("{what}", what) if what and told else what or parts.vocabulary.text("photo")


def _shortened(text: str, most: int) -> str:
    """Return a text of at most `most` characters, cut between words if it must be."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _font_findings(scene: Scene) -> tuple[Finding, ...]:
    """Say which letters no bundled font could draw."""
    found: dict[Finding, None] = {}
    for item in scene.walk():
        if not isinstance(item, Words):
            continue
        for line in item.block.lines:
            if line.missing:
                found[warning("words.missing-letters", item.role, letters=line.missing)] = None
            elif line.borrowed:
                fonts = ", ".join(line.borrowed)
                found[warning("words.borrowed-font", item.role, fonts=fonts)] = None
    return tuple(found)
