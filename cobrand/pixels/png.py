"""Turns pixels, or numbers of a palette, into the bytes of a PNG: no row filter, one deflate."""

from __future__ import annotations

import struct
import zlib

import numpy as np

from cobrand.pixels.array import Bytes
from cobrand.pixels.palette import Few

try:
    from deflate import zlib_compress
except ImportError:  # no wheel for this computer: Pillow writes, slower and a little larger
    zlib_compress = None  # type: ignore[assignment]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREATEST_EFFORT = 6  # of libdeflate's twelve: what comes after takes three times as long
_GREY, _RGB, _INDEXED, _RGBA = 0, 2, 3, 6
_INCH = 0.0254  # metres


def available() -> bool:
    """Say whether libdeflate is here."""
    return zlib_compress is not None


def indexed(few: Few, ppi: float) -> bytes:
    """Return a PNG with a palette, 8 bits a pixel."""
    palette = [_chunk(b"PLTE", few.colours[:, :3].tobytes())]
    if not few.opaque:
        palette.append(_chunk(b"tRNS", few.colours[:, 3].tobytes()))
    return _file(few.members[..., None], _INDEXED, palette, ppi)


def full(pixels: Bytes, ppi: float) -> bytes:
    """Return a PNG of every colour; `pixels` has shape (height, width, 3 or 4)."""
    return _file(pixels, _RGB if pixels.shape[2] == 3 else _RGBA, [], ppi)


def _file(pixels: Bytes, colours: int, palette: list[bytes], ppi: float) -> bytes:
    height, width, channels = pixels.shape
    rows = np.zeros((height, 1 + width * channels), np.uint8)
    rows[:, 1:] = pixels.reshape(height, -1)
    head = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    dots = round(ppi / _INCH)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"sRGB", b"\0"),
            *palette,
            _chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1)),
            _chunk(b"IDAT", bytes(zlib_compress(rows, _GREATEST_EFFORT))),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    checked = zlib.crc32(data, zlib.crc32(name))
    return b"".join((struct.pack(">I", len(data)), name, data, struct.pack(">I", checked)))
