"""What is so for several marks is said once, with all their names; nothing broken is lost."""

from cobrand.model.finding import breach, note, warning
from cobrand.rules.gather import gathered

LIMIT = "rule.prominence_limit"


def limited(place, name, ratio):
    return warning(
        f"{LIMIT}.partner", f"logo-{place}", measured=ratio, limit=0.08, bound="least", name=name
    )


def in_file(role, ratio):
    return warning(f"{LIMIT}_px", role, measured=ratio, limit=0.08, held=65)


def unknown(mark):
    return note("rule.permission", "mark", mark=mark, by="", date="")


def test_permissions_that_nobody_noted_are_one_sentence():
    (found,) = gathered([unknown("#weareALE"), unknown("Zug"), unknown("Alba")])

    assert found == note("told.permissions", mark="#weareALE, Zug, Alba")


def test_one_permission_stays_as_it_is():
    assert gathered([unknown("Zug")]) == (unknown("Zug"),)


def test_partners_at_a_limit_are_named_together_with_the_worst_number():
    found = gathered([limited(2, "Zug", 0.8), limited(3, "Alba", 0.6), limited(4, "Bo", 0.7)])

    assert [(each.code, each.named["name"], each.named["measured"]) for each in found] == [
        ("told.prominence_limit", "Zug, Alba, Bo", 0.6)
    ]


def test_what_the_file_says_again_of_a_limit_is_left_out():
    lead, partner = in_file("logo", 0.61), limited(2, "Zug", 0.6)
    found = gathered([lead, partner, in_file("logo", 0.612), in_file("logo-2", 0.598)])

    assert found == (lead, partner)


def test_a_logo_that_is_stronger_is_not_mixed_with_weaker_ones():
    weak, strong = limited(2, "Zug", 0.6), limited(3, "Alba", 1.3)

    assert gathered([weak, strong]) == (weak, strong)


def test_what_is_broken_and_everything_else_stays_once():
    broken, other = breach("rule.gap", "lockup", measured=1, limit=2), warning("mark.stand-in")

    assert gathered([broken, other, broken]) == (broken, other)
