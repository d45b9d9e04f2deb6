"""Makes one row: reads its logo once, lays out and writes its files, then the proofs of them."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Protocol

from cobrand.batch import stored
from cobrand.batch.job import Done, Job, MadeFile
from cobrand.batch.plan import Task
from cobrand.errors import BatchError, CobrandError, WriteFailed
from cobrand.export import archive, files, html, proof
from cobrand.export.dossier import Dossier
from cobrand.export.given import given
from cobrand.export.written import Written
from cobrand.kit import Maker
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding
from cobrand.model.guest import Guests
from cobrand.model.logo import Logo

Read = tuple[Logo, Guests]
READER_LOST = ".reader-died"
_PROVERS = (proof.document, html.page)  # as `plan.PROOFS` are named


class Engine(Maker, Protocol):
    """What a row needs of an engine: a kit's, and the reading of logos."""

    def logo(self, brief: Brief) -> Logo:
        """Read a brief's logo."""
        ...

    def guests(self, brief: Brief) -> Guests:
        """Read what else a brief names."""
        ...


@dataclass(slots=True)
class Disk:
    """The folder: old proofs of the row go before the first file is replaced.

    The folder itself is never made anew: where it is gone, a stick was pulled out.
    """

    root: Path
    proofs: tuple[Path, ...]
    begun: bool = False
    rooms: set[Path] = field(default_factory=set)

    def save(self, path: Path, data: bytes, overwrite: bool = False) -> Path:
        """Put the file there whole, over whatever an earlier run left."""
        if not self.begun:
            self.begun = True
            for proof in self.proofs:
                files.take_away(proof)
        if not self.root.is_dir():
            raise WriteFailed(
                "export.folder-gone",
                name=path.name,
                folder=str(self.root),
                bytes=len(data),
                said="",
            )
        self.rooms.add(files.make_folder(path.parent))
        return files.put(path, data, overwrite, settled=False)

    def read(self, path: Path) -> bytes:
        """Return what is there now."""
        return files.read(path)

    def settle(self) -> None:
        """Make the names of the row's files survive a power cut, all at once."""
        for room in self.rooms:
            files.settle(room)


@dataclass(slots=True)
class Memory:
    """Files on their way to whoever owns the folder."""

    held: dict[str, bytes] = field(default_factory=dict)

    def save(self, path: Path, data: bytes, overwrite: bool = False) -> Path:
        """Take the file in, by its whole name."""
        self.held[path.as_posix()] = data
        return path

    def read(self, path: Path) -> bytes:
        """Return what was taken in."""
        return self.held[path.as_posix()]


def make(engine: Engine, job: Job) -> Done:
    """Make what the job asks for; whatever goes wrong is in the answer, file by file."""
    begun = time.monotonic()
    if job.folder is None or job.zip:
        store: Memory | Disk = Memory()
        folder = Path()
    else:
        folder = job.folder
        store = Disk(folder, tuple(folder / name for name in job.proofs))
    made, read = _made(engine, job, store, folder)
    written = _written(job, made)
    proofs: tuple[MadeFile, ...] = ()
    if read and written:
        dossier = _dossier(engine, job, made, written, read)
        proofs = tuple(_proved(dossier, job, store, folder))
    done = Done(made, proofs, time.monotonic() - begun, _said_of(written))
    if isinstance(store, Disk):
        store.settle()
        return done
    if job.zip and done.made:
        done, store.held = _packed(done, job, store.held)
    if job.folder is None:
        return replace(done, contents=store.held)
    return replace(deliver(job, done, job.folder, store.held), seconds=time.monotonic() - begun)


def unread(done: Done) -> bool:
    """Say whether nothing was made because whoever read the logo was ended, again and again.

    The file may have done that, or somebody else, such as a system that had no memory left.
    """
    return bool(done.files) and all(
        each.error and each.error.code.endswith(READER_LOST) for each in done.files
    )


def explained(done: Done) -> Done:
    """Return the answer; a row that is given up because of its reader says that, and what to do."""
    if not unread(done):
        return done
    error = BatchError("batch.reader-died")
    return replace(done, files=tuple(replace(each, error=error) for each in done.files))


def deliver(job: Job, done: Done, folder: Path, contents: Mapping[str, bytes]) -> Done:
    """Put files that came as bytes into the folder; what it refuses is an error of that file."""
    store = Disk(folder, tuple(folder / name for name in job.proofs if not job.zip))
    lost: dict[str, CobrandError] = {}
    for name, data in contents.items():
        try:
            store.save(folder / name, data, overwrite=True)
            if store.read(folder / name) != data:
                raise WriteFailed(name=name)
        except CobrandError as problem:
            lost[name] = problem
    store.settle()

    def there(them: tuple[MadeFile, ...]) -> tuple[MadeFile, ...]:
        return tuple(
            MadeFile(each.name, error=lost[each.name]) if each.name in lost else each
            for each in them
        )

    return replace(
        done,
        files=there(done.files),
        proofs=there(done.proofs),
        parcel=there(done.parcel),
        contents={},
    )


