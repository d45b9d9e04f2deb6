"""Turns a logo file into a Logo: normalised artwork with its measurements."""

from __future__ import annotations

from pathlib import Path

from cobrand.errors import LogoNotFound
from cobrand.intake.door import ppi, read
from cobrand.model.logo import Logo

__all__ = ["ppi", "read", "read_file"]


def read_file(path: Path, *, seconds: float = 10, memory_mb: int = 1024) -> Logo:
    """Read a logo file."""
    try:
        return read(path.read_bytes(), name=path.name)
    except OSError as error:
        raise LogoNotFound(path=str(path)) from error
