"""JPEG files of every kind that people send: inks, codings, the ways they lie."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import Image

from cobrand.errors import LogoUnreadable
from cobrand.pixels import bitmap
from tests.pixels.files.pictures import at, quarters, saved, seen

RED = (0, 255, 255, 0)
ARITHMETIC = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb0043000302020302020303030304030304050805050404050a"
    "070706080c0a0c0c0b0a0b0b0d0e12100d0e110e0b0b1016101113141515150c0f171816141812141514ffdb004301"
    "03040405040509050509140d0b0d141414141414141414141414141414141414141414141414141414141414141414"
    "1414141414141414141414141414141414ffc90011080008001003012200021101031101ffcc000a00101005011011"
    "05ffda000c03010002110311003f00ff00b3adca420e0920ffd9"
)
"""16 × 8 px of (200, 60, 30)."""


def _app14(data: bytes) -> int:
    return data.index(b"\xff\xee")


def _ycck(inks: tuple[int, int, int, int]) -> bytes:
    """Write inks as Adobe's YCCK: the coding turns C, M and Y as if they were R, G and B."""
    cyan, magenta, yellow, black = inks
    bands = Image.new("RGB", (16, 16), (cyan, magenta, yellow)).convert("YCbCr").split()
    stored = [Image.fromarray(255 - np.asarray(band)) for band in bands]
    file = bytearray(saved(Image.merge("CMYK", [*stored, Image.new("L", (16, 16), black)]), "JPEG"))
    file[_app14(file) + 15] = 2
    return bytes(file)


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize(
    ("mode", "ink", "shown"), [("L", 90, (90, 90, 90)), ("RGB", (200, 60, 30), (200, 60, 30))]
)
def test_plain_colours(mode: str, ink: object, shown: tuple[int, ...], progressive: bool) -> None:
    file = saved(Image.new(mode, (16, 16), ink), "JPEG", quality=95, progressive=progressive)

    assert seen(file, "jpeg", 8, 8) == pytest.approx((*shown, 255), abs=2)


def test_rgb_that_is_not_turned_into_luma() -> None:
    file = saved(Image.new("RGB", (16, 16), (200, 60, 30)), "JPEG", quality=95, keep_rgb=True)

    assert seen(file, "jpeg", 8, 8) == pytest.approx((200, 60, 30, 255), abs=2)


def test_arithmetic_coding() -> None:
    assert seen(ARITHMETIC, "jpeg", 8, 4) == pytest.approx((200, 60, 30, 255), abs=2)


@pytest.mark.parametrize("kind", ["inverted", "ycck", "not inverted"])
@pytest.mark.parametrize("inks", [RED, (255, 0, 0, 0), (0, 0, 0, 255), (0, 0, 0, 0)])
def test_inks_come_the_same_however_they_are_stored(
    kind: str, inks: tuple[int, int, int, int]
) -> None:
    usual = saved(Image.new("CMYK", (16, 16), inks), "JPEG", quality=95)
    if kind == "ycck":
        file = _ycck(inks)
    elif kind == "not inverted":
        other = saved(Image.new("CMYK", (16, 16), tuple(255 - ink for ink in inks)), "JPEG")
        place = _app14(other)
        file = other[:place] + other[place + 16 :]
    else:
        file = usual
    read = bitmap.decode(file, "jpeg")
    expected = {RED: (231, 0, 17), (255, 0, 0, 0): (0, 153, 228), (0, 0, 0, 255): (0, 0, 0)}

    assert read.space == "cmyk"
    assert at(read, 8, 8)[:3] == pytest.approx(expected.get(inks, (255, 255, 255)), abs=6)


def test_how_far_inks_moved_is_measured() -> None:
    white, cyan = Image.new("CMYK", (16, 16)), Image.new("CMYK", (16, 16), (255, 0, 0, 0))

    assert bitmap.decode(saved(white, "JPEG"), "jpeg").shift < 1
    assert 30 < bitmap.decode(saved(cyan, "JPEG"), "jpeg").shift < 80


@pytest.mark.parametrize(("place", "value"), [(4, 12), (1, 0xC3)])
def test_twelve_bits_and_lossless_coding_get_a_sentence(place: int, value: int) -> None:
    file = bytearray(saved(Image.new("L", (16, 16), 90), "JPEG"))
    file[file.index(b"\xff\xc0") + place] = value

    with pytest.raises(LogoUnreadable) as caught:
        bitmap.decode(bytes(file), "jpeg")

    assert caught.value.code == "logo.rare-coding"


def _exif(order: str, type_: int, value: int) -> bytes:
    mark = b"II" if order == "<" else b"MM"
    entry = struct.pack(f"{order}HHI", 0x0112, type_, 1)
    entry += struct.pack(order + ("H" if type_ == 3 else "I"), value).ljust(4, b"\0")
    block = mark + struct.pack(f"{order}HI", 42, 20) + bytes(12)  # the list stands later
    block += struct.pack(f"{order}H", 1) + entry + bytes(4)
    content = b"Exif\0\0" + block
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("before", [b"", b"\xff\xfe\x00\x06note", b"\xff\xe2\x00\x06ODD\0"])
def test_the_turn_is_found_where_others_stand_before_it(order: str, before: bytes) -> None:
    plain = saved(quarters(), "JPEG", quality=95, subsampling=0)
    read = bitmap.decode(plain[:20] + before + _exif(order, 3, 6) + plain[20:], "jpeg")

    assert (read.bitmap.width, read.bitmap.height) == (16, 24)
    assert at(read, 12, 4)[:3] == pytest.approx((200, 0, 0), abs=6)
    assert at(read, 12, 20)[:3] == pytest.approx((0, 200, 0), abs=6)


@pytest.mark.parametrize("value", [0, 9, 77])
def test_a_turn_that_there_is_not_is_no_turn(value: int) -> None:
    plain = saved(quarters(), "JPEG")
    read = bitmap.decode(plain[:20] + _exif("<", 3, value) + plain[20:], "jpeg")

    assert (read.bitmap.width, read.turned) == (24, False)


def test_a_very_large_picture_is_read_at_a_part_of_its_size() -> None:
    file = saved(quarters().resize((960, 640), Image.Resampling.NEAREST), "JPEG", quality=95)
    read = bitmap.decode(file, "jpeg", longest=100)

    assert (read.bitmap.width, read.bitmap.height) == (100, 67)
    assert (read.stored.width, read.stored.height) == (960, 640)
    assert at(read, 20, 20)[:3] == pytest.approx((200, 0, 0), abs=4)
