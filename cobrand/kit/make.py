"""Make a kit in a folder or as one ZIP: nothing half, nothing replaced unasked, the proof last."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from cobrand.errors import CobrandError, TargetExists, WriteFailed
from cobrand.export import archive, files, html, proof
from cobrand.export.dossier import Dossier, LeftOut
from cobrand.export.files import Store
from cobrand.export.given import given
from cobrand.kit.plan import KitJob, plan
from cobrand.kit.report import Ask, Failure, KitReport, Tell
from cobrand.kit.work import Maker, Work
from cobrand.model.brief import Brief, letters
from cobrand.model.guest import ALONE, Guests
from cobrand.model.logo import Logo
from cobrand.model.override import Override, Overrides

PROOFS = ("proof.json", "proof.html", "proof.pdf")
PAGE = "proof.html"


def make(
    engine: Maker,
    brief: Brief,
    logo: Logo,
    target: Path,
    *,
    guests: Guests = ALONE,
    jobs: Sequence[KitJob] | None = None,
    overwrite: bool = False,
    progress: Tell = lambda _: None,
    cancelled: Ask = lambda: False,
    language: str = "",
    by: str = "",
    overrides: Overrides = (),
) -> KitReport:
    """Make the kit in this folder, or as one file if the target's name ends in .zip.

    At no moment does a proof stand beside files that it does not speak of: the old one goes before
    the first file is replaced, the new one comes after the last. Nothing is made if a file is in
    the way and may not be overwritten: TargetExists names the first one and their count. A file
    that fails does not stop the others. The proof speaks `language`, else the brief's, says `by`
    whom the kit was made, and with `overrides` why broken rules were let stand. `progress` is
    called in the thread that called this.
    """
    brief = brief.in_letters()
    wanted = plan(engine.library, brief) if jobs is None else tuple(jobs)
    task = _Task(
        engine, brief, logo, guests, wanted, overwrite, progress, cancelled, language, by, overrides
    )
    if target.suffix.lower() == ".zip":
        return _make_zip(task, target)
    return _make_folder(task, target)


@dataclass(frozen=True, slots=True)
class _Task:
    engine: Maker
    brief: Brief
    logo: Logo
    guests: Guests
    jobs: tuple[KitJob, ...]
    overwrite: bool
    progress: Tell
    cancelled: Ask
    language: str
    by: str
    overrides: Overrides

    @property
    def names(self) -> tuple[str, ...]:
        """Every file that the kit may make."""
        made = (name for job in self.jobs if not job.missing for name in job.names)
        return (*made, *PROOFS)


def _make_folder(task: _Task, folder: Path) -> KitReport:
    files.sweep(folder)
    _refuse(folder, task.names, task.overwrite)
    files.make_folder(folder)
    old = {name: files.take_away(folder / name) for name in PROOFS}
    report = _make_files(task, folder, files)
    if not report.files:  # nothing was replaced, so what was proved still is
        _put_back(folder, old)
    return report


def _put_back(folder: Path, old: Mapping[str, bytes | None]) -> None:
    for name, data in old.items():
        if data is not None:
            with contextlib.suppress(WriteFailed):  # the same that kept the kit from being made
                files.save(folder / name, data)


def _make_zip(task: _Task, target: Path) -> KitReport:
    files.sweep(target.parent)
    _refuse(target.parent, (target.name,), task.overwrite)
    files.make_folder(target.parent)
    parcel = archive.Parcel()
    report = _make_files(task, target, parcel)
    if report.files:
        _pack(parcel, target, task.overwrite)
    return replace(report, proof=report.proof and target)


def _pack(parcel: archive.Parcel, target: Path, overwrite: bool) -> None:
    """Save the ZIP, open it again and compare every byte with what was measured."""
    files.save(target, archive.pack(sorted(parcel.entries.items())), overwrite)
    if not archive.holds(files.read(target), parcel.entries):
        files.take_away(target)
        raise WriteFailed(name=target.name)


def _make_files(task: _Task, folder: Path, store: Store) -> KitReport:
    begun = time.monotonic()
    ready = tuple(job for job in task.jobs if not job.missing)
    total = sum(len(job.kinds) for job in ready)
    work = Work(task.engine, folder, store, task.overwrite, task.progress, task.cancelled, total)
    work.run(ready, task.logo, task.guests)
    order = [name for job in ready for name in job.names]
    report = KitReport(
        target=folder,
        files=tuple(work.files[name] for name in order if name in work.files),
        skipped=tuple(job for job in task.jobs if job.missing),
        failures=tuple(work.failures[name] for name in order if name in work.failures),
        total=total,
        seconds=time.monotonic() - begun,
        cancelled=work.asked and len(work.files) < total,
        proof=None,
    )
    return _proved(task, report, store) if report.files else report


def _proved(task: _Task, report: KitReport, store: Store) -> KitReport:
    """Return the report with its proof; what the disk refuses is a failure like any other."""
    try:
        return replace(report, proof=_prove(task, report, store))
    except CobrandError as error:
        failure = Failure(str(error.values.get("name", PAGE)), error)
        return replace(report, failures=(*report.failures, failure))


def _prove(task: _Task, report: KitReport, store: Store) -> Path:
    """Write the proof of what is there."""
    inside = isinstance(store, archive.Parcel)  # whoever unpacks a ZIP has other files beside it
    dossier = Dossier(
        brief=task.brief,
        campaign=task.engine.library.campaign(task.brief.campaign),
        files=report.files,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        language=task.language or task.brief.language,
        given=given(task.brief, task.logo, task.guests),
        left_out=tuple(LeftOut(job.stem, job.missing) for job in report.skipped),
        failed=tuple((failure.name, failure.error) for failure in report.failures),
        seconds=report.seconds,
        cancelled=report.cancelled,
        by=letters(task.by),
        overrides=tuple(_in_letters(each) for each in task.overrides),
        folder=None if inside else report.target,
    )
    for name, write in writers(task.engine):
        store.save(report.target / name, write(dossier), task.overwrite)
    return report.target / PAGE


def _in_letters(override: Override) -> Override:
    return replace(override, reason=letters(override.reason), by=letters(override.by))


def writers(engine: Maker) -> Iterator[tuple[str, Callable[[Dossier], bytes]]]:
    """Yield what writes each proof, by its name."""
    return zip(PROOFS, (proof.document, html.page, engine.print_proof), strict=True)


def _refuse(folder: Path, names: Sequence[str], overwrite: bool) -> None:
    """Raise TargetExists before anything is made."""
    if overwrite:
        return
    there = [name for name in names if os.path.lexists(folder / name)]
    if there:
        raise TargetExists(name=there[0], folder=str(folder), count=len(there))
