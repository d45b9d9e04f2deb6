"""However awkwardly a drawing is written, it comes in as the reference draws it."""

from __future__ import annotations

import pytest

from cobrand.intake.door import read
from tests.intake.drawing.awkward import FILES
from tests.intake.files import codes

ABOVE = {"head-turned-root", "webp"}
"""Read as they are meant, which librsvg does not."""
BLANK = {"gif"}


@pytest.mark.parametrize("name", sorted(FILES.keys() - BLANK))
def test_it_stays_a_drawing_and_the_same(name: str) -> None:
    logo = read(FILES[name])

    assert logo.vector
    assert ("logo.newer" in codes(logo.findings)) == (name in ABOVE)


@pytest.mark.parametrize("name", ["media", "supports", "import"])
def test_style_rules_that_ask_for_a_screen_are_said(name: str) -> None:
    assert "logo.styles-left" in codes(read(FILES[name]).findings)
