"""What a person reads, in English and where the language writes otherwise."""

from __future__ import annotations

import pickle

import pytest

from cobrand import messages
from cobrand.errors import BadResource, CobrandError, LogoNotFound, TargetExists, UnknownId
from cobrand.messages import number, say, size, title, ui, ui_plural
from cobrand.model.finding import breach, kept, note, warning

FIRST_STRONG, POP = "\u2068", "\u2069"


def test_an_error_says_what_to_do() -> None:
    assert say("en", LogoNotFound(path="logo.svg")) == (
        "There is no file logo.svg that can be opened. Check the name, or choose another file."
    )


def test_a_near_miss_is_offered() -> None:
    error = UnknownId(kind="format", id="ig_sqare", did_you_mean="ig_square")

    assert say("en", error) == "There is no format called ig_sqare. Did you mean ig_square?"


def test_without_a_near_miss_what_there_is_is_listed() -> None:
    error = UnknownId(kind="ground", id="blue", known="brand, light")

    assert say("en", error) == "There is no ground called blue. There is: brand, light."


def test_a_finding_names_its_part_in_words() -> None:
    finding = breach("words.too-long", "headline", words="", size=1.0, least=2.0)

    assert say("en", finding).startswith("The headline is too long for this format")


def test_a_kept_rule_says_measured_and_limit() -> None:
    finding = kept("rule.gap", "lockup", measured=2.251, limit=2.0)

    assert say("en", finding) == "The marks are 2.25 X apart; at least 2 X is needed."


@pytest.mark.parametrize(
    ("measured", "words"),
    [(1.03, "3 % stronger"), (0.95, "5 % weaker"), (1.0, "neither stronger nor weaker")],
)
def test_prominence_is_said_with_its_direction(measured: float, words: str) -> None:
    finding = kept("rule.equal_prominence", "logo", measured=measured, limit=0.08)

    assert f"reads {words.replace(' %', chr(160) + '%')} than" in say("en", finding)


def test_whose_prominence_is_off_is_named() -> None:
    own, partner = (
        say("en", warning("file.prominence", role, measured=0.9, limit=0.08))
        for role in ("logo", "logo-2")
    )

    assert own.startswith("In the file, your logo reads 10\u00a0% weaker than")
    assert partner.startswith("In the file, the second logo reads 10\u00a0% weaker than")


def test_one_and_many() -> None:
    one, many = (TargetExists(name="a.png", folder="kit", count=count) for count in (1, 3))

    assert say("en", one).startswith("A file called a.png")
    assert say("en", many).startswith("3 files have these names already, a.png among them")


def test_an_unknown_code_speaks_as_its_family() -> None:
    assert say("en", BadResource("resource.bad.never-heard-of", file="a.toml", key="k")).startswith(
        "The file a.toml"
    )
    assert say("en", CobrandError("never.heard-of")) == say("en", CobrandError("error"))


def test_a_missing_value_leaves_a_gap_and_no_error() -> None:
    assert "…" in say("en", LogoNotFound())


def test_titles_are_short() -> None:
    assert title("en", note("words.shortened", "headline")) == "Short form used"


def test_an_error_speaks_the_same_after_crossing_a_process() -> None:
    error = LogoNotFound(path="logo.svg")

    assert say("en", pickle.loads(pickle.dumps(error))) == say("en", error)  # noqa: S301  our own


@pytest.mark.parametrize(
    ("language", "value", "digits", "words"),
    [
        ("en", 1.25, 2, "1.25"),
        ("fr", 1.25, 2, "1,25"),
        ("es", 1.25, 1, "1,2"),
        ("ar", 1.5, 2, "1.5"),
        ("en", 3.0, 2, "3"),
        ("en", -2.5, 1, "\u22122.5"),
        ("en", -0.001, 1, "0"),
        ("en", 100, 0, "100"),
    ],
)
def test_numbers(language: str, value: float, digits: int, words: str) -> None:
    assert number(language, value, digits) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 B"), (999, "999 B"), (29_300, "29 KB"), (1_234_567, "1.2 MB"), (2.5e9, "2.5 GB")],
)
def test_sizes(count: int, words: str) -> None:
    assert size("en", count) == words.replace(" ", "\u00a0")


def test_the_window_s_own_words() -> None:
    assert ui("en", "{count} of {total}", count=1, total=31) == "1 of 31"
    assert ui_plural("en", "1 rule is broken.", "{n} rules are broken.", 2) == "2 rules are broken."
    assert ui("en", "") == ""


def test_names_from_the_right_are_isolated_in_a_sentence_from_the_left() -> None:
    assert f"{FIRST_STRONG}شعار.svg{POP}" in say("en", LogoNotFound(path="شعار.svg"))


def test_everything_that_is_promised_is_there() -> None:
    assert all(hasattr(messages, name) for name in messages.__all__)
