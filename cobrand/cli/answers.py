"""Turns what a person answers for on the command line into records: permissions, reasons."""

from __future__ import annotations

import difflib
import re
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from cobrand import settings
from cobrand.errors import WrongUse
from cobrand.messages.tables import SENTENCES
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign
from cobrand.model.guest import Permission
from cobrand.model.override import Override, Overrides
from cobrand.rules.catalogue import RULES
from cobrand.rules.permission import foreign, matched

_NAMED = re.compile(r"\s*([a-z0-9_]+(?:\.[a-z0-9_-]+)*)\s*=(.*)", re.DOTALL)
_BREAKABLE = ("rule.", "file.", "proof.", "mark.", "words.")


def by(asked: Namespace) -> str:
    """Return who makes this: as asked, else as this person's settings say."""
    given = asked.by if asked.by is not None else settings.read(settings.default_file()).by
    return str(given).strip()


def permitted(asked: Namespace, brief: Brief, campaign: Campaign) -> Brief:
    """Return the brief with the permissions that were said: `MARK: BY[, DATE][; NOTE]`."""
    said = tuple(_permission(text, brief, campaign) for text in asked.permission or ())
    return replace(brief, permissions=(*brief.permissions, *said))


def overrides(asked: Namespace) -> Overrides:
    """Return the reasons why broken rules are let stand: `[CODE=]REASON`."""
    return tuple(_override(text, by(asked)) for text in asked.override or ())


def _permission(text: str, brief: Brief, campaign: Campaign) -> Permission:
    mark, said = _mark(text, brief, campaign)
    said, _, note = said.partition(";")
    who, day = _dated(said)
    if not who:
        raise WrongUse("wrong-use.no-giver", option="--permission", mark=mark)
    return Permission(mark, who, day, note.strip())


def _mark(text: str, brief: Brief, campaign: Campaign) -> tuple[str, str]:
    """Cut a text at the colon that follows a mark's name; names may have colons of their own."""
    known = foreign(brief, campaign)
    for mark, said in _cuts(text):
        if any(matched(each, mark) for each in known):
            return mark, said
    given = text.partition(":")[0].strip()
    names = [each.name for each in known]
    raise WrongUse(
        "wrong-use.unknown-mark",
        option="--permission",
        given=given,
        did_you_mean=_near(given, names),
        known=", ".join(names),
    )


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    places = [match.start() for match in re.finditer(":", text)]
    yield from ((text[:place].strip(), text[place + 1 :]) for place in reversed(places))


def _dated(said: str) -> tuple[str, str]:
    """Return who said it, and the day, if what stands after the last comma is meant as one."""
    who, comma, day = (part.strip() for part in said.rpartition(","))
    if not comma or not day[:1].isdigit():
        return said.strip(), ""
    try:
        return who, date.fromisoformat(day).isoformat()
    except ValueError as problem:
        raise WrongUse("wrong-use.not-a-date", option="--permission", given=day) from problem


def _override(text: str, who: str) -> Override:
    code, reason = _named(text)
    if not reason.strip():
        raise WrongUse("wrong-use.no-reason", option="--override")
    return Override(code, reason.strip(), who)


def _named(text: str) -> tuple[str, str]:
    """Tell a reason for one rule, by its code, its id or its number, from a reason for all."""
    found = _NAMED.fullmatch(text)
    if found is None:
        return "", text
    name, reason = found.groups()
    for rule in RULES:
        if name in {rule.id, str(rule.number), *rule.codes} and rule.codes:
            return (name if name in rule.codes else rule.codes[0]), reason
    if name in SENTENCES and name.startswith(_BREAKABLE):
        return name, reason
    if "." not in name:  # an equals sign within a sentence
        return "", text
    codes = [code for rule in RULES for code in rule.codes]
    raise WrongUse(
        "wrong-use.unknown-rule", option="--override", given=name, did_you_mean=_near(name, codes)
    )


def _near(given: str, known: Sequence[str]) -> str:
    return next(iter(difflib.get_close_matches(given, known, 1)), "")
