"""Rows packed in parts are unpacked as if they had been packed at once."""

from __future__ import annotations

import zlib

import numpy as np
import pytest

from cobrand.pixels import packed
from cobrand.pixels.array import Bytes

pytestmark = pytest.mark.skipif(not packed.available(), reason="libdeflate is not here")


def flat() -> Bytes:
    rows = np.zeros((400, 1201), np.uint8)
    rows[:, 300:] = 7
    rows[100:140, 200:900:3] = 9
    return rows


def noisy() -> Bytes:
    return np.random.default_rng(3).integers(0, 256, (300, 1201), np.uint8)


def mixed() -> Bytes:
    return np.concatenate((flat(), noisy() % 5, flat(), noisy() % 90))


@pytest.mark.parametrize("rows", [flat(), noisy() % 3, noisy() % 90, mixed()])
@pytest.mark.parametrize("cut", [1, 32, 96, 288])
def test_a_part_and_the_rest_are_the_whole(rows: Bytes, cut: int) -> None:
    before = packed.part(rows[:cut])

    assert before is not None
    assert zlib.decompress(packed.stream(rows[cut:], before)) == rows.tobytes()


def test_parts_cost_next_to_nothing() -> None:
    rows = mixed()
    before = packed.part(rows[:416])

    assert before is not None
    whole = len(packed.stream(rows))
    assert len(packed.stream(rows[416:], before)) < 1.02 * whole


def test_what_cannot_be_told_apart_is_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_gives", lambda packed, data: False)

    assert packed.part(flat()) is None
