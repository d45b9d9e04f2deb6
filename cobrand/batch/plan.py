"""Turns a roster and a wish into tasks: every file that is to be made, with its final name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cobrand.batch import pattern as patterns
from cobrand.batch.cards import Card, cards
from cobrand.batch.names import alike
from cobrand.batch.row import Roster, Row
from cobrand.batch.wish import Wish
from cobrand.errors import CobrandError, WrongUse
from cobrand.export.dossier import LeftOut
from cobrand.kit.plan import ENDINGS, given
from cobrand.library import Library, unknown
from cobrand.model.brief import Brief
from cobrand.model.format import at_scale

PROOFS = ("proof.json", "proof.html")  # of a row; the one on paper is of the whole batch
REPORTS = ("report.html", "report.csv", "report.json", "proof.pdf")
PARCEL = "cards.zip"
SHEETS = "contact-sheet"  # a folder: a long roster has a hundred pages and more
SHEET = SHEETS + "/page-{page:03}.jpg"
ON_A_SHEET = 48
_DISTINGUISHING = ("template", "ground")


Made = tuple[Card, Brief, str]


@dataclass(frozen=True, slots=True)
class Task:
    """One file: its name inside the folder, "/" between parts, its kind and the brief for it."""

    name: str
    kind: str
    brief: Brief


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What is made of a row: files, the proofs of them, what words are missing for.

    `zip` is the one file that all of it is packed into, or empty. `problem` is why nothing can be
    made of it.
    """

    row: Row
    tasks: tuple[Task, ...] = ()
    proofs: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    zip: str = ""
    problem: CobrandError | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that appears in the folder."""
        if self.zip:
            return (self.zip,)
        return (*(task.name for task in self.tasks), *self.proofs) if self.tasks else ()


class Plan:
    """The rows of a roster, each planned when it is asked for: no list of all tasks is kept.

    It depends on the roster, the wish and the library alone.
    """

    def __init__(self, library: Library, roster: Roster, wish: Wish) -> None:
        self.library = library
        self.roster = roster
        self.wish = wish
        self.cards = cards(library, wish.formats, wish.templates, wish.kinds)
        self._cards: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Card, ...]] = {}

    def __iter__(self) -> Iterator[RowPlan]:
        return (self.row(row) for row in self.roster.rows)

    @cached_property
    def files(self) -> int:
        """How many files are planned, proofs aside."""
        return sum(len(planned.tasks) for planned in self)

    @property
    def names(self) -> Iterator[str]:
        """Yield the name of every file that may appear in the folder, reports aside."""
        for planned in self:
            yield from planned.names
        if self.wish.zip == "all":
            yield PARCEL

    def row(self, row: Row) -> RowPlan:
        """Return what is made of one row; what is wrong with it is in the plan, not raised."""
        if not row.sound:
            return RowPlan(row, zip=self._zip(row))
        try:
            return self._row(row)
        except CobrandError as problem:
            return RowPlan(row, problem=problem)

    def _row(self, row: Row) -> RowPlan:
        wanted = [
            (card, _brief(row, card, language, self.wish))
            for language in self._languages(row)
            for card in self.cards_of(row)
        ]
        ready = [pair for pair in wanted if not _missing(*pair)]
        pattern = self.wish.pattern
        named = _named(row, ready, pattern)
        left_out = tuple(
            LeftOut(f"{card.format.id}-{card.template.id}", _missing(card, brief))
            for card, brief in wanted
            if _missing(card, brief)
        )
        return RowPlan(
            row, named, _proofs(row, pattern, named), tuple(dict.fromkeys(left_out)), self._zip(row)
        )

    def _zip(self, row: Row) -> str:
        return f"{row.stem}.zip" if self.wish.zip == "per-row" else ""

    def _languages(self, row: Row) -> tuple[str, ...]:
        return row.languages or self.wish.languages or (row.brief.language,)

    def cards_of(self, row: Row) -> tuple[Card, ...]:
        """Return the cards of a row; WrongUse or UnknownId for what it asks and cannot have."""
        own = row.brief.template if row.says("template") else ""
        if not own and not row.formats:
            return self.cards
        templates = (own,) if own else self.wish.templates
        key = (row.formats or self.wish.formats, templates)
        if key not in self._cards:
            self._cards[key] = cards(self.library, *key, self.wish.kinds)
        return self._cards[key]


def check(plan: Plan) -> None:
    """Raise, before anything is made, what is wrong with the wish as a whole.

    WrongUse for a pattern that cannot be followed or gives two files one name, UnknownId for a
    language or a ground that is nowhere.
    """
    patterns.check(plan.wish.pattern)
    for campaign in {row.brief.campaign: row for row in plan.roster.rows}:
        words = plan.library.campaign(campaign)
        for language in plan.wish.languages:
            if words.vocabulary(language) is None:
                known = tuple(each.language for each in words.vocabularies)
                raise unknown("language", language, known)
        if plan.wish.ground and words.ground(plan.wish.ground) is None:
            raise unknown("ground", plan.wish.ground, tuple(each.id for each in words.grounds))
    _check_names(plan)


def _check_names(plan: Plan) -> None:
    """Refuse names that some disk would take for one another, in whatever rows they are."""
    reserved = {alike(name) for name in (*REPORTS, PARCEL, SHEETS)}
    taken = dict.fromkeys(reserved, 0)
    for planned in plan:
        for name in planned.names:
            key, number = alike(name), planned.row.number
            room = alike(name.partition("/")[0])
            if key in taken or room in reserved:
                raise WrongUse(
                    "wrong-use.pattern-same",
                    given=plan.wish.pattern,
                    name=name,
                    row=taken.get(key) or number,
                    other=number,
                    fields="{stem}, {format}",
                )
            taken[key] = number


def _brief(row: Row, card: Card, language: str, wish: Wish) -> Brief:
    ground = row.brief.ground if row.says("ground") else wish.ground or card.ground
    return replace(
        row.brief,
        format=card.format.id,
        template=card.template.id,
        language=language,
        ground=ground,
    ).in_letters()


def _missing(card: Card, brief: Brief) -> tuple[str, ...]:
    return tuple(name for name in card.needs if not given(brief, name))


def _named(row: Row, ready: Sequence[tuple[Card, Brief]], pattern: str) -> tuple[Task, ...]:
    """Name every file; cards of a row that would have one name are told apart by what they are."""
    made = [(card, brief, kind) for card, brief in ready for kind in card.kinds_for(brief)]
    names = [pattern] * len(made)
    for field in _DISTINGUISHING:
        found = [_filled(row, name, each) for name, each in _pairs(names, made)]
        count = Counter(map(alike, found))
        names = [
            patterns.with_field(name, field) if count[alike(filled)] > 1 else name
            for name, filled in zip(names, found, strict=True)
        ]
    return tuple(
        Task(_filled(row, name, each), each[2], each[1]) for name, each in _pairs(names, made)
    )


def _filled(row: Row, name: str, made: Made) -> str:
    return patterns.scaled(patterns.fill(name, _values(row, *made)), made[2])


def _ending(kind: str) -> str:
    plain, _ = at_scale(kind)
    return ENDINGS.get(plain, plain)


def _pairs(names: Sequence[str], made: Sequence[Made]) -> Iterator[tuple[str, Made]]:
    return zip(names, made, strict=True)


def _values(row: Row, card: Card, brief: Brief, kind: str) -> Mapping[str, str]:
    size = card.format.size
    return {
        "stem": row.stem,
        "name": brief.name,
        "acronym": row.says("acronym"),
        "row": str(row.number),
        "language": brief.language,
        "format": card.format.id,
        "template": card.template.id,
        "ground": brief.ground,
        "kind": _ending(kind),
        "width": f"{size.width:.0f}",
        "height": f"{size.height:.0f}",
    }


def _proofs(row: Row, pattern: str, tasks: Sequence[Task]) -> tuple[str, ...]:
    """Return where the proofs of a row stand: in its folder, or beside its files with its name."""
    if not tasks:
        return ()
    parts = pattern.split("/")
    own = next((place for place, part in enumerate(parts) if patterns.of_one_row(part)), -1)
    if 0 <= own < len(parts) - 1:
        room = "/".join(tasks[0].name.split("/")[: own + 1])
        return tuple(f"{room}/{name}" for name in PROOFS)
    return tuple(f"proofs/{row.stem}-{name}" for name in PROOFS)
