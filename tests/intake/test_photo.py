"""Photographs are read whole and upright, in the process that may be lost, and errors say so."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from cobrand.errors import LogoError
from cobrand.intake.reader import Reader
from cobrand.model.limits import Limits
from cobrand.pixels import array
from tests.intake.files import FILES

KINDS = ["png", "jpeg", "webp", "tiff", "gif", "bmp", "avif"]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


def saved(folder: Path, picture: Image.Image, kind: str = "png", **options: object) -> Path:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    file = folder / "photo"
    file.write_bytes(out.getvalue())
    return file


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_picture(kind: str, reader: Reader, tmp_path: Path) -> None:
    photo = reader.read_photo(saved(tmp_path, Image.new("RGB", (60, 40), (200, 60, 40)), kind))

    assert (photo.width, photo.height) == (60, 40)
    assert array.pixels(photo)[20, 30].astype(int) == pytest.approx([200, 60, 40, 255], abs=6)


def test_it_stands_upright(reader: Reader, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = reader.read_photo(saved(tmp_path, Image.new("RGB", (60, 40)), "jpeg", exif=exif))

    assert (photo.width, photo.height) == (40, 60)


def test_white_in_it_stays(reader: Reader, tmp_path: Path) -> None:
    picture = Image.new("RGB", (60, 40), "white")
    picture.paste((20, 60, 90), (20, 10, 40, 30))
    photo = reader.read_photo(saved(tmp_path, picture))

    assert array.pixels(photo)[0, 0].tolist() == [255, 255, 255, 255]
    assert (photo.width, photo.height) == (60, 40)


def test_what_can_be_seen_through_lies_on_white(reader: Reader, tmp_path: Path) -> None:
    photo = reader.read_photo(saved(tmp_path, Image.new("RGBA", (60, 40), (0, 0, 0, 0))))

    assert array.pixels(photo)[5, 5].tolist() == [255, 255, 255, 255]


def test_it_is_reduced_once(reader: Reader, tmp_path: Path) -> None:
    photo = reader.read_photo(saved(tmp_path, Image.new("RGB", (5000, 2500)), "jpeg"))

    assert (photo.width, photo.height) == (4000, 2000)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo.empty"),
        (b"nothing of the kind", "photo.unreadable"),
        ((FILES / "plain.svg").read_bytes(), "photo.kind-not-read"),
        (b"\x89PNG\r\n\x1a\nno more", "photo.truncated"),
    ],
)
def test_errors_speak_of_a_photograph(
    data: bytes, code: str, reader: Reader, tmp_path: Path
) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(data)
    with pytest.raises(LogoError) as refused:
        reader.read_photo(file)

    assert refused.value.code == code


def test_no_file_and_a_folder(reader: Reader, tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.jpg", "not-found"), (tmp_path, "folder")):
        with pytest.raises(LogoError) as refused:
            reader.read_photo(path)

        assert refused.value.code == f"photo.{code}"


def test_too_many_pixels_and_too_little_memory(tmp_path: Path) -> None:
    huge = saved(tmp_path, Image.new("1", (13_000, 13_000)))
    with Reader(Limits(20, 256)) as one, pytest.raises(LogoError) as refused:
        one.read_photo(huge)

    assert refused.value.code == "photo.too-many-pixels"
