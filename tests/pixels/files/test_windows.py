"""Windows bitmaps, icons and cursors."""

from __future__ import annotations

import struct

import pytest
from PIL import Image

from cobrand.errors import LogoTooLarge, LogoUnreadable
from cobrand.pixels import bitmap
from tests.pixels.files.pictures import at, bmp, ico, quarters, saved, seen

PALETTE = bytes((0, 0, 0, 0, 60, 30, 200, 0)) + bytes(8)
"""Black, (200, 30, 60), black, black."""
ARGB = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        (bmp((8, 1), 1, b"\x80\0\0\0", palette=PALETTE[:8]), (200, 30, 60, 255)),
        (bmp((2, 1), 4, b"\x10\0\0\0", palette=PALETTE), (200, 30, 60, 255)),
        (bmp((1, 1), 8, b"\1\0\0\0", palette=PALETTE), (200, 30, 60, 255)),
        (bmp((4, 1), 8, b"\4\1\0\1", coding=1, palette=PALETTE), (200, 30, 60, 255)),
        (bmp((4, 1), 4, b"\4\x11\0\1", coding=2, palette=PALETTE), (200, 30, 60, 255)),
        (bmp((1, 1), 16, b"\x00\x7c\0\0"), (255, 0, 0, 255)),
        (bmp((1, 1), 16, b"\x00\xf8\0\0", coding=3, masks=(0xF800, 0x7E0, 0x1F)), (255, 0, 0, 255)),
        (bmp((1, 1), 16, b"\x00\x8f\0\0", coding=3, masks=(0xF00, 0xF0, 0xF, 0xF000), head=124),
         (255, 0, 0, 136)),
        (bmp((1, 1), 24, b"\x3c\x1e\xc8\0"), (200, 30, 60, 255)),
        (bmp((1, 1), 32, b"\x3c\x1e\xc8\0"), (200, 30, 60, 255)),
        (bmp((1, 1), 32, b"\x3c\x1e\xc8\x80"), (200, 30, 60, 128)),
        (bmp((1, 1), 32, b"\xc8\x1e\x3c\x80", coding=3, masks=(0xFF, 0xFF00, 0xFF0000), head=40),
         (200, 30, 60, 255)),
        (bmp((1, 1), 32, b"\x3c\x1e\xc8\x80", coding=3, masks=ARGB, head=108), (200, 30, 60, 128)),
        (bmp((1, 1), 32, b"\x3c\x1e\xc8\x80", coding=3, masks=ARGB, head=124), (200, 30, 60, 128)),
    ],
)  # fmt: skip
def test_every_depth_and_coding(file: bytes, shown: tuple[int, ...]) -> None:
    assert seen(file, "bmp") == shown


@pytest.mark.parametrize("bits", [8, 24, 32])
@pytest.mark.parametrize(("height", "top"), [(2, 0), (-2, 1)])
def test_rows_come_from_below_unless_the_height_is_negative(
    bits: int, height: int, top: int
) -> None:
    dark, light = bytes(4), b"\1\0\0\0" if bits == 8 else b"\xff" * 4
    palette = bytes(4) + b"\xff" * 4 if bits == 8 else b""
    file = bmp((1, height), bits, dark + light, palette=palette)

    assert (seen(file, "bmp", 0, top)[0], seen(file, "bmp", 0, 1 - top)[0]) == (255, 0)


@pytest.mark.parametrize(
    "file",
    [
        b"BM",
        bmp((0, 4), 24, bytes(16)),
        bmp((9, 9), 32, bytes(16)),
        bmp((9, 9), 24, bytes(16)),
        bmp((1, 1), 7, bytes(16)),
    ],
)
def test_a_damaged_bitmap_is_refused(file: bytes) -> None:
    with pytest.raises(LogoUnreadable):
        bitmap.decode(file, "bmp")


def test_a_bitmap_with_too_many_pixels_is_refused() -> None:
    with pytest.raises(LogoTooLarge):
        bitmap.decode(bmp((60_000, 60_000), 24, bytes(16)), "bmp")
    with pytest.raises(LogoTooLarge):
        bitmap.decode(ico(_dib(60_000, 60_000, 24, bytes(16))), "ico")


def _dib(width: int, height: int, bits: int, rows: bytes, palette: bytes = b"") -> bytes:
    return bmp((width, 2 * height), bits, rows, palette=palette)[14:]


def test_the_largest_picture_of_an_icon_is_used_whether_png_or_bitmap() -> None:
    small, large = saved(Image.new("RGBA", (8, 8), "red")), saved(quarters().convert("RGBA"))
    dib = _dib(16, 16, 32, b"\x3c\x1e\xc8\xff" * 256 + bytes(64))

    assert at(bitmap.decode(ico(small, large, dib), "ico"), 23, 0) == (0, 200, 0, 255)
    assert at(bitmap.decode(ico(small, dib), "ico")) == (200, 30, 60, 255)
    assert at(bitmap.decode(ico(dib, small, cursor=True), "ico")) == (200, 30, 60, 255)


def test_of_equal_pictures_the_one_with_the_most_colours_is_used() -> None:
    poor = _dib(1, 1, 1, bytes(8), palette=bytes(8))
    rich = _dib(1, 1, 24, b"\x3c\x1e\xc8\0" + bytes(4))

    assert seen(ico(rich, poor), "ico") == seen(ico(poor, rich), "ico") == (200, 30, 60, 255)


@pytest.mark.parametrize("bits", [4, 8, 24, 32])
def test_the_mask_of_an_icon_says_what_is_clear(bits: int) -> None:
    palette = PALETTE if bits < 16 else b""
    row = {4: b"\x11\0\0\0", 8: b"\1\1\0\0", 24: b"\x3c\x1e\xc8" * 2 + bytes(2),
           32: b"\x3c\x1e\xc8\0" * 2}[bits]  # fmt: skip
    file = ico(_dib(2, 1, bits, row + b"\x40\0\0\0", palette))

    assert (seen(file, "ico"), seen(file, "ico", 1)[3]) == ((200, 30, 60, 255), 0)


@pytest.mark.parametrize("file", [ico(), ico(b"short"), struct.pack("<HHH", 0, 1, 9)])
def test_an_icon_without_a_picture_is_refused(file: bytes) -> None:
    with pytest.raises(LogoUnreadable):
        bitmap.decode(file, "ico")
