"""A format with bleed: what touches the trim goes on beyond it, in the scene and in the files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.library.places import shipped
from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Brief
from cobrand.model.colour import WHITE, Colour
from cobrand.model.geometry import Box
from cobrand.pixels.pdf.page import draw_pdf, facts
from tests.logos import drawn
from tests.squares import SquareTypesetter

MM = 96 / 25.4
PT = 72 / 25.4
SIZES = {"tall": (148, 210), "broad": (240, 110), "low": (300, 84), "high": (90, 180)}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine that knows four formats with a bleed of 3 mm."""
    root = tmp_path_factory.mktemp("bleed")
    (root / "formats").mkdir()
    for name, (width, height) in SIZES.items():
        (root / "formats" / f"{name}.toml").write_text(
            f'use = "print"\nunit = "mm"\nwidth = "{width} mm"\nheight = "{height} mm"\n'
            'bleed = "3 mm"\nkinds = ["pdf", "png"]\nsource = "a test"\nchecked = "2026-01-01"\n'
            '[name]\nen = "Own"\n',
            "utf-8",
        )
    return Engine(Library(root, shipped()), SquareTypesetter())


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("format_id", SIZES)
def test_what_touches_the_trim_goes_on_into_the_bleed(
    engine: Engine, format_id: str, language: str
) -> None:
    brief = Brief(name="Bridges", format=format_id, language=language)
    scene = engine.compose(brief, drawn("wide")).scene
    trim = Box.of(scene.size)
    whole = trim.grown(3 * MM)

    fills = (*scene.find("table"), *scene.find("seats"))
    assert len(fills) >= 1
    for fill in fills:
        assert fill.box.right == pytest.approx(whole.right) or fill.box.right < trim.right - 1
        assert fill.box.left == pytest.approx(whole.left) or fill.box.left > trim.left + 1
        assert fill.box.bottom == pytest.approx(whole.bottom) or fill.box.bottom < trim.bottom - 1


def test_colours_reach_every_edge_of_the_files(engine: Engine, tmp_path: Path) -> None:
    composition = engine.compose(Brief(name="Bridges", format="tall"), drawn("wide"))
    for kind in ("png", "pdf"):
        engine.export(composition, tmp_path / f"card.{kind}", kind)
    preview = engine.preview(composition, 616)

    field, table = composition.scene.ground, WHITE
    assert field is not None
    assert _edges(preview) == (field, table)
    assert _edges(draw_pdf((tmp_path / "card.pdf").read_bytes(), 0, 616)) == (field, table)


def test_the_trim_is_inside_the_bleed(engine: Engine, tmp_path: Path) -> None:
    composition = engine.compose(Brief(name="Bridges", format="tall"), drawn("wide"))
    engine.export(composition, tmp_path / "card.pdf", "pdf")

    (page,) = facts((tmp_path / "card.pdf").read_bytes())
    assert (page.media.width, page.media.height) == pytest.approx((154 * PT, 216 * PT), abs=0.1)
    assert page.bleed == page.media
    assert (page.trim.left, page.trim.top) == pytest.approx((3 * PT, 3 * PT), abs=0.1)
    assert (page.trim.width, page.trim.height) == pytest.approx((148 * PT, 210 * PT), abs=0.1)


def _edges(picture: Bitmap) -> tuple[Colour, Colour]:
    """Return the one colour along the upper edges and the one along the lower; all opaque."""
    pixels = np.frombuffer(picture.data, np.uint8).reshape(picture.height, picture.width, 4)
    upper = np.concatenate([pixels[0], pixels[: picture.height // 3, 0]])
    lower = np.concatenate([pixels[-1], pixels[-picture.height // 8 :, 0]])
    lower = np.concatenate([lower, pixels[-picture.height // 8 :, -1]])
    for edge in (upper, lower):
        assert (edge == edge[0]).all()
        assert edge[0][3] == 255
    return tuple(Colour(*(int(each) for each in edge[0][:3])) for edge in (upper, lower))  # type: ignore[return-value]
