"""Turns a letterhead into DOCX: the pair in the head, real words to edit, the page's margins."""

from __future__ import annotations

import io

import docx

from cobrand.export.archive import repack
from cobrand.export.docx import body, edges, fonts, letter, styles
from cobrand.export.order import Made, Order

_UNUSED = ("/docProps/thumbnail.jpeg", "/word/stylesWithEffects.xml", "/customXml/item1.xml")
_FONT_TABLE = "/word/fontTable.xml"


def letterhead(order: Order) -> Made:
    """Return a document with a first page and following pages as the composition shows them."""
    document, sheet = docx.Document(), letter.read(order)
    _describe(document, order)
    styles.define(document, sheet)
    edges.set_page(document.sections[0], sheet)
    edges.set_heads(document.sections[0], sheet, edges.alt_text(order))
    edges.set_feet(document.sections[0], sheet)
    body.write(document, sheet)
    _set_fallbacks(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return Made(repack(out.getvalue()))


def _describe(document: docx.document.Document, order: Order) -> None:
    """Say title, author and language; drop the blank document's dates and its little picture."""
    facts = document.core_properties
    facts.title, facts.author = order.scene.title, order.composition.brief.name
    facts.language, facts.comments = order.scene.language, ""
    dates = [child for child in facts._element if child.tag.endswith(("created", "modified"))]
    for date in dates:
        facts._element.remove(date)
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.target_part.partname in _UNUSED:
                del relations[key]


def _set_fallbacks(document: docx.document.Document, sheet: letter.Letter) -> None:
    families = (fonts.LATIN, fonts.complex_family(sheet.script))
    for relation in document.part.rels.values():
        if relation.target_part.partname == _FONT_TABLE:
            part = relation.target_part
            part._blob = fonts.with_fallbacks(part.blob, families)
