"""Turns a logo and a name into a whole kit, and says what became of it."""

from __future__ import annotations

from argparse import Namespace

from cobrand import kit as kits
from cobrand.cli import answers, world
from cobrand.cli import asked as asking
from cobrand.cli.console import Console, described, described_error, said
from cobrand.cli.interrupt import interruptible
from cobrand.cli.outcome import described_file, exit_code, show_reasons, verdict, worth_saying
from cobrand.errors import WrongUse
from cobrand.kit import KitJob, KitReport, Progress
from cobrand.kit.work import HOPELESS
from cobrand.library import Library
from cobrand.messages import called, number, size
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity
from cobrand.model.override import Overrides

STOPPED, INTERRUPTED = 1, 130
_NAMED = 3  # files named after a finding; more are counted


def kit(asked: Namespace, console: Console, open_engine: world.Open | None = None) -> int:
    """Make everything for one organisation."""
    target = asking.target(asked, "kit")
    _check_files(asked)
    engine = (open_engine or world.opener(asked))()
    brief = asking.brief(asked, _base(asked, engine.library))
    engine.check(brief)
    brief = answers.permitted(asked, brief, engine.library.campaign(brief.campaign))
    overrides, who = answers.overrides(asked), answers.by(asked)
    jobs = _jobs(asked, brief, engine.library)
    if not asked.name and not asked.sample:
        console.tell(console.ui("Without --name, the cards say “{name}”.", name=brief.name))
    logo = engine.logo(brief)
    with interruptible() as cancelled:
        report = kits.make(
            engine, brief, logo, target, jobs=jobs, overwrite=asked.replace, cancelled=cancelled,
            progress=lambda step: console.progress(_step(console, step)), language=console.language,
            guests=engine.guests(brief), overrides=overrides, by=who,
        )  # fmt: skip
    console.clear()
    if asked.json:
        console.document(_described(console.language, report, overrides))
    _show(console, report)
    show_reasons(console, report.findings, overrides)
    return _exit_code(report, asked.strict, overrides)


def _check_files(asked: Namespace) -> None:
    if asked.sample and asked.files:
        raise WrongUse("wrong-use.not-both", one="--sample", other=asked.files[0])
    if not asked.sample and not asked.files:
        raise WrongUse("wrong-use.file-missing", command="kit", what="LOGO")


def _base(asked: Namespace, library: Library) -> Brief:
    if asked.sample:
        sample = library.sample()
        words = sample.words_in(asked.language or Brief().language)
        return Brief(logo=str(sample.logo), name=sample.name, words=words)
    file = asking.path(asked.files[0])
    return asking.saved(file) or Brief(logo=str(file), name=asking.name_of(file))


def _jobs(asked: Namespace, brief: Brief, library: Library) -> tuple[KitJob, ...]:
    if asked.formats is None:
        return kits.plan(library, brief)
    chosen = [name.strip() for name in asked.formats.split(",") if name.strip()]
    return kits.plan(library, brief, formats=chosen)


def _step(console: Console, step: Progress) -> str:
    return console.ui(
        "{done} of {total} · {name} · {left:.0} s left",
        done=step.done,
        total=step.total,
        name=step.name,
        left=step.left,
    )


def _described(language: str, report: KitReport, overrides: Overrides) -> dict[str, object]:
    return {
        "target": str(report.target),
        "complete": report.complete,
        "cancelled": report.cancelled,
        "planned": report.total,
        "bytes": report.bytes,
        "broken": report.breaches,
        "seconds": round(report.seconds, 2),
        "proof": str(report.proof) if report.proof else None,
        "files": [described_file(language, each, overrides) for each in report.files],
        "skipped": [{"name": job.stem, "missing": job.missing} for job in report.skipped],
        "failed": [
            {"name": each.name, "error": described_error(language, each.error)}
            for each in report.failures
        ],
        "findings": [described(language, each) for each in report.findings],
    }


def _show(console: Console, report: KitReport) -> None:
    for file in report.files:
        console.show(f"{file.path}  {size(console.language, file.bytes)}")
    if report.proof:
        console.show(str(report.proof))
    told = _told(report)
    for finding, names in told.items():
        console.tell(_finding(console, finding, names, len(report.files)))
    for line in console.unit(told):
        console.tell(line)
    for failure in report.failures:
        console.tell(f"{failure.name}: {said(console.language, failure.error)}")
    for job in report.skipped:
        words = ", ".join(called(console.language, name) for name in job.missing)
        left = console.ui("{card} was left out: it needs {words}.", card=job.stem, words=words)
        console.tell(f"{left} [{' '.join(map(asking.option, job.missing))}]")
    console.tell(_summary(console, report))


def _told(report: KitReport) -> dict[Finding, list[str]]:
    """Return what a person should know, the gravest first, and the names of its files."""
    told: dict[Finding, list[str]] = {}
    for file in report.files:
        for each in worth_saying(file.findings):
            told.setdefault(each, []).append(file.path.name)
    return dict(sorted(told.items(), key=lambda each: -each[0].severity))


def _finding(console: Console, finding: Finding, names: list[str], files: int) -> str:
    line = f"  {console.label(finding)}: {said(console.language, finding)}"
    if len(names) == files:
        return line
    more = f" +{len(names) - _NAMED}" if len(names) > _NAMED else ""
    return f"{line} ({', '.join(names[:_NAMED])}{more})"


def _summary(console: Console, report: KitReport) -> str:
    count = len(report.files)
    if report.cancelled:
        return console.plural(
            "Stopped. 1 file is complete and stays.",
            "Stopped. {n} files are complete and stay.",
            count,
        )
    if report.failures:
        made = console.plural("1 file was made.", "{n} files were made.", count)
        lost = console.plural("1 file was not.", "{n} files were not.", _lost(report))
        return " ".join(filter(None, (made, lost, _again(console, report))))
    ready = console.plural(
        "Your kit is ready. 1 file, opened again and measured.",
        "Your kit is ready. {n} files, each opened again and measured.",
        count,
    )
    cost = (
        f"{size(console.language, report.bytes)}, {number(console.language, report.seconds, 1)} s"
    )
    return f"{ready} {cost}. {verdict(console, _breaches(report))}"


def _lost(report: KitReport) -> int:
    """Return how many files are missing: those that were not reached too, and a proof."""
    unproved = bool(report.files) and report.proof is None
    return report.total - len(report.files) + unproved


def _again(console: Console, report: KitReport) -> str:
    """Say how to go on after what stopped every file, such as a full disk."""
    if not any(each.error.code in HOPELESS for each in report.failures):
        return ""
    return console.ui(
        "What was made stays. When that is mended, make the kit again with “--replace”."
    )


def _breaches(report: KitReport) -> tuple[Finding, ...]:
    return tuple(each for each in report.findings if each.severity is Severity.BREACH)


def _exit_code(report: KitReport, strict: bool, overrides: Overrides) -> int:
    if report.cancelled:
        return INTERRUPTED
    if report.failures:
        return STOPPED
    return exit_code(report.findings, strict, overrides)
