"""A scene as SVG, one line an item."""

import base64

import pytest

from cobrand.export.excerpt import embed as embedded
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import BLACK, WHITE, Colour
from cobrand.model.geometry import Box, Point, Size
from cobrand.model.logo import SvgArt
from cobrand.model.scene import Drawing, Fade, Fill, Group, Picture, Scene, Words
from cobrand.model.text import TextBlock, TextLine, TextStyle
from cobrand.pixels import array, press, svg
from cobrand.render import Pen, draw
from cobrand.render.xml import Paths

PETROL = Colour(11, 81, 88)


def embed(bitmap: Bitmap, lossy: bool = False) -> str:
    return "data:image/png;base64," + base64.b64encode(bitmap.data).decode()


def body(*items) -> list[str]:
    scene = Scene(Size(200, 100), None, items)
    return draw(scene, embed).splitlines()[1:-1]


def test_a_document_says_its_size_title_and_ground():
    scene = Scene(Size(200, 100), PETROL, (), language="ar", title="A & B", alt="say <this>")

    assert draw(scene, embed).splitlines() == [
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'width="200" height="100" viewBox="0 0 200 100" role="img" xml:lang="ar">',
        "<title>A &amp; B</title>",
        "<desc>say &lt;this&gt;</desc>",
        '<rect data-role="ground" x="0" y="0" width="200" height="100" fill="#0B5158"/>',
        "</svg>",
    ]


def test_bleed_grows_the_page_but_not_the_place_of_things():
    scene = Scene(Size(200, 100), WHITE, (), bleed=10)

    assert 'width="220" height="120" viewBox="-10 -10 220 120"' in draw(scene, embed)


def test_a_fill_is_a_rectangle_a_shape_or_a_round_line():
    shape = (("M", 1.0, 2.0), ("L", 3.00049, 4.0), ("Z",))

    assert body(
        Fill(Box(1, 2, 3, 4), BLACK, "table"),
        Fill(Box(1, 2, 3, 4), BLACK, "qr", shape),
        Fill(Box(1, 2, 3, 4), BLACK, "seat", shape, 2.5),
    ) == [
        '<rect data-role="table" x="1" y="2" width="3" height="4" fill="#000000"/>',
        '<path data-role="qr" fill="#000000" d="M1 2L3 4Z"/>',
        '<path data-role="seat" fill="none" stroke="#000000" stroke-width="2.5" '
        'stroke-linecap="round" d="M1 2L3 4Z"/>',
    ]


def test_words_are_outlines_that_still_say_what_they_are():
    line = TextLine("Café <1>", (("M", 0.0, 0.0), ("Z",)), 40, Box(0, -10, 40, 10))
    block = TextBlock((line,), (Point(0, 10),), Size(40, 10), TextStyle(12), "Café <1>")

    assert body(Words(Box(5, 6, 40, 10), block, BLACK, "headline")) == [
        '<g data-role="headline" aria-label="Café &lt;1&gt;" fill="#000000">'
        '<path transform="translate(5 16)" d="M0 0Z"/></g>'
    ]


def test_artwork_is_scaled_so_that_its_source_fills_the_box():
    art = SvgArt('<path d="M0 0h1z"/>', Size(40, 20))

    assert body(Drawing(Box(100, 50, 60, 30), art, Box(10, 5, 20, 10), "logo")) == [
        '<clipPath id="clip-1"><rect x="0" y="0" width="40" height="20"/></clipPath>'
        '<g data-role="logo" transform="translate(70 35) scale(3 3)">'
        '<g clip-path="url(#clip-1)"><path d="M0 0h1z"/></g></g>'
    ]


def test_a_picture_is_embedded_and_shows_its_source_only():
    picture = Picture(Box(10, 10, 20, 10), Bitmap(4, 2, b"\0" * 32), Box(1, 0, 2, 1), "logo")

    (line,) = body(picture)

    assert '<image x="0" y="10" width="40" height="20"' in line
    assert 'xlink:href="data:image/png;base64,' in line
    assert '<rect x="10" y="10" width="20" height="10"/>' in line


def test_a_group_may_clip():
    inner = Fill(Box(0, 0, 9, 9), BLACK, "seat")

    assert body(Group(Box(1, 1, 5, 5), (inner,), "seats", clip=True)) == [
        '<clipPath id="clip-1"><rect x="1" y="1" width="5" height="5"/></clipPath>'
        '<g data-role="seats" clip-path="url(#clip-1)">'
        '<rect data-role="seat" x="0" y="0" width="9" height="9" fill="#000000"/></g>'
    ]


@pytest.mark.parametrize(
    ("across", "line"),
    [(False, 'x1="0" y1="0" x2="0" y2="10"'), (True, 'x1="0" y1="0" x2="20" y2="0"')],
)
def test_a_scrim_lets_through_what_lies_behind(across, line):
    fade = Fade(((0.0, 0.0), (1.0, 0.6)), across)

    assert body(Fill(Box(0, 0, 20, 10), BLACK, "scrim", fade=fade)) == [
        f'<linearGradient id="clip-1" gradientUnits="userSpaceOnUse" {line}>'
        '<stop offset="0" stop-color="#000000" stop-opacity="0"/>'
        '<stop offset="1" stop-color="#000000" stop-opacity="0.6"/></linearGradient>'
        '<rect data-role="scrim" x="0" y="0" width="20" height="10" fill="url(#clip-1)"/>'
    ]


@pytest.mark.parametrize("draw_it", [svg.draw, press.draw], ids=["librsvg", "cairo"])
def test_a_scrim_darkens_as_much_as_it_says(draw_it):
    fade = Fade(((0.0, 0.0), (0.5, 0.6), (1.0, 0.6)))
    page = Scene(Size(100, 100), WHITE, (Fill(Box(0, 0, 100, 100), BLACK, "scrim", fade=fade),))
    column = array.pixels(draw_it(draw(page, embed), 100, 100))[:, 50, 0].astype(int)

    assert column[[0, 25, 50, 99]] == pytest.approx([255, 178, 102, 102], abs=3)


def test_a_photograph_is_embedded_as_one():
    picture = Picture(
        Box(0, 0, 2, 2), Bitmap(2, 2, b"\xff" * 16), Box(0, 0, 2, 2), "photo", lossy=True
    )

    assert embedded(picture.bitmap, True).startswith("data:image/jpeg;base64,")
    assert embedded(picture.bitmap).startswith("data:image/png;base64,")


def test_a_pen_that_drew_before_draws_the_same():
    shapes = [(("M", float(x), 2.0), ("L", 3.0, 4.5), ("Z",)) for x in range(300)]
    scenes = [Scene(Size(9, 9), None, (Fill(Box(1, 2, 3, 4), BLACK, "qr", s),)) for s in shapes]
    pen = Pen(embed)
    worked = [pen.draw(scene) for scene in (*scenes, *scenes[::-1])]

    assert worked == [draw(scene, embed) for scene in (*scenes, *scenes[::-1])]


def test_paths_are_remembered_for_the_last_outlines_only():
    paths = Paths(most=4)
    shapes = [(("M", float(x), 2.0), ("Z",)) for x in range(3)]
    first, *_ = [paths.of(shape) for shape in shapes]

    assert paths.of(shapes[2]) is paths.of(shapes[2])
    assert paths.of(shapes[0]) == first
    assert paths.of(shapes[0]) is not first
