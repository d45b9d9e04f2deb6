"""Clear space in a DOCX: against all that its first page holds, as a word processor sets it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import nsmap, qn
from docx.shared import Mm, Pt

from cobrand.export import writing
from cobrand.export.measure import Found, flow, measure
from cobrand.export.order import Order
from cobrand.model.finding import Severity
from tests.export.scenes import letter_order

X_MM = 6.0  # half the mark's height; the pair ends 27.5 mm below the paper's edge


def changed(order: Order, change: Callable[[Document], None]) -> Found:
    """Measure the letter after somebody else has changed it."""
    document = docx.Document(io.BytesIO(writing.make(order).data))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return measure(out.getvalue(), order)


def write_in_the_head(document: Document) -> None:
    section = document.sections[0]
    section.header_distance = Mm(29)
    words = section.first_page_header.add_paragraph("Confidential")
    words.paragraph_format.line_spacing = Pt(12)
    words.paragraph_format.space_before = Mm(1)


def begin_the_letter_higher(document: Document) -> None:
    document.sections[0].top_margin = Mm(30)
    field = document.tables[0].rows[0].cells[0]
    field.paragraphs[0].paragraph_format.space_before = Mm(0)


def push_a_picture_nearer(document: Document) -> None:
    anchor = next(each for each in flow.anchors(document.sections[0]) if "Fold" in name_of(each))
    down = anchor.findall(".//wp:posOffset", nsmap)[1]
    across = anchor.findall(".//wp:posOffset", nsmap)[0]
    across.text, down.text = str(Mm(40)), str(Mm(30))


def lift_the_foot(document: Document) -> None:
    document.sections[0].footer_distance = Mm(297 - 44)


def name_of(anchor: object) -> str:
    return str(anchor.find(qn("wp:docPr")).get("name"))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "least", "most"),
    [
        (write_in_the_head, 2.5, 3.4),
        (begin_the_letter_higher, 2.5, 3.4),
        (push_a_picture_nearer, 2.4, 2.6),
        (lift_the_foot, 2.4, 5.9),
    ],
)
def test_what_comes_too_near_is_a_breach(
    change: Callable[[Document], None], least: float, most: float
) -> None:
    found = changed(letter_order("docx"), change)
    clear = found.measured.clear
    broken = {each.code for each in found.findings if each.severity is Severity.BREACH}

    assert clear is not None
    assert least <= clear * X_MM <= most
    assert broken == {"file.clear_space"}


def test_a_letter_as_it_was_made_is_clear() -> None:
    found = changed(letter_order("docx"), lambda _: None)

    assert found.measured.clear == pytest.approx(1.6)
    assert all(each.severity is Severity.KEPT for each in found.findings)


def test_the_letter_begins_under_all_of_the_head() -> None:
    order = letter_order("docx")
    document = docx.Document(io.BytesIO(writing.make(order).data))
    before = max(box.height for box in flow.taken(document, None))
    section = document.sections[0]
    section.first_page_header.add_paragraph().paragraph_format.line_spacing = Mm(60)
    after = max(box.height for box in flow.taken(document, None))

    assert after < before


def test_words_in_the_window_of_an_envelope_are_where_they_were_laid_out() -> None:
    order = letter_order("docx")
    document = docx.Document(io.BytesIO(writing.make(order).data))
    scene = order.scene.box("return_line")
    letter = max(flow.taken(document, None), key=lambda box: box.height)
    assert scene is not None

    assert letter.top == pytest.approx(scene.top, abs=3)
    assert letter.bottom == pytest.approx((297 - 34) * 96 / 25.4, abs=1)


def test_a_letter_without_the_pair_is_said() -> None:
    order = letter_order("docx")
    document = docx.Document(io.BytesIO(writing.make(order).data))
    for anchor in flow.anchors(document.sections[0]):
        anchor.getparent().remove(anchor)
    out = io.BytesIO()
    document.save(out)
    found = measure(out.getvalue(), replace(order))

    assert "proof.disagrees" in {each.code for each in found.findings}
