"""Runs a plan: rows go to the crew, what comes back goes on record, nothing stops the rest."""

from __future__ import annotations

import json
import os
import time
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from cobrand.batch import stored, work
from cobrand.batch.crew import Crew, Lost
from cobrand.batch.digest import Digests
from cobrand.batch.job import Done, MadeFile
from cobrand.batch.manifest import Entry, Line, Manifest
from cobrand.batch.plan import ON_A_SHEET, REPORTS, SHEET, Plan, RowPlan
from cobrand.batch.progress import Ask, Pace, Problem, State, Tell
from cobrand.batch.settle import Clerk, Wanted
from cobrand.batch.watch import Watch
from cobrand.errors import BatchError, CobrandError, TargetExists
from cobrand.export import files
from cobrand.kit.work import HOPELESS
from cobrand.model.finding import Finding, Severity

_GONE = {"cluster.gone", "cluster.workers-gone"}
_LISTEN = 0.1  # seconds between asking whether to stop
_WATCH = 0.5  # seconds between looking how far the rows in hand are
_SURE = 60.0  # seconds: in a folder that is locked for us, a part that nobody holds is nobody's


@dataclass(frozen=True, slots=True)
class How:
    """Where a run goes and what it may do; `language` is the one that proofs are written in."""

    folder: Path
    resume: bool = False
    replace: bool = False
    language: str = ""
    report: bool = False


@dataclass(slots=True)
class Result:
    """What became of a run; `stopped` is what no file could be made against."""

    rows: int
    states: Counter[State] = field(default_factory=Counter)
    made: int = 0
    bytes: int = 0
    kept: int = 0
    broken: int = 0
    jobs: int = 0
    seconds: float = 0.0
    cancelled: bool = False
    stopped: CobrandError | None = None

    @property
    def complete(self) -> bool:
        """Say whether everything that was planned is there."""
        lost = sum(self.states[state] for state in ("partly", "failed", "waiting"))
        return not lost and self.stopped is None


