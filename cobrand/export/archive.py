"""Turn named bytes into a ZIP that is the same for the same bytes, whenever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".jpg", ".jpeg", ".webp", ".docx", ".pdf")


def pack(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the ZIP; what is compressed already is only stored."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in entries:
            archive.writestr(_entry(name), data)
    return out.getvalue()


def repack(data: bytes) -> bytes:
    """Return a ZIP with the same entries and no dates."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return pack([(name, archive.read(name)) for name in archive.namelist()])


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = (
        zipfile.ZIP_STORED if name.lower().endswith(_PACKED) else zipfile.ZIP_DEFLATED
    )
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry
