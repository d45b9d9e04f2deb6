"""Picture files of every type come in upright, in sRGB, with straight alpha."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from cobrand.errors import LogoTooLarge, LogoUnreadable
from cobrand.model.geometry import Box
from cobrand.pixels import array, bitmap

COLOUR = (200, 30, 60)


def _file(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def _first(data: bytes, kind: str) -> tuple[int, ...]:
    return tuple(array.pixels(bitmap.decode(data, kind).bitmap)[0, 0].tolist())


@pytest.mark.parametrize(
    ("mode", "shown"),
    [
        ("1", (255, 255, 255, 255)),
        ("L", (77, 77, 77, 255)),
        ("LA", (77, 77, 77, 128)),
        ("P", (*COLOUR, 255)),
        ("RGB", (*COLOUR, 255)),
        ("RGBA", (*COLOUR, 128)),
    ],
)
def test_png_of_every_type(mode: str, shown: tuple[int, ...]) -> None:
    ink = {"1": 1, "L": 77, "LA": (77, 128), "RGB": COLOUR, "RGBA": (*COLOUR, 128)}
    if mode == "P":
        picture = Image.new("RGB", (8, 8), COLOUR).quantize(4)
    else:
        picture = Image.new(mode, (8, 8), ink[mode])

    assert _first(_file(picture), "png") == shown


@pytest.mark.parametrize(("value", "shown"), [(0, 0), (32896, 128), (65535, 255), (25700, 100)])
def test_sixteen_bit_grey_is_divided_not_clipped(value: int, shown: int) -> None:
    grey = Image.fromarray(np.full((8, 8), value, np.uint16))

    assert _first(_file(grey), "png") == (shown, shown, shown, 255)


def test_a_transparent_palette_entry_is_clear() -> None:
    picture = Image.new("P", (8, 8), 1)
    picture.putpalette([0, 0, 0, *COLOUR])

    assert _first(_file(picture, transparency=1), "png") == (*COLOUR, 0)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_all_eight_ways_round_come_upright(orientation: int, kind: str) -> None:
    upright = Image.new("RGB", (32, 16), "white")
    upright.paste((200, 0, 0), (0, 0, 16, 8))
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    stored = upright.transpose(turns[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation

    read = bitmap.decode(_file(stored, kind, exif=exif), kind.lower())

    assert (read.bitmap.width, read.bitmap.height) == (32, 16)
    assert read.turned == (orientation > 1)
    seen = array.pixels(read.bitmap).astype(int)
    assert seen[3, 4, 1] < 60
    assert seen[12, 24, 1] > 200


def test_cmyk_becomes_rgb() -> None:
    read = bitmap.decode(_file(Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "JPEG"), "jpeg")
    red, green, _, alpha = array.pixels(read.bitmap)[8, 8].tolist()

    assert read.space == "cmyk"
    assert (red > 200, green < 60, alpha) == (True, True, 255)


def test_a_profile_is_obeyed() -> None:
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ"))
    grey = Image.new("RGB", (8, 8), (128, 128, 128))
    plain = _first(_file(grey), "png")

    wrong_space = bitmap.decode(_file(grey, icc_profile=linear.tobytes()), "png")
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert wrong_space.profile == ""
    assert _first(_file(grey, icc_profile=srgb), "png") == plain
    assert _first(_file(grey, icc_profile=b"no profile"), "png") == plain


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_files_cut_off_anywhere_are_refused(kind: str, part: float) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
    whole = _file(Image.fromarray(noise), kind)

    with pytest.raises(LogoUnreadable) as caught:
        bitmap.decode(whole[: int(len(whole) * part)], kind.lower())

    assert caught.value.code in {"logo.truncated", "logo.damaged"}


def test_another_kind_is_never_tried() -> None:
    with pytest.raises(LogoUnreadable):
        bitmap.decode(_file(Image.new("RGB", (8, 8))), "jpeg")


def test_too_many_pixels_are_refused_before_they_are_unpacked() -> None:
    huge = _file(Image.new("1", (13_000, 13_000)))

    with pytest.raises(LogoTooLarge) as caught:
        bitmap.decode(huge, "png")

    assert caught.value.values == {"width": 13_000, "height": 13_000}


def test_a_large_picture_is_kept_at_a_sane_size() -> None:
    read = bitmap.decode(_file(Image.new("L", (600, 300), 90)), "png", longest=200)

    assert (read.bitmap.width, read.bitmap.height) == (200, 100)
    assert (read.stored.width, read.stored.height) == (600, 300)


def test_a_picture_keeps_no_more_pixels_than_can_be_measured() -> None:
    read = bitmap.decode(_file(Image.new("1", (4_000, 3_000), 1)), "png")
    kept = read.bitmap

    assert kept.width * kept.height == pytest.approx(bitmap.MOST_KEPT, rel=0.001)
    assert kept.width / kept.height == pytest.approx(4 / 3, rel=0.001)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_clear_pixels_lend_no_colour_when_a_picture_is_read_smaller(kind: str) -> None:
    pixels = np.zeros((400, 400, 4), np.uint8)
    pixels[..., 1] = 255
    pixels[:, 200:] = (200, 0, 0, 255)
    file = _file(Image.fromarray(pixels), kind, **({"lossless": True} if kind == "WEBP" else {}))

    small = array.pixels(bitmap.decode(file, kind.lower(), longest=90).bitmap)

    assert small[..., 1][small[..., 3] > 8].max() <= 4
    assert small[45, 80].tolist() == [200, 0, 0, 255]


def test_clear_pixels_lend_no_colour_when_resized() -> None:
    pixels = np.zeros((40, 40, 4), np.uint8)
    pixels[..., 1] = 255
    pixels[:, 20:] = (200, 0, 0, 255)

    small = array.pixels(bitmap.resized(array.bitmap(pixels), 10, 10, Box(10, 10, 20, 20)))

    assert small[..., 1][small[..., 3] > 8].max() <= 2
