"""Decides what a row still needs: what is on record and unchanged on the disk is not made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cobrand.batch import digest
from cobrand.batch.digest import Digests, files_of
from cobrand.batch.job import Job, Kept
from cobrand.batch.manifest import Entry, Manifest
from cobrand.batch.plan import RowPlan, Task
from cobrand.intake import source

_REMEMBERED = 64  # digests of files that several rows name


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row's job with the digests that its files will be put on record with."""

    planned: RowPlan
    place: int
    job: Job
    digests: Mapping[str, str]


class Clerk:
    """Compares rows with the record; with `resume` off everything is made."""

    def __init__(
        self, folder: Path, digests: Digests, language: str, *, resume: bool, shares_disk: bool
    ) -> None:
        self._folder = folder
        self._digests = digests
        self._language = language
        self._resume = resume
        self._shares_disk = shares_disk
        self._of_file = lru_cache(_REMEMBERED)(lambda file: digest.of_file(Path(file)))

    def wanted(self, planned: RowPlan, place: int, manifest: Manifest) -> Wanted | None:
        """Return what is to be made of a row, or None if all of it is there.

        LogoError if a file that has to travel cannot be read.
        """
        digests = self._of_row(planned)
        there = self._there(digests, manifest.entries(planned.row.stem)) if self._resume else {}
        if all(name in there for name in planned.names):
            return None
        kept = {} if planned.zip else there
        job = Job(
            stem=planned.row.stem,
            tasks=planned.tasks,
            kept={task.name: kept[task.name] for task in planned.tasks if task.name in kept},
            proofs=planned.proofs,
            left_out=planned.left_out,
            language=self._language,
            folder=self._folder,
            zip=planned.zip,
        )
        return Wanted(planned, place, self._ready(job), digests)

    def _of_row(self, planned: RowPlan) -> dict[str, str]:
        """Return the digests of everything that is made of a row, by name."""
        named = {file for task in planned.tasks for file in files_of(task.brief)}
        files = {file: self._of_file(file) for file in named}
        found = {task.name: self._digests.task(task, files) for task in planned.tasks}
        left_out = [[each.name, list(each.missing)] for each in planned.left_out]
        proof = digest.proof(tuple(found.items()), self._language, left_out)
        found |= dict.fromkeys(planned.proofs, proof)
        return found | ({planned.zip: proof} if planned.zip else {})

    def _there(self, digests: Mapping[str, str], entries: Mapping[str, Entry]) -> dict[str, Kept]:
        """Return the files that were made of the same, and are on the disk as they were written."""
        return {
            name: entry.kept
            for name, entry in entries.items()
            if digests.get(name) == entry.digest
            and digest.of_file(self._folder / name) == entry.sha256
        }

    def _ready(self, job: Job) -> Job:
        """Return the job as the crew can take it: with the files, where it has another disk."""
        if self._shares_disk:
            return job
        names = dict.fromkeys(file for task in job.tasks for file in files_of(task.brief))
        held = {file: source.load(Path(file)) for file in names}
        places = {file: digest.of_bytes(data) for file, data in held.items()}

        def travelling(task: Task) -> Task:
            return replace(task, brief=task.brief.with_files(lambda file: places[file]))

        return replace(
            job,
            tasks=tuple(travelling(task) for task in job.tasks),
            folder=None,
            files={places[file]: data for file, data in held.items()},
            foundation=self._digests.foundations(job.tasks),
            names={places[file]: Path(file).name for file in names},
        )
