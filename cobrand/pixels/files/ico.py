"""Finds the largest picture inside a Windows icon or cursor."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_HEAD, _ENTRY = 6, 16
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST = 256


@dataclass(frozen=True, slots=True)
class Icon:
    """The largest picture: its bytes, whether they are a PNG file, and how many are there."""

    data: bytes
    png: bool
    count: int


def largest(data: bytes) -> Icon:
    """Return the picture with the most pixels, and of those the one with the most colours.

    Raises ValueError if there is none.
    """
    found = [entry for entry in _entries(data) if entry[1]]
    if not found:
        raise ValueError("no picture in the icon")
    _, chosen = max(found, key=lambda entry: entry[0])
    return Icon(chosen, chosen.startswith(_PNG), len(found))


def _entries(data: bytes) -> list[tuple[tuple[int, int], bytes]]:
    """Return size and depth of every picture, with its bytes."""
    (count,) = struct.unpack("<H", data[4:_HEAD])
    listed = []
    for index in range(min(count, _MOST)):
        entry = data[_HEAD + index * _ENTRY : _HEAD + (index + 1) * _ENTRY]
        if len(entry) < _ENTRY:
            break
        length, offset = struct.unpack("<II", entry[8:])
        listed.append(_measured(data[offset : offset + length]))
    return listed


def _measured(content: bytes) -> tuple[tuple[int, int], bytes]:
    """Believe the picture's own head: the directory ends at 256 px and says no cursor's depth."""
    if content.startswith(_PNG) and len(content) > 26:
        width, height, depth = struct.unpack(">IIB", content[16:25])
        return (width * height, depth * 4), content
    if len(content) >= 40:
        width, height = struct.unpack("<ii", content[4:12])
        return (width * abs(height) // 2, struct.unpack("<H", content[14:16])[0]), content
    return (0, 0), b""
