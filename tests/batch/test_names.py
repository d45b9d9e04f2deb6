"""No two organisations' files are one on any disk, and every name is safe on every system."""

from __future__ import annotations

import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from cobrand.batch.names import Taken, alike

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123")}
UNSAFE = set('<>:"/\\|?*\0') | {chr(code) for code in range(32)}
AWKWARD = some.text(
    some.one_of(
        some.characters(),
        some.sampled_from("./\\ -~$'\u202e\u200b\u200d\ufeff\u0301\u0307ßİıſKéÅ\ufe0f😀ﬁក្ត्"),
    ),
    max_size=400,
)
CLASHES = [
    ("Straße", "STRASSE"),
    ("é", "e\u0301"),
    ("Istanbul", "İstanbul"),
    ("ısı", "isi"),
    ("ﬁ", "fi"),
    ("Å", "\u212b"),
    ("a", "A"),
    ("x" * 300, "x" * 400),
    ("", "\u200b"),
]


@given(AWKWARD)
@example("../x")
@example("CON")
@example("aux.png")
@example("x. . ")
@example("\u0301")
@example("ក" * 100 + "្ត" * 100)
def test_a_name_is_safe_on_every_system(name: str) -> None:
    stem = Taken().stem(name, "row-7")

    assert stem
    assert not set(stem) & UNSAFE
    assert stem.strip(". -~") == stem
    assert 0 < len(stem.encode()) <= 132
    assert stem not in RESERVED
    assert PureWindowsPath(f"{stem}.png").name == f"{stem}.png"
    assert not any(unicodedata.category(each) in {"Cf", "Cc", "Cs", "Zl", "Zp"} for each in stem)
    assert not unicodedata.category(stem[0]).startswith("M")
    assert unicodedata.normalize("NFC", stem) == stem


@given(some.lists(AWKWARD, max_size=30))
def test_no_two_are_one_on_any_disk(names: list[str]) -> None:
    taken = Taken()
    made = [taken.stem(name, f"row-{place}") for place, name in enumerate(names)]

    for fold in (str.lower, str.upper, str.casefold, alike):
        for form in ("NFC", "NFD", "NFKC"):
            assert len({unicodedata.normalize(form, fold(each)) for each in made}) == len(made)


@pytest.mark.parametrize(("one", "other"), CLASHES)
def test_what_some_disk_takes_for_the_same_gets_a_number(one: str, other: str) -> None:
    taken = Taken()

    first, second = taken.stem(one, "row"), taken.stem(other, "row")
    assert first != second
    assert second.endswith("-2")


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("جمعية تعليم الكبار", "جمعية-تعليم-الكبار"),
        ("សមាគមអប់រំ", "សមាគមអប់រំ"),
        ("प्रौढ़ शिक्षा", "प्रौढ़-शिक्षा"),
        ("Réseau d’Éducation", "réseau-déducation"),
        ("😀🏳️‍🌈", "row-7"),
        ("\u3164\uffa0", "row-7"),
    ],
)
def test_scripts_stay_readable(name: str, stem: str) -> None:
    assert Taken().stem(name, "row-7") == unicodedata.normalize("NFC", stem)


def test_a_thousand_of_one_name_are_numbered() -> None:
    taken = Taken()
    taken.stem("same-2", "row")
    made = [taken.stem("Same", "row") for _ in range(1000)]

    assert made[:3] == ["same", "same-3", "same-4"]
    assert len(set(made)) == 1000
