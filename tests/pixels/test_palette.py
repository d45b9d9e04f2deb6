"""Few colours, chosen the same whatever the size of the parts, and none that an eye would miss."""

from __future__ import annotations

import numpy as np
import pytest

from cobrand.pixels import array, counted, palette
from cobrand.pixels.array import Bytes

SURFACES = ((11, 82, 88), (255, 255, 255), (12, 85, 91), (255, 196, 60))


def ramps() -> Bytes:
    """Four surfaces, two of them alike, with soft edges between each two."""
    width = 1200
    pixels = np.full((400, width, 4), 255, np.uint8)
    steps = np.linspace(0, 1, 256)
    for row in range(400):
        colours = np.array(SURFACES, float)
        pixels[row, :, :3] = colours[row // 100]
        one, two = colours[row // 100], colours[(row // 100 + 1 + row % 3) % 4]
        edge = one + (two - one) * steps[row % 7 :: 7, None]
        pixels[row, 500 : 500 + len(edge), :3] = edge
    return pixels


def shown(few: palette.Few) -> Bytes:
    return few.colours[few.members]


def test_a_picture_of_few_colours_is_kept_exactly():
    pixels = np.zeros((30, 40, 4), np.uint8)
    pixels[:, 20:] = (200, 10, 10, 128)

    few = palette.few(pixels)

    assert few is not None
    assert (few.exact, few.opaque) == (True, False)
    assert (shown(few) == pixels).all()


def test_surfaces_stay_exact_and_edges_within_what_an_eye_sees():
    pixels = ramps()

    few = palette.few(pixels)

    assert few is not None
    assert (len(few.colours), few.exact) == (256, False)
    flat = (shown(few) == pixels).all(axis=-1)
    assert flat[:, :500].all()
    away = array.lab(shown(few)[..., :3]) - array.lab(pixels[..., :3])
    differences = np.sqrt(np.square(away).sum(axis=-1))
    assert np.quantile(differences, 0.99) <= palette.USUAL
    assert differences.max() <= palette.WORST


def test_the_parts_a_picture_is_read_in_change_nothing(monkeypatch: pytest.MonkeyPatch):
    whole = palette.few(ramps())
    monkeypatch.setattr(counted, "_CHUNK", 7001)
    parts = palette.few(ramps())

    assert whole is not None
    assert parts is not None
    assert (whole.colours == parts.colours).all()
    assert (whole.members == parts.members).all()


def test_a_photograph_has_no_palette():
    noise = np.random.default_rng(3).integers(0, 256, (300, 300, 4), np.uint8)

    assert palette.few(noise) is None


def test_one_pixel_is_a_picture_too():
    few = palette.few(np.array([[[1, 2, 3, 4]]], np.uint8))

    assert few is not None
    assert shown(few).tolist() == [[[1, 2, 3, 4]]]
