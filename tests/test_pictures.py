"""A few whole cards as pixels, with real letters, by both renderers."""

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.guest import ALONE, Guests
from cobrand.pixels import array, press, svg
from tests.logos import drawn
from tests.photos import PHOTOS

KEPT = Path(__file__).parent / "golden"
CARDS = {
    "card-square-brand": Brief(format="ig_square", ground="brand", name="Bridges"),
    "card-link-arabic": Brief(format="og_image", ground="light", language="ar", name="جسور"),
    "card-endorsement": Brief(format="ig_portrait", template="endorsement", name="Bridges"),
    "card-photograph": Brief(format="ig_portrait", template="photograph", name="Bridges"),
    "card-backdrop-arabic": Brief(
        format="og_image", template="backdrop", language="ar", name="جسور"
    ),
}
PHOTOS_OF = {
    "card-photograph": Guests(photo=PHOTOS["skin"]),
    "card-backdrop-arabic": Guests(photo=PHOTOS["stripes"]),
}


@pytest.fixture(scope="module")
def engine(typesetter):
    return Engine(Library.shipped(), typesetter, load=drawn)


def shown(bitmap):
    return array.over(array.pixels(bitmap)).astype(np.int16)


@pytest.mark.parametrize("name", CARDS)
def test_the_card_looks_as_before(name, engine):
    card = engine.compose(CARDS[name], drawn("round"), PHOTOS_OF.get(name, ALONE))
    picture = shown(engine.preview(card, 360))
    file = KEPT / f"{name}.png"
    if os.environ.get("COBRAND_REGOLD") == "1":
        Image.fromarray(picture.astype(np.uint8)).save(file, optimize=True)
        pytest.fail(f"new picture kept in {file.name}: look at it")

    kept = np.asarray(Image.open(io.BytesIO(file.read_bytes())).convert("RGB"), np.int16)

    assert kept.shape == picture.shape
    assert (np.abs(kept - picture).max(axis=2) > 24).mean() < 0.002


@pytest.mark.parametrize("name", CARDS)
def test_both_renderers_draw_the_program_s_own_cards_alike(name, engine):
    card = engine.compose(CARDS[name], drawn("round"), PHOTOS_OF.get(name, ALONE))
    drawing, size = engine.svg(card), card.scene.size
    width, height = round(size.width / 3), round(size.height / 3)

    one, other = shown(svg.draw(drawing, width, height)), shown(press.draw(drawing, width, height))

    difference = np.abs(one - other).max(axis=2)
    assert difference.mean() < 1.5
    assert (difference > 96).mean() < 0.002
