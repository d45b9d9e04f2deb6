"""Rule 21: whoever's mark it is, it says who allowed it and when, or that nobody noted it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign
from cobrand.model.finding import Severity
from cobrand.model.guest import Companion, Partner, Permission
from cobrand.rules.permission import foreign, permissions

BRIEF = Brief(
    name="Riverbank",
    logo="/home/anna/riverbank.svg",
    partners=(Partner("/home/anna/bridges.svg", "Bridges: Association"), Partner("jisr.png")),
    companions=(Companion("eu", "flag.svg"),),
)


@pytest.fixture
def campaign(library: Library) -> Campaign:
    return library.campaign("weareale")


def test_every_mark_of_somebody_else_needs_one_and_the_own_logo_none(campaign: Campaign) -> None:
    names = [mark.name for mark in foreign(BRIEF, campaign)]

    assert names == ["#weareALE", "Bridges: Association", "jisr", "EU"]


def test_what_nobody_noted_is_a_note_for_each_mark(campaign: Campaign) -> None:
    found = permissions(BRIEF, campaign)

    assert {each.code for each in found} == {"rule.permission"}
    assert {each.severity for each in found} == {Severity.NOTE}
    assert found[0].named["mark"] == "#weareALE"


@pytest.mark.parametrize("name", ["#weareALE", "weareale", " WeAreAle "])
def test_a_mark_is_known_by_any_of_its_names(campaign: Campaign, name: str) -> None:
    brief = replace(BRIEF, permissions=(Permission(name, "Anna Berg", "2026-05-31"),))

    first = permissions(brief, campaign)[0]

    assert first.severity is Severity.KEPT
    assert (first.named["by"], first.named["date"]) == ("Anna Berg", "2026-05-31")


def test_a_permission_without_a_day_says_so(campaign: Campaign) -> None:
    brief = replace(BRIEF, permissions=(Permission("eu", "Commission"),))

    last = permissions(brief, campaign)[-1]

    assert (last.code, last.severity) == ("rule.permission_undated", Severity.NOTE)


def test_the_last_word_counts(campaign: Campaign) -> None:
    given = (Permission("jisr", "A", "2026-01-01"), Permission("Jisr", "B", "2026-02-02"))

    found = permissions(replace(BRIEF, permissions=given), campaign)[2]

    assert found.named["by"] == "B"


def test_somebody_must_have_said_it(campaign: Campaign) -> None:
    brief = replace(BRIEF, permissions=(Permission("eu", "  ", "2026-01-01"),))

    assert permissions(brief, campaign)[-1].severity is Severity.NOTE
