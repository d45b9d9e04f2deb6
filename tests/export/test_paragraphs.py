"""Texts in a letter that runs from the right: addresses and numbers keep their order."""

from __future__ import annotations

import docx
import pytest

from cobrand.export.docx import paragraphs

LRM = "\u200e"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\u20684 Mill Lane · 0000\u2069", f"{LRM}4 Mill Lane · 0000{LRM}"),
        ("\u2068www.we-are-ale.org\u2069", "www.we-are-ale.org"),
        ("\u2066+44 20 7946 (UK\u2069", f"{LRM}+44 20 7946 (UK"),
        ("\u20684 شارع\u2069", "4 شارع"),
        ("\u20682026\u2069", "2026"),
    ],
)
def test_what_runs_from_the_left_is_held_together(text: str, written: str) -> None:
    paragraph = docx.Document().add_paragraph()
    paragraphs.fill(paragraph, text, rtl=True)

    assert paragraph.text == written


def test_nothing_is_added_where_all_runs_from_the_left() -> None:
    paragraph = docx.Document().add_paragraph()
    paragraphs.fill(paragraph, "\u20684 Mill Lane\u2069", rtl=False)

    assert paragraph.text == "4 Mill Lane"
