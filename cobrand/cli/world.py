"""Makes the engine of the command line: the shipped library, Qt to set words, one reader."""

from __future__ import annotations

import atexit
from argparse import Namespace
from collections.abc import Callable
from functools import partial

from cobrand.batch.desk import Desk
from cobrand.cli import reading
from cobrand.engine import Engine
from cobrand.intake.reader import Reader
from cobrand.library import Library
from cobrand.model.limits import Limits
from cobrand.typeset.setter import QtTypesetter

Open = Callable[[], Engine]


def opener(asked: Namespace) -> Open:
    """Return what makes an engine for this computer and this person, within the limits asked."""
    limits = reading.limits(asked)
    return lambda: _engine(limits)


def _engine(limits: Limits) -> Engine:
    """Let one reader, which ends with this program, read logos, photographs and marks."""
    desk, typesetter = Desk(Reader(limits)), QtTypesetter()
    atexit.register(desk.reader.close)
    read_mark = partial(desk.load_mark, typesetter=typesetter)
    return Engine(Library.default(), typesetter, desk.load, desk.load_photo, read_mark=read_mark)
