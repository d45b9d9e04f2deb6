"""Columns are known by name, in any order and language; what is not known is said."""

from __future__ import annotations

import pytest

from cobrand.batch.folding import folded
from cobrand.errors import RosterError, UnknownId
from cobrand.library import Library
from cobrand.model.brief import Brief
from tests.batch.roster.conftest import Read


def test_no_heading_means_two_things(library: Library) -> None:
    meant: dict[str, set[str]] = {}
    for field, names in library.columns:
        for name in names:
            meant.setdefault(folded(name), set()).add(field)

    assert {name: fields for name, fields in meant.items() if len(fields) > 1} == {}
    assert "" not in meant


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar"])
def test_the_main_columns_are_known_in_the_programs_languages(
    library: Library, language: str
) -> None:
    tables = dict(library.columns)

    assert {"name", "logo", "reversed", "language", "url", "message", "ground"} <= set(tables)
    assert all(len(names) > 1 for names in tables.values())


@pytest.mark.parametrize(
    "heading",
    [
        "event date;NAME;Web-Site;Ground",
        "FECHA;Nombre;Sitio web;Fondo",
        "Date de l’événement;Nom de l'organisation;site internet;Arrière-plan",
        "تاريخ الفعالية;اسم المنظمة;الموقع الإلكترونى;الخلفيه",
        "event.date;name;url;ground",
    ],
)
def test_headings_in_any_language_and_order(read: Read, heading: str) -> None:
    row = read(f"{heading}\n2026-11-12;River;river.example;light\n").rows[0]

    assert (row.brief.name, row.brief.ground) == ("River", "light")
    assert row.brief.word("event.date") == "2026-11-12"
    assert row.brief.word("url") == "river.example"


@pytest.mark.parametrize(
    ("said", "languages"),
    [
        ("fr", ("fr",)),
        ("FR-ca", ("fr",)),
        ("French", ("fr",)),
        ("français", ("fr",)),
        ("Francés", ("fr",)),
        ("الفرنسية", ("fr",)),
        ("العربية", ("ar",)),
        ("en, fr; es", ("en", "fr", "es")),
    ],
)
def test_languages_by_code_or_name(read: Read, said: str, languages: tuple[str, ...]) -> None:
    row = read(f"name\tlanguage\nRiver\t{said}\n").rows[0]

    assert row.languages == languages
    assert row.brief.language == languages[0]


@pytest.mark.parametrize(
    ("column", "said", "kind", "meant"),
    [
        ("language", "Frensh", "language", "fr"),
        ("language", "Klingon", "language", ""),
        ("ground", "brnd", "ground", "brand"),
        ("template", "evnt", "template", "event"),
        ("format", "Instagram squre", "format", "ig_square"),
        ("message", "on_voice", "key message", "one_voice"),
        ("campaign", "wearealle", "campaign", ""),
    ],
)
def test_an_unknown_id_breaks_its_row_and_says_what_was_meant(
    read: Read, column: str, said: str, kind: str, meant: str
) -> None:
    bad, good = read(f"name;{column}\nRiver;{said}\nHill;\n", typeset_missing=True).rows

    found = next(each for each in bad.findings if each.code == "roster.unknown")
    assert not bad.sound
    assert good.sound
    assert (found.named["kind"], found.named["did_you_mean"]) == (kind, meant)


@pytest.mark.parametrize(
    ("said", "message", "own"),
    [
        ("justice", "justice", ""),
        ("Connecting globally for ale", "connecting", ""),
        ("Learning for all", "voice", "Learning for all"),
        ("تعلّم", "voice", "تعلّم"),
    ],
)
def test_a_message_is_an_id_or_own_words(read: Read, said: str, message: str, own: str) -> None:
    brief = read(f"name;message\nRiver;{said}\n").rows[0].brief

    assert (brief.message, brief.word("message")) == (message, own)


def test_unknown_columns_are_listed_and_slips_are_noticed(read: Read) -> None:
    made = read("Name;Lgo;Budget;Shoe size\nRiver;;1;2\n")

    found = {found.code: found.named for found in made.findings}
    assert found["roster.unknown-column"]["did_you_mean"] == "logo"
    assert found["roster.unknown-columns"]["headings"] == "Budget, Shoe size"


