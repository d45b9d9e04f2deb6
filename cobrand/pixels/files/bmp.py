"""Turns Windows bitmaps, and the bitmaps inside icons, into pixels."""

from __future__ import annotations

import io
import struct

import numpy as np
from numpy.typing import NDArray
from PIL import BmpImagePlugin, Image

from cobrand.pixels.array import Bytes

FILE_HEAD = 14
_INFO = 40
_RAW, _MASKED, _MASKED_ALPHA = 0, 3, 6
_MASKS = {16: (0x7C00, 0x3E0, 0x1F, 0), 32: (0xFF0000, 0xFF00, 0xFF, 0xFF000000)}

Words = NDArray[np.uint32]


def size(data: bytes) -> tuple[int, int]:
    """Return what the head says of width and height."""
    width, height = _dimensions(data[FILE_HEAD:])
    return width, abs(height)


def pixels(data: bytes) -> Bytes:
    """Return a file's pixels, shape (height, width, 4), rows from the top.

    Raises ValueError, OSError or struct.error if the file is not as its head says.
    """
    head = data[FILE_HEAD:]
    if _deep(head):
        return _masked(data)
    if _long(head) and struct.unpack("<H", head[14:16])[0] <= 8:
        return _indexed(data)
    return np.array(_by_pillow(data).convert("RGBA"))


def from_icon(dib: bytes) -> Bytes:
    """Return the pixels of an icon's bitmap: colours above, under them the mask of what is clear.

    Raises as `pixels` does.
    """
    width, doubled = _dimensions(dib)
    height = abs(doubled) // 2
    bits = struct.unpack("<H", dib[14:16])[0]
    head = dib[:8] + struct.pack("<i", height) + dib[12:]
    offset = FILE_HEAD + struct.unpack("<I", dib[:4])[0] + 4 * _entries(dib, bits)
    whole = struct.pack("<2sIII", b"BM", FILE_HEAD + len(dib), 0, offset) + head
    shown = pixels(whole).copy()
    if bits == 32 and (shown[..., 3] < 255).any():
        return shown
    begin = offset - FILE_HEAD + _stride(width, bits) * height
    clear = _one_bit(dib[begin:], width, height)
    shown[..., 3] = np.where(clear, 0, 255)
    return shown


def icon_size(dib: bytes) -> tuple[int, int]:
    """Return width and height of an icon's bitmap."""
    width, doubled = _dimensions(dib)
    return width, abs(doubled) // 2


def _dimensions(head: bytes) -> tuple[int, int]:
    if struct.unpack("<I", head[:4])[0] == 12:
        width, height = struct.unpack("<HH", head[4:8])
    else:
        width, height = struct.unpack("<ii", head[4:12])
    if width <= 0 or height == 0:
        raise ValueError(width, height)
    return width, height


def _by_pillow(data: bytes) -> Image.Image:
    with BmpImagePlugin.BmpImageFile(io.BytesIO(data)) as picture:
        picture.load()
        return picture


def _indexed(data: bytes) -> Bytes:
    """Read a picture with a palette.

    Pillow is given a palette of its own to read by, for it takes a file with black and white
    alone for one of 1 bit, whatever it is.
    """
    (offset,) = struct.unpack("<I", data[10:FILE_HEAD])
    head = data[FILE_HEAD:]
    start = FILE_HEAD + struct.unpack("<I", head[:4])[0]
    (bits,) = struct.unpack("<H", head[14:16])
    said = np.frombuffer(data[start:][: 4 * _entries(head, bits)], np.uint8)
    numbers = np.arange(256, dtype=np.uint8)
    own = np.stack((numbers, 255 - numbers, numbers, numbers), axis=-1)[: 1 << bits]
    shifted = start + own.size
    whole = (data[:10] + struct.pack("<I", shifted) + data[FILE_HEAD : FILE_HEAD + 32]
             + struct.pack("<II", len(own), 0) + data[FILE_HEAD + _INFO : start] + own.tobytes()
             + data[offset:])  # fmt: skip
    index = np.array(_by_pillow(whole).convert("RGB"))[..., 2]
    palette = np.zeros((256, 4), np.uint8)
    palette[: said.size // 4] = said[: said.size // 4 * 4].reshape(-1, 4)[:256]
    return np.dstack((palette[index][..., 2::-1], np.full(index.shape, 255, np.uint8)))


def _long(head: bytes) -> bool:
    return bool(struct.unpack("<I", head[:4])[0] >= _INFO)


def _deep(head: bytes) -> bool:
    """Say whether each pixel is a word of 16 or 32 bits."""
    if not _long(head):
        return False
    bits, coding = struct.unpack("<HI", head[14:20])
    return bits in _MASKS and coding in {_RAW, _MASKED, _MASKED_ALPHA}


def _masked(data: bytes) -> Bytes:
    head = data[FILE_HEAD:]
    (offset,) = struct.unpack("<I", data[10:FILE_HEAD])
    width, height = _dimensions(head)
    bits, coding = struct.unpack("<HI", head[14:20])
    stride = _stride(width, bits)
    raw = np.frombuffer(data, np.uint8, stride * abs(height), offset)
    rows = raw.reshape(abs(height), stride)[:, : width * bits // 8]
    words = np.ascontiguousarray(rows).view(f"<u{bits // 8}").astype(np.uint32)
    shown = _unmasked(words, _masks(head, bits, coding))
    if not shown[..., 3].any():  # many programs leave zero where nobody looks
        shown[..., 3] = 255
    return shown[::-1] if height > 0 else shown


def _masks(head: bytes, bits: int, coding: int) -> tuple[int, ...]:
    if coding == _RAW:
        return _MASKS[bits]
    four = struct.unpack("<I", head[:4])[0] >= 56 or coding == _MASKED_ALPHA
    count = 4 if four else 3
    said = struct.unpack(f"<{count}I", head[_INFO : _INFO + 4 * count])
    return (*said, 0)[:4] if any(said) else _MASKS[bits]


def _unmasked(words: Words, masks: tuple[int, ...]) -> Bytes:
    channels = [_channel(words, mask) for mask in masks[:3]]
    alpha = _channel(words, masks[3]) if masks[3] else np.full(words.shape, 255, np.uint8)
    return np.stack((*channels, alpha), axis=-1)


def _channel(words: Words, mask: int) -> Bytes:
    if not mask:
        return np.zeros(words.shape, np.uint8)
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    value = ((words & np.uint32(mask)) >> np.uint32(shift)).astype(np.float64)
    return np.round(value * (255 / most)).astype(np.uint8)


def _entries(dib: bytes, bits: int) -> int:
    (used,) = struct.unpack("<I", dib[32:36])
    return used or (1 << bits if bits <= 8 else 0)


def _stride(width: int, bits: int) -> int:
    return (width * bits + 31) // 32 * 4


def _one_bit(data: bytes, width: int, height: int) -> NDArray[np.bool_]:
    stride = _stride(width, 1)
    if len(data) < stride * height:  # no mask: nothing is clear
        return np.zeros((height, width), bool)
    rows = np.frombuffer(data, np.uint8, stride * height).reshape(height, stride)
    return np.unpackbits(rows, axis=1)[::-1, :width].astype(bool)
