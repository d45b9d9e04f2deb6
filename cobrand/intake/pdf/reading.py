"""Turns a page of a PDF into a Logo by the best of three ways, each compared with the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

from cobrand.errors import DrawingFailed, LogoTooLarge, LogoUnreadable
from cobrand.intake import drawing, picture
from cobrand.intake.drawing import referee
from cobrand.intake.drawing.referee import Verdict
from cobrand.intake.pdf import redrawing
from cobrand.intake.picture import ink
from cobrand.model.care import Care
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import Logo
from cobrand.pixels import array
from cobrand.pixels import svg as librsvg
from cobrand.pixels.pdf import sheet
from cobrand.pixels.pdf.marks import Mark, Picture
from cobrand.pixels.pdf.sheet import Sheet, Window

LOOK_PIXELS = 120_000
EXHIBITS = (160_000, 640_000, 2_560_000)
"""Pixels compared; PDFium widens thin lines to a px and rounds some edges: finer looks tell."""
PATIENCE = 3.0
"""Seconds of work after which a page is not compared any more but becomes a picture."""
PICTURE_SIDE = 2048
LONGEST = 4_000
_UNIT = ((0.0, 0.0), (1.0, 1.0))
_LAST_LINE, _TAIL = b"%%EOF", 4_096
_OUTLINES_LOST = "saved without PDF Content"
"""What Illustrator writes on the page of a file that holds no PDF."""


def read(data: bytes, digest: str, care: Care) -> Logo:
    """Read the page that is asked for."""
    with _opened(data, care.page) as page:
        kind = "ai" if page.spoken.illustrator else "pdf"
        said = _told(page, care)
        marks = _marks(page)
        view = _inked(page)
        found = _drawn(page, view, marks, kind, digest, care) if marks else None
        found = found or _picture(page, view, kind, digest, care)
    return replace(found, findings=said + found.findings)


@contextmanager
def _opened(data: bytes, number: int) -> Iterator[Sheet]:
    with ExitStack() as stack:
        try:
            page = stack.enter_context(sheet.opened_at(data, number))
        except DrawingFailed as error:
            whole = _LAST_LINE in data[-_TAIL:]
            code = "logo.damaged" if whole else "logo.truncated"
            raise LogoUnreadable(code, kind="pdf") from error
        yield page


def _told(page: Sheet, care: Care) -> tuple[Finding, ...]:
    if _OUTLINES_LOST in " ".join(page.words.text.split()):
        raise LogoUnreadable("logo.ai-without-pdf")
    found = []
    if page.count > 1:
        found.append(note("logo.several-pages", page=care.page, count=page.count))
    if page.words.missing:
        found.append(warning("logo.text", fonts=", ".join(page.words.missing)))
    if page.spoken.cmyk:
        found.append(note("logo.cmyk-page"))
    return tuple(found)


def _inked(page: Sheet) -> Box:
    """Return the part of the page on which there is anything, with a little room."""
    whole = Box.of(page.size)
    window = page.window(whole, LOOK_PIXELS, LONGEST)
    found = ink.edges(array.pixels(page.draw(window))[..., 3] > 0)
    if found is None:
        raise LogoUnreadable("logo.blank")
    step = window.view.width / window.width, window.view.height / window.height
    box = ink.scaled(found, *step).grown(2 * max(step))
    return Box.spanning(
        max(box.left, 0.0),
        max(box.top, 0.0),
        min(box.right, whole.width),
        min(box.bottom, whole.height),
    )


def _marks(page: Sheet) -> tuple[Mark, ...] | None:
    """Return what stands on the page, or None if it is too much; no picture may be too large."""
    try:
        return page.marks()
    except LogoTooLarge as error:
        if error.code == "logo.too-many-pixels":
            raise
        return None
    except DrawingFailed:
        return None


def _drawn(
    page: Sheet, view: Box, marks: tuple[Mark, ...], kind: str, digest: str, care: Care
) -> Logo | None:
    """Return the page as outlines, or as the one picture it holds, if that is what PDFium draws."""
    try:
        only = redrawing.lone(marks, page.upright)
        if only is not None and _agreed(page, view, (replace(only, clips=()),)) is not None:
            return _only(only, page, kind, digest, care)
        document = _faithful(page, view, marks)
        return drawing.read(document, kind, digest, care) if document else None
    except (DrawingFailed, LogoTooLarge, LogoUnreadable):
        return None


def _only(only: Picture, page: Sheet, kind: str, digest: str, care: Care) -> Logo | None:
    """Go on with a page's one picture in its own pixels, if all of it is on the page."""
    (left, low), (right, high) = (
        redrawing.put(corner, only.matrix, page.upright) for corner in _UNIT
    )
    if not Box.of(page.size).holds(Box.spanning(left, high, right, low), 1.0):
        return None
    stored = only.stored
    if stored == only.bitmap.size:
        return picture.measure(only.bitmap, kind, digest, care=care)
    said = note("logo.reduced", width=int(stored.width), height=int(stored.height))
    return picture.measure(only.bitmap, kind, digest, (said,), care)


def _faithful(page: Sheet, view: Box, marks: tuple[Mark, ...]) -> bytes | None:
    if redrawing.is_said(marks):
        found = _agreed(page, view, marks)
        if found is not None:
            return found
    return _agreed(page, view, page.enriched(marks))


def _agreed(page: Sheet, view: Box, marks: tuple[Mark, ...]) -> bytes | None:
    """Return the marks as SVG if librsvg then draws what PDFium draws."""
    documents = [
        redrawing.document(marks, page.size, page.upright, guess, page.spoken.unit)
        for guess in redrawing.guesses(marks)
    ]
    for pixels in EXHIBITS:
        if page.spent > PATIENCE:
            return None
        window = page.window(view, pixels, LONGEST)
        verdicts = [_verdict(each, page, window) for each in documents]
        if all(verdict.mean > 3 * referee.MEAN for verdict in verdicts):
            return None
        for document, verdict in zip(documents, verdicts, strict=True):
            if verdict.same:
                return document if _keeps_inside(document, page, window.view) else None
    return None


def _verdict(document: bytes, page: Sheet, window: Window) -> Verdict:
    """Compare at one size; how pictures are smoothed when they are enlarged does not count."""
    seen = page.draw(window)
    drawn = (
        librsvg.draw(each, window.width, window.height, window.view)
        for each in redrawing.smoothings(document)
    )
    return min((referee.compare(each, seen) for each in drawn), key=lambda found: found.worst)


def _keeps_inside(document: bytes, page: Sheet, view: Box) -> bool:
    """Say whether there is nothing outside of what was compared, like a layer that is hidden."""
    window = page.window(Box.of(page.size), LOOK_PIXELS, LONGEST)
    drawn = librsvg.draw(document, window.width, window.height, window.view)
    found = ink.edges(array.pixels(drawn)[..., 3] > 0)
    step = Size(window.view.width / window.width, window.view.height / window.height)
    around = 2 * max(step.width, step.height)
    return found is None or view.grown(around).holds(ink.scaled(found, step.width, step.height))


def _picture(page: Sheet, view: Box, kind: str, digest: str, care: Care) -> Logo:
    """Let PDFium draw the mark once, large."""
    drawn = page.draw(page.window(view, PICTURE_SIDE**2, PICTURE_SIDE))
    logo = picture.measure(drawn, kind, digest, care=care)
    return replace(logo, findings=(note("logo.page-as-picture"), *logo.findings))
