"""Looks through a drawing for whatever could act or reach out, knowing nothing of the cleaning."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree

ALLOWED = frozenset(
    ("svg", "g", "defs", "symbol", "use", "image", "path", "rect", "circle", "ellipse", "line",
     "polyline", "polygon", "text", "tspan", "textPath", "clipPath", "mask", "marker", "pattern",
     "linearGradient", "radialGradient", "stop", "filter", "title", "desc")
)  # fmt: skip
HARMLESS = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+|#[\w.-]+")
ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]*:|//|@import|\\|&|url\(\s*[\"']?\s*(?!#)|expression\(")
NAMES = frozenset(
    ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")
)  # fmt: skip


def harm(document: str) -> list[str]:
    """Return what is in a drawing that should not be there."""
    found = re.findall(r"<[!?]\w*", document.removeprefix('<?xml version="1.0" encoding="UTF-8"?>'))
    try:
        for element in ElementTree.fromstring(document).iter():  # noqa: S314 - entities are finds
            found += _in_element(element)
    except ElementTree.ParseError as error:
        found.append(str(error))
    spaces = set(re.findall(r"""xmlns(?::\w+)?\s*=\s*["']([^"']*)["']""", document))
    return found + sorted(spaces - NAMES)


def pictures(document: str) -> list[bytes]:
    """Return the pictures that a drawing holds."""
    return [base64.b64decode(data) for data in re.findall(r"base64,([A-Za-z0-9+/=]+)", document)]


def _in_element(element: ElementTree.Element) -> list[str]:
    space, _, name = element.tag.rpartition("}")
    known = space == "{http://www.w3.org/2000/svg" and (name in ALLOWED or name.startswith("fe"))
    found = [] if known else [element.tag]
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == "href":
            wrong = HARMLESS.fullmatch(value) is None
        else:
            wrong = key.lower().startswith("on") or ADDRESS.search(value) is not None
        if wrong:
            found.append(f"{name} {key}={value[:80]}")
    return found
