"""Looks at a roster before the run: finds in seconds what would go wrong, and draws nothing."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cobrand import kit
from cobrand.batch.cards import Card
from cobrand.batch.fitting import Fitter, Need, needs
from cobrand.batch.rates import PROOF, Cost, Rates
from cobrand.batch.row import Roster, Row
from cobrand.errors import CobrandError
from cobrand.intake import sniff, source
from cobrand.kit.plan import KitJob, given
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity, breach, note, warning
from cobrand.model.text import TextStyle, Typesetter

_STYLE = TextStyle(size=1.0)
_MISSING = "roster.words-missing"
_GROUP = "@"
_NAMED = 20


@dataclass(frozen=True, slots=True)
class Preflight:
    """What a run would make: `roster` has the findings of this look beside those of its reading.

    `cards` and `files` are those of sound rows; `seconds` are of one processor, `bytes` of all
    files, both estimated, from what was `measured` on this computer or from usual numbers.
    """

    roster: Roster
    cards: int
    files: int
    seconds: float
    bytes: int
    measured: bool

    @property
    def broken(self) -> int:
        """How many rows cannot be made."""
        return sum(not row.sound for row in self.roster.rows)

    @property
    def totals(self) -> tuple[tuple[Severity, str, int], ...]:
        """How many rows have each finding (severity, code, rows), the gravest first."""
        every = Counter(
            pair
            for row in self.roster.rows
            for pair in {(found.severity, found.code) for found in row.findings}
        )
        ordered = sorted(every.items(), key=lambda each: (-each[0][0], -each[1], each[0][1]))
        return tuple((severity, code, count) for (severity, code), count in ordered)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What rows that give the same kinds of words have in common."""

    cards: int
    files: int
    cost: Cost
    needs: tuple[Need, ...]
    missing: tuple[str, ...]
    problem: CobrandError | None = None


CardsOf = Callable[[Row], tuple[Card, ...]]
"""Tells which cards are made of a row, as `Plan.cards_of` does."""


def check(
    roster: Roster,
    library: Library,
    typesetter: Typesetter,
    *,
    formats: Sequence[str] = (),
    languages: Sequence[str] = (),
    rates: Rates | None = None,
    cards_of: CardsOf | None = None,
) -> Preflight:
    """Look at every row for these formats (all of them if none) and languages (each row's own).

    Groups of formats are @social, @web, @print, @lockup. UnknownId for a format that is nowhere.
    Where `cards_of` says what is made of a row, that is looked at; else what a kit has.
    """
    looker = _Looker(
        library, typesetter, tuple(formats), tuple(languages), rates or Rates(), cards_of
    )
    rows, shapes = [], []
    for row in roster.rows:
        shape = looker.shape(row)
        looked = replace(row, findings=(*row.findings, *looker.findings(row, shape)))
        rows.append(looked)
        if looked.sound:
            shapes.append(shape)
    whole = sum((each.cost for each in shapes), Cost())
    return Preflight(
        roster=replace(roster, rows=tuple(rows)),
        cards=sum(each.cards for each in shapes),
        files=sum(each.files for each in shapes),
        seconds=whole.seconds,
        bytes=round(whole.bytes),
        measured=looker.rates.measured,
    )


def expanded(library: Library, names: Sequence[str]) -> tuple[str, ...]:
    """Return ids of formats, with groups such as @social in place of which their formats stand."""
    ids: list[str] = []
    for name in names:
        inside = [each.id for each in library.formats() if f"{_GROUP}{each.use}" == name]
        ids += inside or [library.format(name).id]
    return tuple(dict.fromkeys(ids))


