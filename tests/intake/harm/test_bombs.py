"""A file made to cost as much as possible costs a sentence within the limits, and nobody else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cobrand.errors import LogoError
from cobrand.intake.reader import Reader
from cobrand.messages import say
from cobrand.messages.tables import SENTENCES
from cobrand.model.limits import Limits
from tests.intake.harm.bombs import BOMBS
from tests.logos import svg

LIMITS = Limits(seconds=1.5, memory=1024)
GRACE = 60
"""Seconds that tell a hang from a machine that does other things too."""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(LIMITS) as one:
        yield one


@pytest.mark.parametrize("name", BOMBS)
def test_it_costs_a_sentence_and_the_next_file_is_read(name: str, reader: Reader) -> None:
    data = BOMBS[name]()
    start = time.monotonic()
    refusal = _refusal(reader, data)
    took = time.monotonic() - start

    assert took < LIMITS.seconds + GRACE
    assert _peak(reader) < LIMITS.memory + 200
    if refusal is not None:
        assert refusal.code in SENTENCES
        assert refusal.code not in {"logo.unreadable", "logo.reader-died"} or name in VAGUE
        assert "{" not in say("en", refusal)
    reader._limits = Limits()
    assert reader.read_bytes(svg("wide")).kind == "svg"
    reader._limits = LIMITS


VAGUE = {"quadratic entities", "instructions", "packed twice", "packed four times",
         "a packed drawing, packed", "many packed parts", "a WebP of 16,384 by 16,384",
         "a view too small for numbers", "a page beyond numbers",
         "a PDF that draws itself"}  # fmt: skip
"""Those of which nothing more can be said: no picture, or PDFium gave up where memory ended."""


def _refusal(reader: Reader, data: bytes) -> LogoError | None:
    try:
        reader.read_bytes(data)
    except LogoError as error:
        return error
    return None


def _peak(reader: Reader) -> float:
    """Return the most MB that the worker has held, 0 if it is gone or cannot be asked."""
    if reader._process is None or reader._process.poll() is not None:
        return 0
    try:
        lines = Path(f"/proc/{reader._process.pid}/status").read_text().splitlines()
    except OSError:
        return 0
    said = next((line.split()[1] for line in lines if line.startswith("VmHWM")), "0")
    return int(said) / 1000
