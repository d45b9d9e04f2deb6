"""The mark's box is found to within 1 % on every ground that people send, noise and shadows too."""

from __future__ import annotations

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from cobrand.intake.door import read
from cobrand.intake.picture import backdrop
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.pixels import array, svg
from tests.intake.files import codes

Floats = NDArray[np.float64]

MARKS = {
    "badge and word": (
        '<circle cx="60" cy="60" r="60" fill="#1f3f8f"/><path fill="#fff" d="M40 30h40v60h-40z"/>'
        '<path fill="#c8102e" d="M150 20h30v80h-30zM200 20h30v80h-30zM250 20h110l-40 80h-70z"/>',
        (360, 120),
    ),
    "ring": (
        '<circle cx="50" cy="50" r="44" fill="none" stroke="#0a7d55" stroke-width="12"/>',
        (100, 100),
    ),
    "orange": ('<path fill="#e8590c" d="M0 90L60 0l60 90zM20 100h80v20h-80z"/>', (120, 120)),
}
GROUNDS: dict[str, tuple[str, str]] = {
    "white": ("#ffffff", "#ffffff"),
    "nearly white": ("#f7f7f5", "#f7f7f5"),
    "cream": ("#fff8e7", "#fff8e7"),
    "light grey": ("#c8c8c8", "#c8c8c8"),
    "black": ("#000000", "#000000"),
    "across": ("#ffffff", "#d8dfe8"),
    "round": ("#ffffff", "#e2e2e2"),
    "dark, across": ("#101010", "#333333"),
}
QUALITIES = (None, 75, 35)


def _drawn(name: str, long: int) -> Image.Image:
    body, (width, height) = MARKS[name]
    scale = long / max(width, height)
    document = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>'
    )
    shown = svg.draw(document, round(width * scale), round(height * scale))
    return Image.fromarray(array.pixels(shown))


def _ground(name: str, width: int, height: int) -> Image.Image:
    first, last = (Colour.parse(each) for each in GROUNDS[name])
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    part = np.hypot(x, y) / 2**0.5 if name == "round" else (x + y + 2) / 4
    ends = [np.array((each.red, each.green, each.blue)) for each in (first, last)]
    return Image.fromarray((ends[0] + (ends[1] - ends[0]) * part[..., None]).astype(np.uint8))


def _placed(mark: Image.Image, chance: np.random.Generator) -> tuple[Image.Image, Box]:
    """Put a mark on a larger clear page, and return where it stands."""
    left, top, right, bottom = (int(each) for each in chance.uniform(0.04, 0.5, 4) * max(mark.size))
    page = Image.new("RGBA", (mark.width + left + right, mark.height + top + bottom))
    page.paste(mark, (left, top))
    seen = np.asarray(page)[..., 3] >= 26
    ys, xs = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    return page, Box.spanning(int(xs[0]), int(ys[0]), int(xs[-1]) + 1, int(ys[-1]) + 1)


def _shade(page: Image.Image, blur: float, depth: float) -> Image.Image:
    """Return the soft shadow of what stands on a page, a little below it."""
    alpha = page.getchannel("A").filter(ImageFilter.GaussianBlur(blur))
    shade = Image.new("RGBA", page.size)
    shade.putalpha(alpha.point(lambda value: int(value * depth)))
    moved = Image.new("RGBA", page.size)
    moved.paste(shade, (int(blur), int(blur)))
    return moved


def _saved(picture: Image.Image, quality: int | None) -> bytes:
    out = io.BytesIO()
    if quality is None:
        picture.save(out, "PNG")
    else:
        picture.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def _away(found: Box, truth: Box) -> float:
    """Return by how much the worst edge misses, in shares of the longer side; 1 px is forgiven."""
    edges = ((box.left, box.top, box.right, box.bottom) for box in (found, truth))
    worst = max(abs(one - other) for one, other in zip(*edges, strict=True))
    return 0.0 if worst <= 1 else worst / max(truth.width, truth.height)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("mark", MARKS)
def test_the_box_is_true_on_every_ground_at_every_quality(mark: str, ground: str) -> None:
    chance = np.random.default_rng(list(MARKS).index(mark) * 100 + list(GROUNDS).index(ground))
    for quality in QUALITIES:
        page, truth = _placed(_drawn(mark, int(chance.uniform(120, 300))), chance)
        flat = _ground(ground, *page.size).convert("RGBA")
        found = read(_saved(Image.alpha_composite(flat, page), quality))

        assert _away(found.ink, truth) <= 0.01, (quality, found.ink, truth)
        assert "logo.ground-removed" in codes(found.findings)
        wanted = "flat" if len(set(GROUNDS[ground])) == 1 else "gradient"
        assert found.traits.ground_kind == wanted


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("blur", [4, 9])
@pytest.mark.parametrize("ground", ["none", "white", "cream"])
def test_a_soft_shadow_does_not_count(mark: str, blur: float, ground: str) -> None:
    page, truth = _placed(_drawn(mark, 300), np.random.default_rng(7))
    shown = Image.alpha_composite(_shade(page, blur, 0.4), page)
    if ground != "none":
        shown = Image.alpha_composite(_ground(ground, *page.size).convert("RGBA"), shown)

    assert _away(read(_saved(shown, None)).ink, truth) <= 0.01


