"""Every code speaks, and speaks as people are spoken to here."""

from __future__ import annotations

import re
import string

import pytest

from cobrand import errors
from cobrand.messages.tables import SENTENCES
from tests.messages.codes import ERRORS, mentioned, uses

FORBIDDEN = re.compile(
    r"\b(invalid|fail(ed|ure|s)?|please|oops|sorry|illegal|abort)\b|!", re.IGNORECASE
)
TEXTS = [(code, text) for code, words in SENTENCES.items() for text in words if text]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_error_of_the_tree_has_a_sentence() -> None:
    assert set(ERRORS.values()) <= set(SENTENCES)


def test_every_code_in_the_source_has_a_sentence() -> None:
    silent = {
        code: place
        for code, place in mentioned().items()
        if not any(known.startswith(code) for known in SENTENCES)
    }

    assert silent == {}


def test_sentences_ask_only_for_values_that_are_given() -> None:
    wanting = {
        f"{use.place} {use.code}": missing
        for use in uses()
        if use.code in SENTENCES
        and (missing := placeholders(" ".join(SENTENCES[use.code])) - use.values)
    }

    assert wanting == {}


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_sentences_are_kind_and_formatted(code: str, text: str) -> None:
    assert not FORBIDDEN.search(text)
    assert "  " not in text
    assert text == text.strip()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentences_end_and_titles_do_not(code: str) -> None:
    title, *texts = SENTENCES[code]

    assert not title.endswith(".")
    assert len(title) <= 40
    assert all(text.endswith((".", "?")) for text in texts if text)


def test_the_tree_of_errors_is_what_the_test_reads() -> None:
    assert ERRORS["LogoNotFound"] == errors.LogoNotFound.code
