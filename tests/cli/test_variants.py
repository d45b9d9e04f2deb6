"""An organisation's own drawings for other grounds: used where the ground asks for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cobrand.cli import cards, commands
from cobrand.engine import Engine
from cobrand.errors import LogoError
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.pixels import bitmap
from cobrand.typeset.setter import QtTypesetter
from tests.cli.conftest import Run
from tests.logos import svg


@pytest.fixture(scope="module")
def engine(library: Library, typesetter: QtTypesetter) -> Engine:
    """The real engine; logos are read in this process, which is faster here."""
    return Engine(
        library, typesetter, load=lambda path, care: door.read(path.read_bytes(), care=care)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A logo in blue, its white and black versions, and another logo."""
    for name in ("blue", "white", "black", "round"):
        (tmp_path / f"{name}.svg").write_bytes(svg(name))
    return tmp_path


def made(run: Run, engine: Engine, folder: Path, logo: str, *words: str) -> dict[str, Any]:
    target = folder / "card.png"
    line = [str(folder / f"{logo}.svg"), "--out", str(target), "--json", "--replace", *words]
    said = run(commands.MAKE, cards.make, line, lambda: engine)
    assert said.code == 0
    told: dict[str, Any] = json.loads(said.out)
    return told


def found(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["code"]: each for each in told["findings"]}


def corner(folder: Path) -> tuple[int, ...]:
    """Return the colour of the table, in the card's lower left corner."""
    drawn = bitmap.decode((folder / "card.png").read_bytes(), "png").bitmap
    start = 4 * ((drawn.height - 4) * drawn.width + 4)
    return tuple(drawn.data[start : start + 3])


def test_a_dark_card_takes_the_reversed_logo_on_a_dark_table(
    run: Run, engine: Engine, folder: Path
) -> None:
    words = ("--ground", "dark", "--reversed", str(folder / "white.svg"))
    told = made(run, engine, folder, "blue", *words)

    assert corner(folder) == (0x0A, 0x19, 0x1F)
    assert found(told)["logo.variant-used"]["values"] == {"variant": "reversed"}
    assert found(told)["rule.same_mode"]["severity"] == "kept"
    assert told["measured"]["ratio"] == pytest.approx(1, abs=0.08)
    assert told["broken"] == 0


def test_without_it_the_table_stays_white(run: Run, engine: Engine, folder: Path) -> None:
    told = made(run, engine, folder, "blue", "--ground", "dark")

    assert corner(folder) == (255, 255, 255)
    assert "logo.variant-used" not in found(told)
    assert found(told)["rule.same_mode"]["severity"] == "kept"


def test_a_letter_takes_the_dark_drawing_of_a_white_logo(
    run: Run, engine: Engine, folder: Path
) -> None:
    words = ("--format", "letterhead_a4", "--template", "letterhead")
    letter = [str(folder / "white.svg"), "--out", str(folder / "letter.svg"), "--replace", *words]
    run(commands.MAKE, cards.make, letter, lambda: engine)
    banded = (folder / "letter.svg").read_text("utf-8")
    mono = ["--mono", str(folder / "black.svg")]
    run(commands.MAKE, cards.make, [*letter, *mono], lambda: engine)

    assert "#0A191F" in banded
    assert "#0A191F" not in (folder / "letter.svg").read_text("utf-8")


def test_another_logo_is_doubted(run: Run, engine: Engine, folder: Path) -> None:
    told = made(run, engine, folder, "blue", "--reversed", str(folder / "round.svg"))

    assert found(told)["logo.variant-differs"]["values"]["variant"] == "reversed"


def test_a_variant_that_cannot_be_read_stops(run: Run, engine: Engine, folder: Path) -> None:
    (folder / "white.svg").write_text("no", "utf-8")
    with pytest.raises(LogoError):
        made(run, engine, folder, "blue", "--reversed", str(folder / "white.svg"))


def test_a_saved_brief_finds_its_variants_beside_it(run: Run, engine: Engine, folder: Path) -> None:
    brief = Brief(logo="blue.svg", reversed="white.svg", ground="dark", mend=("turn-over",))
    (folder / "kit.cobrand").write_text(brief.to_json(), "utf-8")
    line = [str(folder / "kit.cobrand"), "--out", str(folder / "card.png"), "--json"]
    told = json.loads(run(commands.MAKE, cards.make, line, lambda: engine).out)

    assert {"logo.variant-used", "logo.turned-by-hand"} <= set(found(told))


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_pair_alone_can_be_made_for_the_dark(
    run: Run, engine: Engine, folder: Path, kind: str
) -> None:
    target = folder / f"pair.{kind}"
    line = [str(folder / "blue.svg"), "--ground", "dark", "--reversed", str(folder / "white.svg")]
    said = run(
        commands.LOCKUP, cards.lockup, [*line, "--out", str(target), "--json"], lambda: engine
    )
    told = json.loads(said.out)

    assert "logo.variant-used" in found(told)
    assert told["broken"] == 0
