"""Pictures inside drawings keep their pixels and lose everything else."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from cobrand.errors import LogoUnreadable
from cobrand.pixels.files import bare


def saved(kind: str, mode: str = "RGB", **options: object) -> bytes:
    gradient = Image.linear_gradient("L").resize((40, 24))
    out = io.BytesIO()
    gradient.convert(mode).save(out, kind, **options)
    return out.getvalue()


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as shown:
        return shown.convert("RGBA").tobytes()


PICTURES = {
    "png": saved("PNG", "RGBA"),
    "png, palette": saved("PNG", "P", transparency=3),
    "jpeg": saved("JPEG"),
    "jpeg, step by step": saved("JPEG", progressive=True),
    "jpeg, grey": saved("JPEG", "L"),
    "jpeg, for print": saved("JPEG", "CMYK"),
    "jpeg, with marks in between": saved("JPEG", restart_marker_blocks=1),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_pixels_stay(name: str) -> None:
    data = PICTURES[name]

    assert pixels(data) == pixels(bare.stripped(data, name[:4].strip(",")))


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_words_profiles_and_what_follows_go(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret"
    talkative = saved(kind.upper(), exif=exif, icc_profile=b"secret" * 30, comment=b"secret")

    stripped = bare.stripped(talkative + b"secret", kind)

    assert b"secret" in talkative
    assert b"secret" not in stripped
    assert len(stripped) < len(talkative)


@pytest.mark.parametrize("kind", ["png", "jpeg"])
@pytest.mark.parametrize("length", [2, 8, 20, 40, 60])
def test_a_part_of_a_picture_is_damaged(kind: str, length: int) -> None:
    with pytest.raises(LogoUnreadable):
        bare.stripped(saved(kind.upper())[:length], kind)


def test_a_photograph_without_an_end_gets_one() -> None:
    whole = PICTURES["jpeg"]

    assert bare.stripped(whole[:-2], "jpeg") == bare.stripped(whole, "jpeg")
