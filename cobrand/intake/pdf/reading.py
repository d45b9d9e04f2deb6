"""Turns a page of a PDF into a Logo by the best of three ways, each compared with the page."""

from __future__ import annotations

import re
from dataclasses import replace

from cobrand.errors import DrawingFailed, LogoTooLarge, LogoUnreadable
from cobrand.intake import ink, picture, referee, vector
from cobrand.intake.pdf import drawing
from cobrand.model.care import Care
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo
from cobrand.pixels import array
from cobrand.pixels import svg as librsvg
from cobrand.pixels.pdf import sheet
from cobrand.pixels.pdf.marks import Mark
from cobrand.pixels.pdf.sheet import Sheet

LOOK_PIXELS = 120_000
EXHIBITS = (160_000, 640_000)
"""Pixels that are compared; PDFium puts some edges on whole px, so a second look is finer."""
PICTURE_SIDE = 2048
_ILLUSTRATOR = re.compile(rb"/AI(?:PrivateData|MetaData)\d*\b")
_OUTLINES_LOST = "saved without PDF Content"
"""What Illustrator writes on the page of a file that holds no PDF."""


def read(data: bytes, digest: str, care: Care) -> Logo:
    """Read the page that is asked for."""
    kind = "ai" if _ILLUSTRATOR.search(data) else "pdf"
    with sheet.opened_at(data, care.page) as page:
        said = _told(page, care)
        view = _inked(page)
        found = _outlines(page, view, kind, digest) or _picture(page, view, kind, digest)
    return replace(found, findings=said + found.findings)


def _told(page: Sheet, care: Care) -> tuple[Finding, ...]:
    if _OUTLINES_LOST in " ".join(page.words.text.split()):
        raise LogoUnreadable("logo.ai-without-pdf")
    found = []
    if page.count > 1:
        found.append(note("logo.several-pages", page=care.page, count=page.count))
    if page.words.missing:
        found.append(warning("logo.text", fonts=", ".join(page.words.missing)))
    return tuple(found)


def _inked(page: Sheet) -> Box:
    """Return the part of the page on which there is anything, with a little room."""
    whole = Box.of(page.size)
    width, height = ink.raster(page.size, LOOK_PIXELS)
    found = ink.edges(array.pixels(page.draw(whole, width, height))[..., 3] > 0)
    if found is None:
        raise LogoUnreadable("logo.blank")
    step = page.size.width / width, page.size.height / height
    box = ink.scaled(found, *step).grown(2 * max(step))
    return Box.spanning(
        max(box.left, 0.0),
        max(box.top, 0.0),
        min(box.right, whole.width),
        min(box.bottom, whole.height),
    )


def _outlines(page: Sheet, view: Box, kind: str, digest: str) -> Logo | None:
    """Return the page as outlines if librsvg then draws what PDFium draws."""
    try:
        document = _faithful(page, view)
        return vector.read(document, kind, digest) if document else None
    except LogoTooLarge as error:
        if error.code == "logo.too-many-pixels":
            raise
        return None
    except (DrawingFailed, LogoUnreadable):
        return None


def _faithful(page: Sheet, view: Box) -> bytes | None:
    marks = page.marks()
    if drawing.is_said(marks):
        found = _agreed(page, view, marks)
        if found is not None:
            return found
    return _agreed(page, view, page.enriched(marks))


def _agreed(page: Sheet, view: Box, marks: tuple[Mark, ...]) -> bytes | None:
    documents = [
        drawing.document(marks, page.size, page.upright, guess) for guess in drawing.guesses(marks)
    ]
    for pixels in EXHIBITS:
        width, height = ink.raster(view.size, pixels)
        seen = page.draw(view, width, height)
        for document in documents:
            if referee.compare(librsvg.draw(document, width, height, view), seen).same:
                return document
    return None


def _picture(page: Sheet, view: Box, kind: str, digest: str) -> Logo:
    """Let PDFium draw the mark once, large."""
    scale = PICTURE_SIDE / max(view.width, view.height)
    width, height = (max(1, round(side * scale)) for side in (view.width, view.height))
    logo = picture.measure(page.draw(view, width, height), kind, digest)
    return replace(logo, findings=(note("logo.page-as-picture"), *logo.findings))
