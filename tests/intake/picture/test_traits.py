"""Tone, palette, letters and the sample are what an eye would say."""

from __future__ import annotations

import pytest

from cobrand.intake.door import read
from cobrand.model.colour import Colour, difference
from tests.intake.files import FILES, logo

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">'


def _drawn(inside: str, width: int = 200, height: int = 100) -> bytes:
    return (_HEAD.format(width, height) + inside + "</svg>").encode()


@pytest.mark.parametrize(
    ("fill", "tone"), [("#fff", "light"), ("#ffe600", "light"), ("#036", "dark"), ("#e60", "mixed")]
)
def test_tone(fill: str, tone: str) -> None:
    mark = read(_drawn(f'<circle cx="90" cy="50" r="40" fill="{fill}"/>'))

    assert tone == mark.traits.tone


def test_palette_lists_the_colours_by_their_share() -> None:
    mark = read(
        _drawn('<path fill="#036" d="M0 0h150v50h-150z"/><path fill="#e60" d="M150 0h50v50h-50z"/>')
    )
    (first, large), (second, small) = mark.traits.palette

    assert difference(Colour.parse("#003366"), first) < 2
    assert difference(Colour.parse("#ee6600"), second) < 2
    assert pytest.approx((large, small), abs=0.01) == (0.75, 0.25)


def test_a_colour_blend_counts_once() -> None:
    stops = '<stop stop-color="#036"/><stop offset="1" stop-color="#047"/>'
    blend = f'<linearGradient id="g">{stops}</linearGradient>'
    mark = read(_drawn(blend + '<path fill="url(#g)" d="M0 0h150v50h-150z"/>'))

    assert len(mark.traits.palette) == 1


def test_the_smallest_letters_are_found_under_large_ones() -> None:
    large = "".join(f'<path d="M{x} 0h20v60h-20z"/>' for x in range(0, 200, 30))
    small = "".join(f'<path d="M{x} 80h6v10h-6z"/>' for x in range(0, 200, 9))

    assert pytest.approx(read(_drawn(large + small)).traits.letter, abs=0.02) == 10 / 90


def test_a_mark_without_letters_has_none() -> None:
    assert logo("app-icon.svg").traits.letter == 1


@pytest.mark.parametrize("name", ["plain.svg", "clear.png", "on-white.jpg", "shadow.svg"])
def test_the_sample_is_the_ink_box_and_large_enough(name: str) -> None:
    mark = logo(name)

    assert mark.sample.width * mark.sample.height >= 40_000
    assert mark.ink.size.aspect == pytest.approx(mark.sample.size.aspect, rel=0.02)


def test_a_very_long_mark_has_a_sample_of_sane_size() -> None:
    mark = read(_drawn('<path d="M0 0h8000v10h-8000z"/>', 8000, 10))

    assert mark.sample.width <= 4000
    assert mark.sample.width * mark.sample.height >= 40_000 / 5


def test_the_same_bytes_have_the_same_digest() -> None:
    assert logo("plain.svg").digest == logo("really-an-svg.png").digest
    assert len(logo("plain.svg").digest) == 64


def test_every_fixture_that_can_be_read_has_its_ink_on_its_page() -> None:
    for name in ("plain.svg", "text.svg", "mask.svg", "grey-alpha.png", "cmyk.jpg"):
        mark = logo(name)
        assert mark.ink.left >= -0.01
        assert mark.ink.right <= mark.page.width + 0.01, FILES / name


@pytest.mark.parametrize(
    ("inside", "hull", "ink"),
    [
        ('<path d="M0 0h200v100h-200z"/>', 2, 2),
        ('<path fill="#fff" d="M10 10h180v80h-180z"/>', 2.25, 2.25),
        ('<path d="M0 0h20v100h-20zM180 0h20v100h-20z"/>', 2, 0.4),
    ],
)
def test_hull_and_ink_are_in_squared_heights(inside: str, hull: float, ink: float) -> None:
    traits = read(_drawn(inside)).traits

    assert (traits.hull, traits.ink) == pytest.approx((hull, ink), abs=0.02)


def test_a_mark_of_one_colour_is_known_and_so_is_its_shape() -> None:
    mono = read(_drawn('<circle cx="90" cy="50" r="40" fill="#036"/>'))

    assert mono.traits.one_colour
    assert mono.aspect == pytest.approx(1, abs=0.01)
    assert not logo("on-white.jpg").traits.one_colour


def test_a_picture_prints_only_as_wide_as_its_pixels_allow() -> None:
    assert logo("clear.png").widest(300) == pytest.approx(151 / 300 * 25.4)
    assert logo("plain.svg").widest(300) == float("inf")


def _letters(bottoms: list[int], height: int = 40, size: int = 20) -> str:
    """Return bars like letters, each standing at its bottom."""
    return "".join(
        f'<path d="M{30 * at} {bottom - height}h{size}v{height}h-{size}z"/>'
        for at, bottom in enumerate(bottoms)
    )


@pytest.mark.parametrize(
    ("bottoms", "baseline"),
    [
        ([60] * 6, 1.0),
        ([60, 60, 75, 60, 60, 60], 60 / 75),  # one hangs below the line
        ([60, 60], None),  # too few to be a word
    ],
)
def test_the_baseline_is_where_most_letters_stand(bottoms: list[int], baseline: float) -> None:
    mark = read(_drawn(_letters(bottoms)))
    ink_top = mark.ink.top

    wanted = baseline and (60 - ink_top) / mark.ink.height
    assert mark.traits.baseline == (wanted and pytest.approx(wanted, abs=0.02))


def test_the_larger_line_of_words_has_the_baseline() -> None:
    small = "".join(f'<path d="M{x} 80h6v10h-6z"/>' for x in range(0, 180, 9))
    mark = read(_drawn(_letters([60] * 6) + small))

    assert mark.traits.baseline == pytest.approx((60 - 20) / 70, abs=0.02)


def test_a_word_in_an_emblem_is_no_line_of_the_mark() -> None:
    word = "".join(f'<path fill="#fff" d="M{x} 80h4v8h-4z"/>' for x in range(85, 115, 6))
    mark = read(_drawn(f'<path fill="#036" d="M0 0h200v100h-200z"/>{word}'))

    assert mark.traits.baseline is None
