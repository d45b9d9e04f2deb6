"""Turns formats, templates and campaigns into what JSON says of them."""

from __future__ import annotations

from cobrand.model.campaign import Campaign, MarkFile, Vocabulary
from cobrand.model.format import Format
from cobrand.model.template import Template

Facts = dict[str, object]


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