def _made(
    engine: Engine, job: Job, store: Memory | Disk, folder: Path
) -> tuple[tuple[MadeFile, ...], Read | None]:
    """Return every task's file; None was read where nothing of the row could be begun."""
    try:
        logo = engine.logo(job.tasks[0].brief)
        guests = engine.guests(job.tasks[0].brief)
    except Exception as problem:  # a logo costs its row, whatever is wrong with it
        error = _said(problem, job.stem)
        return tuple(MadeFile(task.name, error=error) for task in job.tasks), None
    made: list[MadeFile] = []
    for brief, tasks in groupby(job.tasks, key=lambda task: task.brief):
        made += _of_card(_Card(engine, brief, logo, guests, store, folder), tuple(tasks), job)
    return tuple(made), (logo, guests)


@dataclass(frozen=True, slots=True)
class _Card:
    engine: Engine
    brief: Brief
    logo: Logo
    guests: Guests
    store: Memory | Disk
    folder: Path

    def writer(self) -> Callable[[Task], Written]:
        """Lay the card out, and return what writes a file of it."""
        composition = self.engine.compose(self.brief, self.logo, self.guests)
        return lambda task: self.engine.export(
            composition, self.folder / task.name, task.kind, overwrite=True, store=self.store
        )


def _of_card(card: _Card, tasks: tuple[Task, ...], job: Job) -> Iterator[MadeFile]:
    write: Callable[[Task], Written] | None = None
    for task in tasks:
        if kept := job.kept.get(task.name):
            yield MadeFile(task.name, kept.sha256, kept.bytes, kept.written, kept.thumbnail)
            continue
        try:
            write = write or card.writer()
            yield _file(task.name, write(task))
        except Exception as problem:  # a fault of the program costs one file, never the run
            yield MadeFile(task.name, error=_said(problem, task.name))


def _file(name: str, written: Written) -> MadeFile:
    return MadeFile(name, written.sha256, written.bytes, stored.pack(written), written.thumbnail)


def _said(problem: Exception, name: str) -> CobrandError:
    if isinstance(problem, CobrandError):
        return problem
    if isinstance(problem, MemoryError):
        return CobrandError("error.memory")
    return BatchError("batch.unforeseen", name=name, kind=type(problem).__name__)


def _proved(dossier: Dossier, job: Job, store: Memory | Disk, folder: Path) -> Iterator[MadeFile]:
    """Write the proofs of the files that are there."""
    for name, write in zip(job.proofs, _PROVERS, strict=True):
        try:
            data = write(dossier)
            store.save(folder / name, data, overwrite=True)
            yield MadeFile(name, hashlib.sha256(data).hexdigest(), len(data))
        except Exception as problem:
            yield MadeFile(name, error=_said(problem, name))


def _written(job: Job, made: tuple[MadeFile, ...]) -> tuple[Written, ...]:
    """Return what was measured; files that were kept and files that were made are told alike."""
    room = Path(job.proofs[0]).parent
    return tuple(
        stored.unpack(each.written, _beside(room, task.name), job.named(task.brief), each.thumbnail)
        for task, each in zip(job.tasks, made, strict=True)
        if not each.error
    )


def _said_of(written: tuple[Written, ...]) -> tuple[Finding, ...]:
    """Return what a person should know of the row, each once, the worst first."""
    found = {each: None for file in written for each in file.findings if each.severity}
    return tuple(sorted(found, key=lambda each: -each.severity))


def _dossier(
    engine: Engine,
    job: Job,
    made: tuple[MadeFile, ...],
    written: tuple[Written, ...],
    read: Read,
) -> Dossier:
    """Return what a proof says: no time and no folder, so that the same inputs give the same."""
    brief = job.named(job.tasks[0].brief)
    return Dossier(
        brief=brief,
        campaign=engine.library.campaign(brief.campaign),
        files=written,
        made="",
        language=job.language or brief.language,
        given=given(brief, *read),
        left_out=job.left_out,
        failed=tuple((each.name, each.error) for each in made if each.error),
        beside=(Path(job.proofs[0]).name,),
    )


def _beside(room: Path, name: str) -> Path:
    path = Path(name)
    return path.relative_to(room) if path.is_relative_to(room) else path


def _packed(done: Done, job: Job, held: Mapping[str, bytes]) -> tuple[Done, dict[str, bytes]]:
    """Pack the row's files and proofs into one ZIP, opened again and compared."""
    room = f"{job.stem}/"
    entries = {name.removeprefix(room): data for name, data in held.items()}
    data = archive.pack(sorted(entries.items()))
    if not archive.holds(data, entries):
        raise WriteFailed(name=job.zip)
    parcel = MadeFile(job.zip, hashlib.sha256(data).hexdigest(), len(data))
    return replace(done, parcel=(parcel,)), {job.zip: data}
