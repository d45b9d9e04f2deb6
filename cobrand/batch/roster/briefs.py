"""Turns the texts of one line into a brief, with everything looked up that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from cobrand.batch.roster.matching import Files, Matched
from cobrand.batch.roster.meanings import Meaning, Meanings
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, breach, note
from cobrand.model.guest import Companion, CompanionKind, Partner, Permission, Photo

WORDS = (
    "url",
    "event.title",
    "event.date",
    "event.time",
    "event.place",
    "event.url",
    "organisation.return_line",
    "organisation.contact",
)
_FILES = frozenset(("logo", "reversed", "mono", "photo", "eu", "sdg"))
_PARTNER_FILES = ("logo", "reversed", "mono")
_COMPANIONS: tuple[CompanionKind, ...] = ("eu", "sdg")
_PARTNERS = range(1, 8)
_PAGE_DIGITS = 5
_YES = frozenset(("yes", "y", "true", "1", "x", "sí", "si", "oui", "نعم", "ja", "sim"))
StandIn = Callable[[str, str], str]
"""Turns a name and an acronym into the path of a typeset stand-in."""


def names_file(field: str) -> bool:
    """Say whether a field is that of a file: a picture may stand in its cell."""
    partner = field.startswith("partner.") and field.endswith(_PARTNER_FILES)
    return partner or field in _FILES


@dataclass(frozen=True, slots=True)
class Made:
    """A brief, the languages and formats that the line names, and what a person should know."""

    brief: Brief
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Maker:
    """What briefs are made with; a missing logo is a breach, but where `typeset_missing` or its row
    asks for a stand-in."""

    meanings: Mapping[str, Meanings]
    base: Brief
    files: Files
    stand_in: StandIn
    typeset_missing: bool

    def made(self, texts: Mapping[str, str], pictures: Mapping[str, str]) -> Made:
        """Return the brief of one organisation; `pictures` are files by field, from its cells."""
        found: list[Finding] = []
        campaign, wrong = self._campaign(texts)
        found += wrong
        meanings = self.meanings[campaign]
        languages = self._meant(meanings.languages, texts.get("language", ""), found)
        formats = self._meant(meanings.formats, texts.get("formats", ""), found)
        brief = replace(self.base, name=texts.get("name", ""), campaign=campaign)
        if languages:
            brief = replace(brief, language=languages[0])
        if ground := self._meant(meanings.ground, texts.get("ground", ""), found):
            brief = replace(brief, ground=ground[0])
        if template := self._meant(meanings.template, texts.get("template", ""), found):
            brief = replace(brief, template=template[0])
        brief = _worded(self._messaged(brief, meanings, texts, found), texts)
        brief = self._paged(brief, texts, found)
        brief = self._with_files(brief, texts, pictures, found)
        return Made(brief, languages, formats, tuple(found))

    def _campaign(self, texts: Mapping[str, str]) -> tuple[str, tuple[Finding, ...]]:
        said = texts.get("campaign", "")
        if not said or said in self.meanings:
            return said or self.base.campaign, ()
        listed = ", ".join(self.meanings)
        wrong = breach("roster.unknown", kind="campaign", given=said, did_you_mean="", known=listed)
        return self.base.campaign, (wrong,)

    @staticmethod
    def _meant(look: Callable[[str], Meaning], said: str, found: list[Finding]) -> tuple[str, ...]:
        if not said:
            return ()
        meaning = look(said)
        found += meaning.findings
        return meaning.ids

    @staticmethod
    def _messaged(
        brief: Brief, meanings: Meanings, texts: Mapping[str, str], found: list[Finding]
    ) -> Brief:
        """Take a key message by its id or its text, else the cell as the person's own words."""
        said = texts.get("message", "")
        meaning = meanings.message(said)
        found += meaning.findings
        if meaning.first:
            return replace(brief.with_word("message", ""), message=meaning.first)
        return brief.with_word("message", said) if said else brief

    @staticmethod
    def _paged(brief: Brief, texts: Mapping[str, str], found: list[Finding]) -> Brief:
        said = texts.get("page", "")
        if not said:
            return brief
        if said.isdecimal() and len(said) < _PAGE_DIGITS and int(said):
            return replace(brief, page=int(said))
        found.append(breach("roster.not-a-page", given=said[:40]))
        return brief

    def _with_files(
        self,
        brief: Brief,
        texts: Mapping[str, str],
        pictures: Mapping[str, str],
        found: list[Finding],
    ) -> Brief:
        def file(field: str) -> str:
            if field in pictures and field not in texts:
                return pictures[field]
            if field not in texts:
                return ""
            return self._taken(self.files.named(texts[field], field), found)

        brief = replace(brief, reversed=file("reversed"), mono=file("mono"))
        if photo := file("photo"):
            brief = replace(brief, photo=Photo(photo))
        companions = tuple(
            Companion(kind, path, texts.get(f"{kind}-statement", ""))
            for kind in _COMPANIONS
            if (path := file(kind))
        )
        partners = tuple(self._partners({**pictures, **texts}, file, found))
        return replace(
            brief,
            logo=self._logo(texts, pictures, found),
            companions=companions or brief.companions,
            partners=partners or brief.partners,
            permissions=(*brief.permissions, *_permissions(texts)),
        )

    def _logo(
        self, texts: Mapping[str, str], pictures: Mapping[str, str], found: list[Finding]
    ) -> str:
        """Return the lead's logo: the cell's, the picture in it, one of the name, a stand-in."""
        name, acronym = texts.get("name", ""), texts.get("acronym", "")
        if "logo" in texts:
            matched = self.files.named(texts["logo"], "logo")
            return self._or_stand_in(matched, texts, found)
        if "logo" in pictures:
            found.append(note("roster.logo-in-cell"))
            return pictures["logo"]
        return self._or_stand_in(self.files.of(acronym, name), texts, found)

    def _or_stand_in(self, matched: Matched, texts: Mapping[str, str], found: list[Finding]) -> str:
        name, acronym = texts.get("name", ""), texts.get("acronym", "")
        asked = self.typeset_missing or texts.get("stand-in", "").lower() in _YES
        lost = all(each.code in _LOST for each in matched.findings)
        if matched.file or not asked or not lost or not (name or acronym):
            return self._taken(matched, found)
        found.append(note("roster.stand-in"))
        return self.stand_in(name, acronym)

    @staticmethod
    def _taken(matched: Matched, found: list[Finding]) -> str:
        found += matched.findings
        return matched.file

    def _called(self, name: str, found: list[Finding]) -> str:
        """Return the file that is called as a partner is."""
        return self._taken(self.files.of(name, field="partner.logo"), found)

    def _partners(
        self, texts: Mapping[str, str], file: Callable[[str], str], found: list[Finding]
    ) -> Iterator[Partner]:
        for count in _PARTNERS:
            start = f"partner.{count}."
            if any(field.startswith(start) for field in texts):
                name = texts.get(f"{start}name", "")
                named = f"{start}logo" in texts
                yield Partner(
                    logo=file(f"{start}logo") if named else self._called(name, found),
                    name=name,
                    reversed=file(f"{start}reversed"),
                    mono=file(f"{start}mono"),
                )


_LOST = frozenset(
    (
        "roster.logo-missing",
        "roster.logo-missing-in",
        "roster.logo-missing-near",
        "roster.logo-none",
    )
)
"""What is the matter where a stand-in helps: not where a file is there and may not be taken."""


def _worded(brief: Brief, texts: Mapping[str, str]) -> Brief:
    for word in WORDS:
        if word in texts:
            brief = brief.with_word(word, texts[word])
    return brief


def _permissions(texts: Mapping[str, str]) -> tuple[Permission, ...]:
    if "permission" not in texts:
        return ()
    date, more = texts.get("permission-date", ""), texts.get("permission-note", "")
    return (Permission(texts.get("name", ""), texts["permission"], date, more),)
