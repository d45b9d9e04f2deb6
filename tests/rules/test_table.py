"""Which table a logo lies on, and which colour its one seat has."""

from dataclasses import replace

import pytest

from cobrand.model.colour import WHITE, Colour, contrast
from cobrand.rules.eye import Eye
from cobrand.rules.table import choose_table, lit_colour
from tests.logos import drawn

NIGHT = Colour.parse("#0A191F")


@pytest.fixture
def campaign(library):
    return library.campaign("weareale")


@pytest.mark.parametrize(
    ("logo", "ground", "table", "variant"),
    [
        ("wide", "brand", WHITE, "colour"),
        ("wide", "dark", WHITE, "colour"),
        ("white", "dark", NIGHT, "reversed"),
        ("white", "brand", NIGHT, "reversed"),
        ("pale", "light", NIGHT, "reversed"),
    ],
)
def test_a_logo_lies_where_it_is_seen(campaign, logo, ground, table, variant):
    found = choose_table(drawn(logo), campaign.ground(ground), campaign, Eye())

    assert (found.colour, found.variant) == (table, variant)


def test_a_light_logo_sent_on_white_paper_stays_on_white(campaign):
    logo = drawn("pale")
    on_paper = replace(logo, traits=replace(logo.traits, tone="light", ground=WHITE))
    green = replace(on_paper, sample=drawn("tall").sample)

    assert choose_table(green, campaign.ground("dark"), campaign, Eye()).colour == WHITE


def test_the_lit_seat_takes_the_strongest_colour_that_stands_off(campaign):
    blue, grey = Colour.parse("#1F3F8F"), Colour.parse("#777777")
    light = campaign.ground("light")

    assert lit_colour(((grey, 0.9), (blue, 0.1)), light, campaign) == blue
    assert lit_colour(((grey, 0.97), (blue, 0.03)), light, campaign) == light.accent
    assert lit_colour(((grey, 1.0),), light, campaign) == light.accent


def test_a_pale_lit_seat_is_darkened_until_it_is_seen(campaign):
    light = campaign.ground("light")

    lit = lit_colour(((Colour.parse("#F08A24"), 1.0),), light, campaign)

    assert lit != Colour.parse("#F08A24")
    assert contrast(lit, light.field) >= 3


def test_a_ground_with_a_lit_colour_of_its_own_keeps_it(campaign):
    brand = campaign.ground("brand")

    assert lit_colour(((Colour.parse("#1F3F8F"), 1.0),), brand, campaign) == brand.lit
