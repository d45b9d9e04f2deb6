"""The roster that ships is the campaign's partners, by name, with stand-ins for their logos."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobrand.batch import roster, stand_in
from cobrand.intake import door
from cobrand.library import Library
from cobrand.typeset.setter import QtTypesetter

PARTNERS = {
    "AAACE": "American Association for Adult and Continuing Education",
    "": "Al Makassed Philanthropic Islamic Association of Beirut",
    "ASPBAE": "Asia South Pacific Association for Basic and Adult Education",
    "CASAE": "Canadian Association for the Study of Adult Education",
    "CEAAL": "Council for Popular Education in Latin America and the Caribbean",
    "CLADE": "Latin American Campaign for the Right to Education",
    "COLLO": "Coalition of Lifelong Learning Organizations",
    "DVV International": "Institute for International Cooperation of the German Adult Education "
    "Association (DVV)",
    "EAEA": "European Association for the Education of Adults",
    "ICAE": "International Council for Adult Education",
    "ICEA": "Institut de coopération pour l'éducation des adultes",
    "JACAE": "Jamaican Council for Adult Education",
    "Pamoja West Africa": "West African Network of Reflect practitioners",
    "PIMA": "Pascal International Members Association",
    "REPEM": "Red de Educación Popular entre Mujeres",
    "UIL": "UNESCO Institute for Lifelong Learning",
}


def test_the_sixteen_partners(library: Library, typesetter: QtTypesetter, tmp_path: Path) -> None:
    made = roster.read(library.sample_roster(), library, tmp_path, typesetter=typesetter)

    assert {row.says("acronym"): row.brief.name for row in made.rows} == PARTNERS
    assert all(row.sound for row in made.rows)
    assert {tuple(found.code for found in row.findings) for row in made.rows} == {
        ("roster.stand-in",)
    }
    assert all(b"(stand-in)" in Path(row.brief.logo).read_bytes() for row in made.rows)


def test_the_same_names_make_the_same_files(
    library: Library, typesetter: QtTypesetter, tmp_path: Path
) -> None:
    for room in ("a", "b"):
        roster.read(library.sample_roster(), library, tmp_path / room, typesetter=typesetter)

    one, other = (sorted((tmp_path / room).iterdir()) for room in ("a", "b"))
    assert [file.name for file in one] == [file.name for file in other]
    assert len(one) == 16


@pytest.mark.parametrize(
    "text",
    ["AAACE", "DVV International", "جمعية المقاصد الخيرية الإسلامية في بيروت", "សមាគមអប់រំ", "<&>"],
)
def test_a_stand_in_is_a_logo_like_any_other(typesetter: QtTypesetter, text: str) -> None:
    logo = door.read(stand_in.draw(text, typesetter), name="a.svg")

    assert logo.vector
    assert logo.findings == ()
    assert logo.ink.size.aspect < 12


def test_a_stand_in_of_nothing_is_still_a_drawing(typesetter: QtTypesetter) -> None:
    assert b"<svg" in stand_in.draw("\u200b", typesetter)
