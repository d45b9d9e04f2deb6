"""Turn a card into SVG, and its pages into PDF with page boxes, title and language."""

from __future__ import annotations

import io

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    NameObject,
    RectangleObject,
    create_string_object,
)

from cobrand.export.excerpt import embed, with_pictures
from cobrand.export.order import Made, Order
from cobrand.export.photograph import squeeze
from cobrand.model.finding import note
from cobrand.model.scene import Drawing, Scene
from cobrand.pixels import press
from cobrand.render import draw

_PT_PER_PX = 0.75
_PICTURE_PPI = 600


def svg(order: Order) -> Made:
    """Return the first page as it is drawn: words are outlines, title and description inside."""
    return Made(draw(order.scene, embed).encode())


def pdf(order: Order) -> Made:
    """Return all pages; marks that the press would draw wrong are pictures of 600 ppi."""
    pages = order.composition.pages
    pressed = press.pdf([draw(with_pictures(page, _PICTURE_PPI), embed) for page in pages])
    book = PdfWriter()
    for sheet, scene in zip(PdfReader(io.BytesIO(pressed)).pages, pages, strict=True):
        page = book.add_page(sheet)
        _set_boxes(page, scene)
        squeeze(page, scene)
    _describe(book, order)
    out = io.BytesIO()
    book.write(out)
    as_picture = sorted({role for page in pages for role in _unpressed(page)})
    return Made(
        out.getvalue(),
        tuple(note("export.as-picture", role, ppi=_PICTURE_PPI) for role in as_picture),
    )


def _set_boxes(sheet: PageObject, scene: Scene) -> None:
    bleed = scene.bleed * _PT_PER_PX
    width, height = scene.size.width * _PT_PER_PX, scene.size.height * _PT_PER_PX
    whole = RectangleObject((0, 0, width + 2 * bleed, height + 2 * bleed))
    sheet.mediabox = sheet.cropbox = sheet.bleedbox = whole
    sheet.trimbox = RectangleObject((bleed, bleed, bleed + width, bleed + height))


def _describe(book: PdfWriter, order: Order) -> None:
    """Say title, author and language; no date, so that equal cards are equal bytes."""
    book.add_metadata(
        {
            "/Title": order.scene.title,
            "/Author": order.composition.brief.name,
            "/Subject": order.scene.alt,
            "/Creator": "cobrand",
            "/Producer": "cobrand",
        }
    )
    root = book.root_object
    root[NameObject("/Lang")] = create_string_object(order.scene.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    )


def _unpressed(scene: Scene) -> set[str]:
    return {item.role for item in scene.walk() if isinstance(item, Drawing) and not item.art.press}