def test_a_shadow_on_paper_becomes_a_shadow_on_nothing() -> None:
    page, _ = _placed(_drawn("orange", 300), np.random.default_rng(7))
    shade = _shade(page, 6, 0.4)
    white = Image.new("RGBA", page.size, "white")
    art = read(_saved(Image.alpha_composite(white, Image.alpha_composite(shade, page)), None)).art
    seen = array.pixels(art.bitmap)  # type: ignore[union-attr]  # a picture
    faint = (seen[..., 3] > 15) & (seen[..., 3] < 90)

    assert faint.sum() > 400
    assert np.median(seen[faint][:, :3]) == 0


def test_white_and_grey_inside_a_mark_stay_on_a_gradient_with_a_shadow() -> None:
    page = Image.new("RGBA", (300, 200))
    page.paste((200, 30, 40, 255), (60, 40, 240, 160))
    page.paste((255, 255, 255, 255), (90, 70, 140, 130))
    page.paste((105, 105, 105, 255), (250, 60, 262, 140))
    shown = Image.alpha_composite(_shade(page, 3, 0.4), page)
    for quality in (None, 60):
        flat = _ground("across", 300, 200).convert("RGBA")
        art = read(_saved(Image.alpha_composite(flat, shown), quality)).art
        seen = array.pixels(art.bitmap).astype(int)  # type: ignore[union-attr]  # a picture

        for y, x, light in ((100, 115, 255), (100, 256, 105)):
            assert np.abs(seen[y, x] - (light, light, light, 255)).max() <= 12


def test_translucent_parts_of_a_mark_are_no_shadow() -> None:
    page = np.zeros((120, 200, 4), np.uint8)
    page[20:100, 20:180] = (20, 20, 20, 60)
    page[40:80, 60:140] = (20, 20, 20, 255)

    found = read(_saved(Image.fromarray(page), None)).ink

    assert _away(found, Box.spanning(20, 20, 180, 100)) == 0


def test_a_photograph_behind_a_mark_is_said_and_all_of_it_used() -> None:
    chance = np.random.default_rng(3)
    rough = Image.fromarray(chance.integers(0, 256, (40, 60, 3), np.uint8))
    photo = rough.resize((360, 240), Image.Resampling.BICUBIC).convert("RGBA")
    photo.paste(Image.new("RGB", (90, 60), "white"), (120, 90))
    found = read(_saved(photo, None))

    assert "logo.photograph" in codes(found.findings)
    assert found.traits.ground_kind == "uneven"
    assert found.ink.size == found.page


def test_art_that_reaches_the_edge_is_no_photograph() -> None:
    flag = np.zeros((90, 150, 3), np.uint8)
    flag[:, :50], flag[:, 50:100], flag[:, 100:] = (0, 35, 149), (255, 255, 255), (237, 41, 57)
    found = read(_saved(Image.fromarray(flag), None))

    assert found.ink.size == found.page
    assert found.traits.ground_kind == "none"


def test_a_plate_with_a_clear_margin_belongs_to_the_mark() -> None:
    plate = '<path fill="#8a8a8a" d="M20 20h160v80h-160z"/><path d="M60 40h80v40h-80z"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 120">{plate}</svg>'
    picture = _saved(Image.fromarray(array.pixels(svg.draw(drawing, 200, 120))), None)

    for data in (drawing.encode(), picture):
        assert _away(read(data).ink, Box.spanning(20, 20, 180, 100)) == 0


@pytest.mark.parametrize("degree", [1, 2])
def test_a_surface_is_found_under_what_covers_half_of_the_border(degree: int) -> None:
    y, x = np.mgrid[-1:1:80j, -1:1:120j]
    smooth = 180 + 30 * x - 20 * y + (15 * x * y if degree == 2 else 0)
    picture = np.repeat(smooth[..., None], 3, axis=-1).round().astype(np.uint8)
    covered = picture.copy()
    covered[:15, 30:90] = (200, 0, 0)
    found = backdrop.fit(covered)

    assert found is not None
    assert np.abs(found.channels(80, 120).astype(int) - picture).max() <= 3
