"""A drawing whose cost grows with the card is kept as a picture; a usual shadow is not."""

from __future__ import annotations

import pytest

from cobrand.intake.door import read

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><filter id="f" '
_WIDE = 'x="-9" y="-9" width="19" height="19">'
_MARK = (
    '</filter><rect x="20" y="30" width="60" height="40" fill="#0b5158" filter="url(#f)"/></svg>'
)
_CLOUDS = '<feTurbulence baseFrequency=".05" numOctaves="9"/>'
_SHADOW = '<feDropShadow dx="1" dy="1" stdDeviation="1"/>'


@pytest.mark.parametrize(
    ("drawing", "vector"),
    [
        (_HEAD + _WIDE + _CLOUDS + _MARK, False),
        (_HEAD + ">" + _SHADOW + _MARK, True),
    ],
    ids=["clouds", "shadow"],
)
def test_what_would_hold_up_a_large_card_is_drawn_once(drawing: str, vector: bool) -> None:
    logo = read(drawing.encode())

    assert logo.vector == vector
    assert ("logo.slow-drawing" in {each.code for each in logo.findings}) != vector
