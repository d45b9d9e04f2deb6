"""A small world for batches: an engine that writes an organisation's name, and crews for it."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from cobrand.batch import worker
from cobrand.batch.job import Done, Job
from cobrand.batch.row import Roster, Row
from cobrand.errors import LogoUnreadable
from cobrand.export import files
from cobrand.export.dossier import Dossier
from cobrand.export.files import Store
from cobrand.export.written import Measured, Overlay, Written
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.composition import Composition
from cobrand.model.finding import breach, note
from cobrand.model.geometry import Box, Size
from cobrand.model.guest import ALONE, Guests
from cobrand.model.logo import Logo
from tests.kit.fakes import LOGO


class QuickEngine:
    """Writes what the logo's file says instead of a card; the name says what goes wrong."""

    def __init__(self, desk: worker.Desk | None = None) -> None:
        self.library = Library.shipped()
        self.desk = desk

    def logo(self, brief: Brief) -> Logo:
        if "deadly" in brief.name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "slow" in brief.name:
            time.sleep(0.02)
        held = self.desk.files.get(brief.logo) if self.desk else None
        if b"bad" in (Path(brief.logo).read_bytes() if held is None else held):
            raise LogoUnreadable
        return LOGO

    def guests(self, _: Brief) -> Guests:
        return ALONE

    def compose(self, brief: Brief, logo: Logo, guests: Guests = ALONE) -> Composition:
        found = breach("rule.gap", measured=1.0, limit=2.0) if "broken" in brief.name else None
        return Composition(
            brief, self.library.format(brief.format), (), (found or note("mark.stand-in"),)
        )

    def export(
        self,
        composition: Composition,
        target: Path,
        kind: str,
        *,
        overwrite: bool = False,
        store: Store = files,
    ) -> Written:
        brief = composition.brief
        if "odd" in brief.name and brief.format == "og_image":
            raise ZeroDivisionError
        held = self.desk.files.get(brief.logo) if self.desk else None
        drawn = held if held is not None else Path(brief.logo).read_bytes()
        told = f"{brief.name} {brief.language} {brief.format} {brief.template} {kind} ".encode()
        store.save(target, (told + drawn) * 500, overwrite)
        data = store.read(target)
        facts = Measured(kind, Size(1, 1), "px", len(data))
        digest = hashlib.sha256(data).hexdigest()
        return Written(
            target, kind, len(data), digest, brief, facts, composition.findings,
            b"\xff\xd8picture", Overlay(Box(0, 0, 1, 1), inks=(Box(0.2, 0.4, 0.2, 0.2),)),
            f"The mark beside that of {brief.name}",
        )  # fmt: skip

    def print_proof(self, dossier: Dossier) -> bytes:
        return f"%PDF {dossier.brief.name} {len(dossier.files)}".encode()


def quick(desk: worker.Desk) -> QuickEngine:
    return QuickEngine(desk)


QUICK = worker.Setup(open=quick)


def answer(job: Job) -> Done:
    return worker.answer(QUICK, job)


class Here:
    """A crew that makes each row at once, in this process."""

    shares_disk = True

    def __init__(self, before: Callable[[Job], None] = lambda _: None) -> None:
        self.made: list[str] = []
        self.before = before

    def submit(self, job: Job, *, alone: bool = False) -> Future[Done]:
        row: Future[Done] = Future()
        self.made.append(job.stem)
        try:
            self.before(job)
            row.set_result(answer(job))
        except BaseException as problem:
            row.set_exception(problem)
        return row

    def outcome(self, row: Future[Done]) -> Done:
        return row.result()

    def check(self) -> None:
        pass

    def close(self, *, at_once: bool = False) -> None:
        pass


class Elsewhere(Here):
    """A crew with another disk."""

    shares_disk = False


def roster(folder: Path, names: Sequence[str]) -> Roster:
    """Return a roster with a logo for each name, written where it is not there yet."""
    folder.mkdir(exist_ok=True)
    rows = []
    for number, name in enumerate(names, 2):
        logo = folder / f"{name}.svg"
        if not logo.exists():
            logo.write_text(f"<{name}>", "utf-8")
        rows.append(Row(number, name.replace(" ", "-"), Brief(logo=str(logo), name=name)))
    return Roster(folder / "roster.csv", tuple(rows))
