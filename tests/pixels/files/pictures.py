"""Picture files written byte by byte, for what no library writes."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
from PIL import Image

from cobrand.pixels import array, bitmap
from cobrand.pixels.bitmap import Decoded

_TYPES = {1: "B", 3: "H", 4: "I", 7: "B", 16: "Q"}

Tag = tuple[int, int, list[int]]


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def seen(data: bytes, kind: str, x: int = 0, y: int = 0) -> tuple[int, ...]:
    return at(bitmap.decode(data, kind), x, y)


def at(decoded: Decoded, x: int = 0, y: int = 0) -> tuple[int, ...]:
    return tuple(array.pixels(decoded.bitmap)[y, x].tolist())


def chunk(name: bytes, content: bytes, *, sound: bool = True) -> bytes:
    checksum = zlib.crc32(name + content) ^ (0 if sound else 1)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)


def png(
    width: int,
    depth: int,
    colours: int,
    row: bytes,
    *extra: bytes,
    height: int = 1,
    late: bytes = b"",
) -> bytes:
    """Write a PNG whose rows are all the same; `late` stands behind the pixels."""
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    rows = zlib.compress((b"\0" + row) * height)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(extra)
            + chunk(b"IDAT", rows) + late + chunk(b"IEND", b""))  # fmt: skip


def tiff(
    size: tuple[int, int], photometric: int, bits: list[int], parts: list[bytes], *tags: Tag,
    order: str = "<", tile: int = 0, big: bool = False, coding: int = 1,
) -> bytes:  # fmt: skip
    """Write a TIFF of strips, or of square tiles."""
    width, height = size
    start = 16 if big else 8
    offsets = [start + sum(len(each) for each in parts[:index]) for index in range(len(parts))]
    said: list[Tag] = [
        (256, 4, [width]), (257, 4, [height]), (258, 3, bits), (259, 3, [coding]),
        (262, 3, [photometric]), (277, 3, [len(bits)]),
        (324 if tile else 273, 4, offsets), (325 if tile else 279, 4, list(map(len, parts))),
        *([(322, 4, [tile]), (323, 4, [tile])] if tile else [(278, 4, [height])]), *tags,
    ]  # fmt: skip
    body = b"".join(parts)
    return _tiff_head(order, big, start + len(body)) + body + _ifd(sorted(said), order, big,
                                                                   start + len(body))  # fmt: skip


def _tiff_head(order: str, big: bool, at: int) -> bytes:
    mark = b"II" if order == "<" else b"MM"
    if big:
        return mark + struct.pack(order + "HHHQ", 43, 8, 0, at)
    return mark + struct.pack(order + "HI", 42, at)


def _ifd(tags: list[Tag], order: str, big: bool, at: int) -> bytes:
    count, entry, room, kind = ("Q", 20, 8, "Q") if big else ("H", 12, 4, "I")
    behind = at + struct.calcsize(order + count) + entry * len(tags) + room
    entries, more = b"", b""
    for tag, type_, values in tags:
        content = struct.pack(f"{order}{len(values)}{_TYPES[type_]}", *values)
        entries += struct.pack(f"{order}HH{kind}", tag, type_, len(values))
        if len(content) <= room:
            entries += content.ljust(room, b"\0")
        else:
            entries += struct.pack(order + kind, behind + len(more))
            more += content
    return struct.pack(order + count, len(tags)) + entries + bytes(room) + more


def bmp(
    size: tuple[int, int], bits: int, rows: bytes, *, coding: int = 0, palette: bytes = b"",
    masks: tuple[int, ...] = (), head: int = 40,
) -> bytes:  # fmt: skip
    """Write a Windows bitmap; `masks` stand in the head if it has room for them, else behind."""
    width, height = size
    colours = len(palette) // 4
    info = struct.pack("<IiiHHIIiiII", head, width, height, 1, bits, coding, len(rows), 0, 0,
                       colours, 0)  # fmt: skip
    packed = struct.pack(f"<{len(masks)}I", *masks)
    info = (info + packed).ljust(head, b"\0") if head > 40 else info + packed
    offset = 14 + len(info) + len(palette)
    return struct.pack("<2sIII", b"BM", offset + len(rows), 0, offset) + info + palette + rows


def ico(*pictures: bytes, cursor: bool = False) -> bytes:
    """Write an icon or a cursor of PNG files and bitmaps without their file heads."""
    head = struct.pack("<HHH", 0, 2 if cursor else 1, len(pictures))
    offset, entries = 6 + 16 * len(pictures), b""
    for each in pictures:
        entries += struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, len(each), offset)
        offset += len(each)
    return head + entries + b"".join(pictures)


def quarters() -> Image.Image:
    """Four colours, so that a turn or a flip shows: red and green above, blue and white below."""
    pixels = np.zeros((16, 24, 3), np.uint8)
    pixels[:8, :12], pixels[:8, 12:] = (200, 0, 0), (0, 200, 0)
    pixels[8:, :12], pixels[8:, 12:] = (0, 0, 200), (255, 255, 255)
    return Image.fromarray(pixels)
