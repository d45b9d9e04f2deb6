"""Turns a name into the bytes of a resource, from several folders, the first one first."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from cobrand.errors import BadResource


class Places:
    """Folders of the same shape: what an earlier one has hides the same name in a later one."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self._roots = roots

    def read(self, name: str) -> bytes:
        """Return the bytes of a resource; BadResource if there is none or the name leads out."""
        found = self.find(name)
        if found is None:
            raise BadResource("resource.bad.no-file", file=name)
        try:
            return found.read_bytes()
        except OSError as problem:
            raise BadResource(
                "resource.bad.unreadable", file=name, reason=problem.strerror or ""
            ) from problem

    def table(self, name: str) -> dict[str, Any]:
        """Return a TOML file as it stands."""
        try:
            return tomllib.loads(self.read(name).decode("utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
            raise BadResource("resource.bad.not-toml", file=name, reason=str(problem)) from problem

    def find(self, name: str) -> Path | None:
        """Return the first file of this name, or None."""
        inside = _checked(name)
        return next((root / inside for root in self._roots if (root / inside).is_file()), None)

    def names(self, pattern: str) -> tuple[str, ...]:
        """Return the names that match a pattern such as "formats/*.toml", sorted."""
        return tuple(sorted(set(self._matching(pattern))))

    def _matching(self, pattern: str) -> Iterator[str]:
        for root in self._roots:
            for file in root.glob(pattern):
                if not file.name.startswith("."):
                    yield file.relative_to(root).as_posix()


def _checked(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if not name or path.is_absolute() or ".." in path.parts or ":" in name or "\\" in name:
        raise BadResource("resource.bad.name", file=name)
    return path


def shipped() -> Path:
    """Return our own resources: in a frozen program, an installed wheel or a checkout."""
    package = Path(__file__).resolve().parent.parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    places = (frozen, package / "resources", package.parent / "resources")
    return next((place for place in places if place.is_dir()), places[-1])
