"""Lists the pictures that a part of a document shows, with their sizes on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_FRAMES = frozenset(("inline", "anchor", "pic", "sp", "frame"))
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_STYLE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)\s*(pt|in|mm|cm|px)?")
_LENGTH = re.compile(r"([\d.]+)(mm|cm|in|pt|px|pc)?")
_EMU = {"pt": 12_700.0, "in": 914_400.0, "mm": 36_000.0, "cm": 360_000.0, "px": 9_525.0,
        "pc": 152_400.0}  # fmt: skip
_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: relationships (or names) of its drawing and its pixels, area, and what is cut.

    `crop` holds the shares cut from left, top, right and bottom, 0–1.
    """

    drawing: str
    pixels: str
    area: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def pictures(root: Element) -> Iterator[Shown]:
    """Yield the pictures of a part of DOCX or PPTX, down to the end of the first page."""
    for element in root.iter():
        name = local(element)
        if name == "lastRenderedPageBreak" or (name == "br" and _says(element, "type") == "page"):
            return
        if name in _FRAMES:
            yield from _framed(element)
        elif name == "imagedata":
            continue
        elif name == "shape" and (data := _child(element, "imagedata")) is not None:
            yield Shown("", _related(data, "id"), _styled(element))


def frames(root: Element) -> Iterator[Shown]:
    """Yield the pictures of a part of ODT or ODP, down to the end of the first page."""
    pages = 0
    for element in root.iter():
        pages += local(element) == "page"
        if pages > 1:
            return
        names = [each.get(_HREF, "") for each in element if local(each) == "image"]
        if local(element) == "frame" and names:
            drawing = next((name for name in names if name.endswith(".svg")), "")
            pixels = next((name for name in names if not name.endswith(".svg")), "")
            area = _length(_says(element, "width")) * _length(_says(element, "height"))
            yield Shown(drawing, pixels, area)


def local(element: Element) -> str:
    """Return a name without its namespace."""
    return element.tag.rpartition("}")[2]


def _framed(frame: Element) -> Iterator[Shown]:
    fill = next((each for each in frame.iter() if local(each) == "blipFill"), None)
    blip = None if fill is None else _child(fill, "blip")
    if fill is None or blip is None:
        return
    drawing = next((each for each in blip.iter() if local(each) == "svgBlip"), None)
    cut = _child(fill, "srcRect")
    yield Shown(
        "" if drawing is None else _related(drawing, "embed"),
        _related(blip, "embed"),
        _extent(frame),
        (0.0, 0.0, 0.0, 0.0) if cut is None else _crop(cut),
    )


def _extent(frame: Element) -> float:
    for element in frame.iter():
        if local(element) in {"extent", "ext"} and element.get("cx"):
            return _number(element.get("cx", "")) * _number(element.get("cy", ""))
    return 0.0


def _crop(cut: Element) -> tuple[float, float, float, float]:
    left, top, right, bottom = (
        min(max(_number(cut.get(side, "0")) / _WHOLE, 0.0), 1.0) for side in "ltrb"
    )
    whole = left + right < 1 and top + bottom < 1
    return (left, top, right, bottom) if whole else (0.0, 0.0, 0.0, 0.0)


def _styled(shape: Element) -> float:
    sides = [
        _number(value) * _EMU[unit or "px"]
        for _, value, unit in _STYLE.findall(shape.get("style", ""))
    ]
    return sides[0] * sides[1] if len(sides) == 2 else 0.0


def _length(text: str) -> float:
    match = _LENGTH.match(text)
    return _number(match[1]) * _EMU[match[2] or "px"] if match else 0.0


def _number(text: str) -> float:
    try:
        return float(text.rstrip("%")) * (1000 if text.endswith("%") else 1)
    except ValueError:
        return 0.0


def _child(element: Element, name: str) -> Element | None:
    return next((each for each in element if local(each) == name), None)


def _related(element: Element, name: str) -> str:
    return element.get(_RELATION + name, element.get(_STRICT + name, ""))


def _says(element: Element, name: str) -> str:
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )
