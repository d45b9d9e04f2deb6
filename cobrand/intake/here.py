"""Reads a logo in this very process; the rooms that do so are loaded with the first.

For what is trusted: a program that has a reader, as most have, never loads them.
"""

from __future__ import annotations

from importlib import import_module

from cobrand.model.logo import Logo
from cobrand.model.text import Typesetter


def read(data: bytes, typesetter: Typesetter | None = None) -> Logo:
    """Read a logo's bytes with the usual care, as `door.read` does."""
    logo: Logo = import_module("cobrand.intake.door").read(data, typesetter=typesetter)
    return logo
