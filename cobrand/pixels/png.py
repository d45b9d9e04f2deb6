"""Turns pixels, or numbers of a palette, into the bytes of a PNG: no row filter, one deflate."""

from __future__ import annotations

import struct
import zlib

import numpy as np

from cobrand.pixels import packed
from cobrand.pixels.array import Bytes
from cobrand.pixels.palette import Few
from cobrand.pixels.standing import Rows

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB, _INDEXED, _RGBA = 0, 2, 3, 6
_INCH = 0.0254  # metres


def indexed(few: Few, ppi: float) -> bytes:
    """Return a PNG with a palette, 8 bits a pixel."""
    height, width = few.members.shape
    data = packed.stream(_rows(few.members))
    return _file((width, height, _INDEXED), _palette(few.colours), data, ppi)


def laid(rows: Rows, ppi: float) -> bytes:
    """Return a PNG with a palette, whose upper rows may have been packed before."""
    size = (rows.rest.shape[1] - 1, rows.height, _INDEXED)
    return _file(size, _palette(rows.colours), packed.stream(rows.rest, rows.before), ppi)


def full(pixels: Bytes, ppi: float) -> bytes:
    """Return a PNG of every colour; `pixels` has shape (height, width, 3 or 4)."""
    height, width, channels = pixels.shape
    data = packed.stream(_rows(pixels.reshape(height, -1)))
    return _file((width, height, _RGB if channels == 3 else _RGBA), [], data, ppi)


def _rows(values: Bytes) -> Bytes:
    """Return rows as a PNG has them: the number of their filter first, which is none."""
    height, width = values.shape
    rows = np.zeros((height, 1 + width), np.uint8)
    rows[:, 1:] = values
    return rows


def _palette(colours: Bytes) -> list[bytes]:
    palette = [_chunk(b"PLTE", colours[:, :3].tobytes())]
    if colours[:, 3].min() < 255:
        palette.append(_chunk(b"tRNS", colours[:, 3].tobytes()))
    return palette


def _file(size: tuple[int, int, int], palette: list[bytes], data: bytes, ppi: float) -> bytes:
    """Put a PNG together; `size` is its width, height and kind of colours."""
    width, height, colours = size
    head = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    dots = round(ppi / _INCH)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"sRGB", b"\0"),
            *palette,
            _chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1)),
            _chunk(b"IDAT", data),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    checked = zlib.crc32(data, zlib.crc32(name))
    return b"".join((struct.pack(">I", len(data)), name, data, struct.pack(">I", checked)))
