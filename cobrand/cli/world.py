"""Makes the engine of the command line: the shipped library, and Qt to set words."""

from __future__ import annotations

from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.typeset import QtTypesetter


def engine() -> Engine:
    """Return an engine for this computer and this person."""
    return Engine(Library.default(), QtTypesetter())
