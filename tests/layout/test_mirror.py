"""A mirrored layout: shapes turn over, codes, marks and words only change sides."""

from cobrand.layout.mirror import mirrored
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import BLACK
from cobrand.model.geometry import Box
from cobrand.model.scene import Fade, Fill, Group, Picture

FLAG = (("M", 10.0, 0.0), ("L", 30.0, 0.0), ("L", 10.0, 5.0), ("Z",))


def test_a_shape_is_turned_over():
    turned = mirrored(Fill(Box(10, 0, 20, 5), BLACK, "seat", FLAG), 100)

    assert turned.box == Box(70, 0, 20, 5)
    assert turned.outline == (("M", 90.0, 0.0), ("L", 70.0, 0.0), ("L", 90.0, 5.0), ("Z",))


def test_a_code_keeps_its_drawing():
    moved = mirrored(Fill(Box(10, 0, 20, 5), BLACK, "qr", FLAG), 100)

    assert moved.outline == (("M", 70.0, 0.0), ("L", 90.0, 0.0), ("L", 70.0, 5.0), ("Z",))


def test_a_logo_keeps_its_drawing():
    picture = Picture(Box(10, 0, 20, 5), Bitmap(1, 1, b"\0" * 4), Box(0, 0, 1, 1), "logo")

    moved = mirrored(Group(Box(10, 0, 50, 5), (picture,), "lockup"), 100)

    assert moved.box == Box(40, 0, 50, 5)
    assert moved.items[0].box == Box(70, 0, 20, 5)
    assert moved.items[0].source == picture.source


def test_a_scrim_runs_out_to_the_other_side():
    aside = Fill(Box(0, 0, 40, 5), BLACK, "scrim", fade=Fade(((0.5, 0.8), (1.0, 0.0)), across=True))

    assert mirrored(aside, 100).fade == Fade(((0.0, 0.0), (0.5, 0.8)), across=True)
    assert mirrored(mirrored(aside, 100), 100) == aside


def test_twice_mirrored_is_as_before():
    item = Fill(Box(10, 0, 20, 5), BLACK, "seat", FLAG)

    assert mirrored(mirrored(item, 100), 100) == item
