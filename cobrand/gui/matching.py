"""Which looks a format has, and the brief nearest to a wish that can really be made."""

from __future__ import annotations

from dataclasses import replace

from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.format import Format
from cobrand.model.template import Template

_CARDS = ("social", "web")


def looks(library: Library, format: Format) -> tuple[Template, ...]:  # noqa: A002
    """Return the templates that this format can be made with, the kit's own first."""
    own = [library.template(name) for name in dict.fromkeys(e.template for e in format.kit)]
    own = [each for each in own if each.arrangement(format.aspect_class)]
    if format.use not in _CARDS:
        return tuple(own)
    cards = [each for each in library.templates() if _suits(each, format)]
    return tuple({each.id: each for each in (*own, *cards)}.values())


def in_format(library: Library, brief: Brief, name: str, home: Brief | None = None) -> Brief:
    """Return the brief in this format, with its template if the format has that look.

    `home` is the last card before a letter or a lock-up: coming back, its look is taken again.
    """
    there = looks(library, library.format(name))
    wished = replace(brief, format=name)
    known_looks = [each.id for each in there]
    if not there or brief.template in known_looks:
        return wished
    if home is not None and home.template in known_looks:
        return replace(wished, template=home.template, ground=home.ground)
    return _grounded(replace(wished, template=there[0].id), there[0])


def with_template(library: Library, brief: Brief, name: str) -> Brief:
    """Return the brief with this template, on a ground that the template has."""
    return _grounded(replace(brief, template=name), library.template(name))


def known(library: Library, brief: Brief) -> Brief:
    """Return the brief if the library knows all its ids; else raise UnknownId."""
    campaign = library.campaign(brief.campaign)
    library.format(brief.format)
    template = library.template(brief.template)
    if not campaign.vocabulary(brief.language):
        brief = replace(brief, language=campaign.vocabularies[0].language)
    return _grounded(brief, template)


def _suits(template: Template, format: Format) -> bool:  # noqa: A002
    return template.kind == "card" and template.arrangement(format.aspect_class) is not None


def _grounded(brief: Brief, template: Template) -> Brief:
    if brief.ground in template.grounds or not template.grounds:
        return brief
    return replace(brief, ground=template.grounds[0])


def words_of(template: Template, format: Format, role: str) -> tuple[str, ...]:  # noqa: A002
    """Return the names of the texts that a role of a card says."""
    arrangement = template.arrangement(format.aspect_class)
    slots = arrangement.slots if arrangement else ()
    return tuple(word for slot in slots if slot.role == role for word in slot.words)
