"""Turns a path into bytes, refusing whatever is no ordinary file of a sensible size."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from cobrand.errors import LogoNotFound
from cobrand.intake import size
from cobrand.intake.size import LARGEST_FILE

_HEAD = 65_536
_NAMES = ("EIO", "ESTALE", "ENODEV", "ENXIO", "ENOTCONN", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH",
          "ENETDOWN", "ENETUNREACH", "EREMOTEIO", "ENOMEDIUM")  # fmt: skip
_AWAY = frozenset(getattr(errno, name) for name in _NAMES if hasattr(errno, name))
"""What a disk or a server says that is gone, as far as this system has a word for it."""


def load(path: Path) -> bytes:
    """Return a file's bytes; pipes, devices and folders are not even opened for reading."""
    return _read(path, lambda handle: handle.read(LARGEST_FILE + 1))


def head(path: Path) -> bytes:
    """Return as much of a file as its kind is told by: its first bytes, and its last."""
    return _read(path, _ends)


def _ends(handle: BinaryIO) -> bytes:
    first = handle.read(_HEAD)
    if len(first) < _HEAD:
        return first
    handle.seek(max(_HEAD, handle.seek(0, os.SEEK_END) - _HEAD))
    return first + handle.read(_HEAD)


def _read(path: Path, take: Callable[[BinaryIO], bytes]) -> bytes:
    try:
        with _opened(path) as handle:
            _check(os.fstat(handle.fileno()), path)
            return take(handle)
    except FileNotFoundError as error:
        raise LogoNotFound("logo.not-found", path=path.name) from error
    except PermissionError as error:
        raise LogoNotFound("logo.not-permitted", path=path.name) from error
    except (OSError, ValueError) as error:  # a link that goes in circles, a name that cannot be
        away = isinstance(error, OSError) and error.errno in _AWAY
        code = "logo.not-answering" if away else "logo.not-found"
        raise LogoNotFound(code, path=path.name) from error


def _opened(path: Path) -> BinaryIO:
    _check(path.stat(), path)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags), "rb")


def _check(facts: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise LogoNotFound("logo.folder", path=path.name)
    if not stat.S_ISREG(facts.st_mode):
        raise LogoNotFound("logo.not-a-file", path=path.name)
    size.check(facts.st_size)
