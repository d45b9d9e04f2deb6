"""Which language the program speaks to whom."""

from __future__ import annotations

import pytest

from cobrand.messages import choose, direction, languages, wishes


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["fr"], "fr"),
        (["fr_CA.UTF-8"], "fr"),
        (["ar-EG"], "ar"),
        (["xx", "es_MX"], "es"),
        (["xx"], "en"),
        ([], "en"),
        (["C.UTF-8", "fr"], "en"),
        ([""], "en"),
    ],
)
def test_the_first_wish_that_is_spoken(wanted: list[str], spoken: str) -> None:
    assert choose(wanted) == spoken


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({"LANG": "fr_FR.UTF-8"}, ["fr_FR.UTF-8"]),
        ({"LANGUAGE": "es:fr", "LANG": "ar_EG"}, ["es", "fr", "ar_EG"]),
        ({"LANGUAGE": "es", "LANG": "C.UTF-8"}, ["C.UTF-8"]),
        ({"LC_ALL": "ar", "LANG": "fr"}, ["ar", "fr"]),
    ],
)
def test_what_a_system_asks_for(environ: dict[str, str], found: list[str]) -> None:
    assert list(wishes(environ)) == found


def test_languages_describe_themselves() -> None:
    found = {each.tag: each for each in languages()}

    assert found["en"].status == "official"
    assert found["ar"].name == "العربية"
    assert found["ar"].direction == "rtl"
    assert found["fr"].status == "unreviewed"
    assert direction("es") == "ltr"
