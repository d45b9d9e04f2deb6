"""What a person writes over cells, and says of columns, goes before what the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobrand.batch.row import Roster
from tests.batch.roster.books import table, xlsx
from tests.batch.roster.conftest import Read
from tests.logos import svg


@pytest.fixture
def logos(tmp_path: Path) -> Path:
    folder = tmp_path / "logos"
    folder.mkdir()
    (folder / "river.svg").write_bytes(svg("wide"))
    return folder


def codes(roster: Roster) -> list[str]:
    return [found.code for found in roster.rows[0].findings]


def test_a_roster_tells_its_columns(read: Read) -> None:
    roster = read("Verband;Mood;Logo\nRiver;blue;x.svg\n")

    assert roster.columns == (("Verband", "name"), ("Mood", ""), ("Logo", "logo"))


def test_a_near_miss_names_the_nearest_file(read: Read, logos: Path) -> None:
    roster = read("name;logo\nRiver;rivr.svg\n", logos=logos)

    assert roster.rows[0].findings[0].named["nearest"] == "river.svg"


def test_what_is_written_stands_in_the_place_of_the_cell(read: Read, logos: Path) -> None:
    said = "name;logo;language\nRivr;rivr.svg;Frnch\n"
    mended = ((2, "name", "River"), (2, "logo", "river.svg"), (2, "language", "French"))
    row = read(said, logos=logos, written=mended).rows[0]

    assert row.findings == ()
    assert (row.brief.name, row.brief.language) == ("River", "fr")
    assert row.brief.logo == str(logos / "river.svg")


def test_what_is_written_needs_no_column(read: Read, logos: Path) -> None:
    roster = read("name\nRiver\n", written=((2, "logo", str(logos / "river.svg")),))

    assert codes(roster) == []


def test_a_whole_path_is_taken_from_a_person_and_not_from_a_cell(
    read: Read, tmp_path: Path
) -> None:
    away = tmp_path / "away" / "river.svg"
    away.parent.mkdir()
    away.write_bytes(svg("wide"))
    roster, elsewhere = f"name;logo\nRiver;{away}\n", tmp_path / "lists"
    elsewhere.mkdir()

    refused = read(roster, name="lists/roster.csv")
    taken = read(roster, name="lists/roster.csv", written=((2, "logo", str(away)),))

    assert codes(refused) == ["roster.logo-outside"]
    assert codes(taken) == []


def test_a_broken_formula_is_written_over(read: Read) -> None:
    assert "roster.error-cell" in codes(read("name;url\nRiver;#REF!\n"))
    assert "roster.error-cell" not in codes(
        read("name;url\nRiver;#REF!\n", written=((2, "url", "river.example"),))
    )


def test_a_field_may_be_in_no_column(read: Read) -> None:
    row = read("name;logo\nRiver;River's best\n", columns=(("logo", ""),)).rows[0]

    assert row.says("logo") == ""


@pytest.mark.usefixtures("here")
def test_a_workbook_tells_its_sheets(read: Read, tmp_path: Path) -> None:
    book = xlsx(tmp_path / "book.xlsx", table([["name"], ["River"]]))

    assert read(book).sheets == ("S",)
