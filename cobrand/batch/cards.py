"""Turns formats, groups of formats and templates into the cards that are made of every row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cobrand.errors import WrongUse
from cobrand.kit.plan import with_photo
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.format import Format, KitEntry
from cobrand.model.template import Template

KIT = "@kit"
USES = ("social", "web", "print", "lockup")
GROUPS = (KIT, "@all", *(f"@{use}" for use in USES))


@dataclass(frozen=True, slots=True)
class Card:
    """One card of every row: `needs` are words that must be given for it.

    Its kinds are `named` where a person asked for them; else a photograph has the best one.
    """

    format: Format
    template: Template
    ground: str
    kinds: tuple[str, ...]
    needs: tuple[str, ...]
    named: bool = False

    def kinds_for(self, brief: Brief) -> tuple[str, ...]:
        """Return the kinds of file that are made of it for a brief."""
        if self.named or not brief.photo:
            return self.kinds
        return with_photo(self.kinds, self.format, self.template)


def cards(
    library: Library,
    formats: Sequence[str],
    templates: Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> tuple[Card, ...]:
    """Return the cards, each once, in the order asked for.

    A format that is named must have what is asked for: WrongUse, or UnknownId, says what is
    wrong. Of a group, what cannot be is left out. Without templates a format has the first card
    of its kit that needs no words.
    """
    made: dict[tuple[str, str, str], Card] = {}
    for card in _wanted(library, formats, [library.template(id_) for id_ in templates]):
        known = made.get(_key(card))
        joined = dict.fromkeys((*(known.kinds if known else ()), *card.kinds))
        made[_key(card)] = replace(card, kinds=tuple(joined))
    found = tuple(_of_kinds(made.values(), formats, kinds))
    if not found:
        raise WrongUse("wrong-use.batch-no-cards")
    return found


def _key(card: Card) -> tuple[str, str, str]:
    return card.format.id, card.template.id, card.ground


def _wanted(
    library: Library, formats: Sequence[str], templates: Sequence[Template]
) -> Iterator[Card]:
    for word in formats:
        if word == KIT:
            yield from _of_kit(library, templates)
        elif word.startswith("@"):
            for format_ in _group(library, word):
                yield from _of_format(library, format_, templates, named=False)
        else:
            yield from _of_format(library, library.format(word), templates, named=True)


def _group(library: Library, word: str) -> Iterator[Format]:
    if word not in GROUPS:
        known = ", ".join(GROUPS)
        raise WrongUse("wrong-use.batch-group", given=word, did_you_mean="", known=known)
    use = word.removeprefix("@")
    return (each for each in library.formats() if use in {"all", each.use})


def _of_kit(library: Library, templates: Sequence[Template]) -> Iterator[Card]:
    ids = {template.id for template in templates}
    for format_ in library.formats():
        for entry in format_.kit:
            if not ids or entry.template in ids:
                yield _entered(library, format_, entry)


def _entered(library: Library, format_: Format, entry: KitEntry) -> Card:
    template = library.template(entry.template)
    needs = tuple(dict.fromkeys((*entry.needs, *template.needs)))
    return Card(format_, template, entry.ground, entry.kinds, needs)


def _of_format(
    library: Library, format_: Format, templates: Sequence[Template], *, named: bool
) -> Iterator[Card]:
    if not templates:
        yield from _usual(library, format_)
    for template in templates:
        if _fits(template, format_):
            yield _set(format_, template)
        elif named:
            raise WrongUse("wrong-use.template-format", template=template.id, format=format_.id)


def _usual(library: Library, format_: Format) -> Iterator[Card]:
    """Yield the card that a kit has first, of those that need no words."""
    entries = [_entered(library, format_, entry) for entry in format_.kit]
    free = [card for card in entries if not card.needs] or entries
    if free:
        yield free[0]
        return
    for template in library.templates():
        if template.kind == "card" and _fits(template, format_):
            yield _set(format_, template)
            return


def _fits(template: Template, format_: Format) -> bool:
    """Say whether it has a form for the format; a letter is only made where a kit makes it."""
    if template.arrangement(format_.aspect_class) is None:
        return False
    return template.kind == "card" or any(each.template == template.id for each in format_.kit)


def _set(format_: Format, template: Template) -> Card:
    """Return a card of this template as the kit makes it, else with what comes first."""
    entry = next((each for each in format_.kit if each.template == template.id), None)
    ground = entry.ground if entry else template.grounds[0]
    kinds = entry.kinds if entry else format_.kinds[:1]
    needs = tuple(dict.fromkeys((*(entry.needs if entry else ()), *template.needs)))
    return Card(format_, template, ground, kinds, needs)


def _of_kinds(made: Iterable[Card], formats: Sequence[str], kinds: Sequence[str]) -> Iterator[Card]:
    for card in made:
        fitting = tuple(kind for kind in kinds if kind in card.format.kinds)
        if not kinds:
            yield card
        elif fitting:
            yield replace(card, kinds=fitting, named=True)
        elif card.format.id in formats:
            raise WrongUse(
                "export.unknown-kind",
                kind=kinds[0],
                format=card.format.id,
                kinds=", ".join(card.format.kinds),
            )
