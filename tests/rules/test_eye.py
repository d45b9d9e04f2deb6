"""What an eye sees of a drawing over a ground."""

import numpy as np
import pytest

from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import BLACK, WHITE, Colour
from cobrand.rules.eye import Eye, look

RED, NAVY = Colour(220, 30, 30), Colour(15, 35, 42)


PLATE = ("WWWWWWW", *5 * ("WRRRRRW",), "WWWWWWW")


def picture(*rows: str) -> Bitmap:
    """Letters are pixels, drawn 20 px wide: K black, R red, W white, B blue, b its tint, . none."""
    colours = {
        "K": (0, 0, 0, 255),
        "R": (220, 30, 30, 255),
        "W": (255, 255, 255, 255),
        "s": (0, 0, 0, 20),
        "b": (80, 158, 227, 51),
        "B": (80, 158, 227, 255),
        ".": (0, 0, 0, 0),
    }
    small = np.array([[colours[letter] for letter in row] for row in rows], np.uint8)
    big = small.repeat(20, axis=0).repeat(20, axis=1)
    return Bitmap(big.shape[1], big.shape[0], big.tobytes())


def test_a_full_square_has_hull_and_ink_of_one():
    seen = look(picture("KK", "KK"), WHITE, 60)

    assert seen.hull == pytest.approx(1.0)
    assert seen.ink == pytest.approx(1.0)
    assert seen.middle == pytest.approx(0.5)


def test_pale_ink_weighs_less_than_dark_ink():
    dark, pale = look(picture("KK", "KK"), WHITE, 60), look(picture("RR", "RR"), WHITE, 60)

    assert pale.hull == dark.hull
    assert pale.ink < dark.ink


def test_a_soft_shadow_is_not_counted_in_the_loss():
    assert look(picture("KKss", "KKss"), BLACK, 60).lost == pytest.approx(1.0)


def test_white_letters_inside_a_disc_are_not_lost_on_white():
    seen = look(picture("RRRRR", "RWWWR", "RRRRR"), WHITE, 60)

    assert seen.lost == 0.0


def test_white_inside_a_frame_says_nothing_about_the_frame_on_white():
    framed = look(picture("RRRRRRR", "RWWWWWR", "RWWWWWR", "RWWWWWR", "RRRRRRR"), WHITE, 60)

    assert framed.contrast == pytest.approx(look(picture("R"), WHITE, 60).contrast)


def test_white_letters_beside_a_disc_are_lost_on_white_and_seen_on_navy():
    logo = picture("RRR..WWW", "RRR..WWW")

    assert look(logo, WHITE, 60).lost == pytest.approx(0.5)
    assert look(logo, NAVY, 60).lost == 0.0


@pytest.mark.parametrize(
    ("rows", "lost"),
    [
        (PLATE, 0.0),
        (("WWWWWW", "WWRRWW", "WWRRWW", "WWRRWW", "WWWWWW"), 24 / 30),  # too much of the mark
        (("WWWW", "WWWW", "RRRR", "RRRR"), 0.5),  # half a flag
        ((PLATE[0] + ".W", *(row + ".." for row in PLATE[1:])), 25 / 50),  # a letter apart
    ],
)
def test_a_white_plate_round_a_mark_is_not_lost_on_white(rows, lost):
    assert look(picture(*rows), WHITE, 60).lost == pytest.approx(lost)


def test_a_tint_that_is_drawn_see_through_is_meant_to_be_faint():
    assert look(picture("B.b.b", ".....", "B.B.b"), WHITE, 60).lost == 0.0


def test_a_white_logo_is_all_lost_on_white():
    assert look(picture("WW", "WW"), WHITE, 60).lost == 1.0


def test_the_middle_follows_the_ink():
    assert look(picture(".", ".", "K", "K"), WHITE, 60).middle == pytest.approx(0.75)


def test_an_eye_gives_the_same_answer_again():
    eye, logo = Eye(), picture("KR", "RK")

    assert eye.presence(logo, WHITE, 60) == look(logo, WHITE, 60)
    assert eye.presence(logo, WHITE, 60) is eye.presence(logo, WHITE, 60)
