"""Packs all that a run has made into one ZIP, larger than memory and the same every time."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path
from typing import BinaryIO

from cobrand.batch import digest
from cobrand.batch.manifest import Entry, Manifest
from cobrand.batch.plan import PARCEL
from cobrand.errors import WriteFailed
from cobrand.export import archive, files


def pack(manifest: Manifest, folder: Path) -> bool:
    """Write the ZIP of this run's files in the order of their names; say if there was need to.

    Each file is compared with the record on its way in: WriteFailed names one that is another.
    """
    wanted = sorted((entry.name, entry.sha256) for entry in manifest.made())
    made_of = digest.of([list(pair) for pair in wanted])
    known = manifest.entries("").get(PARCEL)
    if known and known.digest == made_of and digest.of_file(folder / PARCEL) == known.sha256:
        return False
    files.stream(folder / PARCEL, lambda file: _fill(file, folder, wanted), overwrite=True)
    sha256, size = digest.of_file(folder / PARCEL), (folder / PARCEL).stat().st_size
    manifest.keep(Entry(PARCEL, made_of, sha256, size))
    return True


def _fill(file: BinaryIO, folder: Path, wanted: list[tuple[str, str]]) -> None:
    with zipfile.ZipFile(file, "w") as made:
        for name, sha256 in wanted:
            data = files.read(folder / name)
            if hashlib.sha256(data).hexdigest() != sha256:
                raise WriteFailed("export.in-use", name=name)
            made.writestr(archive.entry(name), data)
