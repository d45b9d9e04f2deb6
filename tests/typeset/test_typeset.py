from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from cobrand.model.geometry import Box
from cobrand.model.text import Direction, Outline, TextStyle
from cobrand.typeset.setter import QtTypesetter

PLAIN = TextStyle(100)
ARABIC = TextStyle(100, 700, direction="rtl", language="ar")


def edges(outline: Outline) -> Box:
    points = [
        (segment[place], segment[place + 1])
        for segment in outline
        for place in range(1, len(segment), 2)
    ]
    xs, ys = zip(*points, strict=True)
    return Box.spanning(min(xs), min(ys), max(xs), max(ys))


def steps(outline: Outline) -> list[float]:
    """Return the ways across between the contours, so that their place is forgotten."""
    starts = [segment[1] for segment in outline if segment[0] == "M"]
    return [after - before for before, after in pairwise(starts)]


def occurs(part: list[float], whole: list[float]) -> bool:
    windows = (whole[i : i + len(part)] for i in range(len(whole) - len(part) + 1))
    return any(window == pytest.approx(part, abs=0.01) for window in windows)


def contours(outline: Outline) -> int:
    return sum(segment[0] == "M" for segment in outline)


def test_a_capital_stands_on_the_baseline_and_is_as_high_as_the_font_says(
    typesetter: QtTypesetter,
) -> None:
    ink = typesetter.line("H", PLAIN).ink

    assert ink.bottom == pytest.approx(0, abs=0.1)
    assert ink.top == pytest.approx(-71.4, abs=0.1)


def test_ink_is_where_the_outline_is(typesetter: QtTypesetter) -> None:
    line = typesetter.line("Hilfe", TextStyle(37, 650, -0.018))
    drawn = edges(line.outline)

    assert line.ink.left == pytest.approx(drawn.left, abs=0.3)
    assert line.ink.right == pytest.approx(drawn.right, abs=0.3)
    assert line.ink.top == pytest.approx(drawn.top, abs=0.3)


def test_every_contour_is_closed(typesetter: QtTypesetter) -> None:
    outline = typesetter.line("Bog & 80%", PLAIN).outline

    assert contours(outline) == sum(segment[0] == "Z" for segment in outline)
    assert outline[-1] == ("Z",)


def test_all_weights_differ_and_grow(typesetter: QtTypesetter) -> None:
    weights = range(100, 1000, 100)
    stems = [typesetter.line("l", TextStyle(100, weight)).ink.width for weight in weights]

    assert stems == sorted(set(stems))
    assert stems[7] == pytest.approx(16.9, abs=0.2)


@pytest.mark.parametrize("words", ["مرحبا", "नमस्ते", "សួស្តី", "สวัสดี"])
def test_every_bundled_script_has_weights(typesetter: QtTypesetter, words: str) -> None:
    light, heavy = (typesetter.line(words, TextStyle(100, weight)) for weight in (400, 700))

    assert light.outline != heavy.outline
    assert light.borrowed == heavy.borrowed == ()


def test_sizes_are_the_same_drawing_larger(typesetter: QtTypesetter) -> None:
    small, large = (typesetter.line("learning", TextStyle(size)) for size in (10, 40))

    assert large.advance == pytest.approx(4 * small.advance)
    assert large.ink.width == pytest.approx(4 * small.ink.width)


def test_tracking_goes_between_letters_only(typesetter: QtTypesetter) -> None:
    plain, tracked = PLAIN, TextStyle(100, tracking=0.05)

    assert typesetter.advance("a", tracked) == pytest.approx(typesetter.advance("a", plain))
    assert typesetter.advance("llll", tracked) == pytest.approx(
        typesetter.advance("llll", plain) + 15
    )


def test_spaces_at_the_ends_take_no_room(typesetter: QtTypesetter) -> None:
    assert typesetter.advance(" ale  ", PLAIN) == typesetter.advance("ale", PLAIN)
    assert typesetter.line("  ", PLAIN).outline == ()


