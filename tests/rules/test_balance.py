"""The size that makes two marks equals."""

from dataclasses import replace

import pytest

from cobrand.rules.balance import prominence, solve
from cobrand.rules.eye import Presence

MARK = Presence(hull=5.0, ink=1.2, middle=0.5, lost=0.0, contrast=9.0)


@pytest.fixture
def rules(library):
    return library.campaign("weareale").rules


def test_the_same_mark_twice_is_balanced(rules):
    found = solve(MARK, MARK, rules)

    assert (found.scale, found.ratio, found.limit) == (1.0, 1.0, "")


def test_a_solved_logo_is_as_prominent_as_the_mark(rules):
    logo = Presence(hull=0.8, ink=0.5, middle=0.5, lost=0.0, contrast=5.0)

    found = solve(logo, MARK, rules)

    assert prominence(logo, found.scale, rules) == pytest.approx(prominence(MARK, 1, rules))
    assert found.ratio == pytest.approx(1.0)


def test_prominence_grows_with_the_square_of_the_height(rules):
    assert prominence(MARK, 3, rules) == pytest.approx(9 * prominence(MARK, 1, rules))


def test_a_very_light_logo_is_held_near_the_size_of_equal_hull(rules):
    hairline = replace(MARK, ink=0.01)

    found = solve(hairline, MARK, rules)

    assert found.scale == pytest.approx(rules.scale_most)
    assert found.limit == "hull"
    assert found.ratio < 1 - rules.ratio_ok


@pytest.mark.parametrize(("nudge", "ratio"), [(10, 1.1), (-10, 0.9), (3, 1.03), (50, 1.1)])
def test_a_nudge_changes_the_prominence_by_at_most_ten_per_cent(rules, nudge, ratio):
    nudged = solve(MARK, MARK, rules, nudge)

    assert nudged.ratio == pytest.approx(ratio)
    assert nudged.scale == pytest.approx(ratio**0.5)
    assert abs(nudged.ratio - 1) <= rules.ratio_warn


def test_a_logo_that_is_not_seen_has_no_balance(rules):
    assert solve(replace(MARK, hull=0.0, ink=0.0), MARK, rules).limit == "unseen"
