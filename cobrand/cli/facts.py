"""Turns logos, formats, templates and campaigns into what JSON says of them."""

from __future__ import annotations

from pathlib import Path

from cobrand.cli.console import described
from cobrand.intake.doctor import FAR, HAND
from cobrand.model.campaign import Campaign, MarkFile, Vocabulary
from cobrand.model.format import Format
from cobrand.model.logo import Logo
from cobrand.model.template import Template

Facts = dict[str, object]


def of_logo(language: str, path: Path, logo: Logo) -> Facts:
    """Return a logo's facts: lengths in px of the upright file, `letter` a share of the height.

    `hull` and `ink` are areas in squared heights of the mark. `print_mm` is how wide what was kept
    of a picture may be printed at so many pixels per inch.
    """
    ink, traits, times = logo.ink, logo.traits, reduced(logo)
    return {
        "file": str(path),
        "kind": logo.kind,
        "width": round(logo.page.width * times, 3),
        "height": round(logo.page.height * times, 3),
        "ink_box": [round(edge * times, 3) for edge in (ink.left, ink.top, ink.right, ink.bottom)],
        "aspect": round(logo.aspect, 4),
        "vector": logo.vector,
        "ground": traits.ground.hex if traits.ground else None,
        "ground_kind": traits.ground_kind,
        "tone": traits.tone,
        "colours": [colour.hex for colour, _ in traits.palette],
        "shares": [round(share, 4) for _, share in traits.palette],
        "one_colour": traits.one_colour,
        "hull": round(traits.hull, 4),
        "ink": round(traits.ink, 4),
        "letter": round(traits.letter, 4),
        "print_mm": None
        if logo.vector
        else {str(ppi): round(logo.widest(ppi), 1) for ppi in (HAND, FAR)},
        "sha256": logo.digest,
        "findings": [described(language, each) for each in logo.findings],
    }


def reduced(logo: Logo) -> float:
    """Return how many px of the file one px of the picture stands for that was made of it."""
    for each in logo.findings:
        if each.code == "logo.reduced":
            stored = max(float(each.named[side]) for side in ("width", "height"))
            return stored / max(logo.page.width, logo.page.height)
    return 1.0


def of_format(each: Format) -> Facts:
    """Return a format's facts; width and height are in px."""
    return {
        "id": each.id,
        "names": dict(each.names),
        "use": each.use,
        "width": each.size.width,
        "height": each.size.height,
        "unit": each.unit,
        "proportions": each.aspect_class,
        "budget": each.budget,
        "kinds": each.kinds,
        "templates": sorted({entry.template for entry in each.kit}),
        "source": each.source,
        "checked": each.checked,
    }


def of_template(each: Template) -> Facts:
    """Return a template's facts."""
    return {
        "id": each.id,
        "kind": each.kind,
        "names": dict(each.names),
        "grounds": each.grounds,
        "proportions": [family for family, _ in each.arrangements],
        "needs": each.needs,
    }


def of_campaign(each: Campaign) -> Facts:
    """Return a campaign's facts, its rules among them."""
    return {
        "id": each.id,
        "name": each.name,
        "hashtag": each.hashtag,
        "url": each.url,
        "endorse_url": each.endorse_url,
        "handles": [{"network": network, "handle": handle} for network, handle in each.handles],
        "stand_in": each.stand_in,
        "marks": [_mark(mark) for mark in each.marks],
        "grounds": [ground.id for ground in each.grounds],
        "languages": {words.language: _words(words) for words in each.vocabularies},
        "rules": {name: getattr(each.rules, name) for name in each.rules.__slots__},
    }


def _mark(mark: MarkFile) -> Facts:
    return {
        "variant": mark.variant,
        "file": mark.name,
        "sha256": mark.sha256,
        "official": mark.official,
    }


def _words(words: Vocabulary) -> Facts:
    return {
        "name": words.name,
        "status": words.status,
        "messages": {
            message.id: {"text": message.text.replace("|", " "), "status": message.status}
            for message in words.messages
        },
    }
