"""Rewrites an SVG document's root tag so that a renderer draws it at an exact number of pixels."""

from __future__ import annotations

import re
from xml.parsers import expat

from cobrand.errors import DrawingFailed
from cobrand.model.geometry import Box

_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_SIZE = re.compile(r"""\s(?:width|height)\s*=\s*("[^"]*"|'[^']*')""")
_FIT = re.compile(r"""\s(?:width|height|viewBox|preserveAspectRatio)\s*=\s*("[^"]*"|'[^']*')""")
_TAG = re.compile(r"""<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*""")
_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)\s*", re.IGNORECASE)
PX = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
      "q": 96 / 101.6, "em": 16.0, "ex": 8.0, "rem": 16.0}  # fmt: skip


class _Found(Exception):  # noqa: N818 - not an error: stops the parser at the root tag
    def __init__(self, attributes: dict[str, str], at: int) -> None:
        super().__init__()
        self.attributes = attributes
        self.at = at


def px(length: str | None) -> float | None:
    """Return an absolute length in px, or None for a percentage or something else."""
    number, unit = parted(length or "")
    return number * PX[unit] if unit in PX else None


def parted(length: str) -> tuple[float, str]:
    """Return a length's number and its unit in small letters; the unit `?` for no length."""
    match = _LENGTH.fullmatch(length)
    return (float(match[1]), match[2].lower()) if match else (0.0, "?")


def text(svg: str | bytes) -> str:
    """Return the document as text without its XML declaration, whatever encoding it says."""
    if isinstance(svg, bytes):
        svg = svg.decode(_encoding(svg), "replace")
    return _DECLARATION.sub("", svg).lstrip("\ufeff")


def sized(svg: str | bytes, width: int, height: int, view: Box | None = None) -> bytes:
    """Return the document with its viewBox, or `view`, fitted to exactly `width` x `height` px."""
    document = text(svg).encode()
    found = _root(document)
    tag = _TAG.match(document[found.at :].decode())
    if tag is None:
        raise DrawingFailed("drawing-failed.xml")
    extra = f' width="{width}" height="{height}"' + _view(found.attributes, view)
    start, end = found.at, found.at + len(tag[0].encode())
    plain = (_SIZE if view is None else _FIT).sub("", tag[0])
    return document[:start] + (plain + extra).encode() + document[end:]


def _root(document: bytes) -> _Found:
    parser = expat.ParserCreate("utf-8")

    def start(_: str, attributes: dict[str, str]) -> None:
        raise _Found(attributes, parser.CurrentByteIndex)

    parser.StartElementHandler = start
    try:
        parser.Parse(document, True)
    except _Found as found:
        return found
    except expat.ExpatError as error:
        raise DrawingFailed("drawing-failed.xml") from error
    raise DrawingFailed("drawing-failed.xml")


def _view(attributes: dict[str, str], view: Box | None) -> str:
    """Say the viewBox that a document without one means."""
    if view is not None:
        box = f"{view.left:.9g} {view.top:.9g} {view.width:.9g} {view.height:.9g}"
        return f' viewBox="{box}" preserveAspectRatio="none"'
    across, down = px(attributes.get("width")), px(attributes.get("height"))
    if "viewBox" in attributes or not across or not down:
        return ""
    return f' viewBox="0 0 {across:g} {down:g}"'


def _encoding(svg: bytes) -> str:
    if svg.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    said = re.match(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""", svg)
    name = said[1].decode() if said else "utf-8"
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name
