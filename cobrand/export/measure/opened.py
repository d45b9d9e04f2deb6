"""Open a written file again: its own size, pages, words about itself, and a view of it."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from defusedxml import ElementTree
from pypdf import PdfReader

from cobrand.export.measure import view
from cobrand.export.measure.letter import open_docx
from cobrand.export.measure.postscript import open_eps
from cobrand.export.measure.view import View
from cobrand.model.geometry import PX_PER_MM, Box, Size, union
from cobrand.model.scene import Scene
from cobrand.pixels import array, bitmap, svg
from cobrand.pixels.files import indexed
from cobrand.pixels.pdf import page

_MM_PER_PT = 25.4 / 72
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TITLE, _ALT = (f"{{http://www.w3.org/2000/svg}}{name}" for name in ("title", "desc"))
_VIEW_WIDTH = 1400  # pixels that a drawn file is looked at,
_CLOSE_WIDTH = 2800  # that a page has of which only the pair is drawn: pictures in it stay smooth,
_PAGE_WIDTH = 1000  # and that a page is drawn as a whole
_LONGEST = 8000  # pixels of a picture's longer side that are looked at
_HEAD = 256  # bytes of a PNG in which it says what its colours are
_AROUND = 2.0  # X round the pair that are looked at closely


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file says about itself; `view` is what it shows where the pair should be.

    `page` is the whole page where `view` is of the pair alone, and `others` are the places, in px,
    of what that does not show. `closer` shows any box of the page finely; `profile` is the colour
    profile that the file names, `sound` whether it keeps the form of its kind.
    """

    size: Size
    unit: Literal["px", "mm"]
    view: View | None
    pages: int = 1
    boxes: tuple[tuple[str, Box], ...] = ()
    title: str = ""
    language: str = ""
    alt: str = ""
    lossy: bool = False
    others: tuple[Box, ...] = ()
    page: View | None = None
    closer: Callable[[Box], View] | None = None
    profile: str = ""
    sound: bool = True


def open_file(data: bytes, kind: str, scene: Scene) -> Opened:
    """Open the bytes of a file of this kind as if nobody knew how they were made."""
    return _OPENERS[kind](data, kind, scene)


def _open_picture(data: bytes, kind: str, scene: Scene) -> Opened:
    plain = indexed.pixels(data) if kind == "png" else None
    if plain is not None:
        height, width = plain.shape[:2]
        return Opened(
            Size(width, height), "px", view.of_page(plain, scene), profile=_named(data, kind)
        )
    found = bitmap.decode(data, kind, longest=_LONGEST)
    return Opened(
        found.stored,
        "px",
        view.of_page(found.bitmap, scene),
        lossy=kind != "png",
        profile=found.profile or _named(data, kind),
    )


def _named(data: bytes, kind: str) -> str:
    """Return what a PNG says of its colours without a profile."""
    return "sRGB" if kind == "png" and b"sRGB" in data[:_HEAD] else ""


def _open_svg(data: bytes, _kind: str, scene: Scene) -> Opened:
    root = ElementTree.fromstring(data)
    size = Size(float(root.get("width", 0)), float(root.get("height", 0)))
    shown = svg.draw(data, _VIEW_WIDTH, max(1, round(_VIEW_WIDTH / size.aspect)))
    return Opened(
        size,
        "px",
        view.of_page(shown, scene),
        title=root.findtext(_TITLE, ""),
        language=root.get(_LANGUAGE, ""),
        alt=root.findtext(_ALT, ""),
    )


def _open_pdf(data: bytes, _kind: str, scene: Scene) -> Opened:
    sheets, book = page.facts(data), PdfReader(io.BytesIO(data))
    first, facts = sheets[0], book.metadata
    shown = view.of_page(page.draw_pdf(data, 0, _PAGE_WIDTH), scene)
    near, closer = _pair(scene), partial(_closely, data, scene)
    boxes = (("media", first.media), ("trim", first.trim), ("bleed", first.bleed))
    return Opened(
        _mm(first.trim).size,
        "mm",
        closer(near) if near else shown,
        pages=len(sheets),
        boxes=tuple((name, _mm(box)) for name, box in boxes),
        title=(facts and facts.title) or "",
        language=str(book.root_object.get("/Lang", "")),
        alt=(facts and facts.subject) or "",
        page=shown,
        closer=closer,
    )


def _pair(scene: Scene) -> Box | None:
    """Return the box of a scene in which its marks are, with what is near them."""
    boxes = [box for role in ("lockup", "logo", "mark") if (box := scene.box(role))]
    if scene.promise is None or not boxes:
        return None
    return union(tuple(boxes)).grown(_AROUND * scene.promise.unit)


def _closely(data: bytes, scene: Scene, near: Box) -> View:
    """Return a fine view of a box of the page, out to whole pixels."""
    whole = Box.of(scene.size).grown(scene.bleed)
    scale = _CLOSE_WIDTH / whole.width
    part = Box.spanning(
        max(0, math.floor((near.left - whole.left) * scale)),
        max(0, math.floor((near.top - whole.top) * scale)),
        min(_CLOSE_WIDTH, math.ceil((near.right - whole.left) * scale)),
        min(math.floor(whole.height * scale), math.ceil((near.bottom - whole.top) * scale)),
    )
    pixels = array.pixels(page.draw_pdf(data, 0, _CLOSE_WIDTH, part))
    height, width = pixels.shape[:2]
    left, top = whole.left + part.left / scale, whole.top + part.top / scale
    return View(pixels, Box(left, top, width / scale, height / scale))


def _open_docx(data: bytes, _kind: str, _scene: Scene) -> Opened:
    letter = open_docx(data)
    return Opened(
        Size(letter.page.width / PX_PER_MM, letter.page.height / PX_PER_MM),
        "mm",
        letter.view,
        title=letter.title,
        language=letter.language,
        others=letter.others,
    )


def _open_eps(data: bytes, _kind: str, scene: Scene) -> Opened:
    """Open EPS; without Ghostscript nobody sees what it shows."""
    said = open_eps(data)
    size = Size(0, 0) if said.box is None else said.box.size.scaled(1 / PX_PER_MM)
    if said.pdf is None:
        return Opened(size, "mm", None, sound=said.sound)
    shown = view.of_page(page.draw_pdf(said.pdf, 0, _PAGE_WIDTH), scene)
    near, closer = _pair(scene), partial(_closely, said.pdf, scene)
    return Opened(
        size, "mm", closer(near) if near else shown, page=shown, closer=closer, sound=said.sound
    )


def _mm(box: Box) -> Box:
    return Box(*(edge * _MM_PER_PT for edge in (box.left, box.top, box.width, box.height)))


_OPENERS: Mapping[str, Callable[[bytes, str, Scene], Opened]] = {
    "png": _open_picture,
    "jpeg": _open_picture,
    "webp": _open_picture,
    "svg": _open_svg,
    "pdf": _open_pdf,
    "docx": _open_docx,
    "eps": _open_eps,
}
