"""The work behind the window: reads lists, looks at them, makes their files; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from cobrand.batch import make as batches
from cobrand.batch import plan as plans
from cobrand.batch import preflight, roster
from cobrand.batch.crew import Crew
from cobrand.batch.job import Done, Job
from cobrand.batch.make import Batch
from cobrand.batch.plan import Plan
from cobrand.batch.progress import Tell
from cobrand.batch.row import Roster, Row
from cobrand.batch.run import How
from cobrand.errors import CobrandError
from cobrand.gui.batch.order import Order
from cobrand.library import Library
from cobrand.typeset.late import LateTypesetter

Counts = Mapping[int, int]
_PATIENCE = 0.1  # seconds between asking whether a pause is over
_OF_ALL = ("@kit", "@all")


@dataclass(frozen=True, slots=True)
class Look:
    """What an order would make: files by row, in how many formats and languages, an example of a
    name, about how long it takes and how large it gets. `unreviewed` are languages by name.

    A row that cannot be made is counted as if it were mended.
    `problem` is what keeps the whole of it from being made.
    """

    roster: Roster
    counts: Counts
    formats: int = 0
    languages: int = 0
    unreviewed: tuple[str, ...] = ()
    example: str = ""
    seconds: float = 0.0
    bytes: int = 0
    problem: CobrandError | None = None

    @property
    def files(self) -> int:
        """How many files would be made, proofs aside."""
        return sum(self.counts.get(row.number, 0) for row in self.roster.rows if row.sound)


class Bench:
    """The tool of the threads that work for this window."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._typesetter = LateTypesetter()

    def read(self, order: Order, room: Path) -> Roster:
        """Read the order's list; `room` is for pictures from its cells and for stand-ins."""
        path = Path(order.roster)
        return roster.read(path, self._library, room, order.wanted, self._typesetter)

    def look(self, order: Order, read: Roster) -> Look:
        """Say what would be made, and what would go wrong, without drawing anything."""
        left = _without(read, order.left)
        formats = tuple(each for each in order.formats if each not in _OF_ALL)
        try:
            looked = preflight.check(
                read, self._library, self._typesetter, formats=formats, languages=order.languages
            )
            plan = Plan(self._library, left, order.wish)
            counts = _counts(plan)
            problem = _checked(plan)
        except CobrandError as error:
            return Look(read, {}, problem=error)
        files = sum(counts[row.number] for row in left.rows if row.sound)
        languages = _languages(left, order)
        share = files / looked.files if looked.files else 0.0
        return Look(
            roster=looked.roster,
            counts=counts,
            formats=len({card.format.id for card in plan.cards}),
            languages=len(languages),
            unreviewed=self._unreviewed(left, languages),
            example=_example(plan, counts) if problem is None else "",
            seconds=looked.seconds * share,
            bytes=round(looked.bytes * share),
            problem=problem,
        )

    def _unreviewed(self, read: Roster, languages: set[str]) -> tuple[str, ...]:
        """Return the names of the languages whose words no speaker has checked."""
        campaigns = {row.brief.campaign for row in read.rows}
        words = [each for id_ in campaigns for each in self._library.campaign(id_).vocabularies]
        asked = (each for each in words if each.language in languages)
        return tuple(sorted({each.name for each in asked if each.status == "unreviewed"}))

    def make(
        self,
        order: Order,
        read: Roster,
        how: How,
        open_crew: Callable[[], Crew],
        tell: Tell,
        cancelled: Callable[[], bool],
    ) -> Batch:
        """Make the order's files; nothing is started where the whole cannot be followed."""
        plan = Plan(self._library, _without(read, order.left), order.wish)
        batches.check(plan, how)
        crew = open_crew()
        try:
            done = batches.make(plan, crew, how, tell=tell, cancelled=cancelled)
        except BaseException:
            crew.close(at_once=True)
            raise
        crew.close()
        return done


class Watched:
    """A crew that takes nothing while it is paused, and tells which rows it has taken."""

    def __init__(self, crew: Crew, going: Event, handed: Callable[[str], object]) -> None:
        self._crew, self._going, self._handed = crew, going, handed
        self.shares_disk = crew.shares_disk

    def submit(self, job: Job, *, alone: bool = False) -> Future[Done] | None:
        """Hand a row on, unless it is paused."""
        if not self._going.wait(_PATIENCE):
            return None
        row = self._crew.submit(job, alone=alone)
        if row is not None:
            self._handed(job.stem)
        return row

    def outcome(self, row: Future[Done]) -> Done:
        """Return what became of a row."""
        return self._crew.outcome(row)

    def check(self) -> None:
        """Raise BatchError where nobody is left."""
        self._crew.check()

    def close(self, *, at_once: bool = False) -> None:
        """End the workers."""
        self._crew.close(at_once=at_once)


def _without(read: Roster, left: tuple[int, ...]) -> Roster:
    if not left:
        return read
    return replace(read, rows=tuple(row for row in read.rows if row.number not in left))


def _counts(plan: Plan) -> Counts:
    """Return how many files each row would have, planned once for all that are alike in that."""
    alike: dict[object, int] = {}
    found: dict[int, int] = {}
    for row in plan.roster.rows:
        key = _shape(row)
        if key not in alike:
            alike[key] = len(plan.row(replace(row, findings=())).tasks)
        found[row.number] = alike[key]
    return found


def _languages(read: Roster, order: Order) -> set[str]:
    sound = (row for row in read.rows if row.sound)
    own = order.languages
    return {each for row in sound for each in row.languages or own or (row.brief.language,)}


def _shape(row: Row) -> object:
    brief = row.brief
    words = tuple(name for name, text in brief.words if text)
    given = (bool(brief.name), bool(brief.message), words, bool(brief.photo))
    return row.languages, row.formats, row.says("template"), brief.campaign, given


def _checked(plan: Plan) -> CobrandError | None:
    """Return what is wrong with the order as a whole; names are compared at the start of a run."""
    first = next((row for row in plan.roster.rows if row.sound), None)
    if first is None:
        return None
    try:
        plans.check(Plan(plan.library, replace(plan.roster, rows=(first,)), plan.wish))
    except CobrandError as problem:
        return problem
    return None


def _example(plan: Plan, counts: Counts) -> str:
    row = next((row for row in plan.roster.rows if row.sound and counts[row.number]), None)
    if row is None:
        return ""
    planned = plan.row(row)
    return planned.zip or planned.tasks[0].name
