"""The letterhead in DOCX, opened again: paper, margins, places, words, fonts, language."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import nsmap, qn
from docx.shared import Mm, Pt

from cobrand.errors import UnknownKind
from cobrand.export import writing
from cobrand.export.order import Order
from cobrand.model.geometry import PX_PER_MM
from cobrand.model.scene import Scene, Words
from cobrand.pixels import array, bitmap
from tests.export.scenes import card_scene, letter_order, letter_scene, make_campaign, order_of

EMU_PER_MM = 36_000


@pytest.fixture(scope="module")
def letter() -> Document:
    return opened(letter_order("docx"))


def opened(order: Order) -> Document:
    return docx.Document(io.BytesIO(writing.make(order).data))


def anchors(part: Any) -> dict[str, Any]:
    found = part._element.iter(qn("wp:anchor"))
    return {anchor.find(qn("wp:docPr")).get("name"): anchor for anchor in found}


def place(anchor: Any) -> tuple[float, ...]:
    offsets = [int(each.text) for each in anchor.findall(".//wp:posOffset", nsmap)]
    extent = anchor.find(qn("wp:extent"))
    sides = [int(extent.get("cx")), int(extent.get("cy"))]
    return tuple(round(value / EMU_PER_MM, 1) for value in (*offsets, *sides))


def texts(part: Any) -> list[str]:
    return [paragraph.text for paragraph in part.paragraphs if paragraph.text]


def test_paper_and_margins(letter: Document) -> None:
    section = letter.sections[0]

    assert section.page_width == pytest.approx(Mm(210), abs=9000)
    assert section.page_height == pytest.approx(Mm(297), abs=9000)
    assert section.left_margin == pytest.approx(Mm(25), abs=9000)
    assert section.right_margin == pytest.approx(Mm(20), abs=9000)
    assert section.top_margin == pytest.approx(Mm(45), abs=9000)
    assert section.bottom_margin == pytest.approx(Mm(34), abs=9000)
    assert section.different_first_page_header_footer


def test_the_pair_floats_in_the_first_head_alone(letter: Document) -> None:
    section = letter.sections[0]
    first, later = anchors(section.first_page_header), anchors(section.header)
    pair = letter_scene().box("lockup")
    assert pair is not None
    expected = tuple(
        round(value / PX_PER_MM, 1)
        for value in (pair.left - 1, pair.top - 1, pair.width + 2, pair.height + 2)
    )

    assert place(first["Lock-up"]) == pytest.approx(expected, abs=0.11)
    assert "Lock-up" not in later
    relative = [each.get("relativeFrom") for each in first["Lock-up"] if each.get("relativeFrom")]
    assert relative == ["page", "page"]


def test_the_pair_is_a_sharp_picture_with_alt_text(letter: Document) -> None:
    head = letter.sections[0].first_page_header
    anchor = anchors(head)["Lock-up"]
    blip = next(anchor.iter(qn("a:blip")))
    picture = head.part.related_parts[blip.get(qn("r:embed"))]
    inches = int(anchor.find(qn("wp:extent")).get("cx")) / 914_400

    assert picture.content_type == "image/png"
    assert picture.image.px_width / inches == pytest.approx(600, rel=0.01)
    assert anchor.find(qn("wp:docPr")).get("descr") == "Riverbank · #weareALE"


def test_pictures_are_paper_to_their_edges(letter: Document) -> None:
    head = letter.sections[0].first_page_header
    for anchor in anchors(head).values():
        for blip in anchor.iter(qn("a:blip")):
            data = head.part.related_parts[blip.get(qn("r:embed"))].blob
            alpha = array.pixels(bitmap.decode(data, "png").bitmap)[..., 3]

            assert alpha.min() == 255


def test_the_ornament_is_decoration_in_every_head_behind_the_words(letter: Document) -> None:
    section = letter.sections[0]
    for head in (section.first_page_header, section.header):
        seats = anchors(head)["Circle of seats"]

        assert seats.get("behindDoc") == "1"
        assert seats.find(qn("wp:docPr")).get("descr") == ""
        assert place(seats) == pytest.approx((180.0, 280.0, 20.0, 17.0), abs=0.21)


def test_fold_marks_are_where_the_scene_has_them(letter: Document) -> None:
    fold = anchors(letter.sections[0].first_page_header)["Fold 1"]

    assert place(fold)[:3] == (4.0, 105.0, 5.0)


def test_both_feet_hold_the_organisations_words_as_text(letter: Document) -> None:
    section = letter.sections[0]
    for foot in (section.first_page_footer, section.footer):
        assert texts(foot) == ["Riverbank", "4 Mill Lane", "www.we-are-ale.org"]
    name, _, address = section.footer.paragraphs
    assert name.style.font.bold
    assert str(address.style.font.color.rgb) == "0B5158"


def test_later_heads_have_name_and_page_number(letter: Document) -> None:
    head = letter.sections[0].header

    assert head.paragraphs[0].text.startswith("Riverbank\tPage ")
    field = next(head._element.iter(qn("w:fldSimple")))
    assert field.get(qn("w:instr")).strip() == "PAGE"


def test_the_letter_itself_is_words_to_edit(letter: Document) -> None:
    field = letter.tables[0].rows[0].cells[0]

    assert texts(field) == ["Riverbank · 4 Mill Lane", "Ministry of Education", "Port Amber"]
    assert texts(letter) == ["12 May", "Investing"]
    assert letter.paragraphs[-1].style.name == "Body Text"


def test_body_has_its_font_size_and_height(letter: Document) -> None:
    defaults = letter.styles.element.find(qn("w:docDefaults"))
    fonts = next(defaults.iter(qn("w:rFonts")))
    body = letter.styles["Body Text"].paragraph_format

    assert fonts.get(qn("w:ascii")) == "Noto Sans"
    assert letter.styles["Normal"].font.size == Pt(10.5)
    assert body.line_spacing == pytest.approx(Mm(6.2), abs=9000)


def test_a_computer_without_the_font_is_told_what_to_take() -> None:
    with zipfile.ZipFile(io.BytesIO(writing.make(letter_order("docx")).data)) as archive:
        table = archive.read("word/fontTable.xml").decode()

    assert '<w:font w:name="Noto Sans"><w:altName w:val="Segoe UI' in table


def test_document_says_title_author_language_and_no_date(letter: Document) -> None:
    facts = letter.core_properties

    assert (facts.title, facts.author, facts.language) == ("Letter", "Riverbank", "en")
    assert facts.created is None
    language = next(letter.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang")))
    assert language.get(qn("w:val")) == "en-GB"


def test_equal_letters_are_equal_bytes() -> None:
    assert writing.make(letter_order("docx")).data == writing.make(letter_order("docx")).data


def arabic_order() -> Order:
    order = letter_order("docx")
    pages = tuple(arabic(page) for page in order.composition.pages)
    composition = replace(order.composition, pages=pages)
    return replace(order, composition=composition, campaign=make_campaign(rtl="ar"))


def arabic(page: Scene) -> Scene:
    items = tuple(
        replace(item, box=item.box.mirrored(page.size.width)) if isinstance(item, Words) else item
        for item in page.items
    )
    return replace(page, items=items, language="ar")


def test_right_to_left_letters_are_mirrored_and_addresses_are_not() -> None:
    letter = opened(arabic_order())
    section = letter.sections[0]

    assert section.left_margin == pytest.approx(Mm(20), abs=9000)
    assert section.right_margin == pytest.approx(Mm(25), abs=9000)
    assert letter.styles["Normal"].element.pPr.find(qn("w:bidi")) is not None
    name, _, address = section.footer.paragraphs
    assert name.runs[0]._r.rPr.find(qn("w:rtl")) is not None
    assert address.runs[0].text == "www.we-are-ale.org"
    assert address.runs[0]._r.rPr is None
    fonts = next(letter.styles.element.find(qn("w:docDefaults")).iter(qn("w:rFonts")))
    assert fonts.get(qn("w:cs")) == "Noto Sans Arabic"


def test_a_scene_without_templates_or_words_still_makes_a_letter() -> None:
    bare = replace(letter_scene(), items=())
    order = replace(letter_order("docx"), templates=())
    composition = replace(order.composition, pages=(bare,))

    letter = opened(replace(order, composition=composition))

    assert letter.sections[0].left_margin == pytest.approx(Mm(25), abs=9000)
    assert letter.paragraphs[-1].text == ""


def test_only_letters_become_docx() -> None:
    with pytest.raises(UnknownKind) as caught:
        writing.make(order_of("docx", card_scene()))

    assert caught.value.values["format"] == "ig_square"
