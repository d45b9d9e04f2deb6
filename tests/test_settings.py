"""Settings come back as they were, and nothing about them ever stops the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cobrand import settings
from cobrand.settings import Recent, Settings


def test_they_come_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    kept = replace(Settings(), panel="look", width=900).with_recent("/a.svg", "A")

    settings.write(file, kept)

    assert settings.read(file) == kept
    assert [each.name for each in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"width": "wide", "recent": [3, {"path": 4}]}'])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text)

    assert settings.read(file) == Settings()


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file is in the way")

    settings.write(tmp_path / "config" / "settings.json", Settings())

    assert settings.read(tmp_path / "config" / "settings.json") == Settings()


def test_recent_files_come_once_and_newest_first() -> None:
    kept = Settings().with_recent("/a", "A").with_recent("/b", "B").with_recent("/a", "A2")

    assert kept.recent == (Recent("/a", "A2"), Recent("/b", "B"))
    assert kept.without_recent("/a").recent == (Recent("/b", "B"),)
