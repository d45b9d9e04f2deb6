"""Kits, from rooms that are loaded when first asked for: the window is in view before they are."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.logo import Logo

if TYPE_CHECKING:
    from cobrand.gui.ports import Maker
    from cobrand.gui.reading import Load
    from cobrand.kit import KitJob, KitReport, Progress

_KIT, _ENGINE = "cobrand.kit", "cobrand.engine"
_TYPESET = "cobrand.typeset"


def engine(library: Library, load: Load) -> Maker:
    """Return an engine with fonts of its own, for the thread that calls this."""
    typesetter = import_module(_TYPESET).QtTypesetter()
    made: Maker = import_module(_ENGINE).Engine(library, typesetter, load)
    return made


def plan(library: Library, brief: Brief) -> tuple[KitJob, ...]:
    """Return every card of the kit for which there are all words."""
    jobs: tuple[KitJob, ...] = import_module(_KIT).plan(library, brief)
    return tuple(job for job in jobs if not job.missing)


def make(
    maker: Maker,
    brief: Brief,
    logo: Logo,
    target: Path,
    *,
    overwrite: bool,
    progress: Callable[[Progress], object],
    cancelled: Callable[[], bool],
    reason: str,
) -> KitReport:
    """Make the kit into a folder, or into a file that ends in .zip."""
    report: KitReport = import_module(_KIT).make(
        maker,
        brief,
        logo,
        target,
        overwrite=overwrite,
        progress=progress,
        cancelled=cancelled,
        reason=reason,
    )
    return report
