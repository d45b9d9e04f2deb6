"""Put bytes under a name in one step: the whole file is there or nothing is."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol

from cobrand.errors import TargetExists, WriteFailed

if sys.platform != "win32":
    import fcntl

_PART = re.compile(r"\..{0,60}\.cobrand-part-[0-9a-f]{16}")
_PLACED_SECONDS = 5.0  # a part that nobody holds is under its final name long before
_ABANDONED_SECONDS = 600.0  # a part that counts as held, because this disk knows no locks
_CODES = {
    errno.ENOSPC: "export.disk-full",
    errno.EDQUOT: "export.disk-full",
    errno.EACCES: "export.not-permitted",
    errno.EPERM: "export.not-permitted",
    errno.EROFS: "export.read-only",
    errno.ENOENT: "export.folder-gone",
    errno.ENOTDIR: "export.folder-gone",
    errno.ENODEV: "export.folder-gone",
    errno.ENXIO: "export.folder-gone",
    errno.EIO: "export.folder-gone",
    errno.ESTALE: "export.folder-gone",
    errno.ENAMETOOLONG: "export.name-too-long",
    errno.EISDIR: "export.is-folder",
    errno.EFBIG: "export.too-big",
}
_IN_USE = {32, 33}  # Windows: another program holds the file or a part of it


class Store(Protocol):
    """Where files are put whole and read again: the disk (this module), or a ZIP on its way."""

    def save(self, path: Path, data: bytes, overwrite: bool = False) -> Path:
        """Put the file there; TargetExists, or WriteFailed."""
        ...

    def read(self, path: Path) -> bytes:
        """Return what is there now."""
        ...


def save(path: Path, data: bytes, overwrite: bool = False) -> Path:
    """Write `data` under this name; TargetExists unless it may `overwrite`, else WriteFailed.

    What a killed run left half in the same folder is cleared away first.
    """
    sweep(path.parent)
    return put(path, data, overwrite)


def put(path: Path, data: bytes, overwrite: bool = False) -> Path:
    """Write as `save` does into a folder that has been swept: thousands may lie beside."""
    if not overwrite and os.path.lexists(path):
        raise TargetExists(name=path.name, folder=str(path.parent), count=1)
    return stream(path, lambda file: file.write(data), overwrite, len(data))


def stream(
    path: Path, write: Callable[[BinaryIO], object], overwrite: bool = False, size: int = 0
) -> Path:
    """Put there whole what `write` writes: what is larger than memory, of about `size` bytes."""
    part = _part_name(path)
    try:
        _write(part, write)
        _place(part, path, overwrite)
    except FileExistsError as problem:
        raise TargetExists(name=path.name, folder=str(path.parent), count=1) from problem
    except OSError as problem:
        raise failure(problem, path, size) from problem
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    _settle(path.parent)
    return path


def read(path: Path) -> bytes:
    """Return what is on the disk now."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise failure(problem, path) from problem


def take_away(path: Path) -> bytes | None:
    """Remove a file so that it stays removed, and return what it held; None if there is none."""
    try:
        held = path.read_bytes()
        path.unlink()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise failure(problem, path) from problem
    _settle(path.parent)
    return held


def make_folder(path: Path) -> Path:
    """Make the folder, and those above it, unless it is there."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as problem:
        raise WriteFailed("export.not-a-folder", name=path.name) from problem
    except OSError as problem:
        raise failure(problem, path) from problem
    return path


def sweep(folder: Path, now: float | None = None) -> int:
    """Remove the parts that killed runs left in this folder; return how many."""
    moment = time.time() if now is None else now
    removed = 0
    with contextlib.suppress(OSError):
        for part in folder.iterdir():
            removed += _abandoned(part, moment) and _removed(part)
    return removed


def failure(problem: OSError, path: Path, size: int = 0) -> WriteFailed:
    """Return what the file system said, as an error with a code."""
    code = _CODES.get(problem.errno or 0, "export.write-failed")
    if getattr(problem, "winerror", None) in _IN_USE:
        code = "export.in-use"
    said = problem.strerror or type(problem).__name__
    return WriteFailed(code, name=path.name, folder=str(path.parent), bytes=size, said=said)


def _part_name(path: Path) -> Path:
    name = path.name.encode()[:60].decode(errors="ignore")[:60]
    return path.with_name(f".{name}.cobrand-part-{secrets.token_hex(8)}")


def _write(part: Path, write: Callable[[BinaryIO], object]) -> None:
    with part.open("xb") as file:
        _hold(file)
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _place(part: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        part.replace(path)
        return
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, as on FAT sticks
        _rename(part, path)


def _rename(part: Path, path: Path) -> None:
    """Rename: whole too, but of two programs that save at once the later one wins."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "exists", str(path))
    part.rename(path)


def _settle(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _abandoned(part: Path, moment: float) -> bool:
    if not _PART.fullmatch(part.name):
        return False
    try:
        age = moment - part.lstat().st_mtime if part.is_file() else 0.0
        return age > _ABANDONED_SECONDS or (age > _PLACED_SECONDS and not _held(part))
    except OSError:
        return False


def _hold(file: BinaryIO) -> None:
    """Let others see that somebody is writing; the hold ends with the program, however it ends."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a disk without locks
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _held(part: Path) -> bool:
    """Say whether somebody writes this part, or may; Windows itself keeps what is open."""
    if sys.platform == "win32":
        return False
    try:
        with part.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


def _removed(part: Path) -> bool:
    try:
        part.unlink()
    except OSError:
        return False
    return True
