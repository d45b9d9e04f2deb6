"""Drawings to compare with: written on purpose, looked at, and then kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parent


def compare(name: str, drawing: str) -> None:
    """Compare a drawing with the one kept; with COBRAND_REGOLD=1 keep it, and fail all the same."""
    kept = _FOLDER / f"{name}.svg"
    if os.environ.get("COBRAND_REGOLD") == "1":
        kept.write_text(drawing, encoding="utf-8")
        pytest.fail(f"new drawing kept in {kept.name}: look at it")

    assert drawing.splitlines() == kept.read_text(encoding="utf-8").splitlines()
