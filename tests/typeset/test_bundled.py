from __future__ import annotations

from importlib import resources

import pytest
from PySide6.QtGui import QFontDatabase

from cobrand.typeset.bundled import BUNDLED, renamed


@pytest.mark.usefixtures("typesetter")
def test_our_fonts_go_by_names_that_no_other_font_has() -> None:
    assert set(BUNDLED) <= set(QFontDatabase.families())


@pytest.mark.parametrize("package", ["fontpkg_noto_sans", "fontpkg_eb_garamond"])
def test_renaming_changes_only_names(package: str) -> None:
    folder = resources.files(package) / "files"
    font = next(f for f in folder.iterdir() if "Italic" not in f.name).read_bytes()
    other = renamed(font)
    changed = [i for i, (a, b) in enumerate(zip(font, other, strict=True)) if a != b]

    assert changed
    assert changed[-1] - changed[0] < 8000
    assert other == renamed(other)
