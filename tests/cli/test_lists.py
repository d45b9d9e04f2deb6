"""The lists are those of the library, for people and for programs."""

from __future__ import annotations

import json

from cobrand.cli import commands, lists
from cobrand.library import Library
from tests.cli.conftest import Run


def test_formats_for_people(run: Run, library: Library) -> None:
    said = run(commands.FORMATS, lists.formats, [], lambda: library)
    lines = said.out.splitlines()

    assert lines[0].split() == ["format", "name", "size", "kinds", "at", "most"]
    assert len(lines) == 1 + len(library.formats())
    assert any(line.startswith("letterhead_a4 ") and "210 × 297 mm" in line for line in lines)


def test_formats_for_programs(run: Run, library: Library) -> None:
    said = run(commands.FORMATS, lists.formats, ["--json"], lambda: library)
    listed = json.loads(said.out)

    assert [each["id"] for each in listed] == [each.id for each in library.formats()]
    assert {"width", "height", "kinds", "budget"} <= set(listed[0])


def test_names_follow_the_language(run: Run, library: Library) -> None:
    said = run(commands.FORMATS, lists.formats, [], lambda: library, language="fr")

    assert library.format("ig_square").name("fr") in said.out


def test_templates(run: Run, library: Library) -> None:
    said = run(commands.TEMPLATES, lists.templates, ["--json"], lambda: library)

    assert {"message", "event", "letterhead"} <= {each["id"] for each in json.loads(said.out)}


def test_a_campaign_says_that_its_mark_is_a_stand_in(run: Run, library: Library) -> None:
    said = run(commands.CAMPAIGNS, lists.campaign, [], lambda: library)

    assert "stand-in" in said.out
    assert "cobrand defaults, not campaign rules" in said.out
    assert "unreviewed" in said.out
    assert "|" not in said.out


def test_a_campaign_for_programs(run: Run, library: Library) -> None:
    said = run(commands.CAMPAIGNS, lists.campaign, ["weareale", "--json"], lambda: library)
    told = json.loads(said.out)

    assert told["stand_in"] is True
    assert told["languages"]["en"]["messages"]["voice"]["status"] == "official"


def test_languages_of_cards_and_of_the_program(run: Run, library: Library) -> None:
    said = run(commands.LANGUAGES, lists.languages, ["--json"], lambda: library)
    rows = json.loads(said.out)

    assert rows[0]["id"] == "en"
    assert {"en", "es", "fr", "ar"} <= {row["id"] for row in rows}
    assert all(row["cards"] == "unreviewed" for row in rows if row["id"] == "ar")
