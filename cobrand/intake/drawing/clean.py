"""Takes out of a drawing what draws nothing or reaches outside, and says what went."""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element

import tinycss2

from cobrand.errors import LogoError, LogoTooLarge
from cobrand.intake import sniff
from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.vocabulary import (
    ANIMATIONS,
    ATTRIBUTES,
    ELEMENTS,
    SILENT,
    STYLES,
    SVG,
    TEXTS,
    XLINK,
    XML,
)
from cobrand.model.finding import Finding, note, warning
from cobrand.pixels import bitmap, encode
from cobrand.pixels.files import bare

MOST_PICTURE_PIXELS = 40_000_000

_FINDINGS = {
    "scripts": (note, "logo.scripts-removed"),
    "animation": (note, "logo.animation-removed"),
    "foreign": (warning, "logo.foreign-removed"),
    "links": (warning, "logo.links-removed"),
    "pictures": (warning, "logo.picture-removed"),
    "inside": (note, "logo.picture-inside"),
}
_FUNCTIONS = frozenset(
    {"rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewx", "skewy",
     "blur", "brightness", "contrast", "drop-shadow", "grayscale", "hue-rotate", "invert",
     "opacity", "saturate", "sepia"}
)  # fmt: skip
"""What may be called in an attribute, besides `url(#…)`."""
_HOLDERS = frozenset(("function", "() block", "[] block", "{} block"))
_WORDS = frozenset(
    {"ident", "hash", "string", "number", "percentage", "dimension", "whitespace", "literal"}
)
_ADDRESS = re.compile(r":|//|/(?!\s*[\d.]+%?\s*\))")
"""What no value needs, but for the stroke before a colour's opacity."""
_INSIDE = re.compile(r"""url\(\s*["']?#[^"')]*["']?\s*\)""")
_DATA = re.compile(r"data:([^,;]*)((?:;[^,;]*)*),(.*)", re.DOTALL)
_WORD = re.compile(r"[a-z-]+")
_HREF = f"{{{XLINK}}}href"
_SPACE = f"{{{XML}}}space"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What went; `recast` says that a picture is in another format now, for librsvg to read."""

    findings: tuple[Finding, ...]
    recast: bool


def clean(root: Element) -> Cleaned:
    """Remove scripts, links, animation, strangers' elements and unknown attributes."""
    gone: Counter[str] = Counter()
    _element(root, gone)
    said = (
        _FINDINGS[what][0](_FINDINGS[what][1], count=gone[what]) for what in _FINDINGS if gone[what]
    )
    return Cleaned(tuple(said), gone["recast"] > 0)


def _element(element: Element, gone: Counter[str]) -> None:
    _attributes(element, gone)
    if local(element) == "switch":
        _choose(element)
    kept = [child for child in element if _kept(child, gone)]
    for child in kept:
        _unlink(child, element)
        _element(child, gone)
        if local(child) == "switch":
            child.tag = f"{{{SVG}}}g"
    element[:] = kept
    if local(element) not in TEXTS:
        element.text = None
    for child in kept:
        if local(element) not in TEXTS:
            child.tail = None


def _unlink(child: Element, parent: Element) -> None:
    """Leave of a link what it shows."""
    if local(child) == "a":
        child.tag = f"{{{SVG}}}{'tspan' if local(parent) in TEXTS else 'g'}"
        child.attrib.pop("href", None)
        child.attrib.pop(_HREF, None)


def _kept(element: Element, gone: Counter[str]) -> bool:
    name = local(element)
    if element.get("requiredExtensions"):  # nobody draws it
        return False
    if name == "script":
        gone["scripts"] += 1
    elif name in ANIMATIONS:
        gone["animation"] += 1
    elif name == "image":
        return _picture(element, gone)
    elif name in ELEMENTS or name == "a":
        return True
    elif name and name not in SILENT:
        gone["foreign"] += 1
    return False


def _choose(switch: Element) -> None:
    """Leave the first child that asks for nothing special, so that every renderer agrees."""
    for child in switch:
        wants = child.get("requiredExtensions", "") or child.get("systemLanguage", "en")
        if local(child) in ELEMENTS and (wants == "en" or wants.startswith("en-")):
            switch[:] = [child]
            return
    switch[:] = []