def names(plan: Plan, how: How) -> Iterator[str]:
    """Yield every name that a run may put something under."""
    yield from plan.names
    if how.report:
        yield from REPORTS
        pages = -(-len(plan.roster.rows) // ON_A_SHEET)
        yield from (SHEET.format(page=page + 1) for page in range(pages))


def refuse_occupied(plan: Plan, how: How) -> None:
    """Raise TargetExists if a run that may neither resume nor replace finds files of its names.

    The first of them is named, and how many there are.
    """
    if not how.resume and not how.replace:
        _refuse((name for name in names(plan, how) if os.path.lexists(how.folder / name)), how)


def prepare(plan: Plan, manifest: Manifest, how: How) -> None:
    """Refuse to write over what is no earlier run's; note the plan, clear what a kill left half."""
    if not how.replace:
        taken = (name for name in names(plan, how) if os.path.lexists(how.folder / name))
        _refuse((name for name in taken if not manifest.is_ours(name)), how)
    manifest.plan(names(plan, how))
    rooms = {str(PurePosixPath(name).parent) for name in names(plan, how)}
    for room in {".", *rooms}:
        files.sweep(how.folder / room, time.time() + _SURE)


def _refuse(there: Iterator[str], how: How) -> None:
    found = list(there)
    if found:
        raise TargetExists(
            "batch.target-exists", name=found[0], folder=str(how.folder), count=len(found)
        )


class Run:
    """One run; rows are on their way in `_pending`, never more than the crew has room for."""

    def __init__(
        self, plan: Plan, crew: Crew, manifest: Manifest, how: How, tell: Tell, cancelled: Ask
    ) -> None:
        self._plan, self._crew, self._manifest, self._how = plan, crew, manifest, how
        self._tell, self._cancelled = tell, cancelled
        digests = Digests(plan.library)
        self._clerk = Clerk(
            how.folder, digests, how.language, resume=how.resume, shares_disk=crew.shares_disk
        )
        self._pending: dict[Future[Done], tuple[Wanted, bool]] = {}
        self._again: deque[Wanted] = deque()
        self._watched: dict[Future[Done], Watch] = {}
        self._looked = 0.0
        self._pace = Pace(len(plan.roster.rows), plan.files)
        self._result = Result(len(plan.roster.rows))

    def run(self) -> Result:
        """Make every row; on cancelling, what was begun is still finished whole."""
        begun = time.monotonic()
        rows = enumerate(self._plan)
        for place, planned in rows:
            if self._stop():
                self._leave(place, planned)
                break
            self._take(place, planned)
        self._drain()
        for place, planned in rows:
            self._leave(place, planned)
        self._result.states = self._pace.states
        self._result.seconds = time.monotonic() - begun
        return self._result

    def _take(self, place: int, planned: RowPlan) -> None:
        """Settle a row, or give it to the crew as soon as there is room."""
        if not planned.row.sound or planned.problem or not planned.tasks:
            state: State = "left-out" if planned.row.sound and not planned.problem else "failed"
            self._settled(place, planned, state, planned.problem)
            return
        try:
            wanted = self._clerk.wanted(planned, place, self._manifest)
        except CobrandError as problem:
            self._settled(place, planned, "failed", problem)
            return
        if wanted is None:
            self._keep(place, planned)
            return
        self._result.jobs += 1
        while not self._submitted(wanted, alone=False):
            self._collect()
            if self._stop():
                self._leave(place, planned)
                return
            while self._again and self._submitted(self._again[0], alone=True):
                self._again.popleft()
        self._collect(0)

    def _submitted(self, wanted: Wanted, *, alone: bool) -> bool:
        """Hand a row to the crew if it has room, or give it up where the crew itself is gone."""
        try:
            row = self._crew.submit(wanted.job, alone=alone)
        except CobrandError as problem:
            self._result.stopped = self._result.stopped or problem
            self._lost(wanted, problem)
            return True
        if row is not None:
            self._pending[row] = wanted, alone
            self._watched[row] = Watch.of(wanted.job)
        return row is not None

    def _drain(self) -> None:
        """Wait for what is on its way; rows that are tried again stay alone."""
        while self._pending or self._again:
            if self._stop():
                self._call_back()
            elif self._again and self._submitted(self._again[0], alone=True):
                self._again.popleft()
            if self._pending:
                self._collect()

    def _call_back(self) -> None:
        """Take back the rows that nobody has begun."""
        for row, (wanted, _) in list(self._pending.items()):
            if row.cancel():
                del self._pending[row], self._watched[row]
                self._leave(wanted.place, wanted.planned)
        while self._again:
            wanted = self._again.popleft()
            self._leave(wanted.place, wanted.planned)

    def _collect(self, patience: float = _LISTEN) -> None:
        """Put on record what has come back."""
        done, _ = wait(self._pending, patience, FIRST_COMPLETED)
        if not done:
            self._look()
        self._watch()
        for row in done:
            wanted, alone = self._pending.pop(row)
            self._watched.pop(row)
            try:
                made = self._crew.outcome(row)
                if work.unread(made) and not alone:
                    self._again.append(wanted)
                else:
                    self._finish(wanted, self._delivered(wanted, work.explained(made)))
            except Lost:
                if alone:
                    self._lost(wanted, BatchError("batch.worker-died"))
                else:
                    self._again.append(wanted)
            except CobrandError as problem:
                self._lost(wanted, problem)
            except Exception as problem:  # a fault of the program costs one row, never the run
                name, kind = wanted.planned.row.stem, type(problem).__name__
                self._lost(wanted, BatchError("batch.unforeseen", name=name, kind=kind))

    def _watch(self) -> None:
        """Tell how far the rows in hand are, twice a second at most."""
        now = time.monotonic()
        if now - self._looked < _WATCH:
            return
        self._looked = now
        for row, watch in self._watched.items():
            if not row.done() and watch.moved():
                planned = self._pending[row][0].planned.row
                self._tell(self._pace.look(planned.stem, planned.number, watch.there, watch.made))

    def _look(self) -> None:
        """Stop where nobody is left who could make what is on its way."""
        try:
            self._crew.check()
        except CobrandError as problem:
            self._judge(problem)

    def _delivered(self, wanted: Wanted, done: Done) -> Done:
        """Put files that came as bytes where they belong: this side owns the folder."""
        if self._crew.shares_disk:
            return done
        return work.deliver(wanted.job, done, self._how.folder, done.contents)

    def _finish(self, wanted: Wanted, done: Done) -> None:
        """Put what came back on record."""
        lost = done.lost
        for each in lost:
            self._judge(each.error)
        there = (*done.made, *(each for each in (*done.proofs, *done.parcel) if not each.error))
        state: State = "made" if not lost else "partly" if done.made else "failed"
        entries = tuple(self._entry(each, wanted, whole=not lost) for each in there)
        row = wanted.planned.row
        line = self._line(
            wanted.place,
            wanted.planned,
            state,
            seconds=done.seconds,
            findings=json.dumps(stored.findings((*row.findings, *done.findings))),
            failed=json.dumps({each.name: stored.error(each.error) for each in lost}),
        )
        self._manifest.note(line, entries, [each.name for each in lost])
        made = [each for each in done.made if each.name not in wanted.job.kept]
        self._result.made += len(made)
        self._result.kept += len(done.made) - len(made)
        self._result.bytes += sum(each.bytes for each in made)
        self._result.broken += _breaks(done.findings)
        problem = lost[0].error if lost else None
        self._step(wanted.planned, state, len(made), problem, len(done.made), done.findings)

    @staticmethod
    def _entry(each: MadeFile, wanted: Wanted, *, whole: bool) -> Entry:
        """Return a file's record; a proof or a ZIP of a row that lacks something is not done."""
        digest = wanted.digests.get(each.name, "")
        if not whole and not each.written:
            digest = ""
        return Entry(each.name, digest, each.sha256, each.bytes, each.written, each.thumbnail)

    def _lost(self, wanted: Wanted, problem: CobrandError) -> None:
        self._judge(problem)
        self._settled(wanted.place, wanted.planned, "failed", problem)

    def _settled(
        self, place: int, planned: RowPlan, state: State, problem: CobrandError | None
    ) -> None:
        """Put a row on record of which nothing is made."""
        line = self._line(
            place,
            planned,
            state,
            error=stored.error(problem),
            findings=json.dumps(stored.findings(planned.row.findings)),
        )
        self._manifest.note(line, (), [task.name for task in planned.tasks])
        breaches = (each for each in planned.row.findings if each.severity is Severity.BREACH)
        self._step(planned, state, 0, problem or next(breaches, None))

    def _keep(self, place: int, planned: RowPlan) -> None:
        """Leave a row as it is, and say so."""
        line = self._as_before(place, planned, "kept")
        self._manifest.note(line)
        self._result.kept += len(planned.tasks)
        found = stored.found(json.loads(line.findings))
        self._result.broken += _breaks(found)
        self._step(planned, "kept", 0, None, len(planned.tasks), found)

    def _as_before(self, place: int, planned: RowPlan, state: State) -> Line:
        """Return a row's line with what an earlier run found about it."""
        before = self._manifest.line(planned.row.stem)
        line = self._line(place, planned, state)
        return replace(line, seconds=before.seconds, findings=before.findings) if before else line

    def _leave(self, place: int, planned: RowPlan) -> None:
        """Note a row that was not reached; what an earlier run made of it stays on record."""
        self._manifest.note(self._as_before(place, planned, "waiting"))
        self._pace.states["waiting"] += 1

    def _step(
        self,
        planned: RowPlan,
        state: State,
        count: int,
        problem: Problem | None = None,
        there: int = 0,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        row, files = planned.row, len(planned.tasks)
        self._tell(
            self._pace.step(row.stem, row.number, state, files, count, problem, there, findings)
        )

    @staticmethod
    def _line(place: int, planned: RowPlan, state: State, **values: object) -> Line:
        row = planned.row
        return Line(row.stem, row.number, place, row.brief.name, state, **values)  # type: ignore[arg-type]

    def _judge(self, problem: CobrandError | None) -> None:
        """Stop where no other row could be written either: the disk is full, the folder gone."""
        if problem is None or self._result.stopped:
            return
        if problem.code in _GONE:
            self._result.stopped = problem
        if problem.code not in HOPELESS:
            return
        folder = self._how.folder
        if problem.code == "export.disk-full" or not (
            folder.is_dir() and os.access(folder, os.W_OK)
        ):
            self._result.stopped = problem

    def _stop(self) -> bool:
        self._result.cancelled = self._result.cancelled or self._cancelled()
        return self._result.cancelled or self._result.stopped is not None


def _breaks(findings: tuple[Finding, ...]) -> bool:
    return any(each.severity is Severity.BREACH for each in findings)
