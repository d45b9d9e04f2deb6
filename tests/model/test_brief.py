"""A brief is saved and read again, and whatever else is in a file is refused."""

import pytest

from cobrand.model.brief import Brief, Options
from cobrand.model.care import Care
from cobrand.model.guest import Companion, Partner, Permission, Photo


def test_a_brief_is_read_as_it_was_saved():
    brief = Brief(
        name="جسور", words=(("event.title", "Open day"),), options=Options(nudge=3, separator=False)
    )

    assert Brief.from_json(brief.to_json()) == brief


def test_files_and_care_come_back():
    care = Care(page=2, mend=("plate",), keep=("specks",))
    brief = Brief(logo="a.svg", reversed="b.svg").with_care(care)

    assert Brief.from_json(brief.to_json()) == brief
    assert brief.care == care
    assert brief.with_files(lambda file: f"kept/{file}").reversed == "kept/b.svg"
    assert brief.with_files(lambda file: f"kept/{file}").mono == ""


def test_an_own_text_can_be_set_and_taken_away():
    brief = Brief().with_word("message", "Hello").with_word("url", "example.org")

    assert brief.word("message") == "Hello"
    assert brief.with_word("message", "").words == (("url", "example.org"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"cobrand": 2}',
        '{"cobrand": 1, "colour": "red"}',
        '{"cobrand": 1, "name": 5}',
        '{"cobrand": 1, "words": 5}',
        '{"cobrand": 1, "words": [[1, 2, 3]]}',
        '{"cobrand": 1, "words": [["a", null]]}',
        '{"cobrand": 1, "options": {"nudge": "much"}}',
        '{"cobrand": 1, "options": []}',
        '{"cobrand": 1, "page": 0}',
        '{"cobrand": 1, "partners": [{"logo": "a.svg", "page": 0}]}',
        '{"cobrand": 1, "photo": {"file": "a.jpg", "focus": [0.5]}}',
        '{"cobrand": 1, "photo": {"file": "a.jpg", "focus": [0.5, 1.5]}}',
        '{"cobrand": 1, "photo": {"file": "a.jpg", "focus": [NaN, 0.5]}}',
        '{"cobrand": 1, "page": true}',
        '{"cobrand": 1, "mend": "plate"}',
        '{"cobrand": 1, "keep": [5]}',
        '{"cobrand": 1, "mono": 5}',
    ],
)
def test_what_is_no_brief_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        Brief.from_json(text)


def test_a_path_of_other_bytes_comes_back() -> None:
    brief = Brief(logo="na\udcffme.svg", name="N")

    assert Brief.from_json(brief.to_json().encode().decode()) == brief


def test_what_is_no_letter_is_not_set() -> None:
    brief = Brief(name="a\x1b[31m\udcffb\n", words=(("message", "x\x00y\tz"),))

    assert (brief.in_letters().name, brief.in_letters().word("message")) == (
        "a\ufffd[31m\ufffdb\n",
        "x\ufffdy\tz",
    )


def test_guests_survive_saving_and_move_with_the_folder():
    brief = Brief(
        logo="a.svg",
        partners=(Partner("b.svg", "Borg\x00", reversed="c.svg"),),
        companions=(Companion("eu", "eu.svg"),),
        photo=Photo("field.jpg", (0.25, 0.75)),
        permissions=(Permission("Borg", "N. N.", "2026-03-01"),),
    )

    assert Brief.from_json(brief.to_json()) == brief
    moved = brief.with_files(lambda file: f"in/{file}")
    partner = moved.partners[0]
    assert (partner.logo, partner.reversed, partner.mono) == ("in/b.svg", "in/c.svg", "")
    assert (moved.companions[0].logo, moved.photo.file) == ("in/eu.svg", "in/field.jpg")
    assert brief.in_letters().partners[0].name == "Borg\N{REPLACEMENT CHARACTER}"
