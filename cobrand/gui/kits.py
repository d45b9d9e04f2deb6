"""Kits, requests and batches, from rooms that are loaded when first asked for.

The window is in view before they are: that is why imports stand inside functions here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.logo import Logo

if TYPE_CHECKING:
    from cobrand.gui.batch.bench import Bench
    from cobrand.gui.batch.window import BatchWindow
    from cobrand.gui.desk import Desk
    from cobrand.gui.hand import Hand
    from cobrand.gui.ports import Maker
    from cobrand.gui.reading import Load, LoadPhoto
    from cobrand.gui.tasks import Tasks
    from cobrand.kit import KitJob, KitReport, Progress
    from cobrand.model.limits import Limits


def engine(library: Library, load: Load, load_photo: LoadPhoto) -> Maker:
    """Return an engine with fonts of its own, for the thread that calls this."""
    from cobrand.engine import Engine
    from cobrand.typeset.setter import QtTypesetter

    return Engine(library, QtTypesetter(), load, load_photo)


def plan(library: Library, brief: Brief) -> tuple[KitJob, ...]:
    """Return every card of the kit for which there are all words."""
    from cobrand import kit

    return tuple(job for job in kit.plan(library, brief) if not job.missing)


def make(
    maker: Maker,
    brief: Brief,
    hand: Hand,
    target: Path,
    *,
    overwrite: bool,
    progress: Callable[[Progress], object],
    cancelled: Callable[[], bool],
    reason: str,
    by: str,
) -> KitReport:
    """Make the kit into a folder, or into a file that ends in .zip.

    The `reason` answers for whatever rule is broken.
    """
    from cobrand import kit
    from cobrand.model.override import Override

    return kit.make(
        maker,
        brief,
        hand.logo,
        target,
        guests=hand.guests,
        overwrite=overwrite,
        progress=progress,
        cancelled=cancelled,
        by=by,
        overrides=(Override("", reason, by),) if reason.strip() else (),
    )


def request(target: Path, name: str, logo: Logo, sent: Logo, language: str) -> None:
    """Write the page that asks the maker of the file called `name` for a better one."""
    from cobrand.export import files, request

    arrived = request.Arrived(name, logo, sent)
    files.save(target, request.page(arrived, language), overwrite=True)


def bench(library: Library) -> Bench:
    """Return what reads lists and makes their cards, for the thread that calls this."""
    from cobrand.gui.batch import window  # noqa: F401  so that it is there at once when it is shown
    from cobrand.gui.batch.bench import Bench

    return Bench(library)


def batch_window(
    desk: Desk,
    library: Library,
    tasks: tuple[Tasks[Bench], Tasks[Bench]],
    limits: Limits,
    file: Path,
    folder: Callable[[], Path],
    kit: Callable[[], Brief | None],
) -> BatchWindow:
    """Return the window for whole lists; `file` is where what was asked is kept."""
    from cobrand.batch import desk as rows
    from cobrand.batch.crew import Processes
    from cobrand.gui.batch.window import BatchWindow
    from cobrand.gui.batch.workshop import Workshop

    answer = partial(rows.answer, rows.Setup(limits=limits))
    workshop = Workshop(
        library, tasks, lambda jobs: Processes(answer, jobs), file, desk.tr.language
    )
    return BatchWindow(desk, workshop, folder, kit)
