"""GIF, WebP and AVIF: clear parts, moving pictures, turns."""

from __future__ import annotations

import numpy as np
import pytest
import pyvips
from PIL import Image

from cobrand.errors import LogoUnreadable
from cobrand.intake import sniff
from cobrand.pixels import array, bitmap
from tests.pixels.files.pictures import at, quarters, saved, seen

CLEAR = Image.new("RGBA", (16, 16), (200, 30, 60, 128))


@pytest.mark.parametrize("version", [b"GIF87a", b"GIF89a"])
@pytest.mark.parametrize("interlace", [0, 1])
def test_gif_of_both_versions(version: bytes, interlace: int) -> None:
    file = version + saved(quarters(), "GIF", interlace=interlace)[6:]

    assert (array.pixels(bitmap.decode(file, "gif").bitmap)[..., :3] == quarters()).all()


def test_a_gif_may_be_clear_and_may_move() -> None:
    frames = [Image.new("P", (8, 8), index) for index in (0, 1, 2)]
    for frame in frames:
        frame.putpalette([0, 0, 0, 200, 30, 60, 1, 2, 3])
    frames[0].paste(1, (2, 2, 6, 6))
    file = saved(frames[0], "GIF", transparency=0, save_all=True, append_images=frames[1:],
                 disposal=2)  # fmt: skip
    read = bitmap.decode(file, "gif")

    assert (at(read)[3], at(read, 3, 3)) == (0, (200, 30, 60, 255))
    assert read.frames == 3


@pytest.mark.parametrize("kind", ["WEBP", "AVIF"])
def test_clear_parts_stay_clear(kind: str) -> None:
    options = {"lossless": True} if kind == "WEBP" else {"quality": 100}

    assert seen(saved(CLEAR, kind, **options), kind.lower()) == pytest.approx(
        (200, 30, 60, 128), abs=3
    )


@pytest.mark.parametrize("kind", ["WEBP", "AVIF"])
def test_the_first_of_moving_pictures(kind: str) -> None:
    first, second = Image.new("RGB", (16, 16), (200, 30, 60)), Image.new("RGB", (16, 16), "lime")
    read = bitmap.decode(
        saved(first, kind, save_all=True, append_images=[second], quality=95), kind.lower()
    )

    assert at(read, 8, 8)[:3] == pytest.approx((200, 30, 60), abs=6)


def test_avif_of_ten_bits() -> None:
    deep = np.full((16, 16, 3), (200, 60, 30), np.uint16) * 257
    image = pyvips.Image.new_from_memory(deep.tobytes(), 16, 16, 3, "ushort")
    file = image.copy(interpretation="rgb16").heifsave_buffer(
        compression="av1", bitdepth=10, Q=100, subsample_mode="off"
    )

    assert seen(file, "avif", 8, 8) == pytest.approx((200, 60, 30, 255), abs=1)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_avif_is_turned_as_its_boxes_say(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = saved(quarters(), "AVIF", quality=100, subsampling="4:4:4", exif=exif)
    shown = array.pixels(bitmap.decode(file, "avif").bitmap)[..., :3].astype(int)
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
    }  # fmt: skip
    upright = quarters().transpose(turns[orientation]) if orientation > 1 else quarters()

    assert shown.shape == np.asarray(upright).shape
    assert np.abs(shown - np.asarray(upright)).max() < 30


@pytest.mark.parametrize(
    ("brands", "kind"),
    [(b"avif\0\0\0\0mif1", "avif"), (b"avis\0\0\0\0avis", "avif"),
     (b"mif1\0\0\0\0miafavif", "avif"), (b"mif1\0\0\0\0heic", "heic"),
     (b"heic\0\0\0\0mif1heic", "heic")],
)  # fmt: skip
def test_avif_and_heic_are_told_apart_by_all_their_brands(brands: bytes, kind: str) -> None:
    assert kind == sniff.kind(b"\0\0\0\x20ftyp" + brands.ljust(20, b"\0"))


@pytest.mark.parametrize("kind", ["gif", "bmp", "tiff", "avif", "ico"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_files_cut_off_anywhere_are_refused(kind: str, part: float) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
    options = {"sizes": [(64, 64)]} if kind == "ico" else {}
    whole = saved(Image.fromarray(noise), kind, **options)

    with pytest.raises(LogoUnreadable) as caught:
        bitmap.decode(whole[: int(len(whole) * part)], kind)

    assert caught.value.code in {"logo.truncated", "logo.damaged"}
