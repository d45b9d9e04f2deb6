"""SVG and PDF, opened again: boxes, words about themselves, and marks that stay drawings."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from defusedxml import ElementTree
from pypdf import PdfReader

from cobrand.export import writing
from cobrand.export.excerpt import excerpt, moved, rastered, with_pictures
from cobrand.export.order import Order
from cobrand.model.colour import WHITE
from cobrand.model.geometry import PX_PER_MM, Box
from cobrand.model.scene import Drawing, Fade, Fill, Picture
from cobrand.pixels import array, encode
from tests.export.scenes import INK, LOGO, card_scene, letter_order, order_of
from tests.photos import PHOTOS

SVG = "{http://www.w3.org/2000/svg}"


def reopened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def images(data: bytes) -> int:
    return sum(len(page.images) for page in reopened(data).pages)


def test_svg_names_itself_and_holds_no_font() -> None:
    root = ElementTree.fromstring(writing.make(order_of("svg")).data)

    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert root.findtext(f"{SVG}title") == "Riverbank · #weareALE"
    assert root.findtext(f"{SVG}desc") == "Riverbank & #weareALE. Global voice"
    assert not list(root.iter(f"{SVG}text"))


def test_pdf_boxes_have_trim_inside_bleed() -> None:
    scene = replace(card_scene(), bleed=3 * PX_PER_MM)
    page = reopened(writing.make(order_of("pdf", scene)).data).pages[0]
    bleed = 3 * 72 / 25.4

    assert page.mediabox.width == pytest.approx(810 + 2 * bleed, abs=0.01)
    assert page.bleedbox == page.mediabox == page.cropbox
    assert page.trimbox.left == pytest.approx(bleed, abs=0.01)
    assert page.trimbox.top == pytest.approx(810 + bleed, abs=0.01)


def test_pdf_says_title_author_language_and_no_date() -> None:
    book = reopened(writing.make(order_of("pdf", card_scene("ar"))).data)

    assert book.metadata is not None
    assert book.metadata.title == "Riverbank · #weareALE"
    assert book.metadata.author == "Riverbank"
    assert book.metadata.producer == "cobrand"
    assert book.metadata.creation_date is None
    assert book.root_object["/Lang"] == "ar"
    assert book.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_pdf_holds_every_page() -> None:
    assert len(reopened(writing.make(letter_order("pdf")).data).pages) == 2


def test_vector_marks_stay_vectors() -> None:
    assert images(writing.make(order_of("pdf")).data) == 0


def with_unpressed_logo() -> object:
    art = replace(LOGO, press=False)
    return replace(
        card_scene(),
        items=(Drawing(Box(90, 940, 144, 72), art, Box(0, 0, 200, 100), "logo"),),
        promise=None,
    )


def test_what_the_press_would_draw_wrong_is_a_sharp_picture() -> None:
    made = writing.make(order_of("pdf", with_unpressed_logo()))  # type: ignore[arg-type]
    page = reopened(made.data).pages[0]

    assert len(page.images) == 1
    assert page.images[0].image is not None
    assert page.images[0].image.size == (900, 450)  # 1.5 in at 600 ppi
    assert [(found.code, found.role) for found in made.findings] == [("export.as-picture", "logo")]


def test_only_unpressed_drawings_become_pictures() -> None:
    scene = card_scene()

    assert with_pictures(scene, 600) == scene
    changed = with_pictures(with_unpressed_logo(), 600)  # type: ignore[arg-type]
    assert isinstance(changed.items[0], Picture)
    assert changed.items[0].box == Box(90, 940, 144, 72)


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_equal_cards_are_equal_bytes(kind: str) -> None:
    assert writing.make(order_of(kind)).data == writing.make(order_of(kind)).data


def test_an_excerpt_keeps_what_has_the_role_where_it_is() -> None:
    part = excerpt(card_scene(), ("mark",), Box(300, 900, 400, 200), WHITE)

    assert [item.role for item in part.items] == ["mark"]
    whole = card_scene().box("mark")
    assert whole is not None
    assert part.items[0].box == whole.moved(-300, -900)


def test_outlines_move_with_their_items() -> None:
    outline = (("M", 0.0, 0.0), ("C", 1.0, 1.0, 2.0, 2.0, 3.0, 3.0), ("Z",))
    item = Fill(Box(0, 0, 3, 3), INK, "seat", outline, 2)  # type: ignore[arg-type]

    assert moved(item, 10, 20).outline == (  # type: ignore[union-attr]
        ("M", 10.0, 20.0),
        ("C", 11.0, 21.0, 12.0, 22.0, 13.0, 23.0),
        ("Z",),
    )


def on_photo() -> Order:
    """Return an order of a card on a photograph of noise, with a scrim over it."""
    box, noise = Box(0, 0, 1080, 800), PHOTOS["noise"]
    photo = Picture(box, noise, Box.of(noise.size), "photo", lossy=True)
    scrim = Fill(box, INK, "scrim", fade=Fade(((0.0, 0.0), (1.0, 0.7))))
    scene = card_scene()
    return order_of("pdf", replace(scene, items=(photo, scrim, *scene.items)))


def test_a_photograph_weighs_in_pdf_what_it_weighs_as_jpeg() -> None:
    page = reopened(writing.make(on_photo()).data).pages[0]
    (photo,) = (each for each in page.images if each.image and each.image.size == (800, 600))
    reference = photo.indirect_reference

    assert reference
    assert reference.get_object()["/Filter"] == "/DCTDecode"
    assert np.asarray(photo.image).astype(int) == pytest.approx(
        array.pixels(PHOTOS["noise"])[..., :3].astype(int), abs=90
    )


def test_a_webp_of_a_photograph_is_not_kept_to_the_last_bit() -> None:
    order = on_photo()
    plain = replace(order.scene, items=order.scene.items[2:])
    qualities = [
        encode.within(rastered(scene, 0.2), "webp", photo=photo).quality
        for scene, photo in ((order.scene, True), (plain, False))
    ]

    assert qualities == [92, 100]
