"""What is done to a brief about others, without any window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cobrand.gui import company
from cobrand.gui.doctoring import Row
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.guest import Companion, Partner, Permission, Photo
from cobrand.rules.permission import foreign, permission_of

HILL, PORT = Partner("hill.svg", "Hill"), Partner("port.svg", "Port")
BOTH = Brief(logo="ours.svg", name="Ours", partners=(HILL, PORT))


def test_a_partner_is_called_as_its_file() -> None:
    added = company.add_partner("/logos/harbour-school_logo.svg")(Brief())
    odd = company.add_partner("/logos/x.svg")(Brief())

    assert [each.partners[0].name for each in (added, odd)] == ["Harbour School", "x"]


def test_a_ninth_organisation_is_not_added() -> None:
    brief = replace(BOTH, partners=(HILL,) * 7)

    assert company.room(brief) == 0
    assert company.add_partner("more.svg")(brief) == brief


@pytest.mark.parametrize(
    ("place", "by", "first"), [(1, -1, "Port"), (0, -1, "Hill"), (0, 5, "Port")]
)
def test_a_partner_moves_as_far_as_the_list_goes(place: int, by: int, first: str) -> None:
    moved = company.move_partner(place, by)(BOTH)

    assert moved.partners[0].name == first
    assert len(moved.partners) == 2


def test_a_permission_follows_its_partner_to_another_name_and_away() -> None:
    said = replace(BOTH, permissions=(Permission("hill", "Ada"), Permission("Port", "Ben")))

    named = company.name_partner(0, "Hill School")(said)
    gone = company.remove_partner(0)(named)

    assert [each.mark for each in named.permissions] == ["Hill School", "Port"]
    assert gone.permissions == (Permission("Port", "Ben"),)


def test_a_permission_for_two_of_one_name_stays_with_the_other() -> None:
    twins = replace(BOTH, partners=(HILL, replace(PORT, name="Hill")))
    said = replace(twins, permissions=(Permission("Hill", "Ada"),))

    assert company.remove_partner(0)(said).permissions == said.permissions


def test_a_partners_logo_is_mended_by_itself() -> None:
    row = Row("info", "soft", "Ground removed", "", "undo", "ground")

    mended = company.mend_partner(1, row)(BOTH)
    turned = company.turn_partner(1, 3)(mended)

    assert [each.keep for each in mended.partners] == [(), ("ground",)]
    assert (turned.partners[1].page, turned.partners[1].keep) == (3, ())


def test_a_companion_is_replaced_with_its_words_and_taken_away() -> None:
    brief = company.set_companion("sdg", "sdg.svg")(Brief())
    brief = company.set_companion("eu", "eu.svg")(brief)
    brief = company.say_beside("eu", "Funded")(brief)

    brief = company.set_companion("eu", "other.svg")(brief)

    assert brief.companions == (Companion("eu", "other.svg", "Funded"), Companion("sdg", "sdg.svg"))
    assert company.set_companion("eu", "")(brief).companions == (Companion("sdg", "sdg.svg"),)


def test_words_about_a_photograph_go_with_it() -> None:
    brief = company.set_photo("a.jpg")(Brief()).with_word("photo.alt", "A class")
    assert company.set_focus(1.4, 0.12345)(brief).photo == Photo("a.jpg", (1.0, 0.123))

    other = company.set_photo("b.jpg")(brief)

    assert (other.photo, other.word("photo.alt")) == (Photo("b.jpg"), "")


def test_what_is_said_of_a_permission_is_said_once(library: Library) -> None:
    campaign = library.campaign(BOTH.campaign)
    ours = foreign(BOTH, campaign)[0]
    first = company.permit(ours, Permission(ours.name, "Ada"))(BOTH)

    second = company.permit(ours, Permission(ours.name, "Ada", "2026-05-31"))(first)

    assert permission_of(ours, second) == Permission("#weareALE", "Ada", "2026-05-31")
    assert len(second.permissions) == 1
    assert company.permit(ours, Permission(ours.name, ""))(second).permissions == ()
