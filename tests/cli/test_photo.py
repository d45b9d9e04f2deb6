"""A photograph on the command line: where it is, what must be seen of it, and what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from cobrand.cli import asked, cards, commands
from cobrand.cli.parser import parse
from cobrand.engine import Engine
from cobrand.errors import LogoError, WrongUse
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.guest import Photo
from tests.cli.conftest import Run
from tests.logos import drawn
from tests.photos import PHOTOS
from tests.squares import SquareTypesetter


@pytest.fixture
def engine(library: Library) -> Engine:
    """An engine that has read its files already."""
    return Engine(
        library,
        SquareTypesetter(),
        load=lambda path, care: drawn("wide"),
        load_photo=lambda path: PHOTOS["sky"],
    )


def brief(*words: str, base: Brief | None = None) -> Brief:
    return asked.brief(parse(commands.MAKE, ["logo.svg", *words]), base or Brief())


@pytest.mark.parametrize(
    ("words", "photo"),
    [
        ((), None),
        (("--photo", "a.jpg"), Photo("a.jpg")),
        (("--photo", "a.jpg", "--focus", "0.4,0.25"), Photo("a.jpg", (0.4, 0.25))),
        (("--photo", "a.jpg", "--focus", "0, 1"), Photo("a.jpg", (0, 1))),
        (("--photo", "a.jpg", "--focus", "top-right"), Photo("a.jpg", (0.75, 0.25))),
    ],
)
def test_a_photograph_and_its_focus(words: tuple[str, ...], photo: Photo | None) -> None:
    assert brief(*words).photo == photo


def test_a_saved_photograph_stays_until_another_is_given() -> None:
    base = Brief(photo=Photo("a.jpg", (0.1, 0.2)))

    assert brief(base=base).photo == base.photo
    assert brief("--focus", "left", base=base).photo == Photo("a.jpg", (0.25, 0.5))
    assert brief("--photo", "b.jpg", base=base).photo == Photo("b.jpg")


@pytest.mark.parametrize("focus", ["middle", "1", "0.2,1.2", "-0.1,0", "nan,0.5", "a,b", "1,2,3"])
def test_a_focus_that_is_none(focus: str) -> None:
    with pytest.raises(WrongUse) as refused:
        brief("--photo", "a.jpg", f"--focus={focus}")

    assert refused.value.code == "wrong-use.focus"


def test_a_focus_without_a_photograph() -> None:
    with pytest.raises(WrongUse) as refused:
        brief("--focus", "top")

    assert refused.value.code == "wrong-use.photo-alone"


def test_a_card_on_a_photograph(run: Run, logo: Path, engine: Engine) -> None:
    target = logo.with_name("card.jpg")
    words = [str(logo), "--template", "photograph", "--photo", "class.jpg", "--out", str(target)]
    told = ["--photo-alt", "A class", "--photo-credit", "Ana Lima", "--name", "Bridges", "--json"]
    said = run(commands.MAKE, cards.make, [*words, *told], lambda: engine)

    assert said.code == 0
    assert json.loads(said.out)["bytes"] == target.stat().st_size
    assert "darkened" in said.err
    with Image.open(target) as picture:
        assert picture.format == "JPEG"


def test_a_photograph_that_is_not_there(run: Run, logo: Path, library: Library) -> None:
    engine = Engine(library, SquareTypesetter(), load=lambda path, care: drawn("wide"))
    words = [str(logo), "--photo", str(logo.with_name("none.jpg"))]
    target = ["--out", str(logo.with_name("card.jpg"))]
    with pytest.raises(LogoError) as refused:
        run(commands.MAKE, cards.make, [*words, *target], lambda: engine)

    assert refused.value.code == "photo.not-found"
