"""An organisation's own drawings for other grounds: taken where they belong, doubted if unlike."""

from dataclasses import replace

import pytest

from cobrand.model.colour import WHITE, Colour
from cobrand.model.finding import Severity
from cobrand.rules.eye import Eye
from cobrand.rules.kin import with_variants
from cobrand.rules.table import choose_table
from tests.logos import drawn

NIGHT = Colour.parse("#0A191F")


@pytest.fixture
def campaign(library):
    return library.campaign("weareale")


@pytest.mark.parametrize(
    ("logo", "own", "ground", "table", "taken"),
    [
        ("blue", {"reversed": "white"}, "dark", NIGHT, "reversed"),
        ("blue", {"reversed": "white"}, "brand", WHITE, "colour"),
        ("blue", {"mono": "white"}, "dark", NIGHT, "mono"),
        ("blue", {"mono": "black"}, "dark", WHITE, "colour"),
        ("white", {"mono": "black"}, "light", WHITE, "mono"),
        ("white", {"mono": "black"}, "dark", NIGHT, "colour"),
        ("blue", {"reversed": "black"}, "dark", WHITE, "colour"),
    ],
)
def test_the_drawing_that_was_made_for_a_ground_is_taken(campaign, logo, own, ground, table, taken):
    variants = tuple((name, drawn(each)) for name, each in own.items())
    logo = with_variants(drawn(logo), variants)

    found = choose_table(logo, campaign.ground(ground), campaign, Eye())

    assert (found.colour, found.logo) == (table, taken)


def test_without_a_reversed_campaign_mark_the_dark_table_is_not_taken(campaign):
    plain = replace(campaign, marks=campaign.marks[:1])
    logo = with_variants(drawn("blue"), (("reversed", drawn("white")),))

    assert choose_table(logo, campaign.ground("dark"), plain, Eye()).colour == WHITE


def test_a_variant_of_other_proportions_is_doubted():
    (found,) = with_variants(drawn("blue"), (("mono", drawn("wide")),)).findings[-1:]

    assert (found.code, found.severity) == ("logo.variant-differs", Severity.WARNING)
    assert found.named["measured"] == pytest.approx(1.0, abs=0.02)


def test_a_variant_of_the_same_proportions_is_not():
    logo = drawn("blue")

    assert with_variants(logo, (("reversed", drawn("white")),)).findings == logo.findings


def test_a_logo_that_is_faint_on_white_is_no_worry_with_one_in_one_colour():
    faint = {finding.code for finding in drawn("white").findings}
    helped = with_variants(drawn("white"), (("mono", drawn("black")),))

    assert "logo.faint-on-white" in faint
    assert "logo.faint-on-white" not in {finding.code for finding in helped.findings}
