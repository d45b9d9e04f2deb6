"""Turns what people write in a cell into the ids of languages, grounds, formats and the like."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cobrand.batch.folding import folded
from cobrand.library import Library
from cobrand.model.campaign import Campaign
from cobrand.model.finding import Finding, breach

_PARTED = re.compile(r"\s*[;,/|\n]\s*")
_ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_GROUP = "@"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The ids that a cell names, and what is wrong with the rest of it."""

    ids: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def first(self) -> str:
        """The first id, or an empty string."""
        return self.ids[0] if self.ids else ""


class Meanings:
    """Knows the ids of a campaign and of the catalogue by all their names."""

    def __init__(self, library: Library, campaign: Campaign) -> None:
        self._library = library
        self._campaign = campaign

    def languages(self, said: str) -> Meaning:
        """Return the tags of languages: codes and names in any language, several in one cell."""
        parts = [(part, self._tag(part)) for part in _parts(said)]
        return _several("language", parts, self._languages)

    def ground(self, said: str) -> Meaning:
        """Return the id of a ground of the campaign."""
        return _one("ground", said, self._grounds)

    def template(self, said: str) -> Meaning:
        """Return the id of a template."""
        return _one("template", said, self._templates)

    def formats(self, said: str) -> Meaning:
        """Return ids of formats, several in one cell; groups such as @social stay as they are."""
        parts = _parts(said)
        groups = tuple(part for part in parts if part.startswith(_GROUP))
        rest = [(part, part) for part in parts if part not in groups]
        found = _several("format", rest, self._formats)
        return Meaning((*groups, *found.ids), found.findings)

    def message(self, said: str) -> Meaning:
        """Return the id of a key message; nothing for a person's own words.

        One word that looks like an id and is nearly one counts as a slip, not as words.
        """
        found = self._messages.get(folded(said))
        if found or not _ID.fullmatch(said):
            return Meaning((found,) if found else ())
        near = _near(said, self._messages)
        wrong = breach("roster.unknown", kind="key message", given=said, did_you_mean=near)
        return Meaning((), (wrong,) if near else ())

    def _tag(self, said: str) -> str:
        """Return the language of a tag such as fr-CA, if there are no words for that country."""
        lowered = said.lower().replace("_", "-")
        known = {tag for tag, _ in self._library.languages()}
        language = lowered.partition("-")[0]
        return language if lowered not in known and language in known else said

    @cached_property
    def _languages(self) -> dict[str, str]:
        own = {words.language: (words.name,) for words in self._campaign.vocabularies}
        names = dict(self._library.language_names)
        return _named({tag: (*own[tag], *names.get(tag, ())) for tag in own})

    @cached_property
    def _grounds(self) -> dict[str, str]:
        return _named({ground.id: () for ground in self._campaign.grounds})

    @cached_property
    def _templates(self) -> dict[str, str]:
        templates = self._library.templates()
        return _named({each.id: tuple(dict(each.names).values()) for each in templates})

    @cached_property
    def _formats(self) -> dict[str, str]:
        formats = self._library.formats()
        return _named({each.id: tuple(dict(each.names).values()) for each in formats})

    @cached_property
    def _messages(self) -> dict[str, str]:
        every = [each for words in self._campaign.vocabularies for each in words.messages]
        named: dict[str, tuple[str, ...]] = {}
        for each in every:
            named[each.id] = (*named.get(each.id, ()), each.text.replace("|", " "))
        return _named(named)


def _named(things: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return ids by their folded names; an id goes before any name."""
    by_name = {folded(name): id_ for id_, names in things.items() for name in names}
    return by_name | {folded(id_): id_ for id_ in things}


def _parts(said: str) -> list[str]:
    return [part for part in _PARTED.split(said.strip()) if part]


def _several(kind: str, parts: Iterable[tuple[str, str]], known: Mapping[str, str]) -> Meaning:
    """Return the ids of (what was said, what it is looked up as)."""
    found, wrong = [], []
    for said, sought in parts:
        if folded(sought) in known:
            found.append(known[folded(sought)])
        else:
            wrong.append(_unknown(kind, said, known))
    return Meaning(tuple(dict.fromkeys(found)), tuple(wrong))


def _one(kind: str, said: str, known: Mapping[str, str]) -> Meaning:
    found = known.get(folded(said))
    return Meaning((found,)) if found else Meaning((), (_unknown(kind, said, known),))


def _unknown(kind: str, said: str, known: Mapping[str, str]) -> Finding:
    ids = ", ".join(dict.fromkeys(known.values()))
    return breach(
        "roster.unknown", kind=kind, given=said[:120], did_you_mean=_near(said, known), known=ids
    )


def _near(said: str, known: Mapping[str, str]) -> str:
    near = difflib.get_close_matches(folded(said), known, 1)
    return known[near[0]] if near else ""
