"""The comparison of ways to size logos: it reads what it is given and counts as it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.balance import command, corpus, invented
from bench.balance.looks import Look, look
from bench.balance.sheet import CELL_HEIGHT, CELL_WIDTH, COLUMNS, sheet
from bench.balance.spread import spread
from bench.balance.ways import ways
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.campaign import Rules
from cobrand.model.colour import WHITE, Colour
from cobrand.rules import eye


@pytest.fixture
def rules(library: Library) -> Rules:
    return library.campaign("weareale").rules


def square(fill: str, rules: Rules, ground: Colour = WHITE) -> Look | None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    data = f'{head}<path fill="{fill}" d="M0 0h100v100h-100z"/></svg>'.encode()
    logo = door.read(data, name="square.svg")
    return look("square", logo.sample, logo.aspect, ground, rules)


def invented_looks(rules: Rules) -> list[Look]:
    logos = [(name, door.read(data, name=f"{name}.svg")) for name, data in invented.logos()]
    looks = [look(name, logo.sample, logo.aspect, WHITE, rules) for name, logo in logos]
    return [each for each in looks if each]


def test_a_square_fills_its_box(rules: Rules) -> None:
    black = square("#000", rules)

    assert black is not None
    assert (black.aspect, black.density) == pytest.approx((1, 1), abs=0.02)
    assert (black.seen.hull, black.seen.ink, black.plain) == pytest.approx((1, 1, 1), abs=0.02)


def test_a_logo_that_the_ground_swallows_is_left_out(rules: Rules) -> None:
    assert square("#003366", rules, Colour(0, 0x33, 0x66)) is None


def test_even_logos_have_a_spread_of_one(rules: Rules) -> None:
    black = square("#000", rules)

    assert black is not None
    made = spread([black] * 20, [2.0] * 20)
    assert (made.box, made.hull, made.ink, made.plain) == pytest.approx((1, 1, 1, 1))


def test_twice_as_high_is_four_times_the_area(rules: Rules) -> None:
    black = square("#000", rules)

    assert black is not None
    assert spread([black] * 20, [1.0] * 10 + [2.0] * 10).hull == pytest.approx(4)


def test_every_way_keeps_even_what_it_is_called_after(rules: Rules) -> None:
    looks = invented_looks(rules)
    made = ways(looks[0].seen, rules)
    heights = {way: [size(each) for each in looks] for way, size in made.items()}

    assert spread(looks, heights["equal area"]).box == pytest.approx(1)
    assert spread(looks, heights["equal hull"]).hull == pytest.approx(1)
    assert set(heights["equal height"]) == {1.0}


def test_the_published_formula_of_logo_soup(rules: Rules) -> None:
    black = square("#000", rules)

    assert black is not None
    size = ways(black.seen, rules)["logo-soup, formula"]
    assert size(black) == pytest.approx((0.35 / black.density) ** 0.25)


def test_cobrands_way_is_that_of_its_lock_ups(rules: Rules) -> None:
    looks = invented_looks(rules)
    size = ways(looks[0].seen, rules)["cobrand"]

    assert size(looks[0]) == pytest.approx(1)
    for each in looks:
        equal_hull = (looks[0].seen.hull / each.seen.hull) ** 0.5
        assert rules.scale_least <= size(each) / equal_hull * 1.0001
        assert size(each) / equal_hull <= rules.scale_most * 1.0001


def test_a_folder_and_a_set_are_read_alike(tmp_path: Path) -> None:
    body = '<path d="M0 0h16v16h-16z"/>'
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    (tmp_path / "icons").mkdir()
    for name in "abcd":
        (tmp_path / "icons" / f"{name}.svg").write_text(f"{head}{body}</svg>")
    (tmp_path / "icons.json").write_text(
        json.dumps({"icons": {name: {"body": body} for name in "abcd"}})
    )

    folder = corpus.logos(tmp_path / "icons", 2)
    assert [name for name, _ in folder] == ["a.svg", "c.svg"]
    listed = corpus.logos(tmp_path / "icons.json", 9)
    assert [name for name, _ in listed] == list("abcd")
    assert b'viewBox="0 0 16 16"' in listed[0][1]
    with pytest.raises(ValueError, match="no SVG"):
        corpus.logos(tmp_path / "icons" / "none", 2)


def test_without_logos_it_says_what_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run([]) == 2
    assert "npm install" in capsys.readouterr().out


def test_made_up_logos_are_compared_and_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(["--invented", "--sheets", str(tmp_path)]) == 0
    said = capsys.readouterr().out

    assert "24 of 24 logos could be read" in said
    assert "logo-soup, formula" in said
    assert (tmp_path / "invented-white-cobrand.png").read_bytes().startswith(b"\x89PNG")


def test_a_sheet_has_a_cell_for_each_logo(rules: Rules) -> None:
    looks = invented_looks(rules)[:9]
    made = sheet(looks, [1.0] * 9, WHITE)

    assert (made.width, made.height) == (COLUMNS * CELL_WIDTH, 2 * CELL_HEIGHT)
    assert eye.look(made, WHITE, rules.ink_full).ink > 0
