"""Reads from a PNG file's chunks what libraries leave out: gamma, primaries, frames, turning."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from cobrand.pixels.array import linear_light
from cobrand.pixels.files import icc

_START = 8
_SCREEN_GAMMA = 1 / 2.2
_SAME_GAMMA, _SAME_PLACE = 0.02, 0.003
_PRIMARIES = {1: icc.SRGB, 9: icc.REC_2020, 12: icc.DISPLAY_P3}
_CURVES: dict[int, icc.Curve] = {
    1: icc.rec709, 6: icc.rec709, 14: icc.rec709, 15: icc.rec709, 13: linear_light,
    4: icc.power(2.2), 5: icc.power(2.8), 8: icc.power(1),
}  # fmt: skip
"""ITU-T H.273: the code points that a still picture in standard range may have."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the chunks say; `whole` is False when the file stops before its end.

    `exif` is the raw block, `frames` counts an animation's pictures, `profile` stands in for the
    colours that the file names without a profile, `odd` says that it names some nobody knows.
    """

    whole: bool
    exif: bytes = b""
    frames: int = 1
    profile: bytes = b""
    odd: bool = False


def facts(data: bytes) -> Facts:
    """Read the chunks of a PNG file; what is damaged among them is passed over."""
    found = dict(_chunks(data))
    colours = _colours(found)
    frames = struct.unpack(">I", found[b"acTL"][:4])[0] if len(found.get(b"acTL", b"")) == 8 else 1
    return Facts(b"IEND" in found, found.get(b"eXIf", b""), max(1, frames), colours or b"",
                 colours is None)  # fmt: skip


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Walk the chunks whose checksum holds; pixels come without their content."""
    at = _START
    while at + 12 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if end > len(data):
            return
        if name == b"IDAT":
            yield name, b""
        elif zlib.crc32(data[at + 4 : end - 4]) == struct.unpack(">I", data[end - 4 : end])[0]:
            yield name, data[at + 8 : end - 4]
        if name == b"IEND":
            return
        at = end


def _colours(found: dict[bytes, bytes]) -> bytes | None:
    """Return a profile, nothing where sRGB or a profile of the file's own rules; None if odd."""
    if len(found.get(b"cICP", b"")) == 4:
        return _coded(*found[b"cICP"][:2])
    if b"iCCP" in found or b"sRGB" in found:
        return b""
    gamma = _number(found.get(b"gAMA", b"")) or _SCREEN_GAMMA
    places = _places(found.get(b"cHRM", b""))
    plain_gamma = abs(gamma - _SCREEN_GAMMA) < _SAME_GAMMA
    near = all(abs(a - b) < _SAME_PLACE for a, b in zip(places, icc.SRGB, strict=True))
    if plain_gamma and near:
        return b""
    curve: icc.Curve = linear_light if plain_gamma else icc.power(1 / gamma)
    return _made("gAMA, cHRM", places, curve)


def _coded(primaries: int, curve: int) -> bytes | None:
    if (primaries, curve) == (1, 13):
        return b""
    if primaries not in _PRIMARIES or curve not in _CURVES:
        return None
    return _made("cICP", _PRIMARIES[primaries], _CURVES[curve])


def _made(name: str, places: icc.Places, curve: icc.Curve) -> bytes | None:
    try:
        return icc.profile(name, places, curve)
    except (ValueError, struct.error):
        return None


def _places(said: bytes) -> icc.Places:
    if len(said) != 32:
        return icc.SRGB
    first, second, *rest = (value / 100_000 for value in struct.unpack(">8I", said))
    return (first, second, *rest)


def _number(said: bytes) -> float:
    return float(struct.unpack(">I", said)[0]) / 100_000 if len(said) == 4 else 0.0
