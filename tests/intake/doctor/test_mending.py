"""Each mending, before and after: measured on the pixels, undone as it was sent."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from cobrand.intake.door import read
from cobrand.model.care import AS_SENT, USUAL, Care
from cobrand.model.colour import Colour
from cobrand.model.finding import Mending
from cobrand.model.logo import BitmapArt, Logo, SvgArt
from cobrand.pixels import array
from tests.intake.files import codes, near

BLACK = Colour(0, 0, 0)
PETROL = (11, 81, 88)


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def ring(ground: str | tuple[int, int, int] = "white", margin: int = 100) -> Image.Image:
    """Draw a dark blue disc with a white one inside, four times too large and made small."""
    side = 4 * (200 + 2 * margin)
    page = Image.new("RGB", (side, side), ground)
    drawing, at = ImageDraw.Draw(page), 4 * margin
    drawing.ellipse((at, at, side - at, side - at), fill=(10, 40, 90))
    drawing.ellipse((at + 240, at + 240, side - at - 240, side - at - 240), fill="white")
    return page.resize((side // 4, side // 4), Image.Resampling.LANCZOS)


def pixels(logo: Logo) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    assert isinstance(logo.art, BitmapArt)
    return array.pixels(logo.art.bitmap)


def mending(logo: Logo, code: str) -> Mending | None:
    return next(each.mending for each in logo.findings if each.code == code)


@pytest.mark.parametrize("ground", ["white", "#EDEDED", "#F7F2E8"])
@pytest.mark.parametrize("quality", [30, 60, 90])
def test_the_edge_of_a_dark_mark_has_no_light_rim_on_black(ground: str, quality: int) -> None:
    logo = read(encoded(ring(ground), "JPEG", quality=quality))
    on_black = array.over(pixels(logo), BLACK).astype(int).max(axis=-1)
    ys, xs = np.mgrid[0:400, 0:400]
    away = np.hypot(ys - 199.5, xs - 199.5)
    rim = on_black[(away > 94) & (away < 112)]

    assert rim.max() <= 90 + 45  # the mark's own blue, and what JPEG makes of it
    assert (rim > 90 + 20).mean() < 0.01


@pytest.mark.parametrize("ground", ["#EDEDED", "#F7F2E8", "#F3F3F3"])
@pytest.mark.parametrize("quality", [30, 90])
def test_white_inside_stays_whole_on_tinted_paper(ground: str, quality: int) -> None:
    logo = read(encoded(ring(ground), "JPEG", quality=quality))
    ys, xs = np.mgrid[0:400, 0:400]
    away = np.hypot(ys - 199.5, xs - 199.5)

    assert (pixels(logo)[..., 3][away < 92] == 255).all()


def test_tinted_paper_that_shows_through_a_mark_goes_whole() -> None:
    page = ring("#EDEDED")
    ImageDraw.Draw(page).ellipse((165, 165, 235, 235), fill="#EDEDED")
    logo = read(encoded(page, "JPEG", quality=40))
    ys, xs = np.mgrid[0:400, 0:400]

    assert pixels(logo)[..., 3][np.hypot(ys - 199.5, xs - 199.5) < 30].max() == 0


def test_white_inside_goes_only_when_asked_for() -> None:
    data = encoded(ring())
    usual, asked = read(data), read(data, care=Care(mend=("inside",)))

    assert mending(usual, "logo.inside") == Mending("inside", "offered")
    assert pixels(usual)[200, 200, 3] == 255
    assert mending(asked, "logo.inside-removed") == Mending("inside", "done")
    assert pixels(asked)[200, 200, 3] == 0
    assert usual.ink == asked.ink


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_undone_is_as_it_was_sent(kind: str) -> None:
    data = encoded(ring(), kind, **({"quality": 40} if kind == "JPEG" else {}))
    sent = np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))
    logo = read(data, care=AS_SENT)

    assert (pixels(logo) == sent).all()
    assert (logo.ink.width, logo.ink.height) == (400, 400)
    assert mending(logo, "logo.ground-kept") == Mending("ground", "undone")
    assert mending(logo, "logo.margins-kept") == Mending("trim", "undone")


def test_kept_ground_is_trimmed_all_the_same() -> None:
    logo = read(encoded(ring()), care=USUAL.without_mending("ground"))

    assert near(logo.ink, 100, 100, 300, 300, by=1)
    assert pixels(logo)[0, 0].tolist() == [255, 255, 255, 255]


def test_specks_are_counted_cleaned_and_kept() -> None:
    page = ring(margin=60)
    data = encoded(page, "JPEG", quality=20)
    usual, kept = read(data), read(data, care=USUAL.without_mending("specks"))
    count = next(each.named["count"] for each in usual.findings if each.code == "logo.specks")

    assert isinstance(count, int)
    assert count > 20
    assert mending(kept, "logo.specks-kept") == Mending("specks", "undone")
    assert (pixels(kept)[..., 3] > 0).sum() > (pixels(usual)[..., 3] > 0).sum() + count


def test_a_coloured_ground_goes_when_asked_for() -> None:
    data = encoded(ring(PETROL))
    usual, asked = read(data), read(data, care=Care(mend=("plate",)))

    assert mending(usual, "logo.plate") == Mending("plate", "offered")
    assert near(usual.ink, 0, 0, 400, 400, by=0)
    assert mending(asked, "logo.plate-removed") == Mending("plate", "done")
    assert near(asked.ink, 100, 100, 300, 300, by=1)
    assert asked.traits.ground is None


@pytest.mark.parametrize(("fill", "mending_"), [("#fff", "ground"), ("#0B5158", "plate")])
def test_the_ground_of_a_drawing_goes_and_stays(fill: str, mending_: str) -> None:
    data = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
        f'<path fill="{fill}" d="M0 0h200v100H0z"/><path fill="#C30" d="M80 30h40v40H80z"/></svg>'
    ).encode()
    with_, without = (
        read(data, care=USUAL.without_mending(mending_)),
        read(data, care=USUAL.with_mending(mending_)),
    )
    assert isinstance(with_.art, SvgArt)
    assert isinstance(without.art, SvgArt)

    assert fill in with_.art.body
    assert fill not in without.art.body
    assert near(without.ink, 80, 30, 120, 70, by=0.3)
    assert Mending(mending_, "done") in {each.mending for each in without.findings}


def test_margins_are_said_by_their_share() -> None:
    logo = read(encoded(ring(margin=100)))
    (finding,) = (each for each in logo.findings if each.code == "logo.margins")

    assert finding.named["share"] == pytest.approx(0.75, abs=0.01)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_the_camera_s_turn_is_obeyed_and_taken_back(orientation: int) -> None:
    page = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(page).rectangle((20, 20, 120, 60), fill=PETROL)
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(page, "JPEG", exif=exif, quality=95)
    turned, back = read(data), read(data, care=USUAL.without_mending("turn"))

    assert mending(turned, "logo.turned") == Mending("turn", "done")
    assert mending(back, "logo.turned-back") == Mending("turn", "undone")
    assert near(back.ink, 20, 20, 121, 61, by=2)
    assert not near(turned.ink, 20, 20, 121, 61, by=2)


@pytest.mark.parametrize("vector", [True, False])
@pytest.mark.parametrize(
    ("by_hand", "box"),
    [
        (("turn-left",), (10, 60, 40, 180)),
        (("turn-right",), (60, 20, 90, 140)),
        (("turn-over",), (60, 60, 180, 90)),
        (("turn-over", "turn-left"), (60, 20, 90, 140)),
        (("turn-left", "turn-right"), (20, 10, 140, 40)),
    ],
)
def test_turning_by_hand(
    vector: bool, by_hand: tuple[str, ...], box: tuple[float, float, float, float]
) -> None:
    """A flat shape at the upper left of a page 200 × 100, its left half another colour."""
    if vector:
        data = (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
            b'<path fill="#C30" d="M20 10h60v30H20z"/>'
            b'<path fill="#036" d="M80 10h60v30H80z"/></svg>'
        )
    else:
        page = Image.new("RGBA", (200, 100))
        ImageDraw.Draw(page).rectangle((20, 10, 79, 39), fill="#C30")
        ImageDraw.Draw(page).rectangle((80, 10, 139, 39), fill="#036")
        data = encoded(page)
    plain, logo = read(data), read(data, care=Care(mend=by_hand))

    assert near(logo.ink, *box, by=0.7)
    assert {colour for colour, _ in logo.traits.palette} == {
        colour for colour, _ in plain.traits.palette
    }
    assert codes(logo.findings) >= {"logo.turned-by-hand"}


def test_trimming_twice_is_trimming_once() -> None:
    once = read(encoded(ring(), "JPEG", quality=50))
    left, top = int(once.ink.left), int(once.ink.top)
    cut = pixels(once)[top : int(once.ink.bottom), left : int(once.ink.right)]
    twice = read(encoded(Image.fromarray(cut)))

    assert near(twice.ink, 0, 0, once.ink.width, once.ink.height, by=1)
    assert not any(each.mending for each in twice.findings)