def test_a_missing_name_column_is_named_with_what_is_there(read: Read) -> None:
    with pytest.raises(RosterError) as caught:
        read("Logo;Naame\na.svg;River\n")

    assert caught.value.code == "roster.no-name-column"
    assert caught.value.values["headings"] == "Logo, Naame"
    assert caught.value.values["did_you_mean"] == "name"


def test_any_column_can_be_named(read: Read) -> None:
    made = read("Who;Nom\nRiver;Hill\n", columns=(("name", "who"),))

    assert made.rows[0].brief.name == "River"


def test_a_column_that_is_named_must_be_there(read: Read) -> None:
    with pytest.raises(RosterError) as caught:
        read("Who;Nom\nRiver;Hill\n", columns=(("name", "whom"),))

    assert (caught.value.code, caught.value.values["did_you_mean"]) == (
        "roster.no-such-column",
        "Who",
    )


def test_further_organisations_and_permissions(read: Read) -> None:
    row = read(
        "name;partner 2 name;partner name;permission by;permission date\n"
        "River;Hill;Dale;Ms Ito;2026-01-02\n"
    ).rows[0]

    assert [each.name for each in row.brief.partners] == ["Dale", "Hill"]
    assert (row.brief.permissions[0].mark, row.brief.permissions[0].by) == ("River", "Ms Ito")


@pytest.mark.parametrize("said", ["0", "-1", "two", "9" * 4999])
def test_a_page_is_a_number(read: Read, said: str) -> None:
    bad, good = read(f"name;page\nRiver;{said}\nHill;2\n", typeset_missing=True).rows

    assert "roster.not-a-page" in {found.code for found in bad.findings}
    assert good.brief.page == 2


def test_an_unknown_campaign_is_said(read: Read) -> None:
    with pytest.raises(UnknownId):
        read("name\nRiver\n", base=Brief(campaign="none"))


def test_records_of_json(read: Read) -> None:
    lines = read('{"name": "River", "event": {"title": "Day"}}\n\n{"Nom": "x", "name": "Hill"}\n')
    listed = read('[{"name": "River", "page": 2.0, "language": ["en", "fr"]}]')

    assert [row.brief.name for row in lines.rows] == ["River", "Hill"]
    assert [row.number for row in lines.rows] == [1, 3]
    assert lines.rows[0].brief.word("event.title") == "Day"
    assert (listed.rows[0].brief.page, listed.rows[0].languages) == (2, ("en", "fr"))


def test_rows_are_counted_as_the_file_counts_them(read: Read) -> None:
    made = read("Members 2026\n\nName;Place\n\n;\nRiver;Town\n")

    assert [row.number for row in made.rows] == [6]


def test_a_blank_name_and_the_same_organisation_again(read: Read) -> None:
    made = read("name;place\nRiver;\n;Town\nRIVER!;\n", typeset_missing=True)

    first, blank, again = made.rows
    assert (blank.sound, blank.stem) == (False, "row-3")
    assert [found.named for found in again.findings if "same" in found.code] == [{"row": 2}]
    assert (first.stem, again.stem) == ("river", "river-2")


def test_signs_that_turn_letters_about_are_taken_out(read: Read) -> None:
    row = read("name;place\n\u202egnp.\u202cexe;\n").rows[0]

    assert row.brief.name == "gnp.exe"
    assert "roster.hidden-signs" in {found.code for found in row.findings}


@pytest.mark.parametrize("said", ["=1+1", "@SUM(A1)", "+49 30", "-2"])
def test_formulas_are_text(read: Read, said: str) -> None:
    assert read(f"name;place\n{said};\n").rows[0].brief.name == said


def test_a_name_of_which_nothing_is_seen_is_none(read: Read) -> None:
    nothing, khmer = read("name\n\u200b\u00ad\u3000\nការ\u200bអប់រំ\n").rows

    assert "roster.no-name" in {found.code for found in nothing.findings}
    assert khmer.brief.name == "ការ\u200bអប់រំ"
