"""The hall: what is read is remembered, what has changed is read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.model.care import USUAL, Care
from cobrand.model.logo import Logo
from tests.logos import drawn
from tests.squares import SquareTypesetter

Read = list[tuple[str, Care]]


@pytest.fixture
def read() -> Read:
    """What was read from the disk, in order."""
    return []


@pytest.fixture
def engine(library: Library, read: Read) -> Engine:
    def load(path: Path, care: Care) -> Logo:
        read.append((path.name, care))
        return drawn("wide")

    return Engine(library, SquareTypesetter(), load)


def test_a_file_is_read_once(engine: Engine, read: Read, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg/>", "utf-8")

    assert engine.load(file) is engine.load(file)
    assert read == [("logo.svg", USUAL)]


def test_a_changed_file_is_read_again(engine: Engine, read: Read, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg/>", "utf-8")
    engine.load(file)
    os.utime(file, ns=(1, 1))
    engine.load(file)

    assert read == [("logo.svg", USUAL)] * 2


def test_the_same_file_is_read_again_with_other_care(
    engine: Engine, read: Read, tmp_path: Path
) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg/>", "utf-8")
    second = Care(page=2)
    engine.load(file)
    engine.load(file, second)
    engine.load(file, second)

    assert read == [("logo.svg", USUAL), ("logo.svg", second)]
