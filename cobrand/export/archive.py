"""Turn named bytes into a ZIP that is the same for the same bytes, whenever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".jpg", ".jpeg", ".webp", ".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Parcel:
    """The files of a ZIP before there is one, in memory: a killed run leaves nothing of them."""

    entries: dict[str, bytes] = field(default_factory=dict)

    def save(self, path: Path, data: bytes, overwrite: bool = False) -> Path:
        """Take the file in, by its name alone."""
        self.entries[path.name] = data
        return path

    def read(self, path: Path) -> bytes:
        """Return what was taken in."""
        return self.entries[path.name]


def pack(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the ZIP; what is compressed already is only stored."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in entries:
            archive.writestr(entry(name), data)
    return out.getvalue()


def holds(data: bytes, entries: Mapping[str, bytes]) -> bool:
    """Say whether this is a ZIP of these entries and no others."""
    try:
        return _unpacked(data) == entries
    except zipfile.BadZipFile:
        return False


def repack(data: bytes) -> bytes:
    """Return a ZIP with the same entries and no dates."""
    return pack(_unpacked(data).items())


def _unpacked(data: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def entry(name: str) -> zipfile.ZipInfo:
    """Return an entry without a date; what is compressed already is only stored."""
    made = zipfile.ZipInfo(name, _EPOCH)
    made.compress_type = (
        zipfile.ZIP_STORED if name.lower().endswith(_PACKED) else zipfile.ZIP_DEFLATED
    )
    made.external_attr = 0o644 << 16
    made.create_system = 3
    return made
