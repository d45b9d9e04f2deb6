"""Turns PNG and JPEG bytes into the same picture without words, places, previews or attachments."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from cobrand.errors import LogoUnreadable

_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"IDAT", b"IEND"))
_START, _END, _SCAN, _ADOBE = 0xD8, 0xD9, 0xDA, 0xEE
_SILENT = frozenset((0xFE, *range(0xE0, 0xF0))) - {_ADOBE}
"""Comments and what applications add, but for the colour transform that Adobe's note tells."""
_ADOBE_LENGTH = 12
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))


def stripped(data: bytes, kind: str) -> bytes:
    """Return a picture of kind png or jpeg as bare as can be.

    Profiles go too: neither renderer heeds them inside a drawing, so all others see what they saw.
    Raises LogoUnreadable if the parts do not follow each other.
    """
    try:
        return b"".join(_WAYS[kind](data))
    except (struct.error, IndexError) as error:
        raise LogoUnreadable("logo.damaged", kind=kind) from error


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    name = b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        if name in _CHUNKS:
            yield data[at : at + 12 + length]
        at += 12 + length


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at, marker = 2, _START
    while marker != _END:
        at = data.find(b"\xff", at)
        if at < 0 and marker == _SCAN:  # many a camera forgets the end
            yield b"\xff\xd9"
            return
        if at < 0:
            raise IndexError
        while data[at] == 0xFF:
            at += 1
        marker, body = data[at], at + 1
        length = 0 if marker in _ALONE | {_END} else struct.unpack_from(">H", data, body)[0]
        at = body + length
        if marker == _SCAN:
            at = _after_scan(data, at)
        if marker not in _SILENT and (marker != _ADOBE or length == _ADOBE_LENGTH + 2):
            yield b"\xff" + data[body - 1 : at]


def _after_scan(data: bytes, at: int) -> int:
    """Return where the next part begins; FF 00 and restarts belong to the scan."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] and data[at + 1] not in _ALONE:
            return at
        at += 2


_WAYS: dict[str, Callable[[bytes], Iterator[bytes]]] = {"png": _png, "jpeg": _jpeg}
KINDS = frozenset(_WAYS)
