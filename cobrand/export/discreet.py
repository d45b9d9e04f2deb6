"""Turns what knows a person's folders into what may be sent on: names, and paths that stay near."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

from cobrand.errors import CobrandError
from cobrand.model.brief import Brief


def brief(given: Brief, folder: Path | None) -> Brief:
    """Return the brief with its files as `near` writes them."""
    return given.with_files(lambda file: near(file, folder))


def near(file: str, folder: Path | None) -> str:
    """Return where a file is, seen from a folder, if it is in it or right beside it.

    Else, and without a folder, its name alone: where else it is, is nobody's business.
    """
    if folder is not None and file:
        here, path = _whole(folder), _whole(file)
        if here in path.parents:
            return path.relative_to(here).as_posix()
        if path.parent == here.parent:
            return f"../{path.name}"
    return _name(file)


def error(problem: CobrandError) -> CobrandError:
    """Return the error with the names of files and folders in place of their whole paths."""
    values = {
        name: _name(value) if isinstance(value, str) and _absolute(value) else value
        for name, value in problem.values.items()
    }
    return type(problem)(problem.code, **values)


def _whole(path: Path | str) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  a link is called as the person calls it


def _absolute(text: str) -> bool:
    return PurePosixPath(text).is_absolute() or PureWindowsPath(text).is_absolute()


def _name(file: str) -> str:
    windows = PureWindowsPath(file)
    return windows.name if windows.is_absolute() else PurePosixPath(file).name
