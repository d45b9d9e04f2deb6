"""The proof on paper: opened by PDFium, its words found, its fonts inside, the same again."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from pypdf import PdfReader

from cobrand.export import paper, writing
from cobrand.export.dossier import Dossier
from cobrand.export.written import Overlay, Written
from cobrand.model.brief import Brief
from cobrand.model.finding import breach, warning
from cobrand.model.geometry import Box
from cobrand.model.override import Override
from cobrand.pixels import array, bitmap
from cobrand.typeset import pages as setting
from cobrand.typeset.setter import QtTypesetter
from tests.export.scenes import make_campaign, order_of

A4 = pytest.approx((595.3, 841.9), abs=0.5)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, ...]:
    folder, order = tmp_path_factory.mktemp("kit"), order_of("png")
    return tuple(
        writing.write(order.composition, folder / f"card.{kind}", kind, order.campaign)
        for kind in ("png", "pdf")
    )


def dossier(files: tuple[Written, ...], language: str = "en", **more: object) -> Dossier:
    brief = Brief(name="Riverbank & <Co>", language=language)
    plain = Dossier(brief, make_campaign(), files, "2026-11-23T21:00:00+00:00", language)
    return replace(plain, **more)  # type: ignore[arg-type]


def words_of(data: bytes) -> list[str]:
    """Return the words of each page as PDFium reads them, in one line."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [document[place].get_textpage().get_text_range() for place in range(len(document))]
    return [" ".join(text.split()) for text in pages]


def test_words_and_numbers_are_real_text(
    files: tuple[Written, ...], typesetter: QtTypesetter
) -> None:
    pages = words_of(paper.pages(dossier(files, by="Anna Berg"), typesetter))

    assert "Riverbank & <Co>" in pages[0]
    assert "Anna Berg" in pages[0]
    assert "card.png" in pages[1]
    assert "Gap between the marks 2 X at least 2 X Kept" in pages[1]
    assert files[0].sha256 in pages[1].replace(" ", "")
    assert "#weareALE not recorded" in pages[-1]
    assert [f"{number} / 4" in page for number, page in enumerate(pages, 1)] == [True] * 4


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_pages_are_a4_with_our_fonts_inside(
    files: tuple[Written, ...], typesetter: QtTypesetter, language: str
) -> None:
    book = PdfReader(io.BytesIO(paper.pages(dossier(files, language), typesetter)))
    fonts = [
        font.get_object()
        for page in book.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    parts = [font["/DescendantFonts"][0].get_object() for font in fonts]

    assert {
        (float(page.mediabox.width), float(page.mediabox.height)) == A4 for page in book.pages
    } == {True}
    names = {str(part["/FontDescriptor"].get_object()["/FontName"]) for part in parts}
    assert all(re.fullmatch(r"/COBR[A-Z]{2}\+Ours.*", name) for name in names)
    assert len({name.partition("+")[0] for name in names}) == len(names)
    assert all("/FontFile2" in part["/FontDescriptor"].get_object() for part in parts)
    assert book.root_object["/Lang"] == language


def test_equal_proofs_are_equal_bytes(files: tuple[Written, ...], typesetter: QtTypesetter) -> None:
    one, other = (paper.pages(dossier(files), typesetter) for _ in range(2))
    later = paper.pages(dossier(files, made="2026-12-01T00:00:00+00:00"), typesetter)

    assert one == other != later
    facts = PdfReader(io.BytesIO(later)).metadata
    assert facts is not None
    assert facts["/CreationDate"] == "D:20261201000000Z"


def test_a_proof_is_set_in_any_thread(files: tuple[Written, ...], typesetter: QtTypesetter) -> None:
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(paper.pages, dossier(files), typesetter).result()

    assert other == paper.pages(dossier(files), typesetter)


def test_every_file_can_be_found_in_the_list_of_contents(
    files: tuple[Written, ...], typesetter: QtTypesetter
) -> None:
    book = PdfReader(io.BytesIO(paper.pages(dossier(files), typesetter)))
    places = {each.title: book.get_destination_page_number(each) for each in book.outline}  # type: ignore[union-attr, arg-type]

    assert places == {"Proof": 0, "card.png": 1, "card.pdf": 2, "What it was made with": 3}


def test_the_worst_file_comes_first_with_its_reason(
    files: tuple[Written, ...], typesetter: QtTypesetter
) -> None:
    broken = replace(files[1], findings=(breach("file.gap", "lockup", measured=1.0, limit=2.0),))
    reasons = (Override("rule.gap", "The board wants it so", "Anna"),)
    pages = words_of(paper.pages(dossier((files[0], broken), overrides=reasons), typesetter))

    assert pages[1].find("card.pdf") != -1
    assert "Let stand by Anna, because: The board wants it so" in pages[1]
    assert "Broken, let stand" in pages[1]


def test_what_is_drawn_over_a_picture_is_in_the_paper_too(files: tuple[Written, ...]) -> None:
    plain = replace(files[0], overlay=Overlay(Box(0, 0, 1080, 1080)))
    marked = replace(
        files[0], overlay=Overlay(Box(0, 0, 1080, 1080), inks=(Box(300, 300, 200, 200),))
    )
    shown = [paper.shown(each) for each in (plain, marked)]
    pictures = [array.pixels(bitmap.decode(data, "jpeg").bitmap) for _, data in filter(None, shown)]
    off = np.abs(pictures[0].astype(int) - pictures[1]).max(axis=2) > 60
    rows, columns = np.nonzero(off)

    assert (rows.min() / 560 * 1080, columns.max() / 560 * 1080) == pytest.approx(
        (300, 500), abs=12
    )


def test_a_proof_of_nothing_is_still_paper(typesetter: QtTypesetter) -> None:
    assert len(words_of(paper.pages(dossier((), cancelled=True), typesetter))) == 2


def test_long_words_are_broken_and_long_lists_go_on(
    files: tuple[Written, ...], typesetter: QtTypesetter
) -> None:
    many = tuple(warning("words.missing-letters", letters="x" * n) for n in range(60, 140))
    long = replace(files[0], path=Path("a" * 200 + ".png"), findings=many)
    pages = words_of(paper.pages(dossier((long, files[1])), typesetter))

    assert len(pages) > 5
    assert "a" * 200 in "".join(pages).replace(" ", "")


def test_what_is_set_twice_for_want_of_room_is_the_same(
    files: tuple[Written, ...], typesetter: QtTypesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = paper.pages(dossier(files), typesetter)
    monkeypatch.setattr(setting, "_MOST_KEPT", 1)

    assert one == paper.pages(dossier(files), typesetter)
