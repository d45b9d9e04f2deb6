"""Finds the files that a proof was made with, near it, and makes sure that they are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from cobrand.errors import LogoError
from cobrand.export.given import Given
from cobrand.intake import source
from cobrand.model.brief import Brief

PROOF = "proof.json"
NO_PROOF = (LogoError, ValueError, RecursionError, LookupError, TypeError, AttributeError,
            StopIteration)  # fmt: skip
"""What a file that is missing, no JSON, or no proof of this one ends in."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof in a file's folder: all that it says, and what it says of that file."""

    folder: Path
    said: Mapping[str, Any]
    entry: Mapping[str, Any]


def proof_of(file: Path) -> Proof | None:
    """Return the proof beside a file, or None where there is none that knows it."""
    try:
        said = json.loads(source.load(file.with_name(PROOF)))
        entry = next(each for each in said["files"] if each["name"] == file.name)
        return Proof(file.parent, said, entry)
    except NO_PROOF:
        return None


def brief_of(proof: Proof, lead: str = "") -> Brief | None:
    """Return what the file was made from, with the files that are near the proof.

    `lead` is the organisation's logo where a person gave it. None where a file is not there, or
    has other bytes; a photograph, of which no bytes were kept, is for `is_same` to tell.
    """
    try:
        brief = Brief.from_json(json.dumps(proof.entry["brief"]))
        return brief.with_files(
            lambda file: lead if lead and file == brief.logo else _at(file, proof)
        )
    except NO_PROOF:
        return None


def is_same(proof: Proof, photo: Given) -> bool:
    """Say whether a photograph has the pixels that the proof knows."""
    known = [each["artwork_sha256"] for each in proof.said["logos"] if each["role"] == "photo"]
    return known == [photo.artwork]


def _at(file: str, proof: Proof) -> str:
    """Return where a file of the proof is; LookupError where it is not, or not the same."""
    known = {each["sha256"] for each in proof.said["logos"] if each["file"] == file}
    for place in _places(file, proof.folder):
        if place.is_file() and (None in known or _digest(place) in known):
            return str(place)
    raise LookupError(file)


def _places(file: str, folder: Path) -> Iterator[Path]:
    """Yield where a file may be that a proof in this folder names: in it, or right beside it."""
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts[1:]:
        return
    yield folder / path
    yield folder / path.name
    yield folder.parent / path.name


def _digest(place: Path) -> str:
    return hashlib.sha256(source.load(place)).hexdigest()
