"""A file's kind is told by its ends alone; pipes and folders are refused as when it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cobrand.errors import LogoError
from cobrand.intake import sniff, source
from tests.logos import svg


def test_a_short_file_is_its_own_head(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(svg("wide"))

    assert source.head(tmp_path / "a") == svg("wide")


@pytest.mark.parametrize("length", [65_536, 65_537, 100_000, 131_072, 1_000_000])
def test_a_long_file_gives_its_first_and_last_bytes(tmp_path: Path, length: int) -> None:
    data = os.urandom(length)
    (tmp_path / "a").write_bytes(data)
    head = source.head(tmp_path / "a")

    assert head.startswith(data[:65_536])
    assert head.endswith(data[-min(65_536, length - 65_536) :] if length > 65_536 else data)
    assert len(head) == min(length, 131_072)


def test_a_document_is_known_by_the_list_at_its_end(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"PK\x03\x04" + bytes(300_000) + b"word/document.xml")

    assert sniff.kind(source.head(tmp_path / "a")) == "docx"


def test_a_folder_has_no_head(tmp_path: Path) -> None:
    with pytest.raises(LogoError) as caught:
        source.head(tmp_path)

    assert caught.value.code == "logo.folder"
