"""Colours come through their profiles as an eye would see them."""

from __future__ import annotations

import struct
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from cobrand.pixels import bitmap
from cobrand.pixels.array import linear_light
from cobrand.pixels.files import icc
from tests.pixels.files.pictures import at, saved, seen

FROM_XYZ = np.array(
    [[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560],
     [0.0556434, -0.2040259, 1.0572252]]
)  # fmt: skip
FROM_XYZ_D50 = np.array(
    [[3.1338561, -1.6168667, -0.4906146], [-0.9787684, 1.9161415, 0.0334540],
     [0.0719453, -0.2289914, 1.4052427]]
)  # fmt: skip
ADOBE = np.array(
    [[0.5767309, 0.1855540, 0.1881852], [0.2973769, 0.6273491, 0.0752741],
     [0.0270343, 0.0706872, 0.9911085]]
)  # fmt: skip
P3 = np.array(
    [[0.4865709, 0.2656677, 0.1982173], [0.2289746, 0.6917385, 0.0792869],
     [0.0, 0.0451134, 1.0439444]]
)  # fmt: skip
PROPHOTO = np.array(
    [[0.7976749, 0.1351917, 0.0313534], [0.2880402, 0.7118741, 0.0000857], [0.0, 0.0, 0.8252100]]
)
"""Matrices as Bruce Lindbloom's tables and CSS Color 4 print them."""
ADOBE_XY = (*icc.D65, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)
PROPHOTO_XY = (0.3457, 0.3585, 0.734699, 0.265301, 0.159597, 0.840403, 0.036598, 0.000105)
SPACES = {
    "adobe": (ADOBE_XY, icc.power(563 / 256), FROM_XYZ @ ADOBE),
    "p3": (icc.DISPLAY_P3, linear_light, FROM_XYZ @ P3),
    "prophoto": (PROPHOTO_XY, icc.power(1.8), FROM_XYZ_D50 @ PROPHOTO),
}


def told(space: str) -> bytes:
    places, curve, _ = SPACES[space]
    return icc.profile(space, places, curve)


def by_hand(space: str, colour: tuple[int, ...]) -> list[float]:
    _, curve, matrix = SPACES[space]
    linear = np.clip(matrix @ curve(np.array(colour) / 255), 0, 1)
    shown = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return (255 * shown).tolist()


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("colour", [(200, 90, 60), (60, 160, 90), (40, 60, 190), (255, 255, 255)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "AVIF"])
def test_wide_colours_become_srgb(space: str, colour: tuple[int, ...], kind: str) -> None:
    options = {"quality": 100} if kind in {"JPEG", "AVIF"} else {}
    options |= {"lossless": True} if kind == "WEBP" else {}
    file = saved(Image.new("RGB", (16, 16), colour), kind, icc_profile=told(space), **options)
    read = bitmap.decode(file, kind.lower())

    assert read.profile == space
    assert at(read, 8, 8)[:3] == pytest.approx(by_hand(space, colour), abs=4)


def test_alpha_and_depth_stay_when_colours_move() -> None:
    file = saved(Image.new("RGBA", (4, 4), (200, 90, 60, 77)), icc_profile=told("p3"))

    assert seen(file, "png")[3] == 77


def test_a_profile_that_is_srgb_moves_nothing_whatever_its_name() -> None:
    colours = np.random.default_rng(5).integers(0, 256, (16, 16, 3), np.uint8)
    other = icc.profile("a monitor", icc.SRGB, linear_light)
    linear = icc.profile("sRGB, linear", icc.SRGB, icc.power(1))
    plain, same, light = (
        bitmap.decode(saved(Image.fromarray(colours), icc_profile=profile), "png")
        for profile in (None, other, linear)
    )

    assert plain.bitmap == same.bitmap
    assert plain.bitmap != light.bitmap
    assert light.shift > 5


def _grey(curve: Callable[[np.ndarray], np.ndarray]) -> bytes:
    tags = [(b"desc", icc._described("grey")), (b"wtpt", icc._xyz(icc._D50)),
            (b"kTRC", icc._curve(curve))]  # fmt: skip
    return icc._packed(tags).replace(b"RGB XYZ ", b"GRAYXYZ ", 1)


def _inks(corner: Callable[[int, int, int, int], tuple[int, int, int]]) -> bytes:
    """Return a profile of a press that prints L*a*b* (8 bit) `corner` for full and absent inks."""
    steps = bytes(range(256))
    corners = b"".join(bytes(corner(n >> 3 & 1, n >> 2 & 1, n >> 1 & 1, n & 1)) for n in range(16))
    identity = struct.pack(">9i", *(65536 if n % 4 == 0 else 0 for n in range(9)))
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + identity + steps * 4 + corners + steps * 3
    packed = icc._packed([(b"desc", icc._described("press")), (b"wtpt", icc._xyz(icc._D50)),
                          (b"A2B0", table)])  # fmt: skip
    return packed.replace(b"mntrRGB XYZ ", b"prtrCMYKLab ", 1)


def _pink_press(cyan: int, magenta: int, yellow: int, black: int) -> tuple[int, int, int]:
    """Print cyan as a middle pink, black as black, and every other ink not at all."""
    return (0, 128, 128) if black else (153, 178, 128) if cyan else (255, 128, 128)


def test_grey_profiles() -> None:
    file = saved(Image.new("L", (4, 4), 128), icc_profile=_grey(icc.power(1)))

    assert seen(file, "png") == pytest.approx((188, 188, 188, 255), abs=1)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_the_press_that_a_file_names_is_obeyed(kind: str) -> None:
    file = saved(Image.new("CMYK", (16, 16), (255, 0, 0, 0)), kind, icc_profile=_inks(_pink_press))
    read = bitmap.decode(file, kind.lower())

    assert read.profile == "press"
    assert at(read, 8, 8)[:3] == pytest.approx((224, 112, 145), abs=8)
    assert read.shift > 60


@pytest.mark.parametrize(
    ("mode", "profile"),
    [
        ("RGB", b"no profile"),
        ("RGB", _inks(_pink_press)),
        ("RGB", _grey(icc.power(1))),
        ("CMYK", told("p3")),
        ("RGB", told("p3")[:200]),
        ("RGB", told("p3")[:128] + bytes(400)),
    ],
)
def test_a_profile_that_does_not_fit_is_left_out_and_said(mode: str, profile: bytes) -> None:
    picture = Image.new(mode, (16, 16), (90, 120, 30) if mode == "RGB" else (0, 0, 0, 0))
    read = bitmap.decode(saved(picture, "TIFF", icc_profile=profile), "tiff")

    assert (read.ignored, read.profile) == (True, "")
    assert at(read)[:3] == ((90, 120, 30) if mode == "RGB" else (255, 255, 255))
