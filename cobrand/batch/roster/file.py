"""Turns a path into an open file of a sensible size, and says what kind of table it holds."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

from cobrand.errors import RosterError
from cobrand.intake import sniff

Kind = Literal["xlsx", "xls", "ods", "text"]
LARGEST_TEXT = 64_000_000
LARGEST_BOOK = 400_000_000
"""Bytes: a book may hold a picture a row."""
_HEAD = 4_096
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TAIL = 65_536


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a roster; pipes, devices and folders are not even opened. RosterError otherwise."""
    try:
        _check(path.stat(), path)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as handle:
            _check(os.fstat(handle.fileno()), path)
            yield handle
    except PermissionError as error:
        raise RosterError("roster.not-permitted", name=path.name) from error
    except (OSError, ValueError) as error:  # a link that goes in circles, a name that cannot be
        raise RosterError("roster.not-found", name=path.name) from error


def kind(handle: BinaryIO, path: Path) -> Kind:
    """Return what the bytes are, whatever the name says; RosterError if they are no table."""
    handle.seek(0)
    head = handle.read(_HEAD)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise RosterError("roster.empty", name=path.name)
    if head.startswith(_ZIP):
        return _zipped(handle, path)
    if head.startswith(_COMPOUND):
        return _compound(handle, path)
    found = sniff.kind(head)
    if found in _NO_TABLES:
        raise RosterError("roster.not-a-table", name=path.name, kind=found)
    return "text"


_NO_TABLES = (sniff.READ - {"eps", "ico", "bmp"}) | {"psd", "jpeg2000", "emf", "wmf", "html"}
"""Kinds whose first bytes no text begins with, or whose text is no table."""


def load(handle: BinaryIO) -> bytes:
    """Return the whole of a file of text."""
    handle.seek(0)
    data = handle.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        raise RosterError("roster.too-large", limit=LARGEST_TEXT // 1_000_000)
    return data


def _check(facts: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise RosterError("roster.folder", name=path.name)
    if not stat.S_ISREG(facts.st_mode):
        raise RosterError("roster.not-a-file", name=path.name)
    if facts.st_size > LARGEST_BOOK:
        raise RosterError("roster.too-large", limit=LARGEST_BOOK // 1_000_000)


def _zipped(handle: BinaryIO, path: Path) -> Kind:
    try:
        with zipfile.ZipFile(handle) as archive:
            names = set(archive.namelist())
            if any(name.startswith("xl/") for name in names):
                return "xlsx"
            mime = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise RosterError("roster.damaged", name=path.name) from error
    if b"opendocument.spreadsheet" in mime:
        return "ods"
    raise RosterError("roster.not-a-table", name=path.name, kind="zip")


def _compound(handle: BinaryIO, path: Path) -> Kind:
    """Tell a workbook of before 2007 from one that is locked: both are in the same wrapping."""
    handle.seek(0)
    start = handle.read(_TAIL)
    handle.seek(max(0, path.stat().st_size - _TAIL))
    if _LOCKED in start + handle.read(_TAIL):
        raise RosterError("roster.locked", name=path.name)
    return "xls"
