"""Who stands where: the lead, then the partners by the language's alphabet or as given."""

from dataclasses import replace

import pytest

from cobrand.model.brief import Brief, Options
from cobrand.model.guest import Guests, Partner
from cobrand.rules.order import in_order
from tests.logos import drawn

NAMES = ("Zug", "", "Bahn")
LOGOS = tuple(drawn(name) for name in ("wide", "tall", "round"))


def by_letters(names, language):
    return tuple(sorted(range(len(names)), key=lambda place: names[place]))


def standing(order):
    partners = tuple(Partner(f"{name}.svg", name) for name in NAMES)
    brief = Brief(name="Lead", partners=partners, options=Options(order=order))
    brief, guests = in_order(brief, Guests(partners=LOGOS), by_letters)
    return [partner.name for partner in brief.partners], guests.partners


def test_partners_stand_by_the_alphabet_and_nameless_ones_last():
    names, logos = standing("alphabetical")

    assert names == ["Bahn", "Zug", ""]
    assert logos == (LOGOS[2], LOGOS[0], LOGOS[1])


def test_partners_stand_as_given_where_that_is_asked_for():
    assert standing("given") == (list(NAMES), LOGOS)


@pytest.mark.parametrize("order", ["given", "alphabetical"])
def test_a_lead_alone_is_left_as_it_is(order):
    brief = replace(Brief(name="Lead"), options=Options(order=order))

    assert in_order(brief, Guests(), by_letters) == (brief, Guests())
