"""Refuses a workbook whose parts would take more room than a roster needs, before it is read."""

from __future__ import annotations

import zipfile
from pathlib import Path

from cobrand.errors import RosterError

MOST_PARTS = 50_000
LARGEST_PART = 200_000_000
LARGEST_WHOLE = 1_000_000_000
MOST_RATIO = 250
"""Unpacked bytes for one packed byte; sheets of the same few words reach a hundred."""
_SMALL = 10_000_000
"""Bytes of a part up to which its ratio does not matter."""
_ENCRYPTED = 1


def check(path: Path) -> None:
    """Look at the list of parts alone; RosterError if it is locked, damaged or a bomb."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise RosterError("roster.damaged", name=path.name) from error
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise RosterError("roster.locked", name=path.name)
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > LARGEST_WHOLE or any(map(_is_bomb, parts)):
        raise RosterError("roster.too-much-inside", name=path.name)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    if part.file_size > LARGEST_PART:
        return True
    return part.file_size > _SMALL and part.file_size > MOST_RATIO * max(1, part.compress_size)
