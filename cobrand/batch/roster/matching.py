"""Turns what a cell says of a logo into a file, and says how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path, PureWindowsPath

from cobrand.batch.roster import index
from cobrand.model.finding import Finding, breach, note

_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,20}:)?//|(?:data|mailto|javascript):|www\.", re.IGNORECASE
)
_NAMED = 4
_FOLDERS = 64  # that rows name, kept for what was nearly meant


@dataclass(frozen=True, slots=True)
class Matched:
    """A file, or an empty string, and what a person should know about it."""

    file: str = ""
    findings: tuple[Finding, ...] = ()


class Files:
    """The files that a roster may name: those beside it and those in the folder of logos.

    Whoever made the roster need not be whoever runs it; so what lies `outside` of these folders,
    by its path or through a link, is taken only if that is allowed, or if the person `picked` it.
    """

    def __init__(
        self,
        roster: Path,
        logos: Path | None,
        outside: bool = False,
        picked: frozenset[str] = frozenset(),
    ) -> None:
        self._home = roster.absolute().parent
        self._logos = logos.absolute() if logos else None
        self._outside = outside
        self._picked = picked
        self._roots = [each.resolve() for each in (self._home, self._logos) if each]
        self._neighbours = lru_cache(_FOLDERS)(index.beside)

    @cached_property
    def _index(self) -> index.Index:
        return index.made([self._logos] if self._logos else [])

    @property
    def full(self) -> bool:
        """Say whether the folder of logos holds more files than are looked at."""
        return self._index.full

    def named(self, said: str, field: str) -> Matched:
        """Return the file that a cell names, by its path, else by its name in the folder."""
        if said in self._picked and Path(said).is_absolute() and _is_file(Path(said)):
            return Matched(said)
        if _ADDRESS.match(said):
            return Matched("", (breach("roster.logo-url", field=field, given=_short(said)),))
        path = self._path(said)
        if path is None:
            return Matched("", (breach("roster.logo-outside", field=field, given=_short(said)),))
        for root in (self._home, self._logos):
            if root is not None and _is_file(root / path):
                return self._kept(root / path, field, said)
        return self._searched(path, field, said)

    def of(self, *names: str, field: str = "logo") -> Matched:
        """Return the file in the folder of logos that is called as the organisation is."""
        if self._logos is None:
            return Matched("", (breach("roster.logo-none", field=field),))
        near: list[Path] = []
        for name in filter(None, names):
            found = self._index.exactly(name) or self._index.nearly(name)
            if found:
                return self._chosen(found, field, name)
            near += self._index.alike(name)
        return Matched("", (_missing(field, next(filter(None, names), ""), near, self._logos),))

    def _path(self, said: str) -> Path | None:
        """Return a relative path, or None for one that leads out of where it stands."""
        if self._outside and Path(said).is_absolute():
            return Path(said)
        windows = PureWindowsPath(said)
        if "\0" in said or windows.drive or windows.root or Path(said).is_absolute():
            return None
        if ".." in windows.parts and not self._outside:
            return None
        return Path(said) if _is_file(self._home / said) else Path(*windows.parts)

    def _kept(self, path: Path, field: str, said: str, *more: Finding) -> Matched:
        """Return a file that is there, unless a link leads out with it."""
        try:
            real = path.resolve()
        except (OSError, RuntimeError, ValueError):  # a link that goes in circles
            return Matched("", (_missing(field, said, [], self._logos),))
        if not self._outside and not any(real.is_relative_to(root) for root in self._roots):
            return Matched("", (breach("roster.logo-outside", field=field, given=_short(said)),))
        return Matched(str(path), more)

    def _searched(self, path: Path, field: str, said: str) -> Matched:
        name = path.name
        if not self._logos:
            near = self._neighbours((self._home / path).parent).alike(name)
            return Matched("", (_missing(field, said, near, None),))
        found = self._index.exactly(name) or self._index.nearly(name)
        if found:
            return self._chosen(found, field, name)
        return Matched("", (_missing(field, said, self._index.alike(name), self._logos),))

    def _chosen(self, found: list[Path], field: str, name: str) -> Matched:
        """Take the one file, or the best kind of several of one name in one folder, and say so."""
        best = min(found, key=_rank)
        endings = [_rank(each)[0] for each in found]
        if endings.count(min(endings)) > 1 or len({each.parent for each in found}) > 1:
            listed = self._list(found)
            return Matched("", (breach("roster.logo-ambiguous", field=field, files=listed),))
        if len(found) > 1:
            others = self._list([each for each in found if each != best])
            told = note("roster.logo-chosen", field=field, file=best.name, others=others)
        elif name in {best.name, best.stem}:
            return self._kept(best, field, name)
        else:
            told = note("roster.logo-matched", field=field, given=_short(name), file=best.name)
        return self._kept(best, field, name, told)

    def _list(self, files: list[Path]) -> str:
        inside = [str(each.relative_to(self._logos or self._home)) for each in files[:_NAMED]]
        return ", ".join([*inside, *(["…"] if len(files) > _NAMED else [])])


def _missing(field: str, said: str, near: list[Path], folder: Path | None) -> Finding:
    """Say that there is no such file, with the nearest names: they are never just taken."""
    if near:
        names = ", ".join(dict.fromkeys(each.name for each in near[:_NAMED]))
        return breach(
            "roster.logo-missing-near",
            field=field,
            given=_short(said),
            near=names,
            nearest=near[0].name,
        )
    code = "roster.logo-missing" if folder is None else "roster.logo-missing-in"
    place = folder.name if folder else ""
    return breach(code, field=field, given=_short(said), folder=place)


def _rank(path: Path) -> tuple[int, str]:
    ending = path.suffix[1:].lower()
    place = index.ENDINGS.index(ending) if ending in index.ENDINGS else len(index.ENDINGS)
    return place, path.name


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, or that cannot be
        return False


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"
