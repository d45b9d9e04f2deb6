"""Packs rows by deflate, at once or from a part on that was packed before and is joined to."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from cobrand.pixels.array import Bytes

try:
    from deflate import deflate_compress
except ImportError:  # no wheel for this computer: Pillow writes, slower and a little larger
    deflate_compress = None  # type: ignore[assignment]

_EFFORT = 6  # of libdeflate's twelve: what comes after takes three times as long
_ONCE, _REST = 7, 5  # for a part that many streams have, and for what each has of its own
_HEADER = b"\x78\x9c"  # RFC 1950: deflate, a window of 32 kB, usual effort
_LONGEST_BLOCK = 310_000  # bytes; libdeflate begins a new block after at most 300,000 and a few
_EMPTY = (b"\0\0\0\xff\xff", b"\0\0\xff\xff")
"""The end of an empty stored block (RFC 1951), begun in the byte before or in one of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """The packed beginning of a stream: `data` ends on a whole byte, `check` is its Adler-32."""

    data: bytes
    check: int


NOTHING = Part(b"", 1)


def available() -> bool:
    """Say whether libdeflate is here."""
    return deflate_compress is not None


def stream(rows: Bytes, before: Part = NOTHING) -> bytes:
    """Return rows as one zlib stream, `before` ahead of them."""
    check = zlib.adler32(rows.data, before.check).to_bytes(4, "big")
    effort = _REST if before.data else _EFFORT
    return b"".join((_HEADER, before.data, deflate_compress(rows, effort), check))


def part(rows: Bytes) -> Part | None:
    """Return rows packed as the beginning of a stream; None if libdeflate's blocks cannot be told.

    libdeflate ends every stream. Where its last block begins shows beside the same rows packed with
    more after them: the first bit that differs says whether a block is the last, and is taken back.
    What comes of it is unpacked and compared.
    """
    data = rows.tobytes()
    one = np.frombuffer(deflate_compress(data, _ONCE), np.uint8)
    other = np.frombuffer(deflate_compress(data + bytes(_LONGEST_BLOCK), _ONCE), np.uint8)
    short = min(len(one), len(other))
    apart = one[:short] ^ other[:short]
    at = int(apart.argmax()) if not apart.any() else int(np.flatnonzero(apart)[0])
    bit = int(apart[at]) & -int(apart[at])
    opened = bytearray(one.tobytes())
    opened[at] &= ~bit & 0xFF
    for end in _EMPTY:
        whole = bytes(opened) + end
        if _gives(whole, data):
            return Part(whole, zlib.adler32(data))
    return None


def _gives(packed: bytes, data: bytes) -> bool:
    """Say whether a stream that goes on is unpacked to this so far."""
    opener = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return opener.decompress(packed) == data and not opener.eof
    except zlib.error:
        return False