def test_letters_of_arabic_join(typesetter: QtTypesetter) -> None:
    word = "تعليم"
    apart = sum(typesetter.advance(letter, ARABIC) for letter in word)

    assert typesetter.advance(word, ARABIC) < 0.9 * apart


def test_a_hashtag_in_an_arabic_sentence_is_read_from_the_left(typesetter: QtTypesetter) -> None:
    hashtag = steps(typesetter.line("#weareALE", TextStyle(100, 700)).outline)
    isolated = typesetter.line("تؤيّد \u2068#weareALE\u2069 دائماً", ARABIC)
    bare = typesetter.line("تؤيّد #weareALE دائماً", ARABIC)

    assert occurs(hashtag, steps(isolated.outline))
    assert not occurs(hashtag, steps(bare.outline))


def test_isolates_draw_nothing(typesetter: QtTypesetter) -> None:
    plain, isolated = (typesetter.line(words, PLAIN) for words in ("a b", "a \u2068b\u2069"))

    assert isolated.advance == pytest.approx(plain.advance)
    assert isolated.ink == plain.ink
    assert isolated.missing == ""


def test_the_base_direction_decides_where_a_full_stop_stands(typesetter: QtTypesetter) -> None:
    left = typesetter.line("ale.", TextStyle(100, direction="ltr"))
    right = typesetter.line("ale.", TextStyle(100, direction="rtl"))

    assert left.ink.width == pytest.approx(right.ink.width, rel=0.05)
    assert left.outline != right.outline


@pytest.mark.parametrize(
    "words",
    [
        "Global voice for adult learning and education!",
        "¿Y su organización? ¡Unidos por el bienestar!",
        "D’une seule voix – l’éducation, où « tout » commence\u202f!",
        "صوت عالمي لتعلّم الكبار وتعليمهم، نتّحد! #weareALE 12",
        "वयस्क शिक्षा के लिए #weareALE",
        "ការអប់រំមនុស្សពេញវ័យ",
        "การเรียนรู้ของผู้ใหญ่",
        "Ελληνικά Кириллица Việt Žďár",
    ],
)
def test_the_languages_of_the_campaign_need_no_font_of_this_computer(
    typesetter: QtTypesetter, words: str
) -> None:
    line = typesetter.line(words, TextStyle(100, 700))

    assert (line.borrowed, line.missing) == ((), "")


def test_what_no_font_has_is_named_and_shown(typesetter: QtTypesetter) -> None:
    line = typesetter.line("a\ue000b\ue000", PLAIN)

    assert line.missing == "\ue000"
    assert contours(line.outline) > contours(typesetter.line("ab", PLAIN).outline)


def test_the_text_of_a_line_is_what_was_given(typesetter: QtTypesetter) -> None:
    assert typesetter.line("one\ntwo ", PLAIN).text == "one\ntwo "
    assert typesetter.advance("one\ntwo", PLAIN) == typesetter.advance("one two", PLAIN)


def test_many_threads_get_what_one_gets(typesetter: QtTypesetter) -> None:
    voices: list[tuple[str, Direction]] = [
        ("Global voice", "ltr"),
        ("صوت عالمي", "rtl"),
        ("नमस्ते", "ltr"),
    ]
    jobs = [
        (words, TextStyle(size, weight, direction=direction))
        for words, direction in voices
        for size in (20, 33)
        for weight in (300, 500, 800)
    ]
    fresh = QtTypesetter()
    with ThreadPoolExecutor(4) as pool:
        lines = list(pool.map(lambda job: fresh.line(*job), jobs * 5))

    assert lines == [typesetter.line(*job) for job in jobs * 5]


def test_there_is_one_application(typesetter: QtTypesetter) -> None:
    assert QtTypesetter().advance("ale", PLAIN) == typesetter.advance("ale", PLAIN)