def _attributes(element: Element, gone: Counter[str]) -> None:
    href = element.get("href", element.get(_HREF))
    kept = {
        key: _closed(value)
        for key, value in element.attrib.items()
        if key in ATTRIBUTES or key == _SPACE
    }
    gone["scripts"] += sum(key.lower().startswith("on") for key in element.attrib)
    kept.pop("href", None)
    for key in [key for key, value in kept.items() if key != "id" and _outside(value)]:
        gone["links"] += "/" in kept[key] or ":" in kept[key]  # else it is only a strange word
        del kept[key]
    for key in STYLES & kept.keys():  # these are written into a style
        if not _WORD.fullmatch(kept[key]):
            del kept[key]
    if href is not None:
        href = href.strip()
        if href.startswith("#") or local(element) == "image":
            kept["href"] = href
        elif local(element) == "feImage" and href.startswith("data:"):
            _embed(element, href, kept, gone)
        else:
            gone["links"] += 1
    element.attrib.clear()
    element.attrib.update(kept)


def _closed(value: str) -> str:
    """Close an address at the end of a value, as style sheets may leave it open."""
    return value + ")" if "url(" in value and ")" not in value else value


def _outside(value: str) -> bool:
    """Say whether a value names or calls what is no part of a drawing, however it is spelt."""
    if _ADDRESS.search(_INSIDE.sub("", value)):  # names of parts may be spelt in any way
        return True
    if "(" not in value and "\\" not in value:
        return False
    return any(_names_outside(token) for token in tinycss2.parse_component_value_list(value))


def _names_outside(token: tinycss2.ast.Node, *, called: bool = False) -> bool:
    if token.type == "url":
        return not token.value.startswith("#")
    if token.type == "string":  # a string that something is called with may be an address
        return called
    if token.type == "function" and token.lower_name == "url":
        return any(part.type != "string" or part.value[:1] != "#" for part in token.arguments)
    if token.type == "function" and token.lower_name not in _FUNCTIONS:
        return True
    if token.type in _HOLDERS:
        inside = token.arguments if token.type == "function" else token.content
        return any(_names_outside(part, called=True) for part in inside)
    return token.type not in _WORDS


def _picture(element: Element, gone: Counter[str]) -> bool:
    href = (element.get("href") or element.get(_HREF) or "").strip()
    if not href.startswith("data:"):
        gone["links"] += 1
        return False
    kept: dict[str, str] = {}
    _embed(element, href, kept, gone)
    element.attrib.pop(_HREF, None)
    element.attrib.update(kept)
    return bool(kept)


def _embed(element: Element, href: str, kept: dict[str, str], gone: Counter[str]) -> None:
    held = data(href)
    try:
        found = _readable(held) if held else None
    except LogoTooLarge:
        raise
    except LogoError:
        found = None
    if found is None:
        gone["pictures"] += 1
        return
    kind, picture = found
    gone["recast"] += kind != sniff.kind(held or b"")
    kept["href"] = f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
    gone["inside"] += 1


def _readable(data: bytes) -> tuple[str, bytes] | None:
    """Return a picture that both renderers read, or None."""
    kind = sniff.kind(data)
    if kind not in bitmap.READERS:
        return None
    size = bitmap.size(data, kind)
    if size.width * size.height > MOST_PICTURE_PIXELS:
        raise LogoTooLarge("logo.too-many-pixels", width=int(size.width), height=int(size.height))
    if kind in bare.KINDS:
        return kind, bare.stripped(data, kind)
    return "png", encode.encode(bitmap.decode(data, kind).bitmap, "png")


def data(href: str) -> bytes | None:
    """Return what a data address holds, or None if it is none."""
    match = _DATA.fullmatch(href.strip())
    if match is None:
        return None
    plain = unquote_to_bytes(match[3])
    if "base64" not in match[2].lower():
        return plain
    try:
        return base64.b64decode(b"".join(plain.split()) + b"==")
    except binascii.Error:
        return None
