"""A brief is saved and read again, and whatever else is in a file is refused."""

import pytest

from cobrand.model.brief import Brief, Options
from cobrand.model.care import Care


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
        '{"cobrand": 1, "page": true}',
        '{"cobrand": 1, "mend": "plate"}',
        '{"cobrand": 1, "keep": [5]}',
        '{"cobrand": 1, "mono": 5}',
    ],
)
def test_what_is_no_brief_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        Brief.from_json(text)
