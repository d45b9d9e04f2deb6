"""One call for both doors: a plan and a crew become files, a record, one ZIP, reports."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cobrand.batch import parcel, plan, report, run
from cobrand.batch.crew import Crew
from cobrand.batch.manifest import Manifest
from cobrand.batch.plan import Plan
from cobrand.batch.progress import Ask, Tell
from cobrand.batch.report.account import Told, totals
from cobrand.batch.run import How, Result, Run
from cobrand.errors import CobrandError


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a batch; `orphans` are files of rows that left the roster."""

    result: Result
    totals: report.Totals
    orphans: tuple[str, ...]
    reports: tuple[Path, ...]


def check(wanted: Plan, how: How) -> None:
    """Raise, before any process is started, what keeps the whole plan from being followed."""
    plan.check(wanted)
    run.refuse_occupied(wanted, how)


def make(
    wanted: Plan,
    crew: Crew,
    how: How,
    *,
    tell: Tell = lambda _: None,
    cancelled: Ask = lambda: False,
) -> Batch:
    """Make a checked plan. One bad row is a line in the report; the crew is the caller's to close.

    BatchError if another run works in the folder, TargetExists for files that are no run's.
    """
    with Manifest(how.folder) as manifest:
        run.prepare(wanted, manifest, how)
        result = Run(wanted, crew, manifest, how, tell, cancelled).run()
        if wanted.wish.zip == "all" and not result.stopped and not result.cancelled:
            _guarded(result, lambda: parcel.pack(manifest, how.folder))
        sums = totals(manifest)
        orphans = tuple(name for name in manifest.orphans() if os.path.lexists(how.folder / name))
        reports: list[Path] = []
        if how.report:
            roster = wanted.roster.path.name
            told = Told(manifest, result, sums, roster, how.language or "en", orphans)
            _guarded(result, lambda: reports.extend(report.write(told, how.folder)))
    return Batch(result, sums, orphans, tuple(reports))


def _guarded(result: Result, work: Callable[[], object]) -> None:
    """Do what comes after the rows; what the disk refuses then undoes nothing of them."""
    try:
        work()
    except CobrandError as problem:
        result.stopped = result.stopped or problem
