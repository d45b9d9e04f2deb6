"""PNG files of every colour type and depth, with what stands round their pixels."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from cobrand.errors import LogoTooLarge
from cobrand.pixels import bitmap
from tests.pixels.files.pictures import at, chunk, png, quarters, saved, seen

PALETTE = chunk(b"PLTE", bytes((1, 2, 3, 200, 30, 60)))


def key(*values: int) -> bytes:
    return chunk(b"tRNS", struct.pack(f">{len(values)}H", *values))


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        (png(8, 1, 0, b"\x80"), (255, 255, 255, 255)),
        (png(4, 2, 0, b"\x40"), (85, 85, 85, 255)),
        (png(2, 4, 0, b"\x40"), (68, 68, 68, 255)),
        (png(1, 8, 0, b"\x40"), (64, 64, 64, 255)),
        (png(1, 16, 0, b"\x40\x40"), (64, 64, 64, 255)),
        (png(1, 8, 2, b"\x0a\x14\x1e"), (10, 20, 30, 255)),
        (png(1, 16, 2, b"\x0a\x0a\x14\x14\x1e\x1e"), (10, 20, 30, 255)),
        (png(1, 8, 4, b"\x40\x80"), (64, 64, 64, 128)),
        (png(1, 16, 4, b"\x40\x40\x80\x80"), (64, 64, 64, 128)),
        (png(1, 8, 6, b"\x0a\x14\x1e\x80"), (10, 20, 30, 128)),
        (png(1, 16, 6, b"\x0a\x0a\x14\x14\x1e\x1e\x80\x80"), (10, 20, 30, 128)),
        (png(8, 1, 3, b"\x80", PALETTE), (200, 30, 60, 255)),
        (png(4, 2, 3, b"\x40", PALETTE), (200, 30, 60, 255)),
        (png(2, 4, 3, b"\x10", PALETTE), (200, 30, 60, 255)),
        (png(1, 8, 3, b"\x01", PALETTE), (200, 30, 60, 255)),
    ],
)
def test_every_colour_type_and_depth(file: bytes, shown: tuple[int, ...]) -> None:
    assert seen(file, "png") == shown


@pytest.mark.parametrize(
    ("file", "clear", "solid"),
    [
        (png(2, 8, 3, b"\0\1", PALETTE, chunk(b"tRNS", b"\x40")), 64, 255),
        (png(8, 1, 0, b"\x40", key(0)), 0, 255),
        (png(2, 8, 0, b"\x40\x41", key(0x40)), 0, 255),
        (png(2, 16, 0, b"\x40\x40\x40\x41", key(0x4040)), 0, 255),
        (png(2, 8, 2, b"\1\2\3\1\2\4", key(1, 2, 3)), 0, 255),
        (png(2, 16, 2, b"\1\2" * 3 + b"\1\2\1\2\1\3", key(258, 258, 258)), 0, 255),
    ],
)
def test_one_colour_may_be_clear(file: bytes, clear: int, solid: int) -> None:
    assert (seen(file, "png")[3], seen(file, "png", 1)[3]) == (clear, solid)


def test_interlaced_is_the_same_picture() -> None:
    from_top = np.arange(24 * 16 * 3, dtype=np.uint8).reshape(16, 24, 3)
    plain = saved(Image.fromarray(from_top))
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
              (0, 1, 1, 2))  # fmt: skip
    rows = b"".join(
        b"\0" + row.tobytes() for x, y, dx, dy in passes for row in from_top[y::dy, x::dx]
    )
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 24, 16, 8, 2, 0, 0, 1))
    file = plain[:8] + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

    assert bitmap.decode(file, "png").bitmap == bitmap.decode(plain, "png").bitmap


@pytest.mark.parametrize("name", [b"tEXt", b"gAMA", b"cHRM", b"eXIf", b"iCCP", b"acTL", b"zzZz"])
def test_a_damaged_aside_costs_nothing(name: bytes) -> None:
    file = png(1, 8, 2, b"\x0a\x14\x1e", chunk(name, b"\0" * 8, sound=False))

    assert seen(file, "png") == (10, 20, 30, 255)


def test_a_row_without_end_is_refused() -> None:
    with pytest.raises(LogoTooLarge):
        bitmap.decode(png(3_000_000, 8, 0, bytes(3_000_000)), "png")


def test_what_follows_the_end_is_not_looked_at() -> None:
    assert seen(png(1, 8, 2, b"\x0a\x14\x1e") + b"junk" * 99, "png") == (10, 20, 30, 255)


def test_the_first_picture_of_an_animation_is_used() -> None:
    first, second = Image.new("RGB", (8, 8), (10, 20, 30)), Image.new("RGB", (8, 8), "red")
    read = bitmap.decode(saved(first, save_all=True, append_images=[second]), "png")

    assert (at(read), read.frames) == ((10, 20, 30, 255), 2)


def test_a_turn_that_is_told_behind_the_pixels_is_obeyed() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    plain = saved(quarters())
    late = plain[:-12] + chunk(b"eXIf", exif.tobytes().removeprefix(b"Exif\0\0")) + plain[-12:]
    read = bitmap.decode(late, "png")

    assert (read.bitmap.width, read.bitmap.height, read.turned) == (16, 24, True)
    assert at(read, 15, 0)[:3] == (200, 0, 0)


PLAIN = struct.pack(">I", 45455)
PLACES = struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
P3 = struct.pack(">8I", 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)


@pytest.mark.parametrize(
    ("asides", "shown"),
    [
        ([(b"gAMA", PLAIN)], (128, 128, 128)),
        ([(b"gAMA", PLAIN), (b"cHRM", PLACES)], (128, 128, 128)),
        ([(b"gAMA", struct.pack(">I", 100000))], (188, 188, 188)),
        ([(b"gAMA", struct.pack(">I", 100000)), (b"sRGB", b"\0")], (128, 128, 128)),
        ([(b"cICP", bytes((1, 13, 0, 1))), (b"gAMA", struct.pack(">I", 100000))], (128,) * 3),
        ([(b"cICP", bytes((1, 8, 0, 1)))], (188, 188, 188)),
        ([(b"cICP", bytes((9, 16, 0, 1)))], (128, 128, 128)),
        ([(b"gAMA", b"\0\0\0\0")], (128, 128, 128)),
        ([(b"cHRM", bytes(32))], (128, 128, 128)),
    ],
)
def test_gamma_and_colour_codes_are_obeyed(
    asides: list[tuple[bytes, bytes]], shown: tuple[int, ...]
) -> None:
    extra = [chunk(name, content) for name, content in asides]

    for grey in (png(1, 8, 2, b"\x80" * 3, *extra), png(1, 8, 0, b"\x80", *extra)):
        assert seen(grey, "png")[:3] == pytest.approx(shown, abs=1)


@pytest.mark.parametrize("aside", [(b"cHRM", P3), (b"cICP", bytes((12, 13, 0, 1)))])
def test_wide_primaries_are_obeyed(aside: tuple[bytes, bytes]) -> None:
    file = png(1, 8, 2, bytes((200, 60, 60)), chunk(*aside))

    assert seen(file, "png") == pytest.approx((216, 43, 51, 255), abs=2)


def test_colours_that_nobody_knows_are_said() -> None:
    assert bitmap.decode(png(1, 8, 2, b"\x80" * 3, chunk(b"cICP", b"\x09\x10\0\1")), "png").ignored
