"""A file of which nobody knows how it was laid out: its marks, and the line between them."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from cobrand.export import writing
from cobrand.export.measure import Found, foreign
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import SvgArt
from tests.export.scenes import LOGO, MARK, make_campaign, order_of
from tests.export.test_measure import changed, logo_of

BALL = SvgArt('<rect width="100" height="200" fill="#1F3F8F"/>', Size(100, 200))


def saved_again(data: bytes, kind: str) -> bytes:
    """Save a picture as most programs do, with colours at half the detail."""
    held = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        picture.convert("RGB").save(held, kind.upper(), quality=80)
    return held.getvalue()


def measured(data: bytes, kind: str, art: SvgArt = LOGO) -> Found:
    marks = (("colour", logo_of(MARK)),)
    asked = foreign.Asked(kind, logo_of(art), marks, make_campaign(), "en")  # type: ignore[arg-type]
    found = foreign.measured(data, asked)
    assert isinstance(found, Found)
    return found


@pytest.mark.parametrize("kind", ["jpeg", "webp"])
@pytest.mark.parametrize("off", np.linspace(0, 0.75, 4))
def test_the_line_is_no_stranger_though_a_mark_s_edge_is_upright_too(kind: str, off: float) -> None:
    tall = changed("logo", lambda it: replace(
        it, art=BALL, source=Box(0, 0, 100, 200),
        box=Box(it.box.right - 43.2 - off, it.box.top, 43.2, 86.4)))  # type: ignore[call-arg]  # fmt: skip
    found = measured(saved_again(writing.make(order_of("png", tall)).data, kind), kind, BALL)

    assert found.measured.line == pytest.approx(2, abs=0.4)
    assert found.measured.clear == pytest.approx(1.4, abs=0.1)
