"""What stands on all cards of a run is numbered once, and each card is a PNG no eye can tell."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from cobrand.pixels import array, encode, packed, palette, standing
from cobrand.pixels.array import Bytes
from cobrand.pixels.standing import Flat, Patch, Standing

pytestmark = pytest.mark.skipif(not packed.available(), reason="libdeflate is not here")

PETROL, WHITE, ORANGE = (11, 82, 88, 255), (255, 255, 255, 255), (217, 72, 43, 255)


def ground() -> Bytes:
    """Petrol over white, a soft line of letters' edges in the petrol."""
    pixels = np.empty((400, 600, 4), np.uint8)
    pixels[:250], pixels[250:] = PETROL, WHITE
    steps = np.linspace(0, 1, 230)[:, None]
    edge = np.array(PETROL) + (np.array(WHITE) - np.array(PETROL)) * steps
    for row in range(40, 60):
        pixels[row, 100:330] = np.roll(edge, row, axis=0).round()
    return pixels


def logo(colours: int, seed: int = 1) -> Bytes:
    """A square of so many colours, on white; very many run into one another."""
    random = np.random.default_rng(seed)
    pixels = np.full((80, 120, 4), 255, np.uint8)
    own = random.integers(0, 256, (colours, 3))
    if colours > 192:
        own = (own[0] + np.linspace(0, 1, colours)[:, None] * (own[1] - own[0])).round()
    pixels[10:70, 10:110, :3] = own[np.arange(60 * 100).reshape(60, 100) * colours // 6000]
    return pixels


def patched(pixels: Bytes, *patches: Patch) -> Bytes:
    whole = pixels.copy()
    for patch in patches:
        rows, columns = patch.pixels.shape[:2]
        whole[patch.top : patch.top + rows, patch.left : patch.left + columns] = patch.pixels
    return whole


def written(stands: Standing | None, *pieces: Patch | Flat) -> bytes:
    assert stands is not None
    made = encode.laid(stands, pieces)
    assert made is not None
    return made.data


def opened(data: bytes) -> Bytes:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))


@pytest.mark.parametrize("colours", [1, 20, 50, 400])
def test_a_card_looks_like_the_picture(colours: int) -> None:
    patch = Patch(290, 40, logo(colours))
    wanted = patched(ground(), patch)

    got = opened(written(standing.of(ground()), patch))

    away = array.lab(got[..., :3]) - array.lab(wanted[..., :3])
    differences = np.sqrt(np.square(away).sum(axis=-1))
    assert np.quantile(differences, 0.99) <= palette.USUAL
    assert differences.max() <= palette.WORST
    assert (got[:250:249] == wanted[:250:249]).all()


def test_a_later_patch_lies_over_an_earlier_one() -> None:
    below, above = Patch(260, 40, logo(3)), Patch(300, 90, logo(2, seed=2)[:40, :60])

    assert (
        opened(written(standing.of(ground()), below, above)) == patched(ground(), below, above)
    )[260:].all()


def test_a_plain_surface_stays_exact_however_many_colours_there_are() -> None:
    surface, patch = Flat(260, 0, 600, 140, (250, 240, 230, 255)), Patch(300, 40, logo(400))

    got = opened(written(standing.of(ground()), surface, patch))

    assert (got[260:300] == surface.colour).all()
    assert (got[300:380, 200:] == surface.colour).all()
    assert (got[302, 41] == WHITE).all()


def test_a_picture_that_needs_all_its_colours_is_put_together_as_it_was() -> None:
    surface, patch = Flat(260, 0, 600, 100, ORANGE), Patch(300, 40, logo(400))
    stands, wanted = standing.of(ground()), ground()
    wanted[260:360] = ORANGE

    assert stands is not None
    got = stands.picture([surface, patch])

    assert got is not None
    assert (got == patched(wanted, patch)).all()


def test_a_card_is_the_same_bytes_whatever_was_made_before() -> None:
    stands = standing.of(ground())
    for top in (0, 70, 255, 300):
        written(stands, Patch(top, 70, logo(90, seed=top)))
    patch = Patch(290, 40, logo(60))

    assert written(standing.of(ground()), patch) == written(stands, patch)


def test_rows_above_the_patches_are_packed_as_before() -> None:
    stands = standing.of(ground())
    one, other = (written(stands, Patch(290, 40, logo(30, seed))) for seed in (1, 2))
    begin = one.index(b"IDAT") + 6

    assert one[begin : begin + 200] == other[begin : begin + 200]


def test_what_shows_through_stays_so() -> None:
    clear = ground()
    clear[:250] = 0
    clear[40:60, 100:330, 3] = np.arange(230)
    patch = Patch(290, 40, logo(20))

    got = opened(written(standing.of(clear), patch))

    assert (got[:30, :, 3] == 0).all()
    assert (got[300:340, 60:100] == patched(clear, patch)[300:340, 60:100]).all()


def test_a_place_of_one_colour_is_told_from_one_of_many() -> None:
    stands = standing.of(ground())

    assert stands is not None
    assert stands.plain(40, 260, 100, 100) == WHITE
    assert stands.plain(0, 100, 600, 150) == PETROL
    assert stands.plain(40, 240, 100, 100) is None
    assert stands.plain(90, 30, 100, 100) is None


def test_colours_that_hardly_differ_are_not_one() -> None:
    pixels = ground()
    pixels[300:302, 100:102, 1] = 254
    stands = standing.of(pixels)

    assert stands is not None
    assert stands.plain(90, 290, 50, 50) is None


def test_a_photograph_is_no_ground_to_share() -> None:
    noise = np.random.default_rng(4).integers(0, 256, (300, 300, 4), np.uint8)
    noise[..., 3] = 255

    assert standing.of(noise) is None


def test_a_patch_that_256_colours_cannot_show_is_made_whole() -> None:
    noise = np.random.default_rng(4).integers(0, 256, (200, 300, 4), np.uint8)
    noise[..., 3] = 255
    stands = standing.of(ground())

    assert stands is not None
    assert encode.laid(stands, [Patch(100, 40, noise)]) is None
