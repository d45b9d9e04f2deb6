"""Makes the engine of the command line: the shipped library, and Qt to set words."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import partial

from cobrand.cli import reading
from cobrand.engine import Engine
from cobrand.intake.reader import read_file, read_photo
from cobrand.library import Library
from cobrand.typeset.setter import QtTypesetter

Open = Callable[[], Engine]


def opener(asked: Namespace) -> Open:
    """Return what makes an engine for this computer and this person, within the limits asked."""
    limits = reading.limits(asked)
    load = partial(read_file, limits=limits)
    load_photo = partial(read_photo, limits=limits)
    return lambda: Engine(Library.default(), QtTypesetter(), load, load_photo)
