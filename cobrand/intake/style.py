"""Turns style sheets and style attributes into attributes, so that no two logos meet in CSS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2
import tinycss2.color4

from cobrand.errors import LogoTooLarge
from cobrand.intake.markup import local
from cobrand.intake.vocabulary import COLOURS, GEOMETRY, OPACITIES, PROPERTIES, SHAPES, SVG, XLINK

MOST_RULES = 5_000
MOST_CSS = 2_000_000

_SIZED = SHAPES | {"image", "svg", "use", "symbol"}
_PLAIN_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})|[a-z]+", re.IGNORECASE)
_PERCENT = re.compile(r"\s*([+-]?[\d.]+)%\s*")
_FONT = re.compile(r"(?P<before>.*?)(?P<size>[\d.]+(?:px|pt|em|%)?)(?:/\S+)?\s+(?P<family>[^\d].*)")
_CALL = re.compile(r"([a-zA-Z]+)\(([^()]*)\)")
_MOVES = {"matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate",
          "skewx", "skewy"}  # fmt: skip
_UNIT = re.compile(r"(px|deg)\b", re.IGNORECASE)

Declared = tuple[str, str, bool]


def inline(root: Element) -> None:
    """Give every element the attributes that its styles mean, and write all values one way."""
    matcher = _matcher(root)
    if matcher is None:
        for element in root.iter():
            _settle(element, _declared(element.get("style", "")))
        return
    # every match is found before any attribute is changed: selectors may ask for attributes
    found = [
        (wrapper.etree_element, _matched(matcher, wrapper))
        for wrapper in cssselect2.ElementWrapper.from_xml_root(root).iter_subtree()
    ]
    for element, rules in found:
        _settle(element, rules + _declared(element.get("style", "")))


def _matcher(root: Element) -> cssselect2.Matcher | None:
    sheets = [
        "".join(element.itertext())
        for element in root.iter(f"{{{SVG}}}style")
        if element.get("type", "text/css").strip().lower() in {"text/css", ""}
    ]
    if sum(map(len, sheets)) > MOST_CSS:
        raise LogoTooLarge("logo.too-complex")
    rules = [rule for sheet in sheets for rule in _rules(sheet)]
    if len(rules) > MOST_RULES:
        raise LogoTooLarge("logo.too-complex")
    if not rules:
        return None
    matcher = cssselect2.Matcher()
    for selector, declared in rules:
        matcher.add_selector(selector, declared)
    return matcher


def _rules(sheet: str) -> Iterator[tuple[object, list[Declared]]]:
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue  # @import and @font-face reach outside, @media asks for a screen
        declared = list(_declarations(rule.content))
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude, {"svg": SVG, "xlink": XLINK})
        except cssselect2.SelectorError:
            continue
        yield from ((each, declared) for each in selectors if not each.pseudo_element)


def _matched(matcher: cssselect2.Matcher, wrapper: object) -> list[Declared]:
    return [declared for *_, rules in matcher.match(wrapper) for declared in rules]


def _declared(style: str) -> list[Declared]:
    return list(_declarations(style)) if style else []


def _declarations(content: object) -> Iterator[Declared]:
    for each in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration":
            kept = [token for token in each.value if token.type != "comment"]
            value = tinycss2.serialize(kept).strip()
            for name, part in _parts(each.lower_name, value):
                yield name, part, each.important


def _parts(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Take the shorthands apart."""
    font = _FONT.fullmatch(value) if name == "font" else None
    if name == "marker":
        yield from ((f"marker-{place}", value) for place in ("start", "mid", "end"))
    elif font:
        yield from (("font-size", font["size"]), ("font-family", font["family"]))
        yield from _font_words(font["before"].split())
    else:
        yield name, value


def _font_words(words: list[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        if word in {"italic", "oblique"}:
            yield "font-style", word
        elif word in {"bold", "bolder", "lighter"} or word.isdigit():
            yield "font-weight", word


def _settle(element: Element, declared: list[Declared]) -> None:
    for name, value, _ in sorted(declared, key=lambda each: each[2]):
        _declare(element, name, value)
    element.attrib.pop("style", None)
    element.attrib.pop("class", None)
    for name in (COLOURS | OPACITIES) & element.attrib.keys():
        element.set(name, _plain(name, element.attrib[name]))


def _declare(element: Element, name: str, value: str) -> None:
    if name in PROPERTIES or (name in GEOMETRY and local(element) in _SIZED and value != "auto"):
        element.set(name, value)
    elif name == "transform":
        move = _transform(value)
        if move is not None:
            element.set("transform", move)
    elif name == "d" and local(element) == "path" and value.startswith("path("):
        element.set("d", value[5:-1].strip().strip("\"'"))


def _transform(value: str) -> str | None:
    """Return a CSS transform as the attribute writes it, or None if it cannot."""
    calls = [(name.lower(), _UNIT.sub("", inside)) for name, inside in _CALL.findall(value)]
    if any(name not in _MOVES or "%" in inside for name, inside in calls):
        return None
    return " ".join(_call(name, inside) for name, inside in calls)


def _call(name: str, inside: str) -> str:
    if name in {"translatey", "scaley"}:
        still = "0" if name == "translatey" else "1"
        return f"{name[:-1]}({still},{inside})"
    if name == "scalex":
        return f"scale({inside},1)"
    if name == "translatex":
        return f"translate({inside})"
    return f"{name.replace('skewx', 'skewX').replace('skewy', 'skewY')}({inside})"


def _plain(name: str, value: str) -> str:
    """Write colours as #rrggbb or rgba() and opacities as numbers: the press reads no others."""
    value = value.strip()
    if name in OPACITIES:
        share = _PERCENT.fullmatch(value)
        return f"{float(share[1]) / 100:g}" if share else value
    if _PLAIN_COLOUR.fullmatch(value) or "url(" in value:
        return value
    parsed = tinycss2.color4.parse_color(value)
    if parsed is None or isinstance(parsed, str):
        return value
    red, green, blue = (round(255 * min(1, max(0, each))) for each in parsed.to("srgb").coordinates)
    if parsed.alpha < 1:
        return f"rgba({red},{green},{blue},{parsed.alpha:g})"
    return f"#{red:02x}{green:02x}{blue:02x}"
