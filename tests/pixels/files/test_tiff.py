"""TIFF files as scanners, printers' programs and drawing programs write them."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import Image

from cobrand.errors import LogoTooLarge, LogoUnreadable
from cobrand.pixels import array, bitmap
from tests.pixels.files.pictures import Tag, at, quarters, saved, seen, tiff

ALPHA: Tag = (338, 3, [2])
RGB8 = [8, 8, 8]


def deep(order: str, *values: int) -> bytes:
    return struct.pack(f"{order}{len(values)}H", *values)


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        (tiff((8, 1), 0, [1], [b"\x7f"]), (255, 255, 255, 255)),
        (tiff((8, 1), 1, [1], [b"\x7f"]), (0, 0, 0, 255)),
        (tiff((2, 1), 1, [4], [b"\x40"]), (68, 68, 68, 255)),
        (tiff((1, 1), 0, [8], [b"\x40"]), (191, 191, 191, 255)),
        (tiff((1, 1), 1, [16], [deep("<", 0x4040)]), (64, 64, 64, 255)),
        (tiff((1, 1), 1, [16], [deep(">", 0x4040)], order=">"), (64, 64, 64, 255)),
        (tiff((1, 1), 1, [8, 8], [b"\x40\x80"], ALPHA), (64, 64, 64, 128)),
        (tiff((1, 1), 2, RGB8, [b"\x0a\x14\x1e"]), (10, 20, 30, 255)),
        (tiff((1, 1), 2, RGB8, [b"\x0a\x14\x1e"], big=True), (10, 20, 30, 255)),
        (tiff((1, 1), 2, [16] * 3, [deep(">", 2570, 5140, 7710)], order=">"), (10, 20, 30, 255)),
        (tiff((1, 1), 2, RGB8, [b"\x0a", b"\x14", b"\x1e"], (284, 3, [2])), (10, 20, 30, 255)),
        (tiff((1, 1), 2, [8] * 4, [b"\x0a\x14\x1e\x80"], ALPHA), (10, 20, 30, 128)),
        (tiff((1, 1), 2, [8] * 4, [b"\x0a\x14\x1e\x80"], (338, 3, [1])), (20, 40, 60, 128)),
        (tiff((1, 1), 5, [8] * 4, [b"\0\0\0\xff"]), (0, 0, 0, 255)),
        (tiff((1, 1), 8, RGB8, [b"\x80\0\0"]), (119, 119, 119, 255)),
        (tiff((1, 1), 8, [16] * 3, [deep("<", 32768, 0, 0)]), (119, 119, 119, 255)),
        (tiff((2, 1), 3, [4], [b"\x10"], (320, 3, [0, 2570, *[0] * 15, 5140, *[0] * 15, 7710,
                                                  *[0] * 14])), (10, 20, 30, 255)),
    ],
)  # fmt: skip
def test_every_sort_of_pixel(file: bytes, shown: tuple[int, ...]) -> None:
    assert seen(file, "tiff") == pytest.approx(shown, abs=1)


@pytest.mark.parametrize("coding", [None, "tiff_lzw", "packbits", "tiff_adobe_deflate"])
def test_every_lossless_coding(coding: str | None) -> None:
    file = saved(quarters(), "TIFF", compression=coding)

    assert (array.pixels(bitmap.decode(file, "tiff").bitmap)[..., :3] == quarters()).all()


def test_jpeg_inside() -> None:
    file = saved(Image.new("RGB", (16, 16), (200, 60, 30)), "TIFF", compression="jpeg")

    assert seen(file, "tiff", 8, 8)[:3] == pytest.approx((200, 60, 30), abs=4)


@pytest.mark.parametrize("coding", ["group3", "group4", "tiff_ccitt"])
def test_faxes(coding: str) -> None:
    page = np.zeros((16, 64), bool)
    page[4:9, 8:40] = True
    file = saved(Image.fromarray(page), "TIFF", compression=coding)

    assert ((array.pixels(bitmap.decode(file, "tiff").bitmap)[..., 0] > 0) == page).all()


def test_tiles() -> None:
    page = np.arange(32 * 32 * 3, dtype=np.uint32).astype(np.uint8).reshape(32, 32, 3)
    parts = [page[y : y + 16, x : x + 16].tobytes() for y in (0, 16) for x in (0, 16)]
    read = bitmap.decode(tiff((32, 32), 2, RGB8, parts, tile=16), "tiff")

    assert (array.pixels(read.bitmap)[..., :3] == page).all()


@pytest.mark.parametrize("samples", [3, 4])
@pytest.mark.parametrize(
    ("orientation", "corners"),
    [(1, "abcd"), (2, "badc"), (3, "dcba"), (4, "cdab"), (5, "acbd"), (6, "cadb"), (7, "dbca"),
     (8, "bdac")],
)  # fmt: skip
def test_all_eight_ways_round(orientation: int, corners: str, samples: int) -> None:
    """The corners are read row by row; a picture stored as `ab` over `cd` is shown so."""
    page = np.full((2, 2, samples), 255, np.uint8)
    page[..., 0] = [[97, 98], [99, 100]]
    alpha = [ALPHA] if samples == 4 else []
    file = tiff((2, 2), 2, [8] * samples, [page.tobytes()], (274, 3, [orientation]), *alpha)
    shown = array.pixels(bitmap.decode(file, "tiff").bitmap)[..., 0]

    assert corners == bytes(shown.ravel()).decode()


def test_a_page_is_chosen_and_all_are_counted() -> None:
    pages = [Image.new("RGB", (8, 8), colour) for colour in ("red", "lime", "blue")]
    file = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    first, second = bitmap.decode(file, "tiff"), bitmap.decode(file, "tiff", page=2)

    assert (at(first)[:3], first.frames) == ((255, 0, 0), 3)
    assert (at(second)[:3], second.frames) == ((0, 255, 0), 3)
    with pytest.raises(LogoUnreadable) as caught:
        bitmap.decode(file, "tiff", page=4)

    assert caught.value.values == {"page": 4, "count": 3}


def test_a_rare_sort_of_pixel_gets_a_sentence() -> None:
    with pytest.raises(LogoUnreadable) as caught:
        bitmap.decode(tiff((2, 1), 1, [12], [b"\x12\x34\x56"]), "tiff")

    assert caught.value.code == "logo.rare-coding"


def test_a_head_that_asks_for_too_much_is_refused() -> None:
    with pytest.raises(LogoTooLarge):
        bitmap.decode(tiff((60_000, 60_000), 2, RGB8, [b"\0" * 100]), "tiff")
    with pytest.raises((LogoUnreadable, LogoTooLarge)):
        bitmap.decode(tiff((16, 16), 2, RGB8, [b"\0" * 100], tile=60_000), "tiff")
