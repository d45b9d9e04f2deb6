"""File names from what organisations are called, in any script."""

import pytest

from cobrand.export.names import stem


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Riverbank Learning Network", "riverbank-learning-network"),
        ("Réseau d’éducation (Sénégal)", "réseau-déducation-sénégal"),
        ("جمعية الأمل", "جمعية-الأمل"),
        ("सीखना", "सीखना"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\cards\\a?b*c", "c-cards-a-b-c"),
        ("CON", "con-kit"),
        ("nul", "nul-kit"),
        ("name...", "name"),
        ("safe\u202egnp.exe", "safegnp-exe"),
        ("\u0000\n\t", "organisation"),
        ("", "organisation"),
        ("!?", "organisation"),
    ],
)
def test_stem(name: str, expected: str) -> None:
    assert stem(name) == expected


@pytest.mark.parametrize("letter", ["x", "é", "क्ष", "ក្ត", "字", "😀x"])
def test_long_names_stay_short_enough_for_every_disk(letter: str) -> None:
    made = stem(letter * 300)

    assert 0 < len(made.encode()) <= 124
    assert made == stem(made)
