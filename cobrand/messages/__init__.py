"""Turns codes with values, and the program's own words, into sentences of a language."""

from __future__ import annotations

from collections.abc import Mapping

from cobrand.errors import CobrandError
from cobrand.messages.catalogue import translations
from cobrand.messages.formatter import Formatter, Value, isolated
from cobrand.messages.language import ProgramLanguage, choose, direction, languages, wishes
from cobrand.messages.tables import SENTENCES, sentence
from cobrand.messages.tables.names import NAMES
from cobrand.messages.tables.sentence import Sentence
from cobrand.model.finding import Finding, Severity

__all__ = [
    "ProgramLanguage",
    "called",
    "choose",
    "direction",
    "isolated",
    "languages",
    "number",
    "say",
    "size",
    "title",
    "told",
    "ui",
    "ui_plural",
    "wishes",
]


_OF_PARTNER = ".partner"  # after the code of a finding about another organisation's logo


def say(language: str, thing: CobrandError | Finding) -> str:
    """Return the sentence for an error or a finding: what is the matter, and what to do."""
    words, values = sentence(thing.code), _values(thing)
    if thing.code.endswith(_OF_PARTNER) and thing.code not in SENTENCES:
        return _of_partner(language, words, values)
    count = values.get("count", 1)
    if isinstance(thing, Finding) and thing.severity is Severity.KEPT and words.kept:
        said = ui(language, words.kept, **values)
    elif words.many and isinstance(count, int):
        said = ui_plural(language, words.text, words.many, count, **values)
    else:
        said = ui(language, words.text, **values)
    return said + _offer(language, values)


def _of_partner(language: str, words: Sentence, values: Mapping[str, Value]) -> str:
    """Return what is the matter with the file of another organisation's logo."""
    said = ui(language, words.told or words.text, **values)
    return ui(language, "The logo of {name}:", **values) + f" {said}"


def told(language: str, thing: CobrandError | Finding) -> str:
    """Return what is the matter, as whoever made the logo is told, or an empty string."""
    return ui(language, sentence(thing.code).told, **_values(thing))


def title(language: str, thing: CobrandError | Finding) -> str:
    """Return the short name of an error or a finding, for lists and headings."""
    return ui(language, sentence(thing.code).title, **_values(thing))


def ui(language: str, source: str, /, **values: Value) -> str:
    """Return the program's own words; the English source is their key."""
    return _formatter(language).fill(_translated(language, source), values)


def ui_plural(language: str, one: str, many: str, n: int, /, **values: Value) -> str:
    """Return words that change with a number, which they may name as `{n}`."""
    words = translations(language).ngettext(one, many, n)
    return _formatter(language).fill(words, {"n": n, **values})


def called(language: str, name: str) -> str:
    """Return what a role, a word or a kind of file is called in the middle of a sentence."""
    return ui(language, "{name:words}", name=name)


def number(language: str, value: float, digits: int = 2) -> str:
    """Return a number with at most so many decimals as the language writes it."""
    return ui(language, f"{{value:.{digits}}}", value=value)


def size(language: str, count: int) -> str:
    """Return a number of bytes in words: "1.2 MB"."""
    return ui(language, "{count:size}", count=count)


def _offer(language: str, values: Mapping[str, Value]) -> str:
    if values.get("did_you_mean"):
        return " " + ui(language, "Did you mean {did_you_mean}?", **values)
    if values.get("known"):
        return " " + ui(language, "There is: {known}.", **values)
    if values.get("said"):
        return " " + ui(language, "The system says: {said}.", **values)
    return ""


def _translated(language: str, source: str) -> str:
    return translations(language).gettext(source) if source else ""


def _formatter(language: str) -> Formatter:
    return Formatter(language, lambda name: _translated(language, NAMES.get(name, name)))


def _values(thing: CobrandError | Finding) -> Mapping[str, Value]:
    if isinstance(thing, Finding):
        return {"role": thing.role, **thing.named}
    return thing.values
