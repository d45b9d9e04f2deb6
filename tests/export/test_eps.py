"""EPS, opened again: the box with its clear space, outlines where they can be, all opaque."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cobrand.export import measure, writing
from cobrand.export.measure import postscript
from cobrand.export.order import Made
from cobrand.intake import eps
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import WHITE
from cobrand.model.finding import Severity
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import SvgArt
from cobrand.model.scene import Drawing, Group, Item, Picture, Scene
from cobrand.pixels import array, press, svg
from cobrand.pixels.pdf import page as sheet
from tests.export.scenes import LOGO, X, card_scene, make_format, order_of, pair

FORMAT = make_format("lockup", kinds=("eps",), budget=None)
PAGE = Size(700.3, 200.7)
needs_ghostscript = pytest.mark.skipif(
    eps.ghostscript() is None, reason="Ghostscript is not installed"
)


def lockup(title: str = "Riverbank · #weareALE", **changes: object) -> Scene:
    """Return the pair alone with X all round, on nothing."""
    group = pair(X, X + 0.04 * 2 * X)
    size = group.box.grown(X).size
    scene = replace(card_scene(), size=size, ground=None, items=(group,), title=title)
    return replace(scene, **changes)  # type: ignore[arg-type]


def with_logo(change: object) -> Scene:
    scene = lockup()
    (group,) = scene.items
    assert isinstance(group, Group)
    items = tuple(change(each) if each.role == "logo" else each for each in group.items)  # type: ignore[operator]
    return replace(scene, items=(replace(group, items=items),))


def redrawn(body: str) -> Scene:
    return with_logo(lambda logo: replace(logo, art=SvgArt(body, LOGO.page)))


def pictured(alpha: int) -> Scene:
    data = b"\x8e\x1f\x3b\xff" * 5000 + bytes((0x8E, 0x1F, 0x3B, alpha)) * 5000

    def picture(logo: Item) -> Item:
        return Picture(logo.box, Bitmap(100, 100, data), Box(0, 0, 100, 100), "logo")

    return with_logo(picture)


def made(scene: Scene) -> Made:
    return writing.make(order_of("eps", scene, format_=FORMAT))


def numbers(name: str, data: bytes) -> list[float]:
    found = re.search(rf"^%%{name}: (.*)$".encode(), data, re.MULTILINE)
    assert found is not None
    return [float(each) for each in found[1].split()]


def test_the_boxes_are_those_of_the_page_and_not_of_the_ink() -> None:
    scene = lockup()
    data = made(scene).data
    left, bottom, right, top = numbers("HiResBoundingBox", data)

    assert (right - left) / 0.75 == pytest.approx(scene.size.width, abs=0.001)
    assert (top - bottom) / 0.75 == pytest.approx(scene.size.height, abs=0.001)
    outer = numbers("BoundingBox", data)
    assert outer == [0, 0, -(-right // 1), top]


def test_it_is_one_self_contained_picture() -> None:
    data = made(lockup()).data

    assert data.startswith(b"%!PS-Adobe-3.0 EPSF-3.0\n")
    assert data.rstrip().endswith(b"%%EOF")
    assert b"%%CreationDate" not in data
    assert not any(word in data for word in (b"setpagedevice", b"findfont", b"%%BeginFont"))
    assert data == made(lockup()).data


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Río · #weareALE", b"(Rio - #weareALE)"),
        ("A (b) \\", rb"(A \(b\) \\)"),
        ("جسور", b"(????)"),
        ("x\n%%EOF", b"(x?%%EOF)"),
    ],
)
def test_the_title_is_said_in_seven_bits(title: str, said: bytes) -> None:
    assert b"%%Title: " + said + b"\n" in made(lockup(title)).data


def test_plain_marks_stay_outlines() -> None:
    file = made(lockup())

    assert b"/ImageType" not in file.data
    assert file.findings == ()


@pytest.mark.parametrize(
    "body",
    [
        '<path fill="#036" fill-opacity=".5" d="M0 0h200v100h-200z"/>',
        '<path fill="#036" d="M0 0h200v100h-200z"/>'
        '<path fill="#e60" opacity=".5" d="M40 20h90v60h-90z"/>',
    ],
)
def test_a_see_through_mark_is_a_picture_and_said_so(body: str) -> None:
    file = made(redrawn(body))

    assert b"/ImageType 3" in file.data or b"/ImageType 1" in file.data
    assert b"Fallback" not in file.data
    assert [found.code for found in file.findings] == ["export.as-picture", "export.eps-mixed"]
    assert file.findings[1].named["colour"] == "#FFFFFF"


@pytest.mark.parametrize(("alpha", "codes"), [(255, []), (0, []), (128, ["export.eps-mixed"])])
def test_a_picture_is_mixed_with_its_ground_only_where_it_is_see_through(
    alpha: int, codes: list[str]
) -> None:
    file = made(pictured(alpha))

    assert [found.code for found in file.findings] == codes
    assert (b"/ImageType 3" in file.data) is (alpha == 0)


STOPS = {
    "three": ((0.3, "#f00"), (0.6, "#0f0"), (0.8, "#00f")),
    "shares": (("30%", "#f00"), ("60%", "#0f0"), ("80%", "#00f")),
    "from the start": ((0, "#f00"), (0.6, "#0f0"), (0.8, "#00f")),
    "to the end": ((0.3, "#f00"), (0.6, "#0f0"), (1, "#00f")),
    "two": ((0.3, "#f00"), (0.8, "#00f")),
}


@needs_ghostscript
@pytest.mark.parametrize("spread", ["pad", "repeat", "reflect"])
@pytest.mark.parametrize("kind", ["linear", "radial"])
@pytest.mark.parametrize("stops", STOPS.values(), ids=STOPS)
def test_a_gradient_keeps_its_colours_wherever_its_stops_begin(
    stops: tuple[tuple[object, str], ...], kind: str, spread: str
) -> None:
    inside = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    ends = 'x1="50" x2="150" y2="0"' if kind == "linear" else 'cx="100" cy="50" r="50"'
    body = (
        f'<defs><{kind}Gradient id="g" gradientUnits="userSpaceOnUse" spreadMethod="{spread}" '
        f"{ends}>{inside}</{kind}Gradient></defs>"
        '<path fill="url(#g)" d="M0 0h200v100h-200z"/>'
    )
    page = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">'
    document = f"{page}{body}</svg>"
    found = eps.as_pdf(press.eps(document), ours=True)
    shown = array.pixels(sheet.draw_pdf(found, 0, 200))[..., :3].astype(int)
    meant = array.pixels(svg.draw(document, 200, 100))[..., :3]

    assert (
        abs(shown - meant).mean() < 8
    )  # PDFium draws repeated ones 6 off, a wrong start is 15 and more


@needs_ghostscript
def test_reopened_it_measures_as_it_was_laid_out() -> None:
    scene = lockup()
    found = measure.measure(made(scene).data, order_of("eps", scene, format_=FORMAT))
    measured = found.measured

    assert measured.unit == "mm"
    assert measured.gap == pytest.approx(2, abs=0.03)
    assert measured.clear == pytest.approx(1, abs=0.03)
    assert measured.likeness == pytest.approx(1, abs=0.01)
    assert all(each.severity < Severity.BREACH for each in found.findings)


@needs_ghostscript
def test_a_mark_that_moved_is_seen_in_the_file() -> None:
    nearer = with_logo(lambda logo: replace(logo, box=logo.box.moved(30, 0)))
    found = measure.measure(made(nearer).data, order_of("eps", lockup(), format_=FORMAT))

    broken = {each.code for each in found.findings if each.severity is Severity.BREACH}
    assert {"proof.disagrees", "file.gap"} <= broken


def test_without_ghostscript_its_form_is_read_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postscript.eps, "ghostscript", lambda: None)
    scene = lockup()
    found = measure.measure(made(scene).data, order_of("eps", scene, format_=FORMAT))

    assert {each.code: each.severity for each in found.findings} == {
        "file.size": Severity.KEPT,
        "file.unseen": Severity.NOTE,
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b"\nshowpage", b"\nno-such-word", marks=needs_ghostscript),
        (b"%%EOF", b""),
        (b"%%HiResBoundingBox", b"%%Hires"),
        (b"%%EndComments", b"%%EndComments\n<< /PageSize [9 9] >> setpagedevice"),
    ],
)
def test_a_file_that_lost_its_form_is_a_breach(old: bytes, new: bytes) -> None:
    scene = lockup()
    data = made(scene).data.replace(old, new)
    found = measure.measure(data, order_of("eps", scene, format_=FORMAT))

    assert "proof.disagrees" in {
        each.code for each in found.findings if each.severity is Severity.BREACH
    }


def test_a_mark_the_press_draws_wrong_is_a_picture_here_too() -> None:
    file = made(with_logo(lambda logo: replace(logo, art=replace(LOGO, press=False))))

    assert file.findings[0].code == "export.as-picture"
    assert not any(isinstance(each, Drawing) and not each.art.press for each in lockup().walk())


def test_a_ground_fills_the_page() -> None:
    scene = replace(lockup(), ground=WHITE)

    assert b"1 g" in made(scene).data
