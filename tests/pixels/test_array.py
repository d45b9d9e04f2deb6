"""Pixels as arrays: colours for the eye, regions that touch."""

from __future__ import annotations

import numpy as np
import pytest

from cobrand.model.colour import Colour
from cobrand.pixels import array, regions


@pytest.mark.parametrize("code", ["#000000", "#FFFFFF", "#C8102E", "#1F3F8F", "#767676"])
def test_lab_agrees_with_the_model(code: str) -> None:
    colour = Colour.parse(code)
    seen = array.lab(np.array([[colour.red, colour.green, colour.blue]]))

    assert seen[0].tolist() == pytest.approx(colour.lab, abs=0.02)


def test_there_and_back() -> None:
    pixels = np.arange(5 * 7 * 4, dtype=np.uint8).reshape(5, 7, 4)

    assert (array.pixels(array.bitmap(pixels)) == pixels).all()


def test_over_a_ground() -> None:
    half = np.array([[[255, 0, 0, 128], [9, 9, 9, 0], [7, 8, 9, 255]]], np.uint8)

    assert array.over(half, Colour(0, 0, 255)).tolist() == [[[128, 0, 127], [0, 0, 255], [7, 8, 9]]]


def test_regions_have_their_edges() -> None:
    shape = np.zeros((20, 30), np.uint8)
    shape[3:9, 4:10] = 1
    shape[12:15, 20:29] = 2

    found = regions.label(shape)
    boxes = {
        int(value): edges
        for value, *edges in zip(
            found.value,
            found.left.tolist(),
            found.top.tolist(),
            found.right.tolist(),
            found.bottom.tolist(),
            strict=True,
        )
    }

    assert boxes == {0: [0, 0, 30, 20], 1: [4, 3, 10, 9], 2: [20, 12, 29, 15]}


def test_what_the_border_reaches_and_what_has_a_seed() -> None:
    ring = np.ones((9, 9), bool)
    ring[2:7, 2:7] = False
    ring[3:6, 3:6] = True
    seeds = np.zeros((9, 9), bool)
    seeds[0, 0] = True

    assert regions.from_border(ring).sum() == 81 - 25
    assert regions.without(ring, seeds).sum() == 9


def test_light_by_the_table_is_light_by_the_formula() -> None:
    values = np.linspace(0, 255, 4001, dtype=np.float32)
    exact = array.linear_light(values / np.float32(255))

    assert np.abs(array.light(values) - exact).max() < 0.0003
    assert array.light(np.float32([0, 100, 255])).tolist() == pytest.approx(
        [0, 0.127438, 1], abs=1e-6
    )


def test_apart_is_the_distance() -> None:
    here, there = np.random.default_rng(2).random((2, 50, 3)) * 100

    np.testing.assert_allclose(array.apart(here, there), np.linalg.norm(here - there, axis=1))
