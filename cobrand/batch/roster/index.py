"""Knows the logo files of a folder by their names: exactly, nearly, and by what is alike."""

from __future__ import annotations

import difflib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from cobrand.batch.folding import folded

ENDINGS = (
    "svg", "svgz", "pdf", "eps", "ai", "png", "webp", "avif", "tif", "tiff", "jpg", "jpeg", "gif",
    "bmp", "ico", "docx", "pptx", "odt", "odp",
)  # fmt: skip
"""Of logo files, the best first where an organisation sent several of one name."""
MOST_FILES = 200_000
_LETTERS = 3
_RAREST = 8
_COMMON = 300
_TRIED = 12
_ALIKE = 0.7


@dataclass(slots=True)
class Index:
    """Files by name; `full` says that a folder held more than are looked at."""

    files: list[Path] = field(default_factory=list)
    names: dict[str, list[Path]] = field(default_factory=lambda: defaultdict(list))
    folds: dict[str, list[Path]] = field(default_factory=lambda: defaultdict(list))
    pieces: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    full: bool = False

    def exactly(self, name: str) -> list[Path]:
        """Return the files of this name, with or without its ending."""
        return self.names.get(name, [])

    def nearly(self, name: str) -> list[Path]:
        """Return the files whose names differ in case, accents and punctuation alone."""
        found = self.folds.get(folded(name), [])
        ending = name.rpartition(".")[2].lower()
        if not found and ending in ENDINGS:
            found = self.folds.get(folded(name.rpartition(".")[0]), [])
            found = [each for each in found if each.suffix[1:].lower() == ending] or found
        return found

    def alike(self, name: str) -> list[Path]:
        """Return up to three files that may have been meant, the likeliest first.

        Looks at few: those that share the rarest letters in a row.
        """
        wanted = folded(name.rpartition(".")[0] if "." in name else name)
        lists = sorted((self.pieces.get(each, []) for each in set(_pieces(wanted))), key=len)
        lists = [each for each in lists if each]
        rare = [each for each in lists if len(each) <= _COMMON] or lists[:1]
        near: dict[str, int] = defaultdict(int)
        for listed in rare[:_RAREST]:
            for stem in listed[:_COMMON]:
                near[stem] += 1
        tried = sorted(near, key=lambda stem: (-near[stem], stem))[:_TRIED]
        return [self.folds[each][0] for each in difflib.get_close_matches(wanted, tried, 3, _ALIKE)]


def made(folders: Iterable[Path]) -> Index:
    """Return the index of the logo files in folders and the folders inside them."""
    index = Index()
    for folder in folders:
        for path in _walked(folder):
            if len(index.files) >= MOST_FILES:
                index.full = True
                return index
            _add(index, path)
    return index


def beside(folder: Path) -> Index:
    """Return the index of one folder's own logo files: none where it cannot be read."""
    index = Index()
    for _, _, names in islice(os.walk(folder), 1):
        for name in filter(_may_be_logo, sorted(names)[:MOST_FILES]):
            _add(index, folder / name)
    return index


def _may_be_logo(name: str) -> bool:
    return not name.startswith(".") and name.rpartition(".")[2].lower() in ENDINGS


def _add(index: Index, path: Path) -> None:
    index.files.append(path)
    for name in (path.name, path.stem):
        index.names[name].append(path)
    fold = folded(path.stem)
    if not fold:
        return
    if fold not in index.folds:
        for piece in set(_pieces(fold)):
            index.pieces[piece].append(fold)
    index.folds[fold].append(path)


def _walked(folder: Path) -> Iterator[Path]:
    """Yield logo files by their names, sorted; links to folders and what is hidden are left out."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in filter(_may_be_logo, sorted(files)):
            yield Path(where) / name


def _pieces(fold: str) -> Iterator[str]:
    padded = f" {fold} "
    return (padded[place : place + _LETTERS] for place in range(len(padded) - _LETTERS + 1))
