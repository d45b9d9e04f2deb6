"""What a file is is told by its bytes, and every bad file gets a code."""

from __future__ import annotations

import pytest

from cobrand.errors import LogoError, LogoTooLarge, LogoUnreadable
from cobrand.intake import sniff
from cobrand.intake.door import read
from tests.intake.files import data, logo


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("really-a-png.svg", "png"),
        ("really-an-svg.png", "svg"),
        ("really-a-jpeg.png", "jpeg"),
        ("compressed.svgz", "svgz"),
        ("clear.webp", "webp"),
        ("illustrator.svg", "svg"),
    ],
)
def test_bytes_are_believed_and_names_are_not(name: str, kind: str) -> None:
    assert kind == logo(name).kind


@pytest.mark.parametrize(
    ("name", "error", "code"),
    [
        ("empty.svg", LogoUnreadable, "logo.empty"),
        ("words.svg", LogoUnreadable, "logo.unreadable"),
        ("a-web-page.svg", LogoUnreadable, "logo.kind-not-read"),
        ("really-a-pdf.png", LogoUnreadable, "logo.damaged"),
        ("malformed.svg", LogoUnreadable, "logo.svg-malformed"),
        ("cut-off.svg", LogoUnreadable, "logo.truncated"),
        ("cut-off.png", LogoUnreadable, "logo.truncated"),
        ("cut-off.jpg", LogoUnreadable, "logo.truncated"),
        ("blank.svg", LogoUnreadable, "logo.blank"),
        ("white.png", LogoUnreadable, "logo.blank"),
        ("billion-laughs.svg", LogoTooLarge, "logo.too-complex"),
        ("quadratic.svg", LogoTooLarge, "logo.too-complex"),
        ("endless-entity.svg", LogoTooLarge, "logo.too-complex"),
        ("nested-use.svg", LogoTooLarge, "logo.too-complex"),
        ("nested-patterns.svg", LogoTooLarge, "logo.too-complex"),
        ("giant-filter.svg", LogoTooLarge, "logo.too-complex"),
        ("circular-use.svg", LogoTooLarge, "logo.endless"),
        ("svgz-bomb.svgz", LogoTooLarge, "logo.too-large"),
        ("sixty-thousand.png", LogoTooLarge, "logo.too-many-pixels"),
        ("picture-bomb.svg", LogoTooLarge, "logo.too-many-pixels"),
    ],
)
def test_a_bad_file_costs_a_code(name: str, error: type[LogoError], code: str) -> None:
    with pytest.raises(error) as caught:
        read(data(name))

    assert code == caught.value.code


def test_the_kind_that_is_not_read_is_named() -> None:
    with pytest.raises(LogoUnreadable) as caught:
        read(b"8BPS" + bytes(20))

    assert caught.value.values == {"kind": "psd"}


@pytest.mark.parametrize("count", [100_000])
def test_too_many_groups(count: int) -> None:
    many = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' + b"<g/>" * count + b"</svg>"
    )

    with pytest.raises(LogoTooLarge):
        read(many)


def test_a_tower_of_groups() -> None:
    head = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'

    with pytest.raises(LogoTooLarge):
        read(head + b"<g>" * 5000 + b"</g>" * 5000 + b"</svg>")


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP", b"\x1f\x8b", b"<svg "]
)
def test_noise_behind_a_good_start(start: bytes) -> None:
    noise = bytes(range(256)) * 8

    with pytest.raises(LogoUnreadable):
        read(start + noise)


def test_utf_16_is_recognised() -> None:
    plain = data("plain.svg").decode()

    assert sniff.kind(plain.encode("utf-16")) == "svg"
    assert read(plain.encode("utf-16")).page == logo("plain.svg").page
