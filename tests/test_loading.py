"""A program that only asks others for work loads nothing that draws, sets words or reads logos."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"numpy", "PySide6", "pyvips", "PIL", "pypdf", "docx", "lxml", "cairosvg", "pypdfium2"}


@pytest.mark.parametrize(
    "door",
    ["cobrand.cli.run", "cobrand.cli.batch", "cobrand.batch.desk", "cobrand.intake.readers"],
)
def test_whoever_asks_loads_nothing_heavy(door: str) -> None:
    program = f"import {door}, sys; print(*(name.partition('.')[0] for name in sys.modules))"
    done = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert set() == HEAVY & set(done.stdout.split())
