"""Reads the plainest PNG files, a palette and rows without a filter, by libdeflate alone."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from cobrand.pixels.array import Bytes

try:
    from deflate import DeflateError, zlib_decompress
except ImportError:  # no wheel for this computer: libvips reads these files too, slower
    DeflateError, zlib_decompress = ValueError, None  # type: ignore[assignment,misc]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PLAIN = (8, 3, 0, 0, 0)  # bits, colours by palette; deflate, filters by row, not interlaced
_KNOWN = frozenset((b"IHDR", b"sRGB", b"PLTE", b"tRNS", b"pHYs", b"IDAT", b"IEND"))
_LONGEST, _MOST = 8000, 8_000_000  # pixels; what is larger is made smaller while it is read


def available() -> bool:
    """Say whether libdeflate is here."""
    return zlib_decompress is not None


def pixels(data: bytes) -> Bytes | None:
    """Return the pixels, shape (height, width, 4), or None for any file that is not that plain.

    Checksums, sizes and numbers of colours are all checked: what is doubtful in any way is left
    to a reader of every PNG, which says what is wrong.
    """
    parts = _parts(data) if available() else None
    if parts is None:
        return None
    width, height, *how = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    if tuple(how) != _PLAIN or not 0 < width * height <= _MOST or max(width, height) > _LONGEST:
        return None
    rows, colours = _rows(parts[b"IDAT"], width, height), _colours(parts)
    if rows is None or colours is None or rows[:, 0].any() or rows.max() >= len(colours):
        return None
    return np.take(colours, rows[:, 1:]).view(np.uint8).reshape(height, width, 4)


def _parts(data: bytes) -> dict[bytes, bytes] | None:
    """Return the chunks by name, pixels joined; None if one is unknown, doubled or damaged."""
    if not data.startswith(_SIGNATURE):
        return None
    found: dict[bytes, bytes] = {}
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        checked = data[end - 4 : end] == struct.pack(">I", zlib.crc32(data[at + 4 : end - 4]))
        if name not in _KNOWN or name in found or not checked:
            return None
        found[name] = data[at + 8 : end - 4]
        at = end
    names = list(found)
    in_order = names[:1] == [b"IHDR"] and names[-2:] == [b"IDAT", b"IEND"] and b"PLTE" in found
    return found if in_order and at == len(data) and len(found[b"IHDR"]) == 13 else None


def _rows(packed: bytes, width: int, height: int) -> Bytes | None:
    """Return the numbers of the colours, each row behind the number of its filter."""
    try:
        data = zlib_decompress(packed, (width + 1) * height)
    except (DeflateError, ValueError):
        return None
    whole = len(data) == (width + 1) * height
    return np.frombuffer(data, np.uint8).reshape(height, width + 1) if whole else None


def _colours(parts: dict[bytes, bytes]) -> NDArray[np.uint32] | None:
    palette, alpha = parts[b"PLTE"], parts.get(b"tRNS", b"")
    count = len(palette) // 3
    if len(palette) % 3 or not 0 < count <= 256 or len(alpha) > count:
        return None
    table = np.full((count, 4), 255, np.uint8)
    table[:, :3] = np.frombuffer(palette, np.uint8).reshape(-1, 3)
    table[: len(alpha), 3] = np.frombuffer(alpha, np.uint8)
    return table.view(np.uint32)[:, 0]
