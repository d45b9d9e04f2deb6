"""Resources are found in a checkout, an installed wheel and a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cobrand.library import Library, places


def test_a_checkout_has_them_beside_the_package() -> None:
    assert places.shipped() == Path(places.__file__).parents[2] / "resources"


def test_a_wheel_has_them_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "cobrand" / "library" / "places.py"
    (tmp_path / "cobrand" / "resources").mkdir(parents=True)
    monkeypatch.setattr(places, "__file__", str(module))

    assert places.shipped() == tmp_path / "cobrand" / "resources"


def test_a_frozen_program_has_them_in_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert places.shipped() == tmp_path / "resources"


def test_the_default_puts_the_persons_folder_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    own = tmp_path / "cobrand" / "icons" / "undo.svg"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"<svg/>")

    library = Library.default()

    if sys.platform == "linux":
        assert library.icon("undo") == b"<svg/>"
    assert library.format("story").id == "story"
