"""What a report says in a cell is never computed by the program that opens it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cobrand.batch.cells import plain


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u200b=1",
        "\ufeff@a",
        "＝1",
        "|x",
    ],
)
def test_what_begins_a_formula_does_not(text: str) -> None:
    assert plain(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "River", "a=b", "2026-11-12", "'=1", "جمعية", " x"])
def test_other_words_stay(text: str) -> None:
    assert plain(text) == text


@given(some.text())
def test_nothing_else_is_changed(text: str) -> None:
    assert plain(text).removeprefix("'") == text.replace("\0", "").removeprefix("'")
    assert not plain(text).lstrip().startswith(("=", "+", "-", "@"))
