"""Turns the words of a finished page into findings: readable, apart, and told to those who hear."""

from __future__ import annotations

import unicodedata

from cobrand.model.campaign import Campaign
from cobrand.model.colour import contrast
from cobrand.model.finding import Finding, breach, kept, warning
from cobrand.model.format import Format
from cobrand.model.geometry import Insets
from cobrand.model.scene import Fill, Item, Scene, Words
from cobrand.rules.backdrop import Backdrop

_ALIKE = {"latin": ("LATIN", "GREEK", "CYRILLIC")}
"""Scripts that are set alike and share a name in `scripts.toml`."""


def readable(backdrop: Backdrop, campaign: Campaign) -> tuple[Finding, ...]:
    """Rule 12 for text: it stands off what is behind, over a photograph where that is worst."""
    least = campaign.rules.contrast_text
    worst: tuple[float, str] | None = None
    for item in backdrop.scene.walk():
        if isinstance(item, Words):
            flat = backdrop.flat(item.box)
            ratio = contrast(item.colour, flat) if flat else backdrop.words(item)
            worst = min(worst or (ratio, item.role), (ratio, item.role))
    if worst is None:
        return ()
    make = kept if worst[0] >= least else breach
    return (make("rule.text_contrast", worst[1], measured=round(worst[0], 1), limit=least),)


def apart(scene: Scene) -> tuple[Finding, ...]:
    """No words stand on other words or on the code."""
    items = [item for item in scene.walk() if takes_room(item) and item.role != "qr"]
    for index, one in enumerate(items):
        for other in items[index + 1 :]:
            if one.box.inset(Insets.all(1)).meets(other.box):
                return (breach("words.overlap", one.role, other=other.role),)
    return ()


def alt_text(scene: Scene, campaign: Campaign, format_: Format) -> tuple[Finding, ...]:
    """Rule 20: there is an alternative text, its platform takes it whole, it speaks as the card."""
    most, count = format_.alt_most(campaign.rules.alt_most), len(scene.alt.strip())
    make = kept if 0 < count <= most else warning
    found = make("rule.alt_text", "", measured=count, limit=most)
    if count and _speaks_otherwise(scene, campaign):
        return (found, warning("rule.alt_language", "", language=scene.language))
    return (found,)


def _speaks_otherwise(scene: Scene, campaign: Campaign) -> bool:
    """Say whether an alternative text has no letter of its language's script.

    Without words on the page it holds names alone, and those have no language.
    """
    vocabulary = campaign.vocabulary(scene.language)
    if vocabulary is None or not any(isinstance(item, Words) for item in scene.walk()):
        return False
    scripts = _ALIKE.get(vocabulary.script, (vocabulary.script.upper(),))
    names = (unicodedata.name(letter, "") for letter in scene.alt if letter.isalpha())
    return not any(name.startswith(scripts) for name in names)


def takes_room(item: Item) -> bool:
    """Say whether it is words or a code, which nothing else may touch."""
    return isinstance(item, Words) or (isinstance(item, Fill) and item.role.startswith("qr"))
