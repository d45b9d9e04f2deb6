"""The letterhead as LibreOffice shows it: the pair where it belongs, the words on their side."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from cobrand.export import writing
from cobrand.export.measure import measure
from cobrand.export.order import Order
from cobrand.model.geometry import PX_PER_MM
from cobrand.model.scene import Group, Item, Scene, Words
from tests.export.scenes import letter_order, make_campaign

BODY_HIGHER = (25 * PX_PER_MM, 32 * PX_PER_MM, 20 * PX_PER_MM, 34 * PX_PER_MM)
OFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this computer")


def mirrored(item: Item, width: float) -> Item:
    box = item.box.mirrored(width)
    if isinstance(item, Group):
        return replace(item, box=box, items=tuple(mirrored(each, width) for each in item.items))
    if isinstance(item, Words):
        style = replace(item.block.style, direction="rtl")
        return replace(item, box=box, block=replace(item.block, style=style))
    return replace(item, box=box)


def arabic(page: Scene) -> Scene:
    items = tuple(mirrored(item, page.size.width) for item in page.items)
    return replace(page, items=items, language="ar")


def order_in(language: str) -> Order:
    order = letter_order("docx")
    if language == "en":
        return order
    pages = tuple(arabic(page) for page in order.composition.pages)
    composition = replace(order.composition, pages=pages)
    return replace(order, composition=composition, campaign=make_campaign(rtl="ar"))


def shown(data: bytes, folder: Path) -> bytes:
    """Let LibreOffice make a PDF of a document."""
    (folder / "letter.docx").write_bytes(data)
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "letter.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)  # noqa: S603  our own words
    return (folder / "letter.pdf").read_bytes()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pair_is_where_the_scene_has_it(language: str, tmp_path: Path) -> None:
    order = order_in(language)
    pages = order.composition.pages[:1]
    as_pdf = replace(order, kind="pdf", composition=replace(order.composition, pages=pages))

    found = measure(shown(writing.make(order).data, tmp_path), as_pdf)

    wrong = {one.code for one in found.findings if one.severity and one.code != "file.title"}
    assert wrong <= {"file.language", "file.alt"}  # a region more; what it is about is lost
    assert found.measured.pages == 1
    assert found.measured.clear is not None
    assert found.measured.clear >= 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_clear_space_is_the_page_s(language: str, tmp_path: Path) -> None:
    order = order_in(language)
    near = tuple(nearer(page) for page in order.composition.pages)
    composition, X = replace(order.composition, pages=near), 6 * PX_PER_MM  # noqa: N806  as in the rules
    templates = (order.templates[0], replace(order.templates[1], body=BODY_HIGHER))
    order = replace(order, composition=composition, templates=templates)
    data = writing.make(order).data
    pages = order.composition.pages[:1]
    as_pdf = replace(order, kind="pdf", composition=replace(composition, pages=pages))
    told, seen = (measure(data, order), measure(shown(data, tmp_path), as_pdf))

    assert told.measured.clear is not None
    assert seen.measured.clear is not None
    assert told.measured.clear < 1.5
    assert 0 <= (seen.measured.clear - told.measured.clear) * X < 4


def nearer(page: Scene) -> Scene:
    """Move the sender's line up to the pair."""
    items = tuple(
        replace(item, box=item.box.moved(0, -12 * PX_PER_MM))
        if item.role == "return_line"
        else item
        for item in page.items
    )
    return replace(page, items=items)
