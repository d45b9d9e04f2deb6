"""Turns a roster into every organisation's files, and says what became of each row."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from cobrand.batch import desk, make
from cobrand.batch.crew import Answer, Crew, Processes
from cobrand.batch.make import Batch
from cobrand.batch.plan import Plan
from cobrand.batch.progress import Progress
from cobrand.batch.run import How
from cobrand.batch.wish import Wish
from cobrand.cli import asked as asking
from cobrand.cli import reading, rosters
from cobrand.cli.console import Console, described_error, said
from cobrand.cli.interrupt import interruptible
from cobrand.cli.outcome import BROKEN, DONE, STOPPED
from cobrand.errors import BatchError, WriteFailed, WrongUse
from cobrand.library import Library
from cobrand.messages import number, size

INTERRUPTED = 130
_SHOWN = 20  # names of a plan, or orphans, that a person is shown; JSON has all


def batch(
    asked: Namespace,
    console: Console,
    library: Library | None = None,
    open_engine: desk.Open | None = None,
) -> int:
    """Make the sets of a whole roster."""
    folder = asking.target(asked, "batch")
    if asked.resume and asked.replace:
        raise WrongUse("wrong-use.not-both", one="--resume", other="--replace")
    jobs, limits = reading.jobs(asked), reading.limits(asked)
    library = library or Library.default()
    how = How(folder, asked.resume, asked.replace, console.language, asked.report)
    with TemporaryDirectory(prefix="cobrand-roster-") as room:
        roster = rosters.read(asked, library, Path(room))
        console.tell_findings(roster.findings)
        plan = Plan(library, roster, _wish(asked))
        make.check(plan, how)
        if asked.dry_run:
            return _dry(console, plan)
        answer = partial(desk.answer, desk.Setup(open_engine, limits))
        with interruptible() as cancelled, _crew(asked.scheduler, answer, jobs) as crew:
            try:
                done = make.make(
                    plan, crew, how, tell=lambda step: _tell(console, step), cancelled=cancelled
                )
            except WriteFailed as problem:  # the record itself cannot be written
                console.complain(problem)
                console.tell(_again(console))
                return STOPPED
    console.clear()
    if asked.json:
        console.document(_described(console.language, done))
    _show(console, done)
    return _exit_code(done, asked.strict)


def _dry(console: Console, plan: Plan) -> int:
    """Look at a plan, by what nobody loads who makes it."""
    exit_code: int = import_module("cobrand.cli.dry").show(console, plan)
    return exit_code


def _wish(asked: Namespace) -> Wish:
    usual = Wish()
    return Wish(
        formats=asking.listed(asked.formats) or usual.formats,
        languages=asking.listed(asked.languages),
        templates=asking.listed(asked.template),
        kinds=tuple({"jpg": "jpeg"}.get(kind, kind) for kind in asking.listed(asked.kinds)),
        ground=asked.ground or "",
        pattern=asked.name_pattern or usual.pattern,
        zip=asked.zip or "",
    )


@contextmanager
def _crew(scheduler: str | None, answer: Answer, jobs: int) -> Iterator[Crew]:
    """Open whoever makes the rows; a second Ctrl-C, or an accident, ends them at once."""
    crew = _cluster(scheduler, answer) if scheduler else Processes(answer, jobs)
    try:
        yield crew
    except BaseException:
        crew.close(at_once=True)
        raise
    crew.close()


def _cluster(address: str, answer: Answer) -> Crew:
    try:
        module = import_module("cobrand.batch.cluster")
    except ModuleNotFoundError as problem:
        raise BatchError("cluster.not-installed") from problem
    crew: Crew = module.connect(answer, address)
    return crew


def _tell(console: Console, step: Progress) -> None:
    """Show progress on one line; a row that went wrong has a line of its own."""
    if step.problem:
        console.tell(f"{step.number} {step.stem}: {said(console.language, step.problem)}")
    far = [
        console.ui("{done} of {total} files", done=step.files, total=step.planned),
        console.ui("{done} of {total} rows", done=step.done, total=step.total),
    ]
    if step.rate:
        rate = number(console.language, step.rate, 1)
        far += [
            console.ui("{n} a second", n=rate),
            console.ui("about {left} left", left=_clock(step.left)),
        ]
    console.progress(" · ".join((*far, step.stem)))


def _clock(seconds: float) -> str:
    """Return a time as 0:42 or 1:05:09."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _described(language: str, done: Batch) -> dict[str, object]:
    result = done.result
    return {
        "complete": result.complete,
        "cancelled": result.cancelled,
        "rows": result.rows,
        "states": dict(result.states),
        "made": result.made,
        "kept": result.kept,
        "bytes": result.bytes,
        "broken": result.broken,
        "seconds": round(result.seconds, 2),
        "error": described_error(language, result.stopped) if result.stopped else None,
        "orphans": list(done.orphans),
        "reports": [str(path) for path in done.reports],
    }


def _show(console: Console, done: Batch) -> None:
    for path in done.reports:
        console.show(str(path))
    if done.orphans:
        console.tell(console.ui("Files of rows that are in the roster no more; they stay") + ":")
        for name in islice(done.orphans, _SHOWN):
            console.tell(f"  {name}")
        if len(done.orphans) > _SHOWN:
            console.tell(f"  … +{len(done.orphans) - _SHOWN}")
    if done.result.stopped:
        console.tell(said(console.language, done.result.stopped))
        console.tell(_again(console))
    console.tell(_summary(console, done))


def _again(console: Console) -> str:
    """Say how to go on after what stopped the whole run, such as a full disk."""
    return console.ui("What was made stays. When that is mended, go on with “--resume”.")


def _summary(console: Console, done: Batch) -> str:
    result = done.result
    if result.complete and not result.jobs:
        return console.plural(
            "Nothing to do: 1 file is there and unchanged.",
            "Nothing to do: {n} files are there and unchanged.",
            result.kept,
        )
    made = console.plural("1 file was made.", "{n} files were made.", result.made)
    parts = [made]
    if result.kept:
        parts.append(console.plural("1 was there already.", "{n} were there already.", result.kept))
    lost = sum(result.states[state] for state in ("failed", "partly"))
    if lost:
        parts.append(console.plural("1 row is not complete.", "{n} rows are not complete.", lost))
    if result.states["waiting"]:
        parts.append(
            console.plural(
                "1 row was not reached; go on with “--resume”.",
                "{n} rows were not reached; go on with “--resume”.",
                result.states["waiting"],
            )
        )
    seconds = number(console.language, result.seconds, 1)
    parts.append(f"{size(console.language, result.bytes)}, {seconds} s.")
    if result.broken:
        parts.append(
            console.plural("1 row breaks a rule.", "{n} rows break a rule.", result.broken)
        )
    return " ".join(parts)


def _exit_code(done: Batch, strict: bool) -> int:
    if done.result.cancelled:
        return INTERRUPTED
    if not done.result.complete:
        return STOPPED
    return BROKEN if strict and done.result.broken else DONE
