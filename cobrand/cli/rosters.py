"""Turns a command line into a roster that was read, and looked at before anything is made."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from cobrand.batch import roster
from cobrand.batch.roster import Wanted
from cobrand.batch.row import Roster
from cobrand.cli import asked as asking
from cobrand.errors import WrongUse
from cobrand.library import Library
from cobrand.model.brief import Brief

_COLUMNS = (("name", "name_column"), ("logo", "logo_column"))


def read(asked: Namespace, library: Library, room: Path) -> Roster:
    """Read the roster; what it does not say is as this command line says.

    `room` is for pictures from its cells and for stand-ins.
    """
    base = Brief(campaign=asked.campaign or Brief().campaign)
    given = ((field, getattr(asked, option)) for field, option in _COLUMNS)
    wanted = Wanted(
        base=base,
        logos=asking.path(asked.logos) if asked.logos else None,
        columns=tuple((field, heading) for field, heading in given if heading),
        encoding=asked.encoding or "",
        delimiter=asked.delimiter or "",
        sheet=asked.sheet or "",
        typeset_missing=asked.typeset_missing,
        outside=asked.outside,
    )
    return roster.read(_file(asked, library), library, room, wanted)


def _file(asked: Namespace, library: Library) -> Path:
    if asked.sample and asked.files:
        raise WrongUse("wrong-use.not-both", one="--sample", other=asked.files[0])
    if asked.sample:
        return library.sample_roster()
    if not asked.files:
        raise WrongUse("wrong-use.file-missing", command="batch", what="ROSTER")
    return asking.path(asked.files[0])
