"""Turns drawings that stand in a drawing as pictures into parts of it."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from cobrand.errors import LogoUnreadable
from cobrand.intake import sniff
from cobrand.intake.drawing import clean
from cobrand.intake.drawing.vocabulary import SVG, XLINK
from cobrand.model.geometry import Size

_INITIAL = {
    "fill": "#000", "fill-opacity": "1", "fill-rule": "nonzero", "stroke": "none",
    "stroke-opacity": "1", "stroke-width": "1", "stroke-dasharray": "none",
    "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-miterlimit": "4",
    "visibility": "visible",
}  # fmt: skip
"""A picture takes over nothing from what is round it."""
_PLACES = ("x", "y", "width", "height", "preserveAspectRatio", "transform", "opacity", "clip-path",
           "mask", "filter", "display", "id")  # fmt: skip

Read = Callable[[bytes], tuple[Element, Size]]


def inset(root: Element, read: Read) -> None:
    """Replace every picture that is a drawing by what `read` makes of it: a group and its page."""
    for picture in list(root.iter(f"{{{SVG}}}image")):
        data = clean.data(picture.get("href") or picture.get(f"{{{XLINK}}}href") or "")
        if data is None or sniff.kind(data) != "svg":
            continue
        try:
            group, page = read(data)
        except LogoUnreadable:
            continue  # it goes with the pictures that cannot be read
        _become(picture, group, page)


def _become(picture: Element, group: Element, page: Size) -> None:
    kept = {key: picture.attrib[key] for key in _PLACES if key in picture.attrib}
    outside = {key: kept.pop(key) for key in _PLACES[5:] if key in kept}
    box = f"0 0 {page.width:.9g} {page.height:.9g}"
    sizes = {"width": f"{page.width:.9g}", "height": f"{page.height:.9g}"}
    inner = Element(f"{{{SVG}}}svg", sizes | kept | {"viewBox": box})
    inner.append(group)
    tail = picture.tail
    picture.clear()
    picture.tail, picture.tag = tail, f"{{{SVG}}}g"
    picture.attrib.update(_INITIAL | outside)
    picture.append(inner)
