"""Spoilt files of every kind: each is a logo or a LogoError with a sentence."""

from __future__ import annotations

from collections import Counter

import pytest

from cobrand.errors import LogoError
from cobrand.intake import sniff
from cobrand.intake.door import read
from cobrand.intake.reader import Reader
from cobrand.messages import say
from cobrand.messages.tables import SENTENCES
from tests.intake.harm import mutants

MUTANTS = 400
SEED = 2030
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_each_is_a_logo_or_a_sentence(part: int) -> None:
    outcomes: Counter[str] = Counter()
    with Reader() as reader:
        for _, data in mutants.mutants(MUTANTS // PARTS, SEED + part):
            outcomes[_outcome(reader, data)] += 1

    assert outcomes.keys() - {"logo"} <= SENTENCES.keys()
    assert outcomes["logo"] > 0
    assert outcomes["logo.reader-died"] <= 1  # only what breaks a library from inside


def test_every_kind_that_is_read_has_a_good_file_to_spoil() -> None:
    good = mutants.seeds()

    assert sniff.READ - good.keys() <= sniff.DOCUMENTS
    for kind in sniff.READ & good.keys():
        assert [sniff.kind(data) for data in good[kind]] == [kind] * len(good[kind])
    for kind in sniff.READ & good.keys() - {"eps"}:  # that takes a program from outside
        assert read(good[kind][0]).kind == kind


def test_the_mutants_are_the_same_every_time() -> None:
    assert list(mutants.mutants(60, 5)) == list(mutants.mutants(60, 5))


def _outcome(reader: Reader, data: bytes) -> str:
    try:
        reader.read_bytes(data)
    except LogoError as error:
        say("en", error)
        return error.code
    return "logo"
