"""Opens the ZIP file that a document is, within limits, and reads its parts and relationships."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cobrand.errors import LogoTooLarge, LogoUnreadable

MOST_PARTS = 5_000
LARGEST_DIRECTORY = 2_000_000
LARGEST_TEXT = 12_000_000
LARGEST_PICTURE = 40_000_000
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_TAIL = 65_536 + 22
_ENCRYPTED = 1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, struct.error,
    NotImplementedError, RuntimeError, DefusedXmlException, ParseError, LookupError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """What one part says of another: the kind of the relationship and the part's name."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document."""

    archive: zipfile.ZipFile
    kind: str

    def xml(self, part: str) -> Element | None:
        """Return a part's root element, or None if there is no such part."""
        data = self._read(part, LARGEST_TEXT)
        return None if data is None else fromstring(data, forbid_dtd=True)

    def picture(self, part: str) -> bytes | None:
        """Return a picture's bytes, or None if there is no such part."""
        return self._read(part, LARGEST_PICTURE)

    def links(self, part: str) -> dict[str, Link]:
        """Return where a part's relationships lead inside this file; others are left out."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            each.get("Id", ""): Link(
                each.get("Type", "").rpartition("/")[2], _joined(folder, each.get("Target", ""))
            )
            for each in (root if root is not None else ())
            if each.get("TargetMode", "Internal") == "Internal"
        }

    def _read(self, part: str, most: int) -> bytes | None:
        try:
            entry = self.archive.getinfo(part)
        except KeyError:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise LogoUnreadable("logo.locked")
        with self.archive.open(entry) as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise LogoTooLarge("logo.too-large", limit=most // 1_000_000)
        return data


@contextmanager
def opened(data: bytes, kind: str) -> Iterator[Package]:
    """Open a document's bytes; whatever is wrong with them is a LogoError."""
    _check_directory(data, kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise LogoTooLarge("logo.too-complex")
            yield Package(archive, kind)
    except _BROKEN as error:
        raise LogoUnreadable("logo.damaged", kind=kind) from error


def _check_directory(data: bytes, kind: str) -> None:
    """Refuse a list of parts that would be too long to read."""
    tail = data[-_TAIL:]
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22:
        raise LogoUnreadable("logo.truncated", kind=kind)
    (size,) = struct.unpack_from("<I", tail, at + 12)
    if size > LARGEST_DIRECTORY or _END_64 in tail[:at]:
        raise LogoTooLarge("logo.too-complex")


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
