"""Turns primaries and a tone curve into an ICC profile, for files that name them without one."""

from __future__ import annotations

import struct
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = tuple[float, float, float, float, float, float, float, float]
"""The xy of white, red, green and blue (CIE 1931)."""
Curve = Callable[[Floats], Floats]
"""Turns a channel's value, 0–1, into linear light, 0–1."""

D65 = (0.3127, 0.3290)
SRGB: Places = (*D65, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
DISPLAY_P3: Places = (*D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)
REC_2020: Places = (*D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046)

_D50 = np.array([0.9642, 1.0, 0.8249])
_STEPS = 1024
_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


def rec709(value: Floats) -> Floats:
    """Return values of ITU-R BT.709 as linear light."""
    return np.where(value < 0.081, value / 4.5, ((value + 0.099) / 1.099) ** (1 / 0.45))


def power(gamma: float) -> Curve:
    """Return the curve of a plain gamma."""
    return lambda value: np.asarray(value**gamma)


def profile(name: str, places: Places, curve: Curve) -> bytes:
    """Return an ICC 2.4 display profile; primaries on one line raise ValueError."""
    columns = _adapted(places).T
    tags = [
        (b"desc", _described(name)),
        (b"cprt", b"text\0\0\0\0none\0"),
        (b"wtpt", _xyz(_D50)),
        *((tag, _xyz(column)) for tag, column in zip(_names(b"XYZ"), columns, strict=True)),
        *((tag, _curve(curve)) for tag in _names(b"TRC")),
    ]
    return _packed(tags)


def _names(ending: bytes) -> tuple[bytes, ...]:
    return tuple(channel + ending for channel in (b"r", b"g", b"b"))


def _adapted(places: Places) -> Floats:
    """Return the matrix from linear RGB to XYZ under D50 (Bradford)."""
    white, *primaries = (np.array([x / y, 1, (1 - x - y) / y]) if y else np.zeros(3)
                         for x, y in zip(places[::2], places[1::2], strict=True))  # fmt: skip
    columns = np.stack(primaries, axis=1)
    if not white.any() or abs(np.linalg.det(columns)) < 1e-6:
        raise ValueError(places)
    matrix = columns * np.linalg.solve(columns, white)
    cones = (_BRADFORD @ _D50) / (_BRADFORD @ white)
    return np.asarray(np.linalg.solve(_BRADFORD, cones[:, None] * _BRADFORD) @ matrix)


def _packed(tags: list[tuple[bytes, bytes]]) -> bytes:
    start = 132 + 12 * len(tags)
    table, body = b"", b""
    for name, content in tags:
        table += struct.pack(">4sII", name, start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"lcms", 0x02400000, b"mntr", b"RGB ",
                       b"XYZ ")  # fmt: skip
    head += bytes(12) + b"acsp" + bytes(28) + _fixed(_D50)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def _described(name: str) -> bytes:
    text = name.encode("ascii", "replace") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)


def _xyz(values: Floats) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _fixed(values: Floats) -> bytes:
    return struct.pack(">3i", *(round(float(value) * 65536) for value in values))


def _curve(curve: Curve) -> bytes:
    values = np.clip(curve(np.linspace(0, 1, _STEPS)), 0, 1)
    table = np.round(values * 65535).astype(">u2").tobytes()
    return b"curv\0\0\0\0" + struct.pack(">I", _STEPS) + table
