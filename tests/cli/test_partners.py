"""Several organisations and companion marks from the command line, and from saved briefs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cobrand.cli import asked, cards, commands
from cobrand.cli.parser import parse
from cobrand.engine import Engine
from cobrand.errors import LogoError, WrongUse
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.guest import Companion, Partner
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
    """Logos with plain and with odd names."""
    for name in ("wide", "tall", "round", "blue"):
        (tmp_path / f"{name}.svg").write_bytes(svg(name))
    (tmp_path / "a=b.svg").write_bytes(svg("tall"))
    return tmp_path


def brief(*words: str) -> Brief:
    return asked.brief(parse(commands.MAKE, ["logo.svg", "--out", "x.png", *words]), Brief())


def made(run: Run, engine: Engine, folder: Path, *words: str) -> dict[str, Any]:
    line = [str(folder / "wide.svg"), "--name", "Lead", "--out", str(folder / "all.svg"), "--json"]
    said = run(commands.LOCKUP, cards.lockup, [*line, "--replace", *words], lambda: engine)
    told: dict[str, Any] = json.loads(said.out)
    return told


def test_a_partner_has_a_file_and_a_name(folder: Path) -> None:
    tall, odd = folder / "tall.svg", folder / "a=b.svg"

    assert brief("--partner", f"{tall}=El Ñandú = uno", "--partner", str(odd)).partners == (
        Partner(str(tall), "El Ñandú = uno"),
        Partner(str(odd), "a=b"),
    )
    assert brief("--partner", f"{odd}=Öl").partners == (Partner(str(odd), "Öl"),)
    assert brief("--partner", "gone.svg=Gone").partners == (Partner("gone.svg", "Gone"),)


def test_companions_keep_what_is_not_said_anew() -> None:
    base = Brief(companions=(Companion("eu", "eu.svg", "Old"),))
    words = parse(
        commands.MAKE, ["x", "--out", "y.png", "--eu-statement", "New", "--sdg", "sdg.svg"]
    )

    assert asked.brief(words, base).companions == (
        Companion("eu", "eu.svg", "New"),
        Companion("sdg", "sdg.svg"),
    )


def test_a_statement_without_a_mark_is_refused() -> None:
    with pytest.raises(WrongUse, match="option-missing"):
        brief("--sdg-statement", "We support the goals")


@pytest.mark.parametrize(
    ("order", "title"),
    [
        ((), "Lead · Alba · Zug · #weareALE"),
        (("--order", "given"), "Lead · Zug · Alba · #weareALE"),
    ],
)
def test_the_lockup_holds_all_in_their_order(
    run: Run, engine: Engine, folder: Path, order: tuple[str, ...], title: str
) -> None:
    partners = ("--partner", f"{folder}/tall.svg=Zug", "--partner", f"{folder}/round.svg=Alba")
    told = made(run, engine, folder, *partners, *order)

    assert told["broken"] == 0
    assert title in (folder / "all.svg").read_text("utf-8")


def test_nine_organisations_are_one_too_many(run: Run, engine: Engine, folder: Path) -> None:
    partners = [word for _ in range(8) for word in ("--partner", f"{folder}/tall.svg")]
    with pytest.raises(WrongUse, match="too-many-organisations"):
        made(run, engine, folder, *partners)


def test_a_partners_file_that_is_not_there_is_named(run: Run, engine: Engine, folder: Path) -> None:
    with pytest.raises((LogoError, OSError)):
        made(run, engine, folder, "--partner", f"{folder}/gone.svg")


def test_a_saved_brief_with_partners_makes_the_same_card(
    run: Run, engine: Engine, folder: Path
) -> None:
    saved = Brief(
        logo="wide.svg",
        name="Lead",
        partners=(Partner("round.svg", "Alba"), Partner("tall.svg", "Zug")),
        companions=(Companion("eu", "blue.svg"),),
    )
    (folder / "all.cobrand").write_text(saved.to_json(), "utf-8")
    words = [str(folder / "all.cobrand"), "--out", str(folder / "card.svg"), "--json"]
    said = run(commands.MAKE, cards.make, words, lambda: engine)

    assert said.code == 0
    assert "Lead · Alba · Zug" in (folder / "card.svg").read_text("utf-8")
    assert {"rule.eu_emblem", "rule.order.partners"} <= {
        each["code"] for each in json.loads(said.out)["findings"]
    }


def test_whoever_gives_no_guests_has_them_read(engine: Engine, folder: Path) -> None:
    whole = Brief(logo=str(folder / "wide.svg"), partners=(Partner(str(folder / "tall.svg")),))
    scene = engine.compose(whole, engine.logo(whole)).scene

    assert scene.box("logo-2") is not None