class _Looker:
    """Remembers what rows have in common: plans by the words they give, files, letters."""

    def __init__(
        self,
        library: Library,
        typesetter: Typesetter,
        formats: tuple[str, ...],
        languages: tuple[str, ...],
        rates: Rates,
        cards_of: CardsOf | None,
    ) -> None:
        self.library = library
        self.rates = rates
        self._formats = formats
        self._languages = languages
        self._typesetter = typesetter
        self._cards_of = cards_of
        self._fitter = Fitter(typesetter)
        self._shapes: dict[object, _Shape] = {}
        self._files: dict[str, CobrandError | None] = {}
        self._letters: dict[str, bool] = {}

    def shape(self, row: Row) -> _Shape:
        """Return what a row's cards need, worked out once for all rows that are alike."""
        languages = row.languages or self._languages or (row.brief.language,)
        formats = row.formats or self._formats
        words = tuple(name for name, text in row.brief.words if text)
        brief = row.brief
        own = row.brief.template if row.says("template") else "", bool(brief.photo)
        key = (brief.campaign, brief.message, bool(brief.name), words, languages, formats, own)
        if key not in self._shapes:
            try:
                self._shapes[key] = self._shaped(brief, languages, self._jobs(row, formats))
            except CobrandError as problem:
                if self._cards_of is None:
                    raise
                self._shapes[key] = _Shape(0, 0, Cost(), (), (), problem)
        return self._shapes[key]

    def _jobs(self, row: Row, formats: tuple[str, ...]) -> tuple[KitJob, ...]:
        if self._cards_of is not None:
            return tuple(_job(card, row.brief) for card in self._cards_of(row))
        ids = expanded(self.library, formats) if formats else None
        return kit.plan(self.library, row.brief, formats=ids)

    def _shaped(self, brief: Brief, languages: tuple[str, ...], jobs: tuple[KitJob, ...]) -> _Shape:
        made = [job for job in jobs if not job.missing]
        proofs = _times(PROOF, sum(len(job.kinds) for job in made))
        cost = sum((self.rates.of(job) for job in made), proofs)
        return _Shape(
            cards=len(made) * len(languages),
            files=sum(len(job.kinds) for job in made) * len(languages),
            cost=_times(cost, len(languages)) + self.rates.logo,
            needs=tuple(dict.fromkeys(self._needs(brief, made, languages))),
            missing=tuple(dict.fromkeys(name for job in jobs for name in job.missing)),
        )

    def _needs(
        self, brief: Brief, jobs: Sequence[KitJob], languages: tuple[str, ...]
    ) -> Iterator[Need]:
        campaign = self.library.campaign(brief.campaign)
        for language in languages:
            vocabulary = campaign.vocabulary(language)
            for job in jobs if vocabulary else ():
                assert vocabulary is not None  # noqa: S101  there are no jobs otherwise
                yield from needs(job, vocabulary, self.library.script(vocabulary.script))

    def findings(self, row: Row, shape: _Shape) -> Iterator[Finding]:
        """Yield what is wrong with a row's files, letters and lengths."""
        for field, file in _files(row.brief):
            problem = self._looked_at(file)
            if problem is not None:
                yield breach(problem.code, field, **problem.values)
        if lost := self._unknown(row.brief):
            yield warning("roster.no-glyphs", letters=" ".join(lost[:_NAMED]), count=len(lost))
        tight: dict[str, list[str]] = {}
        for need in shape.needs:
            if self._fitter.too_long(row.brief, need):
                tight.setdefault(need.word, []).append(need.format)
        for word, formats in tight.items():
            listed = ", ".join(dict.fromkeys(formats))
            yield warning("roster.may-not-fit", word, formats=listed)
        if shape.problem and row.sound:
            yield breach(shape.problem.code, "", **shape.problem.values)
        elif not shape.cards and row.sound:
            yield breach("roster.nothing-to-make")
        elif shape.missing:
            listed = ", ".join(shape.missing)
            yield note(_MISSING, words=listed)

    def _looked_at(self, file: str) -> CobrandError | None:
        """Return what is wrong with a file by its first bytes alone; each is opened once."""
        if file not in self._files:
            self._files[file] = _problem(Path(file))
        return self._files[file]

    def _unknown(self, brief: Brief) -> list[str]:
        """Return the letters of a brief's own words that no font draws."""
        words = (brief.name, *(text for _, text in brief.words))
        return [each for each in dict.fromkeys("".join(words)) if not self._drawn(each)]

    def _drawn(self, letter: str) -> bool:
        if letter not in self._letters:
            plain = letter.isspace() or unicodedata.category(letter)[0] == "C"
            self._letters[letter] = plain or not self._typesetter.line(letter, _STYLE).missing
        return self._letters[letter]


def _job(card: Card, brief: Brief) -> KitJob:
    own = replace(brief, format=card.format.id, template=card.template.id, ground=card.ground)
    missing = tuple(name for name in card.needs if not given(brief, name))
    return KitJob(own, card.format, card.template, card.kinds_for(brief), card.format.id, missing)


def _problem(path: Path) -> CobrandError | None:
    try:
        sniff.readable(source.head(path))
    except CobrandError as problem:
        return problem
    return None


def _files(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield (role, file) of every file that a brief names."""
    named = [("logo", brief.logo), ("logo", brief.reversed), ("logo", brief.mono)]
    named += [
        (f"logo-{place}", file)
        for place, each in enumerate(brief.partners, 2)
        for file in (each.logo, each.reversed, each.mono)
    ]
    named += [(each.kind, each.logo) for each in brief.companions]
    if brief.photo:
        named.append(("photo", brief.photo.file))
    return ((role, file) for role, file in named if file)


def _times(cost: Cost, count: int) -> Cost:
    return Cost(cost.seconds * count, cost.bytes * count)
